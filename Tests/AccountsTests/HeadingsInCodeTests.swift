import Accounts
import Foundation
import TestSupport
import Testing

/// A heading of a ledger stands in the schema and nowhere in the code, so that whoever renames it renames it once.
@Suite struct HeadingsInCodeTests {
  /// Where a word that is a heading too is another thing's own word, which keeps its name when the heading changes.
  private static let ownWords: [(path: String, words: Set<String>, reason: String)] = [
    (
      "Accounts/Ledger/LedgerTerms.swift", ["年初预算数", "全年预算数", "决算数"],
      "the sides of 公开09, as the forms have them"
    ),
    (
      "Tables/Forms/", ["使用非财政拨款结余", "年初结转和结余", "年末结转和结余", "结余分配"],
      "the items of the forms' lines and columns"
    ),
    ("Tables/Figures/", ["决算数"], "the headings printed above the figures"),
    ("Documents/Charts/", ["决算数", "全年预算数"], "the words of the charts"),
    ("Documents/Document/", ["三公经费"], "the name by which templates ask for the chart"),
    (
      "Documents/Narrative/",
      [
        "变动原因", "全年执行数", "全年预算数", "决算数", "预算数", "使用非财政拨款结余", "年初结转和结余", "年末结转和结余", "支出性质", "收入来源", "结余分配",
      ], "the names that templates use"
    ),
    ("Evaluations/Grid/", ["主管部门", "实施单位", "实际完成情况", "年度目标", "绩效指标", "项目名称"], "what 自评表 print"),
    (
      "Evaluations/Model/",
      [
        "一级指标", "二级指标", "三级指标", "偏差原因", "全年执行数", "全年预算数", "实际完成值", "年初指标值", "年初预算数", "年度指标值", "情况说明",
        "执行率", "目标申报数", "结转结余",
      ], "what 自评表 print, in the addresses of their cells"
    ),
    ("Evaluations/Overall/", ["上年决算数", "决算数", "实际规模", "批复规模", "预算数"], "what 基础数据表 prints"),
    ("Evaluations/Ledger/BasicData+Ledger.swift", ["三公经费"], "a row of 基础数据表"),
    (
      "Evaluations/Ledger/ReportFigures.swift", ["全年执行数", "全年预算数", "年初结转和结余", "年末结转和结余"],
      "the names of figures that templates use"
    ),
    (
      "Checks/Evaluations/", ["二级指标", "决算数", "项目名称", "绩效指标", "年度目标", "实际完成情况"],
      "what 自评表 print, in findings about them"
    ),
    (
      "Reading/Evaluations/", ["主管部门", "实施单位", "实际完成情况", "年度目标", "绩效指标", "项目名称"],
      "what 自评表 print, and the keys of their JSON"
    ),
    (
      "Rendering/Evaluations/", ["主管部门", "实施单位", "实际完成情况", "年度目标", "绩效指标", "项目名称"],
      "the keys of the JSON of 自评表"
    ),
    ("Reading/Codes/", ["资金性质"], "a heading of a code table, which is a file of its own"),
    ("Reading/Prose/", ["预算数"], "a word of published texts"),
    ("Rendering/Findings/", ["情况说明"], "what kind of remark a finding is"),
    ("Rendering/Preview/", ["情况说明"], "what kind of remark a finding is"),
  ]

  /// What stands between quotes in a line, comments left out; as bytes, which are searched far faster than characters.
  private static func literals(_ line: Substring.UTF8View) -> [Substring] {
    var literals: [Substring] = []
    var start: Substring.Index?
    var isEscaped = false
    var slashes = 0
    for index in line.indices {
      let byte = line[index]
      if let first = start {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          literals.append(Substring(line[first..<index]))
          start = nil
        }
      } else if byte == UInt8(ascii: "\"") {
        start = line.index(after: index)
      }
      slashes = byte == UInt8(ascii: "/") ? slashes + 1 : 0
      if slashes > 1, start == nil { break }
    }
    return literals
  }

  @Test func headingsStandInTheSchemaOnly() throws {
    let schema = try LedgerSchema.standard()
    // Shorter ones are everyday words: 项目, 内容, 金额.
    let headings = Set(schema.sheets.flatMap { [$0.title] + $0.columns.map(\.heading) }).filter { $0.count >= 3 }
    #expect(headings.contains("变动原因"))
    let sources = Checkout.path("Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources).filter { $0.hasSuffix(".swift") }
    var literals = 0
    for path in paths.sorted() {
      let own = Self.ownWords.filter { path.hasPrefix($0.path) }.reduce(into: Set<String>()) { $0.formUnion($1.words) }
      let text = try String(contentsOfFile: sources + "/" + path, encoding: .utf8)
      let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() where line.contains(UInt8(ascii: "\"")) {
        for literal in Self.literals(line) {
          literals += 1
          if literal.utf8.allSatisfy({ $0 < 0x80 }) { continue }
          var named = headings.contains(String(literal)) ? [String(literal)] : []
          // A sentence that names a heading puts it in quotation marks.
          for quoted in literal.split(whereSeparator: { "“”「」".contains($0) }) where headings.contains(String(quoted)) {
            if literal.contains("“\(quoted)”") || literal.contains("「\(quoted)」") { named.append(String(quoted)) }
          }
          #expect(Set(named).subtracting(own).isEmpty, "\(path):\(number + 1)")
        }
      }
    }
    #expect(literals > 1_000)
  }
}
