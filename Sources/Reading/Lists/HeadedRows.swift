import Accounts
import Formats

/// The rows of a list that people keep as CSV or a workbook, under a row of headings: as many cells in each as in the header.
struct HeadedRows {
  let header: [String]
  let headerPlace: SourceLocation
  private(set) var rows: [(place: SourceLocation, cells: [String])] = []
  /// What is wrong with rows that cannot be told apart into cells; they are left out.
  private(set) var problems: [Problem] = []

  /// The rows of a file; throws where it is neither CSV nor a workbook.
  init(at path: String, from files: InputFiles) throws(UnusableInput) {
    let file = InputFile.displayName(of: path)
    let bytes = try files.bytes(of: path)
    self =
      try InputFile.isWorkbook(bytes, of: path, as: .text)
      ? try HeadedRows(workbook: bytes, file: file) : try HeadedRows(text: files.text(of: path), file: file)
  }

  /// Where each heading stands first.
  var columns: [String: Int] {
    Dictionary(header.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// What is wrong with a file that lacks headings it must have.
  func lacksHeadings(_ headings: [String]) -> UnusableInput {
    UnusableInput([
      Problem(
        at: headerPlace,
        found: header.allSatisfy(\.isEmpty) ? "文件是空的" : "标题是\(Problem.quoted(header.joined(separator: ",")))",
        expected: "第一行应是标题 \(headings.joined(separator: ","))")
    ])
  }

  /// The rows of a CSV file.
  private init(text: [UInt8], file: String) throws(UnusableInput) {
    let (records, damage) = CSVDocument.parse(text)
    guard damage.isEmpty else {
      throw UnusableInput(damage.map { Problem(at: SourceLocation(file: file), $0.message) })
    }
    header = records.first?.fields.map(\.trimmed) ?? []
    headerPlace = SourceLocation(file: file, line: records.first?.line ?? 1)
    for record in records.dropFirst() {
      let place = SourceLocation(file: file, line: record.line)
      guard record.fields.count == header.count else {
        problems.append(
          Problem(
            at: place, found: "有 \(record.fields.count) 列", expected: "应与标题一样有 \(header.count) 列",
            advice: "请检查是否少了或多了逗号；含逗号的值要用英文双引号括起来"))
        continue
      }
      rows.append((place, record.fields.map { CSVWriter.originalText(of: $0).trimmed }))
    }
  }

  /// The rows of the first sheet of a workbook in which there is something; blank ones are left out.
  private init(workbook bytes: [UInt8], file: String) throws(UnusableInput) {
    do throws(XLSXError) {
      let workbook = try XLSXWorkbook(bytes, limits: XLSXLimits(rows: 100_000, cells: 1_000_000, textBytes: 1 << 20))
      for sheet in workbook.sheets where sheet.hasCells && sheet.visibility == .visible {
        var reader = try workbook.rows(of: sheet)
        guard let first = try reader.next() else { continue }
        let width = first.cells.last?.reference.column ?? 0
        header = Self.texts(of: first, width)
        var letters: [String: String] = [:]
        for (index, heading) in header.enumerated() where letters[heading] == nil {
          letters[heading] = CellReference.columnName(index + 1)
        }
        headerPlace = SourceLocation(file: file, sheet: sheet.name, line: first.number, cell: "A\(first.number)")
        while let row = try reader.next() {
          let cells = Self.texts(of: row, width)
          guard cells.contains(where: { !$0.isEmpty }) else { continue }
          let place = SourceLocation(
            file: file, sheet: sheet.name, line: row.number, cell: "A\(row.number)", letters: letters)
          rows.append((place, cells))
        }
        return
      }
    } catch {
      throw UnusableInput([Problem(at: SourceLocation(file: file), error.message)])
    }
    header = []
    headerPlace = SourceLocation(file: file)
  }

  /// What stands in the first columns of a row, as text; numbers as they are spelled.
  private static func texts(of row: XLSXRow, _ width: Int) -> [String] {
    (0..<width).map { index in
      switch row[column: index + 1] {
      case .text(let text): text.trimmed
      case .number(let number, _): number.plainText
      case .date(let date, _): date.text
      case .boolean(let isTrue): isTrue ? "TRUE" : "FALSE"
      case .blank, .error: ""
      }
    }
  }
}
