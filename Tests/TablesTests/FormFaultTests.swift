import Accounts
import Foundation
import Tables
import TestSupport
import Testing

/// What a form is refused for, and what a form that is based on another takes over.
@Suite struct FormFaultTests {
  private static let folder = Checkout.folder.appending(path: "Templates/places")

  private static func text(_ place: String) throws -> String {
    try String(contentsOf: folder.appending(path: "\(place)/form-2024.json"), encoding: .utf8)
  }

  /// A form of one's own that differs in what is given.
  private func based(_ differences: String) -> String {
    "{\"id\": \"ours\", \"year\": 2024, \"basedOn\": \"national\",\n\(differences)\n}"
  }

  @Test(arguments: [
    ("\"titel\": 1", "titel", "没有这一项，应是“title”"),
    ("\"left\": []", "left", "没有这一项"),
  ])
  func anUnknownKeyIsRefusedWithItsPlace(key: String, name: String, expected: String) {
    let faults = FormTests.faults(based("\"tables\": [\n  {\"id\": \"02\", \(key)}]"))
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("表样文件:3: 错误: 第 16 个字符，这里写的是“\(name)”，没有这一项") == true)
    #expect(faults.first?.contains(expected) == true)
  }

  @Test func everyFaultIsReportedTogetherInTheOrderOfTheLines() {
    let faults = FormTests.faults(
      based(
        """
        "leavesOut": ["03.*.9", "nothing"],
        "tables": [
          {"id": "01", "left": [{"line": 0, "label": "零"}, {"line": 5, "labell": "五"}]},
          {"id": "02", "columns": [{"column": 1, "item": "本年收人合计"}]},
          {"id": "03", "columnOrder": [1, 2]}
        ]
        """))
    #expect(
      faults.map { $0.prefix { $0 != " " } } == ["表样文件:2:", "表样文件:2:", "表样文件:4:", "表样文件:4:", "表样文件:5:", "表样文件:6:"])
    #expect(faults.contains { $0.contains("应是 1 至 999 的整数") })
    #expect(faults.contains { $0.contains("“本年收人合计”不是这张表认识的项目，应是“本年收入合计”") })
  }

  @Test func theTwoFormsThatOnceTrappedAreRefused() throws {
    let national = try Self.text("national")
    let short = national.replacing(
      "[{\"text\": \"项目\", \"columns\": 2}, {\"text\": \"本年支出\", \"columns\": 3}],\n        [{\"text\": \"科目代码\"}, {\"text\": \"科目名称\"}, {\"text\": \"合计\"}",
      with:
        "[{\"text\": \"本年支出\", \"columns\": 3}],\n        [{\"text\": \"科目代码\"}, {\"text\": \"科目名称\"}, {\"text\": \"合计\"}"
    )
    #expect(short != national)
    #expect(FormTests.faults(short).contains { $0.contains("公开08表的第 1 行表头没有盖住第 4 列") })
    let huge = national.replacing(
      "{\"line\": 1, \"label\": \"一、一般公共预算财政拨款收入\"", with: "{\"line\": 9223372036854775807, \"label\": \"一\"")
    #expect(huge != national)
    #expect(FormTests.faults(huge).contains { $0.contains("应是 1 至 999 的整数") })
  }

  @Test func whatIsLeftOutUnsaidIsAnError() throws {
    let national = try Self.text("national")
    let table = try #require(national.range(of: "    {\n      \"id\": \"10\""))
    let nine = String(national[..<table.lowerBound]).trimmingCharacters(in: .whitespacesAndNewlines).dropLast() + "]}"
    #expect(
      FormTests.faults(String(nine)).map { $0.contains("没有全国格式的公开10表《部门决算公开相关信息统计表》") && $0.contains("\"10\"") } == [
        true
      ])
    let said = nine.replacing("\"decimals\": 2,", with: "\"decimals\": 2, \"leavesOut\": [\"10\"],")
    #expect(try Form(json: String(said)).tables.count == 9)
    // A line, a column and a code alike.
    let fewer = national.replacing("        {\"line\": 6, \"label\": \"六、经营收入\", \"item\": \"经营收入\"},\n", with: "")
      .replacing("{\"code\": \"39910\", \"name\": \"资本性赠与\"},", with: "")
    let faults = FormTests.faults(fewer)
    #expect(faults.count == 2)
    #expect(faults.contains { $0.contains("\"01.6\"") } && faults.contains { $0.contains("\"06.39910\"") })
  }

  @Test(arguments: [
    ("\"leavesOut\": [\"10\"], \"tables\": [{\"id\": \"10\", \"title\": \"信息表\"}]", "说了不印“10”，表样里却有"),
    ("\"tables\": [{\"id\": \"03\", \"columns\": [{\"column\": 7, \"item\": \"基本支出\"}]}]", "有两栏是同一项目"),
    ("\"tables\": [{\"id\": \"08\", \"header\": [[\"甲\", \"乙\", \"丙\", \"丁\", \"戊\"]]}]", "最后一行表头却没有栏次"),
    ("\"tables\": [{\"id\": \"01\", \"left\": [{\"line\": 32, \"label\": \"又\"}]}]", "行次 32 用了两次"),
    ("\"tables\": [{\"id\": \"04\", \"title\": \"收入支出决算总表\"}]", "有两张表的标题都是“收入支出决算总表”"),
    ("\"tables\": [{\"id\": \"02\", \"title\": \"收入\"}]", "应以“表”字结尾"),
    ("\"order\": [\"01\", \"02\"]", "应把印的各表都列一次"),
    (
      "\"tables\": [{\"id\": \"06\", \"blocks\": [{\"group\": \"人员经费\", \"classes\": [\"301\"]}], \"header\": [[\"编码\", \"名称\", \"数\"]]}]",
      "没有全国格式的公开06表的 302"
    ),
    ("\"basedOn2\": \"x\"", "应是“basedOn”"),
  ])
  func whatContradictsItselfIsRefused(differences: String, expected: String) {
    let faults = FormTests.faults(based(differences))
    #expect(faults.contains { $0.contains(expected) }, "\(faults)")
  }

  @Test(arguments: ["nowhere", "ours", ""])
  func aBaseNobodyHasIsRefused(base: String) {
    let faults = FormTests.faults("{\"id\": \"ours\", \"year\": 2024, \"basedOn\": \"\(base)\"}")
    #expect(faults.count == 1 && faults[0].contains(Form.builtInNames.joined(separator: "、")))
  }

  @Test func aFormIsItsBaseButForItsDifferences() throws {
    let form = try Form(
      json: based(
        "\"name\": \"我们的\", \"tables\": [{\"id\": \"03\", \"title\": \"支出表\"}], \"leavesOut\": [\"07\", \"01.9\"]"))
    let national = try Form.builtIn("national", year: 2024)
    #expect(form.tables.map(\.id) == national.tables.map(\.id).filter { $0 != .t07 })
    #expect(form[.t03]?.title == "支出表" && form[.t03]?.note == national[.t03]?.note)
    #expect(form.wording == ["ours", "national"])
    #expect(FormText(form[.t04]).lines == FormText(national[.t04]).lines)
    #expect(FormText(form[.t01]).lines == FormText(national[.t01]).lines.filter { $0 != "  left: 9" })
  }

  @Test func shanghaiIsWhatItWasWhenItWasWrittenOutInFull() throws {
    let form = try Form.builtIn("shanghai", year: 2024)
    let expected = try Fixture.text("shanghai-2024.txt").split(separator: "\n").map(String.init)
    let head = [
      form.id, String(form.year), form.name, form.source, form.unit.rawValue, String(form.decimals),
      form.thousands ? "thousands" : "-",
    ].joined(separator: " | ")
    #expect([head] + form.tables.flatMap { FormText($0).lines } == expected)
  }

  @Test(arguments: Form.builtInNames)
  func everyBuiltInFormIsInOrder(place: String) throws {
    for year in Form.builtInYears(of: place) {
      let form = try Form.builtIn(place, year: year)
      #expect(form.id == place && form.year == year && form.wording.last == Form.ancestor)
      // It is not compared with the national form each time it is used. That its figures have national addresses is found here.
      #expect(try Form(json: Form.builtInText(place, year: year)).id == place)
    }
  }
}

