import Accounts
import Disclosing
import Reading
import Tables
import TestSupport
import Testing

/// A budget is told from final accounts.
@Suite struct BudgetTests {
  /// A budget's page, with titles of tables as places print them.
  private static func page(_ title: String, _ tables: [String]) -> String {
    let rows = tables.map { name in
      "<p>\(name)</p><p>单位：万元</p><table><tr><td>项目</td><td>预算数</td></tr><tr><td>合计</td><td>100.00</td></tr></table>"
    }
    return "<!DOCTYPE html><html><body><h1>\(title)</h1><p>2024年预算总收入100.00万元。</p>\(rows.joined())</body></html>"
  }

  private func problems(_ page: String) throws -> [String] {
    let folder = try TemporaryFolder(["公开.html": Array(page.utf8)])
    var disclosures = Disclosures(Choices()) { _ in }
    do {
      _ = try disclosures.disclosure(at: folder.path + "/公开.html")
      return []
    } catch let error as UnusableInput {
      return error.problems.map(\.message)
    }
  }

  @Test(arguments: [
    ("某某局2024年部门预算公开", ["部门收支总表", "部门收入总表", "部门支出总表", "财政拨款收支总表"]),
    ("某某局2024年部门预算", ["表一 收支总体情况表", "表二 收入总体情况表"]),
    ("2024年度单位预算公开", ["一般公共预算“三公”经费支出情况表"]),
    ("某某局2024年预算公开表", ["2024年部门收支总体情况表", "2024年部门收入总体情况表", "2024年一般公共预算支出情况表", "2024年政府性基金预算支出情况表"]),
  ])
  func aBudgetIsCalledOne(title: String, tables: [String]) throws {
    let problems = try problems(Self.page(title, tables))
    #expect(problems.count == 1)
    #expect(problems.first?.contains("2024 年的预算，不是决算") == true, "\(problems)")
    #expect(problems.first?.contains("收入支出决算总表") == true)
  }

  /// Final accounts speak of budgets, and have columns of them.
  @Test func finalAccountsAreNoBudget() throws {
    let page = try Example.datong.text("index.html")
    #expect(try problems(page.replacing("第一部分", with: "2024年部门预算")) == [])
  }

  @Test func anotherPageIsNoBudget() throws {
    let problems = try problems(Self.page("2024年部门预算编制工作通知", ["工作安排表"]))
    #expect(problems.count == 1 && problems[0].contains("没有找到决算公开的表"))
  }
}
