import Accounts
import Testing

/// The ledger as one JSON file, and what a user is told of one that cannot be used.
@Suite struct JSONLedgerTests {
  /// A JSON ledger of the sound unit with these sheets.
  private func json(_ income: String, more: String = "") -> String {
    """
    {
      "格式": "juesuan-ledger 1",
      "单位信息": [
        {"项目": "单位名称", "内容": "某局"}, {"项目": "年度", "内容": 2024},
        {"项目": "公开口径", "内容": "单位"}, {"项目": "单位性质", "内容": "行政单位"}
      ],
      "支出": [],
      "收入": \(income)\(more)
    }
    """
  }

  private func row(_ amount: String) -> String {
    json("[{\"功能科目编码\": 2013801, \"收入来源\": \"事业收入\", \"金额\": \(amount)}]")
  }

  private func folder(_ text: String) throws -> LedgerFolder { try LedgerFolder(["账.json": text]) }

  private func messages(_ text: String) throws -> [String] { try folder(text).messages("账.json") }

  /// A number is taken as it is spelled: a binary fraction would make 0.29 28 fen.
  @Test(
    arguments: [
      ("0.1", 10), ("0.29", 29), ("1.1", 110), ("1234.5", 123_450), ("-0.05", -5), ("100", 10000), ("0", 0), ("-0", 0),
      ("92233720368547758.07", .max), ("\"1,234.50\"", 123_450), ("\"１２\"", 1200), ("\"0.10\"", 10),
    ] as [(String, Int64)])
  func amountsAreExactAsNumbersAndAsStrings(written: String, fen: Int64) throws {
    #expect(try folder(row(written)).ledger("账.json").income.map(\.amount.fen) == [fen])
  }

