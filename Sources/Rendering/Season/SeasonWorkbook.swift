import Accounts
import Checks
import Documents
import Formats
package import Seasons

/// A season as a workbook (汇总.xlsx): who must publish, how each stands, every finding, the indicators, the duties; numbers stand
/// as numbers, to be sorted and summed.
package struct SeasonWorkbook {
  /// The name of its file.
  package static let fileName = "汇总.xlsx"
  private static let figureFormat = "#,##0.00"

  private let season: Season
  private let rows: SeasonRows
  private let indicators: SeasonIndicators

  /// The file; the same season gives the same bytes. Throws ``LedgerWorkbookError`` when it cannot be written.
  package static func bytes(
    of season: Season, _ indicators: SeasonIndicators
  ) throws(LedgerWorkbookError) -> [UInt8] {
    let book = SeasonWorkbook(season: season, rows: SeasonRows(season), indicators: indicators)
    var workbook = WorkbookOutput(
      sheets: [book.list, book.summary, book.findings, book.comparison, book.duties].map(book.sheet))
    workbook.properties.title = "决算公开季汇总　第 \(season.round) 轮"
    workbook.properties.creator = season.tool
    do throws(XLSXWriterError) {
      return try XLSXWriter.bytes(of: workbook)
    } catch {
      throw LedgerWorkbookError(message: "juesuan: 错误: \(error.message)")
    }
  }

  /// A table as a sheet: what stands in columns of numbers and is one, as a number.
  private func sheet(_ table: PaperTable) -> SheetOutput {
    let day = season.date.map { "　\($0)" } ?? ""
    var sheet = PaperSheet.output(of: table, subject: "第 \(season.round) 轮\(day)", places: [:])
    for (index, row) in table.rows.enumerated() {
      for (position, (text, column)) in zip(row.cells, table.columns).enumerated() where column.look == .figure {
        guard !text.isEmpty, let number = try? DecimalText(text) else { continue }
        var style = PaperSheet.style(.figure)
        style.fill = row.fills[position]
        if !number.fraction.isEmpty { style.numberFormat = Self.figureFormat }
        sheet.put(.number(text), at: CellReference(row: index + 2, column: position + 1), style: style)
      }
    }
    return sheet
  }

  // MARK: Sheets

  private var list: PaperTable {
    PaperTable(
      "名单", isAlwaysThere: true,
      [
        .init("序号", 7, .figure), .init("单位", 34), .init("代码", 14), .init("批复日期", 13, .center),
        .init("公开日期", 13, .center), .init("批复后（日）", 12, .figure), .init("已过期（日）", 12, .figure),
        .init("公开情况", 16, .center), .init("在清单上", 10, .center), .init("公开的份", 44),
      ],
      rows.all.enumerated().map { index, row in
        let isOverdue = row.publication.kind == .overdue
        let days = row.publication.days.map(String.init) ?? ""
        var cells = [String(index + 1), row.name, row.code]
        cells.append((row.unit?.dayApproved ?? row.entry?.approved)?.description ?? "")
        cells.append((row.unit?.dayPublished ?? row.entry?.published)?.description ?? "")
        cells += [isOverdue ? "" : days, isOverdue ? days : "", row.publication.kind.word]
        cells += [row.entry == nil ? "否" : "是", row.unit?.source ?? ""]
        return PaperTable.Row(cells)
      })
  }

  private var summary: PaperTable {
    PaperTable(
      "汇总", isAlwaysThere: true,
      [
        .init("单位", 34), .init("年度", 8, .center), .init("结论", 10, .center), .init("错误", 8, .figure),
        .init("警告", 8, .figure), .init("提示", 8, .figure), .init("已豁免", 9, .figure), .init("未核对", 9, .figure),
        .init("已改正", 9, .figure), .init("仍在", 8, .figure), .init("新出现", 9, .figure), .init("一句话", 80),
      ],
      rows.all.map { row in
        guard let unit = row.unit, unit.verdict != .unusable else {
          return PaperTable.Row(
            [row.name, "", row.standing.word] + Array(repeating: "", count: 8) + [row.problems.joined(separator: "\n")])
        }
        let counts = unit.counts
        var cells = [row.name, unit.year.map(String.init) ?? "", row.standing.word]
        cells += [counts.errors, counts.warnings, counts.notes, counts.waived, counts.notChecked].map(String.init)
        cells += [unit.since?.mended.count, unit.since?.standing.count, unit.since?.new.count]
          .map { $0.map(String.init) ?? "" }
        return PaperTable.Row(cells + [unit.summary])
      })
  }

  private var findings: PaperTable {
    PaperTable(
      "发现", isAlwaysThere: true,
      [
        .init("单位", 28), .init("级别", 8, .center), .init("规则", 9, .center), .init("发现", 40), .init("位置", 26),
        .init("印出", 40), .init("应为", 14), .init("怎么办", 36), .init("依据", 34), .init("与上一轮比", 11, .center),
        .init("豁免理由", 20), .init("编号", 22),
      ],
      season.unitsWorstFirst.flatMap { unit in
        (unit.findings + unit.waived).map { one in
          var row = PaperTable.Row([
            unit.name, one.severity.word, one.rule, one.message, one.place, one.figureWords, one.expected ?? "",
            one.advice, one.basis, unit.standingWord(of: one), one.reason ?? "", one.id,
          ])
          row.fills[1] = one.severity.fill
          return row
        } + unit.goneRows
      })
  }

  private var comparison: PaperTable {
    let beside = SeasonComparison(rows, indicators)
    let hasPrior = season.units.contains { !$0.priorIndicators.isEmpty }
    var columns: [PaperTable.Column] = [.init("单位", 34), .init("年度", 8, .center)]
    for indicator in indicators.all {
      columns.append(.init("\(indicator.name)（\(indicator.isShare ? "%" : "万元")）", 16, .figure))
      columns.append(.init("名次", 7, .figure))
      columns.append(.init("离群", 8, .center))
      if hasPrior { columns.append(.init("比上年", 12, .center)) }
    }
    let units = rows.all.filter { $0.unit != nil && $0.unit?.verdict != .unusable }
    return PaperTable(
      "指标", isAlwaysThere: true, columns,
      units.map { row in
        var cells = [row.name, row.unit?.year.map(String.init) ?? ""]
        for (index, indicator) in indicators.all.enumerated() {
          let value = row.unit?.value(index)
          cells.append(value.map(indicator.plain) ?? "不详")
          cells.append(value.flatMap { beside.spreads[index]?.rank(of: $0) }.map(String.init) ?? "")
          cells.append(beside.side(row.unit, index)?.word ?? "")
          if hasPrior { cells.append(row.unit?.changeWords(index, indicator) ?? "") }
        }
        return PaperTable.Row(cells)
      })
  }

  /// A row a unit, a column a duty: a row for each of both would be too many for a province.
  private var duties: PaperTable {
    let units = rows.all.compactMap(\.unit).filter { !$0.duties.isEmpty }
    var duties: [(rule: String, title: String)] = []
    for duty in units.flatMap(\.duties) where !duties.contains(where: { $0.rule == duty.rule }) {
      duties.append((duty.rule, duty.title))
    }
    duties.sort { $0.rule < $1.rule }
    let columns = [PaperTable.Column("单位", 34)] + duties.map { .init("\($0.rule) \($0.title)", 12, .center) }
    return PaperTable(
      "公开义务", isAlwaysThere: true, columns,
      units.map { unit in
        let states = Dictionary(unit.duties.map { ($0.rule, $0.state.word) }, uniquingKeysWith: { first, _ in first })
        return PaperTable.Row([unit.name] + duties.map { states[$0.rule] ?? "" })
      })
  }
}

extension SeasonIndicator {
  /// A value in digits alone: 万元 exact to the fen, or per cent.
  fileprivate func plain(_ value: Int64) -> String {
    isShare ? decimalText(value, decimals: 2) : Figure(Amount(fen: value), in: .wanyuan, decimals: 6).text
  }
}

extension SeasonFinding {
  /// The figures that it concerns, a line each.
  var figureWords: String {
    figures.map { figure in
      [addressInWords(figure.address), figure.label, figure.printed.isEmpty ? "空白" : figure.printed]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }.joined(separator: "\n")
  }
}

extension SeasonUnit {
  /// How a finding stands beside the round before; empty where there is none.
  func standingWord(of finding: SeasonFinding) -> String {
    guard let since else { return "" }
    return since.standing.contains(finding.id) ? "仍在" : "新出现"
  }

  /// What the round before found and this one does not.
  fileprivate var goneRows: [PaperTable.Row] {
    func row(_ one: EarlierFinding, _ word: String) -> PaperTable.Row {
      PaperTable.Row([name, "", one.rule, one.message, "", "", "", "", "", word, "", one.id])
    }
    return (since?.mended ?? []).map { row($0, "已改正") } + (since?.unknown ?? []).map { row($0, "没有核对") }
  }
}
