package import Checks
import Formats

/// The working paper of a check as a workbook: a sheet for each of its tables, to be sorted, filtered, filled in, printed
/// and signed.
package enum WorkingPaperWorkbook {
  /// The name of the sheet that stands first.
  static let summaryName = "汇总"
  static let remarksName = "说明"

  /// The file; the same run gives the same bytes. Throws ``LedgerWorkbookError`` when it cannot be written.
  package static func bytes(of run: CheckRun) throws(LedgerWorkbookError) -> [UInt8] {
    let paper = WorkingPaper(of: run, as: .workbook)
    var sheets = [PaperSummarySheet.output(of: paper)]
    var places: [String: CellLink] = [:]
    for table in paper.tables {
      for (index, row) in table.rows.enumerated() {
        // Below the heads; a link to a figure leads to its row.
        guard let key = row.key else { continue }
        places[key] = CellLink(sheet: table.name, cell: CellReference(row: index + 2, column: 1))
      }
    }
    sheets += paper.tables.map { PaperSheet.output(of: $0, subject: paper.subject, places: places) }
    sheets.append(remarks(of: paper))
    var workbook = WorkbookOutput(sheets: sheets)
    workbook.properties.title = "\(WorkingPaper.title)　\(paper.subject)"
    workbook.properties.creator = run.record.tool
    do throws(XLSXWriterError) {
      return try XLSXWriter.bytes(of: workbook)
    } catch {
      throw LedgerWorkbookError(message: "juesuan: 错误: \(error.message)")
    }
  }

  private static func remarks(of paper: WorkingPaper) -> SheetOutput {
    var sheet = SheetOutput(name: remarksName)
    sheet.showsGridLines = false
    sheet.columnWidths[1] = 100
    sheet.page = PaperSheet.page(remarksName, paper.subject, isLandscape: false)
    for (index, line) in PaperRemarks.lines.enumerated() {
      let row = index + 1
      sheet.put(.text(line), at: CellReference(row: row, column: 1), style: TableLook.line(.left, wraps: true))
      sheet.rowHeights[row] = PaperSheet.height(of: [(line, 100)]) + 4
    }
    return sheet
  }
}

/// A table of a working paper as a sheet.
enum PaperSheet {
  /// The most characters written into a cell; programs take 32,767.
  private static let textLimit = 32_000
  private static let lines = CellBorders(all: .init(.thin, color: CellColor(0x808080)))

  static func output(of table: PaperTable, subject: String, places: [String: CellLink]) -> SheetOutput {
    var sheet = SheetOutput(name: table.name)
    sheet.frozenRows = 1
    sheet.printTitleRows = 1...1
    sheet.showsGridLines = false
    sheet.page = page(table.name, subject, isLandscape: table.width > 90)
    for (index, column) in table.columns.enumerated() {
      sheet.put(.text(column.heading), at: CellReference(row: 1, column: index + 1), style: TableLook.heading)
      sheet.columnWidths[index + 1] = column.width
    }
    sheet.rowHeights[1] = height(of: table.columns.map { ($0.heading, $0.width) }) + 6
    if table.rows.isEmpty {
      sheet.put(
        .text("没有。"), across: range(2, 1...table.columns.count), style: style(.text))
      return sheet
    }
    for (index, row) in table.rows.enumerated() {
      let number = index + 2
      for (position, (text, column)) in zip(row.cells, table.columns).enumerated() {
        let place = CellReference(row: number, column: position + 1)
        var style = style(column.look)
        style.fill = row.fills[position]
        if let key = row.links[position], let link = places[key] {
          sheet.links[place] = link
          style.font?.color = CellColor(0x1A4F9C)
        }
        sheet.put(text.isEmpty ? .blank : .text(fitting(text)), at: place, style: style)
      }
      sheet.fittedRowHeights[number] = height(of: zip(row.cells, table.columns).map { ($0, $1.width) })
    }
    sheet.filter = CellRange(
      CellReference(row: 1, column: 1), CellReference(row: table.rows.count + 1, column: table.columns.count))
    return sheet
  }

  /// How a sheet is printed: its name and whose it is above every page, room to sign and the page below.
  static func page(_ name: String, _ subject: String, isLandscape: Bool) -> PageSetup {
    // An & begins a code, and a header takes 255 characters.
    let subject = String(subject.prefix(60)).replacing("&", with: "&&")
    return PageSetup(
      isLandscape: isLandscape, fitsPagesWide: 1, margins: .init(side: 0.4, top: 0.8, bottom: 0.7),
      isCentered: true, header: "&L\(WorkingPaper.title)&C\(name)&R\(subject)",
      footer: "&L编制人：　　　　　　　复核人：&R第 &P 页，共 &N 页")
  }

  static func range(_ row: Int, _ columns: ClosedRange<Int>) -> CellRange {
    CellRange(
      CellReference(row: row, column: columns.lowerBound), CellReference(row: row, column: columns.upperBound))
  }

  static func style(_ look: PaperTable.Column.Look) -> CellStyle {
    let side: CellAlignment.Horizontal =
      switch look {
      case .text, .blank: .left
      case .center: .center
      case .figure: .right
      }
    return CellStyle(
      font: CellFont(size: 10), borders: lines,
      alignment: CellAlignment(horizontal: side, vertical: .top, wraps: true, indent: look == .figure ? 1 : 0))
  }

  /// The height of a row in which texts stand in columns of given widths, as far as a row can be high. Widths are counted in
  /// digits of a larger font.
  static func height(of texts: [(text: String, width: Double)]) -> Double {
    let lines =
      texts.map { text, width in
        text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { lines, line in
          lines + 1 + Int(Double(max(0, displayWidth(String(line)) - 1)) / max(1, 1.05 * width - 1))
        }
      }.max() ?? 1
    return Double(min(14 * lines + 3, 400))
  }

  /// A text as far as a cell can hold it: only a damaged file has longer ones.
  static func fitting(_ text: String) -> String {
    guard text.utf16.count > textLimit else { return text }
    var fitting = ""
    var units = 0
    for character in text {
      units += character.utf16.count
      guard units <= textLimit else { break }
      fitting.append(character)
    }
    return fitting + "……（太长，全文见 JSON）"
  }
}
