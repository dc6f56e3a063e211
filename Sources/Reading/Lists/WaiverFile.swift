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
    let rows = try HeadedRows(at: path, from: files)
    let columns = rows.columns
    guard let ruleColumn = columns["规则"], let reasonColumn = columns["理由"] else {
      throw rows.lacksHeadings(Self.headings)
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
