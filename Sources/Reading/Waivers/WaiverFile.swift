package import Accounts
import Formats
import Tables

/// A CSV file of waivers: 规则, 地址, 理由, one finding a row.
package enum WaiverFile {
  private static let headings = ["规则", "地址", "理由"]

  /// Reads the waivers of a file, in order; columns are found by their headings, others are passed over.
  ///
  /// 地址 may be empty: then every finding of the rule is waived. Throws ``UnusableInput`` with every wrong row.
  package static func waivers(
    at path: String, from files: InputFiles = InputFiles()
  ) throws(UnusableInput) -> [Waiver] {
    let file = InputFile.displayName(of: path)
    let (records, damage) = CSVDocument.parse(try files.text(of: path))
    guard damage.isEmpty else {
      throw UnusableInput(damage.map { Problem(at: SourceLocation(file: file), $0.message) })
    }
    let header = records.first?.fields.map(\.trimmed) ?? []
    var columns: [String: Int] = [:]
    for (index, heading) in header.enumerated() where columns[heading] == nil { columns[heading] = index }
    guard let ruleColumn = columns["规则"], let reasonColumn = columns["理由"] else {
      throw UnusableInput([
        Problem(
          at: SourceLocation(file: file, line: records.first?.line ?? 1),
          found: records.isEmpty ? "文件是空的" : "标题是\(Problem.quoted(header.joined(separator: ",")))",
          expected: "第一行应是标题 \(headings.joined(separator: ","))")
      ])
    }
    var problems: [Problem] = []
    var waivers: [Waiver] = []
    for record in records.dropFirst() {
      let place = SourceLocation(file: file, line: record.line)
      guard record.fields.count == header.count else {
        problems.append(
          Problem(
            at: place, found: "有 \(record.fields.count) 列", expected: "应与标题一样有 \(header.count) 列",
            advice: "请检查是否少了或多了逗号；含逗号的值要用英文双引号括起来"))
        continue
      }
      let rule = record.fields[ruleColumn].trimmed
      let address = columns["地址"].map { CSVWriter.originalText(of: record.fields[$0]).trimmed } ?? ""
      let reason = record.fields[reasonColumn].trimmed
      if rule.isEmpty {
        problems.append(Problem(at: place.at(column: "规则"), found: "没有填", expected: "应为规则的编号，如 01-5"))
      }
      if !address.isEmpty, FigureAddress(address) == nil {
        problems.append(
          Problem(
            at: place.at(column: "地址"), found: "填的是\(Problem.quoted(address))",
            expected: "应为数的地址，即 表.行.栏，如 01.31.1", advice: "豁免这条规则的全部发现时留空"))
      }
      if reason.isEmpty {
        problems.append(Problem(at: place.at(column: "理由"), found: "没有填", expected: "应写明为什么可以接受"))
      }
      waivers.append(Waiver(rule: rule, address: address.isEmpty ? nil : address, reason: reason, place: place))
    }
    guard problems.isEmpty else { throw UnusableInput(problems) }
    return waivers
  }
}
