import Accounts
package import Checks
import Formats
import Tables

/// A file of waivers that nobody has given a reason for yet (豁免底稿): a row for each finding that stands, to be filled in
/// and given back with `--waivers`. A row without a reason waives nothing.
package struct WaiverSkeleton: Sendable {
  /// A column by its heading and width; the first five and the reason are read again, the others are for people.
  private static let columns: [(heading: String, width: Double)] = [
    ("编号", 22), ("规则", 9), ("地址", 20), ("来源", 24), ("级别", 6), ("位置", 26), ("发现", 44), ("印出", 14), ("应为", 14),
    ("理由", 40),
  ]

  private let rows: [[String]]
  /// How many findings there are.
  package var count: Int { rows.count }

  /// The skeleton of a run. Where it has several inputs each row holds for its own.
  package init(of run: CheckRun) {
    let namesInputs = run.inputs.count > 1
    rows = run.inputs.flatMap { input -> [[String]] in
      guard case .report(let report, let tables) = input.outcome else { return [] }
      return zip(report.findings, report.ids).map { finding, id in
        let first = finding.operands.first
        // Only what is an address of a table is read as one.
        let address = first.map(\.address).flatMap { FigureAddress($0) == nil ? nil : $0 } ?? ""
        return [
          id, finding.rule, address, namesInputs ? input.name : "", finding.severity.word,
          finding.whereabouts(input.name, tables), finding.message, first?.shown ?? "", finding.expected ?? "", "",
        ]
      }
    }
  }

  /// The file as CSV, UTF-8 with a byte order mark, which Excel needs to take it for UTF-8.
  package var csv: [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    for row in [Self.columns.map(\.heading)] + rows { writer.write(row.map { .text($0) }) }
    return writer.utf8
  }

  /// The file as a workbook; throws ``LedgerWorkbookError`` when it cannot be written.
  package func workbook() throws(LedgerWorkbookError) -> [UInt8] {
    var sheet = SheetOutput(name: "豁免")
    sheet.frozenRows = 1
    sheet.printTitleRows = 1...1
    sheet.page = PageSetup(isLandscape: true, fitsPagesWide: 1, footer: "&C第 &P 页，共 &N 页")
    for (index, column) in Self.columns.enumerated() {
      sheet.put(.text(column.heading), at: CellReference(row: 1, column: index + 1), style: TableLook.heading)
      sheet.columnWidths[index + 1] = column.width
    }
    // As text, so that no rule such as 01-5 becomes a day.
    var style = PaperSheet.style(.text)
    style.numberFormat = "@"
    for (index, row) in rows.enumerated() {
      for (position, text) in row.enumerated() {
        sheet.put(
          text.isEmpty ? .blank : .text(PaperSheet.fitting(text)),
          at: CellReference(row: index + 2, column: position + 1), style: style)
      }
      sheet.fittedRowHeights[index + 2] = PaperSheet.height(of: zip(row, Self.columns).map { ($0, $1.width) })
    }
    if !rows.isEmpty {
      sheet.filter = CellRange(
        CellReference(row: 1, column: 1), CellReference(row: rows.count + 1, column: Self.columns.count))
    }
    do throws(XLSXWriterError) {
      return try XLSXWriter.bytes(of: WorkbookOutput(sheets: [sheet]))
    } catch {
      throw LedgerWorkbookError(message: "juesuan: 错误: \(error.message)")
    }
  }
}
