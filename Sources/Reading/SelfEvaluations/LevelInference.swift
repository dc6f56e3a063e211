import SelfEvaluation

/// Levels told by the weights, where the layout fixes these and the labels have slipped.
extension IndicatorBlock {
  /// Sets the levels of a table's indicators by what their 分值 add up to, where they add up as the layout says.
  ///
  /// A label that contradicts the sums is not trusted: its 二级指标 is damaged, unless the sums tell that too.
  func inferLevels(of table: inout EvaluationTable) {
    let scoring = section.layout.scoring
    guard scoring.weightsTellLevels else { return }
    // Where nothing is fixed for 二级指标 and the labels agree with the 一级指标, the labels stand.
    guard let first = spans(of: table, section.levels.levels.map(\.level1), scoring.level1Weights, from: .zero) else {
      if !scoring.level2Weights.isEmpty {
        table.hasLostRows = true
        for index in table.indicators.indices {
          table.indicators[index].level1 = .damaged(table.indicators[index].level1.text)
          table.indicators[index].level2 = .damaged(table.indicators[index].level2.text)
        }
      }
      return
    }
    for (index, name) in first {
      let row = table.indicators[index]
      if row.level1.text != name {
        table.indicators[index].level1 = PrintedCell(name, place: row.level1.place)
        let only = section.levels.levels.first { $0.level1 == name }?.level2
        table.indicators[index].level2 =
          only?.count == 1 ? PrintedCell(only?[0] ?? "", place: row.level2.place) : .damaged(row.level2.text)
      }
    }
    let names = section.levels.levels[0].level2
    guard let second = spans(of: table, names, scoring.level2Weights, from: .zero) else { return }
    for (index, name) in second {
      table.indicators[index].level2 = PrintedCell(name, place: table.indicators[index].level2.place)
    }
  }

  /// Which of the named spans of weights each indicator lies in; nil unless every span ends with an indicator.
  private func spans(
    of table: EvaluationTable, _ names: [String], _ weights: [String: String], from start: Rational
  ) -> [(index: Int, name: String)]? {
    let limits = names.compactMap { name in weights[name].flatMap { Rational(decimal: $0) }.map { (name, $0) } }
    guard !limits.isEmpty, limits.count == names.count else { return nil }
    var (result, position, sum): ([(index: Int, name: String)], Int, Rational) = ([], 0, start)
    for (index, row) in table.indicators.enumerated() {
      guard position < limits.count else { break }
      guard !row.isPlaceholder else { continue }
      guard let weight = row.weight.number?.value, let next = try? sum + weight, next <= limits[position].1 else {
        return nil
      }
      result.append((index, limits[position].0))
      sum = next
      if sum == limits[position].1 { (position, sum) = (position + 1, .zero) }
    }
    return position == limits.count && sum == .zero ? result : nil
  }
}
