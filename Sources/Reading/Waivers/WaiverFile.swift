package import Accounts
import Formats
import Tables

/// A file of waivers, one finding a row: 规则, 地址, 理由, and where a skeleton was filled in 编号 and 来源 too.
package struct WaiverFile: Sendable {
  private static let headings = ["规则", "地址", "理由"]

  /// The waivers that give a reason, in order.
  package let waivers: [Waiver]
  /// The rows of a skeleton whose reason nobody has given: they waive nothing.
  package let unfilled: [SourceLocation]

  /// Reads the waivers of a CSV file or a workbook, in order; columns are found by their headings, others are passed over.
  ///
  /// 地址 may be empty: then every finding of the rule is waived, or with 编号 the one finding with that id. Throws
  /// ``UnusableInput`` with every wrong row.
  package init(at path: String, from files: InputFiles = InputFiles()) throws(UnusableInput) {
    let file = InputFile.displayName(of: path)
    let bytes = try files.bytes(of: path)
    let rows =
      try InputFile.isWorkbook(bytes, of: path, as: .text)
      ? try WaiverRows(workbook: bytes, file: file) : try WaiverRows(text: files.text(of: path), file: file)
    let header = rows.header
    var columns: [String: Int] = [:]
    for (index, heading) in header.enumerated() where columns[heading] == nil { columns[heading] = index }
    guard let ruleColumn = columns["规则"], let reasonColumn = columns["理由"] else {
      throw UnusableInput([
        Problem(
          at: rows.headerPlace,
          found: header.allSatisfy(\.isEmpty) ? "文件是空的" : "标题是\(Problem.quoted(header.joined(separator: ",")))",
          expected: "第一行应是标题 \(Self.headings.joined(separator: ","))")
      ])
    }
    var problems = rows.problems
    var waivers: [Waiver] = []
    var unfilled: [SourceLocation] = []
    for (place, cells) in rows.rows {
      func text(_ heading: String) -> String? {
        columns[heading].map { cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
      }
      let reason = cells[reasonColumn]
      let id = text("编号")
      // An id says it all, also where a program for sheets has made a day of a rule such as 01-5.
      let rule = id.map { String($0.prefix { $0 != "@" }) } ?? cells[ruleColumn]
      let address = id == nil ? text("地址") : nil
      if reason.isEmpty, id != nil {
        unfilled.append(place)
        continue
      }
      if rule.isEmpty {
        problems.append(Problem(at: place.at(column: "规则"), found: "没有填", expected: "应为规则的编号，如 01-5"))
      }
      if let address, FigureAddress(address) == nil {
        problems.append(
          Problem(
            at: place.at(column: "地址"), found: "填的是\(Problem.quoted(address))",
            expected: "应为数的地址，即 表.行.栏，如 01.31.1", advice: "豁免这条规则的全部发现时留空"))
      }
      if reason.isEmpty {
        problems.append(Problem(at: place.at(column: "理由"), found: "没有填", expected: "应写明为什么可以接受"))
      }
      waivers.append(
        Waiver(rule: rule, address: address, id: id, source: text("来源"), reason: reason, place: place))
    }
    guard problems.isEmpty else { throw UnusableInput(problems) }
    self.waivers = waivers
    self.unfilled = unfilled
  }
}

/// The rows of a file of waivers before their columns are known: as many cells in each as in the header.
private struct WaiverRows {
  let header: [String]
  let headerPlace: SourceLocation
  private(set) var rows: [(place: SourceLocation, cells: [String])] = []
  /// What is wrong with rows that cannot be told apart into cells; they are left out.
  private(set) var problems: [Problem] = []

  /// The rows of a CSV file.
  init(text: [UInt8], file: String) throws(UnusableInput) {
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
  init(workbook bytes: [UInt8], file: String) throws(UnusableInput) {
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
