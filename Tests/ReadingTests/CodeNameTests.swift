import Accounts
import Reading
import TestSupport
import Testing

/// A name typed beside a code, or behind it in the same cell, is that code's or an error at its cell.
@Suite struct CodeNameTests {
  private func problems(_ files: [String: String]) throws -> [String] {
    let folder = try LedgerFolder(files)
    do {
      return try folder.ledger().problems(codes: Standard.codes).map { folder.shortened($0.message) }
    } catch let error as UnusableInput {
      return error.problems.map { folder.shortened($0.message) }
    }
  }

  private static let names: [(file: String, header: String, row: String, cell: String)] = [
    ("收入", "功能科目编码,功能科目名称,收入来源,金额", "2139901,行政运行,其他收入,1.00", "功能科目名称"),
    ("支出", "功能科目编码,功能科目名称,支出性质,资金性质,金额", "2139901,行政运行,项目支出,其他资金,1.00", "功能科目名称"),
    ("支出", "功能科目编码,支出性质,资金性质,经济科目编码,经济科目名称,金额", "2013801,基本支出,其他资金,30101,津贴补贴,1.00", "经济科目名称"),
    ("结转结余", "资金性质,功能科目编码,功能科目名称,年初结转和结余", "政府性基金预算财政拨款,2120803,行政运行,1.00", "功能科目名称"),
    ("预算", "功能科目编码,功能科目名称,年初预算数", "201,教育支出,1.00", "功能科目名称"),
    ("上年决算", "项目,功能科目编码,功能科目名称,金额", "一般公共预算财政拨款支出,201,教育支出,1.00", "功能科目名称"),
    ("文字", "章节,功能科目编码,内容", "科目支出用途,201 教育支出,用于办公", "功能科目编码"),
  ]

  @Test(arguments: names)
  func anotherCodesNameIsAnErrorAtItsCell(file: String, header: String, row: String, cell: String) throws {
    let found = try problems(["\(file).csv": "\(header)\n\(row)\n"])
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix("账/\(file).csv:2「\(cell)」: 错误: 编码 ") == true, "\(found)")
  }

  /// 2139901 is 化解其他公益性乡村债务支出 in the code tables of 2024.
  @Test func theMessageNamesWhatWasTypedAndWhatTheCodeIs() throws {
    let found = try problems([
      "支出.csv": "功能科目编码,功能科目名称,支出性质,资金性质,金额\n2139901,行政运行,项目支出,其他资金,1.00\n"
    ])
    #expect(
      found == [
        "账/支出.csv:2「功能科目名称」: 错误: 编码 2139901 的名称填的是“行政运行”，科目表里 2139901 是“化解其他公益性乡村债务支出”。"
          + "请核对编码和名称哪个填错了；科目表有误时，在“补充科目”中填写它的名称。"
      ])
  }

  @Test(arguments: [
    "2013801 行政运行", "2013801　行政运行", "２０１３８０１ 行政运行", "2013801-行政运行", "2013801行政 运行",
  ])
  func aCodeMayStandWithItsName(cell: String) throws {
    let folder = try LedgerFolder(["收入.csv": "功能科目编码,收入来源,金额\n\(cell),一般公共预算财政拨款,100.00\n"])
    let ledger = try folder.ledger()
    #expect(ledger.income.map(\.code.digits) == ["2013801"])
    #expect(ledger.problems(codes: try Standard.codes).isEmpty)
  }

  @Test func bothNamesOfARowAreCompared() throws {
    let text = "功能科目编码,功能科目名称,收入来源,金额\n2013801 行政运行,一般行政管理事务,其他收入,1.00\n"
    #expect(
      try problems(["收入.csv": text]) == [
        "账/收入.csv:2「功能科目编码」: 错误: 编码后面的名称是“行政运行”，应与功能科目名称一格的“一般行政管理事务”相同。请改正其中一个，或只填编码。"
      ])
    #expect(try problems(["收入.csv": text.replacing("一般行政管理事务", with: "行政运行")]) == [])
    #expect(
      try problems(["收入.csv": "功能科目编码,收入来源,金额\n2013801 教育支出,其他收入,1.00\n"]).first?
        .hasPrefix("账/收入.csv:2「功能科目名称」: 错误: 编码 2013801 的名称填的是“教育支出”") == true)
  }

  /// What 补充科目 and --codes call a code counts; another name beside it does not.
  @Test func ownCodesCount() throws {
    let own = "分类,编码,名称\n支出功能分类,20798,文化旅游融合发展资金\n支出功能分类,2079801,文旅融合示范项目\n"
    let income = "功能科目编码,功能科目名称,收入来源,金额\n2079801,文旅融合示范项目,其他收入,1.00\n"
    #expect(try problems(["补充科目.csv": own, "收入.csv": income]) == [])
    let other = try problems(["补充科目.csv": own, "收入.csv": income.replacing("文旅融合示范项目", with: "行政运行")])
    #expect(other.count == 1 && other[0].contains("编码 2079801 的名称是“行政运行”"), "\(other)")
    var codes = try Standard.codes
    codes.add(CodeBook.Entry(code: "2079801", name: "示范", group: "", evidence: .user), to: .function)
    codes.add(CodeBook.Entry(code: "20798", name: "融合", group: "", evidence: .user), to: .function)
    let ledger = try LedgerFolder(["收入.csv": income]).ledger()
    #expect(ledger.problems(codes: codes).count == 1)
    #expect(
      try LedgerFolder(["收入.csv": income.replacing("文旅融合示范项目", with: "示范")]).ledger().problems(codes: codes).isEmpty)
  }

  /// The code table's own name passes however it is typed, and so does what the code was called before.
  @Test func theSameNameIsNoError() throws {
    let rows = "30213,维修(护)费\n30213,维修（护）费\n30213,维修 护 费\n30213 维修（护）费,\n"
    let text =
      "功能科目编码,支出性质,资金性质,经济科目编码,经济科目名称,项目名称,金额\n"
      + rows.split(separator: "\n").enumerated().map { "2013801,基本支出,其他资金,\($1),项目\($0),1.00\n" }.joined()
    #expect(try problems(["支出.csv": text]) == [])
  }
}
