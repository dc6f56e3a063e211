import Accounts
import Formats

/// A CSV file of codes, its columns found by their headings.
struct CodeTableFile {
  /// A column that a table of codes may have.
  enum Column: Int, CaseIterable {
    case code, name, fund, group, evidence, year, formerName, untilYear, replacedBy, note
  }

  /// One line of the file.
  struct Row {
    fileprivate let file: String
    fileprivate let record: CSVRecord
    /// Where each column stands; nil for one that the file lacks.
    fileprivate let indices: [Int?]

    /// Where the line stands.
    var place: SourceLocation { SourceLocation(file: file, line: record.line) }

    /// The trimmed cell of a column; nil when the file lacks the column.
    subscript(column: Column) -> String? { indices[column.rawValue].map { record.fields[$0].trimmed } }
  }

  let rows: [Row]
  /// The lines with more or fewer fields than the first, which are left out of the rows.
  let problems: [Problem]

  private static let headings: [String: Column] = [
    "code": .code, "编码": .code, "科目编码": .code, "name": .name, "名称": .name, "科目名称": .name, "fund": .fund, "资金性质": .fund,
    "group": .group, "类别": .group, "evidence": .evidence, "依据": .evidence, "year": .year, "年度": .year,
    "former_name": .formerName, "until_year": .untilYear, "replaced_by": .replacedBy, "note": .note,
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
    var indices = [Int?](repeating: nil, count: Column.allCases.count)
    for (index, heading) in header.fields.enumerated() {
      if let column = Self.headings[heading.trimmed] { indices[column.rawValue] = index }
    }
    func has(_ column: Column) -> Bool { indices[column.rawValue] != nil }
    guard has(.code), has(.name) || has(.formerName) || has(.note) else {
      throw UnusableInput([
        Problem(
          at: SourceLocation(file: file, line: header.line),
          found: "标题是\(Problem.quoted(header.fields.joined(separator: ",")))", expected: "应有 code（编码）和 name（名称）两列")
      ])
    }
    var rows: [Row] = []
    rows.reserveCapacity(records.count)
    var ragged: [Problem] = []
    for record in records.dropFirst() {
      if record.fields.count == header.fields.count {
        rows.append(Row(file: file, record: record, indices: indices))
      } else {
        ragged.append(
          Problem(
            at: SourceLocation(file: file, line: record.line), found: "有 \(record.fields.count) 列",
            expected: "应与标题一样有 \(header.fields.count) 列", advice: "请检查是否少了或多了逗号；含逗号的值要用英文双引号括起来"))
      }
    }
    self.rows = rows
    self.problems = ragged
  }
}
