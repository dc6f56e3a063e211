import Evaluations

/// Levels told by the weights, where the layout fixes these and the labels have slipped.
extension IndicatorBlock {
  /// Sets the levels of a table's indicators by what their 分值 add up to, where they add up as the layout says.
  ///
  /// A label that contradicts the sums is not trusted: its 二级指标 is damaged, unless the sums tell that too.
  func inferLevels(of table: inout EvaluationTable) {
    let scoring = section.layout.scoring
    guard scoring.weightsTellLevels else { return }
    guard let first = spans(of: table, section.levels.levels.map(\.level1), scoring.level1Weights) else {
      // Where 二级指标 are not fixed, the labels stand.
      if !scoring.level2Weights.isEmpty { loseLevels(of: &table) }
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
    guard let second = spans(of: table, names, scoring.level2Weights) else { return }
    for (index, name) in second {
      table.indicators[index].level2 = PrintedCell(name, place: table.indicators[index].level2.place)
    }
  }

  /// Marks the levels as damaged; and rows as lost, where the 分值 left are not those of a whole table.
  private func loseLevels(of table: inout EvaluationTable) {
    let whole = section.layout.scoring.level1Weights.values.compactMap { Rational(decimal: $0) }
    let printed = table.indicators.compactMap(\.weight.number?.value)
    let isWhole = (try? sum(whole) == sum(printed)) ?? false
    if !isWhole { table.hasLostRows = true }
    for index in table.indicators.indices {
      table.indicators[index].level1 = .damaged(table.indicators[index].level1.text)
      table.indicators[index].level2 = .damaged(table.indicators[index].level2.text)
    }
  }

  private func sum(_ numbers: [Rational]) throws(NumberOverflow) -> Rational {
    var sum = Rational.zero
    for number in numbers { sum = try sum + number }
    return sum
  }

  /// Which of the named spans of weights each indicator lies in; nil unless every span ends with an indicator.
  private func spans(
    of table: EvaluationTable, _ names: [String], _ weights: [String: String]
  ) -> [(index: Int, name: String)]? {
    let limits = names.compactMap { name in weights[name].flatMap { Rational(decimal: $0) }.map { (name, $0) } }
    guard !limits.isEmpty, limits.count == names.count else { return nil }
    var (result, position, sum): ([(index: Int, name: String)], Int, Rational) = ([], 0, .zero)
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
