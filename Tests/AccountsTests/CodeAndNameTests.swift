import Accounts
import Testing

/// A code with its name behind it in one cell, as people paste it from code tables.
@Suite struct CodeAndNameTests {
  @Test(arguments: [
    ("2130101 行政运行", "2130101", "行政运行"), ("２１３０１０１　行政运行", "2130101", "行政运行"), ("2130101行政运行", "2130101", "行政运行"),
    ("2130101-行政运行", "2130101", "行政运行"), ("201、一般公共服务支出", "201", "一般公共服务支出"), (" 30213 维修（护）费 ", "30213", "维修（护）费"),
    ("2082502 其他农村生活救助", "2082502", "其他农村生活救助"),
  ])
  func isToldApart(text: String, code: String, name: String) {
    #expect(CodeAndName(text) == CodeAndName(code: code, name: name))
  }

  @Test(arguments: [
    "2130101", "2130101.0", "2130101 ", "21301 01", "行政运行", "行政运行 2130101", "2130 行政运行", "21301019 行政运行", "2.13E+06",
    "",
  ])
  func isNothingElse(text: String) { #expect(CodeAndName(text) == nil) }

  @Test(arguments: [
    ("维修(护)费", "维修（护） 费"), ("社会保障和就业", "社会保障和就业支出"), ("“三公”经费", "三公经费"), ("行政运行", " 行政 运行"),
    ("文化、旅游", "文化,旅游"),
  ])
  func namesAreTheSame(one: String, other: String) { #expect(CodeAndName.isSame(one, other)) }

  @Test(arguments: [("行政运行", "行政运作"), ("其他支出", "其他"), ("一般行政管理事务", "行政运行"), ("", "行政运行")])
  func namesDiffer(one: String, other: String) { #expect(!CodeAndName.isSame(one, other)) }
}
