import Accounts
import Workbooks

/// A CSV file of codes, its columns found by their headings.
struct CodeTableFile {
  /// One line of the file.
  struct Row {
    let place: SourceLocation
    fileprivate let columns: [String: Int]
    fileprivate let fields: [String]

    /// The trimmed cell of a column; nil when the file lacks the column or the line ends before it.
    subscript(column: String) -> String? {
      guard let index = columns[column], index < fields.count else { return nil }
      return fields[index].trimmed
    }
  }

  let rows: [Row]

  private static let chineseHeadings = [
    "编码": "code", "科目编码": "code", "名称": "name", "科目名称": "name", "资金性质": "fund", "类别": "group", "年度": "year",
    "依据": "evidence",
  ]

  /// Reads the file; throws when it is no CSV or lacks the columns of code and name (for 曾用名, former_name).
  init(utf8: [UInt8], file: String) throws(UnusableInput) {
    let (records, problems) = CSVDocument.parse(utf8)
    let place = SourceLocation(file: file)
    guard problems.isEmpty else { throw UnusableInput(problems.map { Problem(at: place, $0.message) }) }
    guard let header = records.first else {
      throw UnusableInput([Problem(at: place, found: "文件是空的", expected: "第一行应是标题 code,name")])
    }
    var columns: [String: Int] = [:]
    for (index, heading) in header.fields.enumerated() {
      let heading = heading.trimmed
      columns[Self.chineseHeadings[heading] ?? heading] = index
    }
    guard columns["code"] != nil, columns["name"] ?? columns["former_name"] ?? columns["note"] != nil else {
      throw UnusableInput([
        Problem(
          at: SourceLocation(file: file, line: header.line),
          found: "标题是\(Problem.quoted(header.fields.joined(separator: ",")))", expected: "应有 code（编码）和 name（名称）两列")
      ])
    }
    rows = records.dropFirst().map {
      Row(place: SourceLocation(file: file, line: $0.line), columns: columns, fields: $0.fields)
    }
  }
}