  /// An exponent is no way to write money; whoever's program wrote 1e3 should look at what else it wrote.
  @Test(arguments: ["1e3", "1E3", "1.5e1", "100e-2"])
  func exponentsAreNoAmounts(written: String) throws {
    #expect(
      try messages(row(written)) == [
        "账/账.json:8 收入「金额」: 错误: 填的是“\(written)”，应为以元为单位的金额，如 1234.56。这是表格软件的科学计数，尾数可能已经丢失；请把这一列的格式设为数值、两位小数，重新导出。"
      ])
  }

  @Test func numbersKeepTheRulesOfAmounts() throws {
    #expect(
      try messages(row("0.125")) == [
        "账/账.json:8 收入「金额」: 错误: 填的是“0.125”，应为最多 2 位小数的金额（单位元，准确到分）。若这一列以万元为单位，请把标题写成“金额（万元）”；否则请核对到分。"
      ])
    #expect(
      try messages(row("1e400")) == [
        "账/账.json:8 收入「金额」: 错误: 填的是“1e400”，应为以元为单位的金额，如 1234.56。这是表格软件的科学计数，尾数可能已经丢失；请把这一列的格式设为数值、两位小数，重新导出。"
      ])
    #expect(
      try messages(row("92233720368547758.08")) == [
        "账/账.json:8 收入「金额」: 错误: 填的是“92233720368547758.08”，应为不超过约九亿亿元的金额。请检查是否多写了位数，或单位填错。"
      ])
  }

  @Test func nullAndAbsentAreBlank() throws {
    let text = json(
      "[]", more: ",\n\"三公经费\": [{\"项目\": \"公务接待费\", \"决算数\": null}, {\"项目\": \"公务用车购置费\", \"决算数\": 0.00, \"辆数\": 0}]")
    let rows = try folder(text).ledger("账.json").threePublic
    #expect(rows.map(\.actual) == [nil, .zero])
    #expect(rows.map(\.vehicles) == [nil, 0])
  }

  @Test func nullWhereAValueIsNeeded() throws {
    #expect(try messages(row("null")) == ["账/账.json:8 收入「金额」: 错误: 没有填写，应为金额。没有金额时请删去这一行，确为零填 0.00。"])
  }

  @Test func byteOrderMarkAndGB18030AreRead() throws {
    let folder = try LedgerFolder()
    try folder.write([0xEF, 0xBB, 0xBF] + Array(row("1").utf8), to: "账.json")
    #expect(try folder.ledger("账.json").income.count == 1)
    // {"收入":1} in GB18030.
    try folder.write(bytes(hex: "7b22cad5c8eb223a317d"), to: "账.json")
    #expect(try folder.messages("账.json").contains("账/账.json:1 收入: 错误: 不是数组，应是数组，一行一个对象。"))
  }

  // MARK: Shape

  @Test func unknownSheet() throws {
    #expect(
      try messages(json("[]", more: ",\n  \"收人\": []")) == [
        "账/账.json:9: 错误: 键是“收人”，应是下列之一：单位信息、收入、支出、结转结余、预算、三公经费、上年决算、其他信息、文字、补充科目、"
          + "绩效项目、绩效资金、绩效指标、绩效基础数据。"
      ])
  }

  @Test func unknownKey() throws {
    #expect(
      try messages(json("[\n{\"功能科目编码\": 2013801, \"收入来源\": \"事业收入\", \"金额\": 1,\n\"备\\u001b注\": 1}]")) == [
        "账/账.json:10 收入「备\u{FFFD}注」: 错误: 键是“备\u{FFFD}注”，“收入”的键应为：功能科目编码、功能科目名称、收入来源、金额、单位、往来单位。"
      ])
  }

  @Test func missingKey() throws {
    #expect(
      try messages(json("[{\"功能科目编码\": 2013801, \"收入来源\": \"事业收入\"}]")) == [
        "账/账.json:8 收入「金额」: 错误: 没有填写，应为金额。没有金额时请删去这一行，确为零填 0.00。"
      ])
  }

  @Test func missingSheet() throws {
    #expect(
      try messages("{\"收入\": [], \"支出\": []}") == [
        "账/账.json: 错误: 没有“单位信息”，账里应有这一张表。没有数据时也请保留只有标题的表（项目,内容）。"
      ])
  }

  @Test func wrongNesting() throws {
    #expect(
      try messages("[]") == ["账/账.json:1: 错误: 最外层不是对象，应是以表名为键的对象，如 {\"单位信息\": […], \"收入\": […], …}。"])
    #expect(try messages(json("{\"2013801\": 1}")) == ["账/账.json:8 收入: 错误: 不是数组，应是数组，一行一个对象。"])
    #expect(try messages(json("[[2013801]]")) == ["账/账.json:8 收入: 错误: 这一行不是对象，应是以标题为键的对象。"])
    #expect(try messages(row("{\"元\": 1}")) == ["账/账.json:8 收入「金额」: 错误: 不是文字或数字，应是文字、数字或 null。"])
    #expect(try messages(row("true")) == ["账/账.json:8 收入「金额」: 错误: 不是文字或数字，应是文字、数字或 null。"])
    #expect(
      try messages(row("[[[[[[[[[1]]]]]]]]]")) == [
        "账/账.json:8: 错误: 第 8 行第 57 个字符：数组和对象在此嵌套超过 8 层，应不超过此数。请检查括号，或减少嵌套。"
      ])
  }

  @Test func truncated() throws {
    #expect(
      try messages(String(row("1").dropLast(3))) == [
        "账/账.json:8: 错误: 第 8 行第 54 个字符：文本到此就结束了，应有英文逗号或结束数组的 ]。文件可能没有写完，请找回完整的文件，或补上缺少的部分。"
      ])
    #expect(
      try messages("") == ["账/账.json:1: 错误: 第 1 行第 1 个字符：文本到此就结束了，应有一个值。文件可能没有写完，请找回完整的文件，或补上缺少的部分。"])
  }

  @Test func duplicateKey() throws {
    #expect(
      try messages(row("1, \"金额\": 2")) == [
        "账/账.json:8: 错误: 第 8 行第 55 个字符：键“金额”在同一对象中已于第 8 行出现过，每个键应只出现一次。请删去或改名。"
      ])
    #expect(
      try messages(json("[]", more: ",\n  \"收入\": []")) == [
        "账/账.json:9: 错误: 第 9 行第 3 个字符：键“收入”在同一对象中已于第 8 行出现过，每个键应只出现一次。请删去或改名。"
      ])
  }

  @Test func duplicateRow() throws {
    let row = "{\"项目\": \"公务接待费\", \"决算数\": 1}"
    #expect(
      try messages(json("[]", more: ",\n\"三公经费\": [\(row),\n\(row)]")) == [
        "账/账.json:10 三公经费: 错误: 项目（公务接待费）与 账/账.json:9 三公经费 重复，每一组只应有一行。请合并或删去重复的行。"
      ])
  }

  @Test func everyErrorIsListedInOrder() throws {
    let text = """
      {
        "收人": [],
        "支出": {},
        "收入": [
          {"功能科目编码": "201", "收入来源": "捐赠", "金额": false},
          7
        ],
        "单位信息": [{"项目": "单位名称", "内容": "某局"}, {"项目": "年度", "内容": 24}, {"项目": "公开口径", "内容": "单位"}]
      }
      """
    #expect(
      try messages(text).map { $0.prefix(while: { $0 != "，" }) } == [
        "账/账.json:2: 错误: 键是“收人”",
        "账/账.json:8 单位信息「内容」: 错误: 填的是“24”", "账/账.json:8 单位信息: 错误: 没有“单位性质”",
        "账/账.json:5 收入「金额」: 错误: 不是文字或数字", "账/账.json:5 收入「功能科目编码」: 错误: 填的是“201”",
        "账/账.json:5 收入「收入来源」: 错误: 填的是“捐赠”", "账/账.json:6 收入: 错误: 这一行不是对象",
        "账/账.json:3 支出: 错误: 不是数组",
      ])
  }
}
