import Accounts
import Checks
import Reading
import Tables
import TestSupport
import Testing

/// D03: what is said under a table that has nothing in it, in the ways in which published ones say it.
@Suite struct EmptyTableTests {
  private static let table07 = """
    政府性基金预算财政拨款收入支出决算表
    公开07表
    部门名称：某某局\t2024年度\t金额单位：万元
    项目\t\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余
    科目代码\t科目名称\t\t\t小计\t基本支出\t项目支出\t
    """
  private static let table08 = """
    国有资本经营预算财政拨款支出决算表
    公开08表
    部门名称：某某局\t2024年度\t金额单位：万元
    项目\t\t本年支出
    科目代码\t科目名称\t合计\t基本支出\t项目支出
    """
  private static let table02 = """
    收入决算表
    公开02表
    部门名称：某某局\t2024年度\t金额单位：万元
    项目\t\t本年收入合计\t财政拨款收入\t上级补助收入\t事业收入\t经营收入\t附属单位上缴收入\t其他收入
    科目代码\t科目名称\t\t\t\t\t\t\t
    合计\t\t\(figure)\t\(figure)\t\t\t\t\t
    注：本表反映部门本年度取得的各项收入情况。
    """
  private static let figure = "12.00"

  /// What D03 says of a text of tables; each is there.
  private func messages(_ tables: [String]) throws -> [String] {
    let folder = try TemporaryFolder(["公开": Array((tables.joined(separator: "\n") + "\n").utf8)])
    defer { withExtendedLifetime(folder) {} }
    let read = try Standard.reader.disclosure(at: folder.path + "/公开")
    #expect(read.tables.count == tables.count && read.unread.isEmpty)
    return try Standard.checker.check(read).findings.filter { $0.rule == "D03" }.map(\.message)
  }

  /// As provinces, cities and their units print it, with 注： and without.
  @Test(arguments: [
    "说明：本表无数据", "注：本表无数据。", "本表无数据", "本表为空。", "注：本表为空表。", "说明：无此项收支。",
    "本部门2024年度没有政府性基金预算财政拨款收入，也没有使用政府性基金预算财政拨款安排的支出。",
    "注：我局2024年度没有政府性基金预算财政拨款收入，也没有政府性基金预算财政拨款支出，故本表无数据。",
    "本单位无政府性基金预算财政拨款收支，故本表为空。", "说明：本单位本年度未发生政府性基金预算财政拨款支出。", "本单位不涉及政府性基金预算收支。",
    "备注：本单位无相关收支内容", "注：本年度未安排政府性基金预算，本表无内容。",
    "本单位2024年度没有政府性基金预算和国有资本经营预算财政拨款收支。",
  ]) func waysOfSayingThatThereIsNothing(line: String) throws {
    #expect(try messages([Self.table02, Self.table07 + "\n合计\t\t\t\t\t\t\t\n" + line]) == [])
  }

  @Test(arguments: [
    ("注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。", "也没有说明"), ("本单位无国有资本经营预算财政拨款收支，故本表为空。", "也没有说明"),
    ("说明：本单位2024年度没有国有资本经营预算财政拨款支出。", "表下的说明说的却是另一项资金"),
  ]) func whatSaysNothingOfThisTable(line: String, words: String) throws {
    #expect(
      try messages([Self.table02, Self.table07 + "\n合计\t\t\t\t\t\t\t\n" + line])
        == ["《政府性基金预算财政拨款收入支出决算表》没有一个数，\(words)"])
  }

  /// A note copied from the table before.
  @Test func aNoteOfAnotherFundIsNoneOfThis() throws {
    let line = "说明：本单位2024年度没有政府性基金预算财政拨款收入，也没有政府性基金预算财政拨款支出。"
    let found = try messages([
      Self.table02, Self.table07 + "\n合计\t\t\t\t\t\t\t\n" + line, Self.table08 + "\n合计\t\t\t\t\n" + line,
    ])
    #expect(found == ["《国有资本经营预算财政拨款支出决算表》没有一个数，表下的说明说的却是另一项资金"])
  }

  @Test func aTableWithAmountsDoesNotSayThatItHasNone() throws {
    let filled = Self.table07 + "\n合计\t\t\t5.00\t5.00\t\t5.00\t\n"
    #expect(
      try messages([Self.table02, filled + "说明：本表无数据"]) == ["《政府性基金预算财政拨款收入支出决算表》有数，却说明本表无数据"])
    // What a dash means, what another fund lacks, and that there was no income are said of tables with amounts too.
    for line in [
      "注：表中“—”表示无数据。", "注：本单位无国有资本经营预算财政拨款收支。", "注：没有当年收入，支出为上年结转安排。", "注：如无数据，以空白表示。",
    ] {
      #expect(try messages([Self.table02, filled + line]) == [], "\(line)")
    }
    // 0.00 throughout is no amount: either may be said.
    for line in ["说明：本表无数据", "注：本表反映收支情况。"] {
      #expect(try messages([Self.table02, Self.table07 + "\n合计\t\t0.00\t0.00\t0.00\t0.00\t0.00\t0.00\n" + line]) == [])
    }
  }

  /// The text goes on after the tables: what it says is no note.
  @Test func theTextAfterTheTablesIsNoNote() throws {
    let text = Self.table07 + "\n合计\t\t\t\t\t\t\t\n第三部分 情况说明\n本单位没有政府性基金预算财政拨款收支。"
    #expect(try messages([Self.table02, text]).count == 1)
  }
}