/// A table's form as lines of text.
struct FormText {
  private(set) var lines: [String] = []

  init(_ table: TableForm?) {
    guard let table else { return }
    lines.append(
      [
        table.id.rawValue, table.title, table.formCode.isEmpty ? "-" : table.formCode,
        table.unitCaption.isEmpty ? "-" : table.unitCaption, table.currency, table.wide ? "wide" : "tall",
      ].joined(separator: " | "))
    for row in table.header {
      lines.append("  header: " + row.map { "\($0.text) \($0.columns)x\($0.rows)" }.joined(separator: " | "))
    }
    if table.columnNumbers { lines.append("  column numbers") }
    switch table.body {
    case .twoSided(let sides):
      lines.append(sides.lineNumbers ? "  line numbers" : "  no line numbers")
      lines += sides.left.map { "  left: " + Self.text($0) } + sides.right.map { "  right: " + Self.text($0) }
    case .functionCodes(let codes):
      if codes.totalLast { lines.append("  total last") }
      lines += codes.columns.map(Self.text)
    case .economicCodes(let economic):
      if economic.zeros { lines.append("  zeros") }
      for block in economic.blocks {
        lines += ["  block: \(block.group)"] + block.rows.map { "    \($0.code) \($0.name)" }
      }
    case .singleRow(let columns): lines += columns.map(Self.text)
    case .sections(let sections):
      for section in sections { lines += ["  section: \(section.title)"] + section.rows.map { "    " + Self.text($0) } }
    }
    lines.append("  note: " + table.note)
    if let note = table.roundingNote { lines.append("  roundingNote: " + note) }
    if let note = table.emptyNote { lines.append("  emptyNote: " + note) }
  }

  private static func text(_ line: TableForm.Line) -> String {
    (["\(line.line)", line.label].filter { !$0.isEmpty }.joined(separator: " "))
      + ((line.item ?? line.category).map { " = " + $0 } ?? "")
  }

  private static func text(_ column: TableForm.Column) -> String {
    "  column: "
      + [String(column.column), column.side ?? "", column.item].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
