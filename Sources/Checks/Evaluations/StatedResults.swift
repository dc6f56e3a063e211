import Accounts
import Evaluations

/// The checks of what the words of a table, and of the report beside it, say of its indicators.
extension CheckedTable {
  /// 实际完成情况, the parts of 项目绩效分析 and the paragraphs of the report: each with what it is called, the 一级指标 it speaks of
  /// where it does of one alone, and its address.
  private var statements: [(name: String, level1: String?, address: String, cell: PrintedCell)] {
    let goal = (name: "实际完成情况", level1: String?.none, address: address.single("实际完成情况"), cell: table.goal.actual)
    let analysis = table.analysis.map { part in
      (
        name: part.title, level1: tools.analysis.first { $0.title == part.title }?.level1,
        address: address.single(part.title), cell: part.text
      )
    }
    let report = reportLines.map { line in
      (name: "自评报告", level1: String?.none, address: OverallReport.address("正文"), cell: line)
    }
    return ([goal] + analysis + report).filter { !$0.cell.isDamaged && !$0.cell.isBlank }
  }

  mutating func checkStatements() {
    apply(.allSaidDone, at: address.single("实际完成情况")) { $0.checkCompletion() }
    apply(.statedResults, at: address.single("实际完成情况")) { table throws(NumberOverflow) in
      try table.checkNumbersStated()
    }
  }

  // MARK: - All done

  /// 各项指标均已完成 beside rows that missed their targets.
  private mutating func checkCompletion() {
    for (name, level1, at, cell) in statements {
      guard let statement = tools.completion.statement(in: cell.text) else { continue }
      let spoken = rows.filter { row in level1.map { row.indicator.level1.text == $0 } ?? true }
      let failed = spoken.filter(isFailed)
      guard !failed.isEmpty else {
        let isUnclear = level1 != nil && rows.contains { $0.indicator.level1.isDamaged }
        if isUnclear || spoken.contains(where: { $0.attainment == .notComparable(.damaged) }) || table.hasLostRows {
          notChecked(.allSaidDone, at: at, "原文残缺或缺行")
        } else {
          held(.allSaidDone)
        }
        continue
      }
      violated(
        .allSaidDone, "\(name)写“\(statement)”，有 \(failed.count) 项指标没有完成",
        [Finding.Operand(address: at, label: name, printed: statement, place: cell.place)]
          + failed.prefix(5).flatMap { [operand($0, .target), operand($0, .actual)] })
    }
  }

  /// Whether a row says that its target was missed: by its figures, or in words.
  private func isFailed(_ row: Row) -> Bool {
    if row.attainment == .missed { return true }
    guard !row.indicator.actual.isDamaged else { return false }
    let actual = row.indicator.actual.text
    return layout.scoring.verdicts[actual.foldedForComparison] == .zero || tools.scoring.undone.occur(in: actual)
  }

  // MARK: - The same name with another number

  /// 抽检合格率98% in the words, and another number in the row of that name.
  private mutating func checkNumbersStated() throws(NumberOverflow) {
    let texts = statements.map { ($0, $0.cell.text.foldedScalars) }
    // A row that cannot be read may be the one that is meant.
    let isUnclear = table.hasLostRows || rows.contains { $0.indicator.level3.isDamaged }
    let names = rows.map(\.indicator.name)
    for (row, name) in zip(rows, names) where !row.indicator.level3.isDamaged && !row.indicator.actual.isDamaged {
      // The actual of rows of one name may each be what is meant.
      guard names.count(where: { $0 == name }) == 1, let actual = row.actual.quantity, !actual.unit.isEmpty else {
        continue
      }
      for (statement, text) in texts {
        for stated in tools.results.numbers(of: name, in: text, by: tools.reader) {
          guard let (one, other) = tools.reader.comparable(stated, actual) else { continue }
          let target = row.target.quantity.flatMap { tools.reader.comparable(stated, $0) }
          if try agree(one, other, stated, actual) || target.map({ $0 == $1 }) ?? false {
            held(.statedResults)
          } else if isUnclear {
            notChecked(.statedResults, at: row.address(of: .actual), "有的三级指标残缺，或原文缺行")
          } else {
            violated(
              .statedResults, "\(statement.name)所述的“\(row.name)”与自评表不一致",
              [
                Finding.Operand(
                  address: statement.address, label: statement.name + "所述",
                  printed: try stated.number.value.text(decimals: stated.number.decimals) + stated.unit,
                  place: statement.cell.place), operand(row, .actual),
              ], expected: row.indicator.actual.text)
          }
        }
      }
    }
  }

  /// Whether two numbers may be one, printed to different decimals; both in the unit they were made comparable in.
  private func agree(
    _ one: Rational, _ other: Rational, _ stated: Quantity, _ actual: Quantity
  ) throws(NumberOverflow) -> Bool {
    if one == other { return true }
    // By how much the last place of each may have been rounded, in the same unit.
    guard stated.number.value != .zero, actual.number.value != .zero else { return false }
    let half = try max(
      stated.number.halfOfLastPlace() * one / stated.number.value,
      actual.number.halfOfLastPlace() * other / actual.number.value)
    return try (one - other).magnitude() <= half
  }
}
