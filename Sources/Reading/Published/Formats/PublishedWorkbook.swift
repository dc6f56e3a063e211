import Accounts
import Formats
import Tables

/// A publication as a workbook: every sheet that is shown, row by row, its numbers as they are printed.
struct PublishedWorkbook {
  /// The sheet of identities in a workbook of ours: it names tables and figures and is none of them.
  private static let identitiesSheet = "勾稽关系"
  private static let limits = XLSXLimits(
    rows: PublicationLimits.tableRows, columns: PublicationLimits.columns, cells: 2_000_000,
    textBytes: 4 * PublicationLimits.characters)

  /// Most blank rows kept in a row.
  private static let blankRows = 100

  private let bytes: [UInt8]

  /// A publication of the bytes of a workbook.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Hands the rows of all sheets on; throws when the file is no workbook or a sheet is damaged.
  func read(into recogniser: inout TableRecogniser) throws(UnusableInput) {
    let file = recogniser.file
    let workbook = try Self.located(file) { () throws(XLSXError) in try XLSXWorkbook(bytes, limits: Self.limits) }
    for sheet in workbook.sheets where sheet.hasCells && sheet.name != Self.identitiesSheet {
      guard sheet.visibility == .visible else {
        recogniser.begin(file, in: .sheet(name: sheet.name, firstColumn: 1))
        recogniser.takeUnread(sheet.name, at: 1, "这张工作表是隐藏的，没有读", reach: .table)
        continue
      }
      let (rows, ranges) = try Self.located(file) { () throws(XLSXError) in try Self.load(sheet, of: workbook) }
      try read(rows, merged: ranges, of: sheet.name, in: file, into: &recogniser)
    }
  }

  /// The result of reading, its error located in a file.
  private static func located<R>(
    _ file: String, _ read: () throws(XLSXError) -> R
  ) throws(UnusableInput) -> R {
    do throws(XLSXError) {
      return try read()
    } catch {
      throw UnusableInput([Problem(at: SourceLocation(file: file), error.message)])
    }
  }

  private static func load(
    _ sheet: XLSXSheet, of workbook: XLSXWorkbook
  ) throws(XLSXError) -> (rows: [XLSXRow], merged: [CellRange]) {
    var rows: [XLSXRow] = []
    var reader = try workbook.rows(of: sheet)
    var blank = 0
    while let row = try reader.next() {
      blank = row.cells.isEmpty ? blank + 1 : 0
      // A table without data has blank rows; a million of them are only a formatted column.
      if blank <= blankRows { rows.append(row) }
    }
    return (rows, reader.mergedRanges)
  }

  private func read(
    _ rows: [XLSXRow], merged ranges: [CellRange], of name: String, in file: String,
    into recogniser: inout TableRecogniser
  ) throws(UnusableInput) {
    // Tables often begin in the second column, and blank cells behind the last one are not in the file.
    let columns = rows.flatMap { $0.cells.map(\.reference.column) }
    guard let first = columns.min(), let last = columns.max() else { return }
    let mergedAt = Dictionary(ranges.map { ($0.first, $0) }, uniquingKeysWith: { one, _ in one })
    recogniser.begin(file, in: .sheet(name: name, firstColumn: first))
    recogniser.take(title: name)
    for row in rows {
      var grid = GridRow(line: row.number)
      for cell in row.cells {
        // A program that writes formulas and does not compute them leaves no result, which is not none.
        let text = cell.value == .blank ? cell.formula.map { "=" + $0 } ?? "" : cell.value.printed
        guard !text.isEmpty else { continue }
        try fill(&grid, upTo: cell.reference.column - first, row.number, file)
        let end = mergedAt[cell.reference].map { min($0.last.column, last) } ?? cell.reference.column
        try grid.append(
          utf8: text.utf8, at: cell.reference.column - first, columns: max(1, end - cell.reference.column + 1),
          in: file,
          line: row.number)
      }
      try fill(&grid, upTo: last - first + 1, row.number, file)
      try recogniser.take(grid)
    }
  }

  /// Adds blank cells up to a column, so that the row has the width of its table.
  private func fill(
    _ grid: inout GridRow, upTo column: Int, _ line: Int, _ file: String
  ) throws(UnusableInput) {
    while grid.width < column { try grid.append(utf8: [], in: file, line: line) }
  }
}

extension XLSXValue {
  /// The characters that the cell shows, as far as its number format says which.
  var printed: String {
    switch self {
    case .blank: ""
    case .text(let text): text
    case .date(let date, _): date.text
    case .boolean(let isTrue): isTrue ? "TRUE" : "FALSE"
    case .error(let error): error
    case .number(let number, let format): Self.printed(number, format)
    }
  }

  private static func printed(_ number: DecimalSpelling, _ format: NumberFormat) -> String {
    let isPercent = format.kind == .percent
    let shown = number.withoutBinaryTail.scaled(byPowerOfTen: (isPercent ? 2 : 0) - format.shift)
    guard let decimals = format.decimals else { return shown.plainText }
    let rounded = shown.rounded(toDecimals: decimals)
    var digits = rounded.digits
    if digits.utf8.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
    }
    if decimals > 0 { digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals)) }
    return (rounded.isNegative ? "-" : "") + digits + (isPercent ? "%" : "")
  }
}
