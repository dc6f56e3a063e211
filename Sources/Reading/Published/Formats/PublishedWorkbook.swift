import Accounts
import Formats
import Tables

/// A publication as a workbook: every sheet that is shown, row by row, its numbers as they are printed.
///
/// Rows and columns that are not shown are not printed either: rows with amounts in them, and columns, are left out and told
/// of. A hidden row without an amount says nothing that its place among the others does not.
struct PublishedWorkbook {
  /// The sheet of identities in a workbook of ours: it names tables and figures and is none of them.
  private static let identitiesSheet = "勾稽关系"
  private static let limits = XLSXLimits(
    rows: PublicationLimits.tableRows, columns: PublicationLimits.columns, cells: 2_000_000,
    textBytes: 4 * PublicationLimits.characters)

  /// Most blank rows kept in a row.
  private static let blankRows = 100

  private let bytes: [UInt8]
  /// The only sheets to be read; nil for all.
  private let only: [String]?

  /// A publication of the bytes of a workbook, or of some of its sheets.
  init(_ bytes: [UInt8], only: [String]? = nil) {
    self.bytes = bytes
    self.only = only
  }

  /// Hands the rows of all sheets on; throws when the file is no workbook or a sheet is damaged.
  func read(into recogniser: inout TableRecogniser) throws(UnusableInput) {
    let file = recogniser.file
    let workbook = try Self.located(file) { () throws(XLSXError) in try XLSXWorkbook(bytes, limits: Self.limits) }
    for sheet in workbook.sheets
    where sheet.hasCells && sheet.name != Self.identitiesSheet && only?.contains(sheet.name) != false {
      guard sheet.visibility == .visible else {
        recogniser.begin(file, in: .sheet(name: sheet.name, firstColumn: 1, hidden: []))
        recogniser.takeUnread(sheet.name, at: 1, "这张工作表是隐藏的，没有读", reach: .table)
        continue
      }
      let loaded = try Self.located(file) { () throws(XLSXError) in try Self.load(sheet, of: workbook) }
      try read(loaded, of: sheet.name, in: file, into: &recogniser)
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

  /// What a sheet holds.
  private struct Loaded {
    let rows: [XLSXRow]
    let merged: [CellRange]
    let hiddenColumns: [ClosedRange<Int>]
  }

  private static func load(_ sheet: XLSXSheet, of workbook: XLSXWorkbook) throws(XLSXError) -> Loaded {
    var rows: [XLSXRow] = []
    var reader = try workbook.rows(of: sheet)
    var blank = 0
    while let row = try reader.next() {
      blank = row.cells.isEmpty ? blank + 1 : 0
      // A table without data has blank rows; a million of them are only a formatted column.
      if blank <= blankRows { rows.append(row) }
    }
    return Loaded(rows: rows, merged: reader.mergedRanges, hiddenColumns: reader.hiddenColumns)
  }

  private func read(
    _ sheet: Loaded, of name: String, in file: String, into recogniser: inout TableRecogniser
  ) throws(UnusableInput) {
    // Tables often begin in the second column, and blank cells behind the last one are not in the file.
    let all = sheet.rows.flatMap { $0.cells.map(\.reference.column) }
    guard let lowest = all.min(), let last = all.max() else { return }
    let hidden = Self.hiddenColumns(sheet.hiddenColumns, among: lowest...last)
    guard let first = hidden.firstIndex(of: false).map({ lowest + $0 }) else { return }
    let hiddenBehind = hidden.indices.filter { hidden[$0] && lowest + $0 > first }.map { lowest + $0 }
    let frame = Frame.sheet(name: name, firstColumn: first, hidden: hiddenBehind)
    // For every column of the sheet its place among those shown, and for the one behind the last.
    var places = [0]
    for isHidden in hidden { places.append(places[places.count - 1] + (isHidden ? 0 : 1)) }
    let mergedAt = Dictionary(sheet.merged.map { ($0.first, $0) }, uniquingKeysWith: { one, _ in one })
    recogniser.begin(file, in: frame)
    recogniser.take(title: name)
    var hiddenRows: [Int] = []
    var leftOut: Set<Int> = []
    func tellHiddenRows() {
      guard let from = hiddenRows.first, let to = hiddenRows.last else { return }
      recogniser.takeHiddenRows(from...to)
      hiddenRows.removeAll()
    }
    for row in sheet.rows {
      if row.isHidden, row.cells.contains(where: { $0.value.isAmount }) {
        hiddenRows.append(row.number)
        continue
      }
      tellHiddenRows()
      var grid = GridRow(line: row.number)
      for cell in row.cells {
        // A program that writes formulas and does not compute them leaves no result, which is not none.
        let text = cell.value == .blank ? cell.formula.map { "=" + $0 } ?? "" : cell.value.printed
        let column = cell.reference.column
        guard !text.isEmpty else { continue }
        let end = mergedAt[cell.reference].map { min($0.last.column, last) } ?? column
        let (place, behind) = (places[column - lowest], places[end + 1 - lowest])
        guard behind > place else {
          leftOut.insert(column)
          continue
        }
        try fill(&grid, upTo: place, row.number, file)
        try grid.append(utf8: text.utf8, at: place, columns: behind - place, in: file, line: row.number)
      }
      try fill(&grid, upTo: places[last + 1 - lowest], row.number, file)
      try recogniser.take(grid)
    }
    tellHiddenRows()
    for column in leftOut.sorted() {
      let letters = CellReference(row: 1, column: column).name.filter { $0.isLetter }
      recogniser.takeUnread("\(letters) 列", at: 1, "这一列是隐藏的，没有印出来，没有读", reach: .words)
    }
  }

  /// Which of some columns are hidden, from the first on; linear in the columns and the ranges, which may lie over each other.
  private static func hiddenColumns(_ ranges: [ClosedRange<Int>], among columns: ClosedRange<Int>) -> [Bool] {
    var begun = [Int](repeating: 0, count: columns.count + 1)
    for range in ranges where range.overlaps(columns) {
      begun[max(range.lowerBound, columns.lowerBound) - columns.lowerBound] += 1
      begun[min(range.upperBound, columns.upperBound) - columns.lowerBound + 1] -= 1
    }
    var open = 0
    return begun.dropLast().map { change in
      open += change
      return open > 0
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
  /// Whether it is an amount other than nought, as a number or in words; 行次 and 科目编码 are none.
  fileprivate var isAmount: Bool {
    switch self {
    case .number, .text:
      let figure = Figure(printed: printed, unit: .things)
      guard case .number(let count, let decimals) = figure?.content else { return false }
      return count != 0 && (decimals > 0 || printed.utf8.count > 3 && FunctionCode(printed) == nil)
    case .blank, .boolean, .error, .date: return false
    }
  }

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
