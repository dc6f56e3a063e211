import Accounts
import Evaluations

/// The checks of 分值: what they add up to, by level and altogether.
extension CheckedTable {
  mutating func checkWeights() {
    apply(.sumOfWeights, at: address.single("总分分值")) { table throws(NumberOverflow) in
      try table.checkSumOfWeights()
      table.checkPrintedTotal()
      table.checkFundWeight()
    }
    apply(.weightsOfLevels, at: address.single("总分分值")) { table throws(NumberOverflow) in
      try table.checkLevels(\.level1, table.layout.scoring.level1Weights)
      try table.checkLevels(\.level2, table.layout.scoring.level2Weights)
    }
    apply(.missingLevel2, at: address.single("二级指标")) { $0.checkRequiredLevels() }
  }

  /// The sum of the 分值 of rows; nil when one of them is not known.
  private func sum(of rows: [Row]) throws(NumberOverflow) -> Rational? {
    var sum = Rational.zero
    for row in rows {
      guard let weight = row.indicator.weight.reading.valueOrZero else { return nil }
      sum = try sum + weight
    }
    return sum
  }

  private mutating func checkSumOfWeights() throws(NumberOverflow) {
    let at = address.single("总分分值")
    guard !table.hasLostRows else { return notChecked(.sumOfWeights, at: at, "原文缺行") }
    guard let indicators = try sum(of: rows) else {
      return notChecked(.sumOfWeights, at: at, "有的分值残缺或不是数字")
    }
    let sum = try tools.scoring.rules.fundWeight + indicators
    if sum == tools.scoring.rules.totalWeight { return held(.sumOfWeights) }
    violated(
      .sumOfWeights, "分值合计不是 \(tools.scoring.rules.totalWeight.shortText())",
      [operand("总分分值", table.totalWeight)] + rows.map { operand($0, .weight) }, expected: sum.shortText(),
      residual: try (sum - tools.scoring.rules.totalWeight).magnitude().shortText())
  }

  /// What the 总分 row itself prints under 分值.
  private mutating func checkPrintedTotal() {
    guard case .number(let printed) = table.totalWeight.reading else { return }
    if printed.value == tools.scoring.rules.totalWeight { return held(.sumOfWeights) }
    // What a ledger's weights add up to is computed, and said above.
    guard table.origin == .publication else { return }
    violated(
      .sumOfWeights, "总分的分值不是 \(tools.scoring.rules.totalWeight.shortText())",
      [operand("总分分值", table.totalWeight)], expected: tools.scoring.rules.totalWeight.shortText())
  }

  /// The 分值 of the fund block itself. Another number there is as likely a column shifted as a wrong weight.
  private mutating func checkFundWeight() {
    guard let total, case .number(let weight) = total.weight.reading else { return }
    if weight.value == tools.scoring.rules.fundWeight { return held(.sumOfWeights) }
    violated(
      .sumOfWeights, "资金分值不是 \(tools.scoring.rules.fundWeight.shortText())", [operand(total, .weight)],
      expected: tools.scoring.rules.fundWeight.shortText(), in: .fundWeight)
  }

  private mutating func checkLevels(
    _ level: KeyPath<Indicator, PrintedCell>, _ expected: [String: String]
  ) throws(NumberOverflow) {
    guard !expected.isEmpty else { return }
    let at = address.single("总分分值")
    guard !table.hasLostRows else { return notChecked(.weightsOfLevels, at: at, "原文缺行") }
    guard rows.allSatisfy({ !$0.indicator[keyPath: level].isDamaged }) else {
      return notChecked(.weightsOfLevels, at: at, "有的指标属于哪一级不明")
    }
    var operands: [Finding.Operand] = []
    for (name, weight) in expected.sorted(by: { $0.key < $1.key }) {
      guard let sum = try sum(of: rows.filter { $0.indicator[keyPath: level].text == name }) else {
        return notChecked(.weightsOfLevels, at: address.weights(of: name), "有的分值残缺或不是数字")
      }
      guard sum != Rational(decimal: weight) else { continue }
      operands.append(
        Finding.Operand(
          address: address.weights(of: name), label: "\(name)分值（应为 \(weight)）", printed: sum.shortText(),
          place: nil))
    }
    if operands.isEmpty { return held(.weightsOfLevels) }
    violated(
      .weightsOfLevels, "各级指标分值不符合表样规定", operands,
      expected: expected.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "、"))
  }

  private mutating func checkRequiredLevels() {
    let required = layout.scoring.requiredLevel2
    guard !required.isEmpty else { return }
    let present = Set(rows.map(\.indicator.level2.text))
    let missing = required.filter { !present.contains($0) }
    if missing.isEmpty { return held(.missingLevel2) }
    guard !table.hasLostRows, rows.allSatisfy({ !$0.indicator.level2.isDamaged }) else {
      return notChecked(.missingLevel2, at: address.single("二级指标"), "原文缺行或指标级别不明")
    }
    violated(
      .missingLevel2, "没有\(missing.joined(separator: "、"))",
      missing.map { Finding.Operand(address: address.weights(of: $0), label: $0, printed: "", place: nil) })
  }
}
