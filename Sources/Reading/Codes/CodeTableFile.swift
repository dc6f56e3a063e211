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
  /// The lines with more or fewer fields than the first, which are left out of the rows.
  let problems: [Problem]

  private static let chineseHeadings = [
    "编码": "code", "科目编码": "code", "名称": "name", "科目名称": "name", "资金性质": "fund", "类别": "group", "年度": "year",
    "依据": "evidence",
  ]

  /// Reads the file; throws when it is no CSV or lacks the columns of code and name (for 曾用名, former_name).
  init(utf8: [UInt8], file: String) throws(UnusableInput) {
    let (records, problems) = CSVDocument.parse(utf8)
    let place = SourceLocation(file: file)
    guard problems.isEmpty else {
      throw UnusableInput(problems.map { Problem(at: SourceLocation(file: file, line: $0.line), $0.message) })
    }
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
    var ragged: [Problem] = []
    rows = records.dropFirst().compactMap { record in
      let place = SourceLocation(file: file, line: record.line)
      guard record.fields.count == header.fields.count else {
        ragged.append(
          Problem(
            at: place, found: "有 \(record.fields.count) 列", expected: "应与标题一样有 \(header.fields.count) 列",
            advice: "请检查是否少了或多了逗号；含逗号的值要用英文双引号括起来"))
        return nil
      }
      return Row(place: place, columns: columns, fields: record.fields)
    }
    self.problems = ragged
  }
}
