import Accounts
import Foundation
import Reading
import Tables
import Testing

/// Web pages as others write them.
@Suite struct PublishedPageTests {
  private static let body = """
    <tr><td>总计</td><td>31</td><td>5,029.36</td><td>总计</td><td>62</td><td>-0.05</td></tr>
    """
  private static let header = """
    <tr><td colspan=3>收入</td><td colspan=3>支出</td></tr>
    <tr><td>项目</td><td>行次</td><td>金额</td><td>项目</td><td>行次</td><td>金额</td></tr>
    """

  private func figures(_ html: String) throws -> [String: String] { try published("<html>" + html).figureTexts }

  private let expected = ["01.31.1": "5,029.36", "01.62.2": "-0.05"]

  @Test func titleAndHeadingLinesMayStandInTheTable() throws {
    let read = try published(
      """
      <!DOCTYPE html><TABLE border=0>
      <TR><TD colSpan='6' align=center><P><B>收入支出<SPAN>决算总表</SPAN></B></P></TD></TR>
      <tr><td colspan=5></td><td>公开01表</td></tr>
      <tr><td colspan=3>部门名称：某局</td><td>2024年度</td><td colspan=2>金额单位：元</td></tr>
      \(Self.header)\(Self.body)
      <tr><td colspan=6>注：本表反映&nbsp;&ldquo;总&#25910;入&rdquo;&#x3002;</td></tr></TABLE>
      """)
    #expect(read.figureTexts == expected)
    #expect(read.tables[0].unitLine == "部门名称：某局")
    #expect(read.tables[0].period == "2024年度")
    #expect(read.tables[0].currency == "金额单位：元")
    #expect(read.tables[0].notes == ["注：本表反映\u{A0}“总收入”。"])
    #expect(read.unitName == "某局")
    #expect(read.unreadTexts == [])
  }

  @Test(arguments: [
    "<p>收入支出决算总表<table>HEADER BODY",
    "<table><caption>收入支出决算总表</caption><thead>HEADER</thead><tbody>BODY</tbody></table>",
    "<h2>一、收入支出决算总表</h2><p>公开01表<!-- <p>支出决算表</p> --><table>HEADER BODY</table>",
    "<script>var t = '<table><td>支出决算表';</script><style>td { }</style><p>收入支出决算总表</p><table>HEADER BODY</table>",
    "<table><tr><td><p>收入支出决算总表</p><table>HEADER BODY</table></td></tr></table>",
    "<table><tr><td>左栏</td><td>收入支出决算总表<table><tr><td><table>HEADER BODY</table></table></table>",
    "收入支出决算总表<br><table>HEADER<tr><td colspan=6></td></tr>BODY</table>",
    "<p>收入<b>支出</b>决算总表</p><table>HEADER</table><table>BODY</table>",
    "<p>收入支出决算总表</p><table>HEADER<tr hidden><td title='a>b' data-x=\"<td>\">总计<td>31<td>5,029.36<td>总计<td>62<td>-0.05",
    "<p>收入支出决算总表</p><table>HEADER<tr><td>总<br>计</td><td> 31 </td><td><p>5,029.36</p></td><td>总&emsp;计</td><td>６２</td><td>&#45;0.05</td>",
    "<p>收入支出决算总表</p><table>HEADER<tr><td rowspan=2>总计<td rowspan=\"2\">31<td rowspan='2'>5,029.36<tr><td>总计<td>62<td>-0.05",
  ])
  func readsPagesOfAllKinds(page: String) throws {
    let html = page.replacing("HEADER", with: Self.header).replacing("BODY", with: Self.body)
    #expect(try figures(html) == expected)
    #expect(try published("<html>" + html).unreadTexts == [])
  }

  @Test func aTableOfSomethingElseIsPassedOver() throws {
    let other = "<h3>项目支出绩效自评表</h3><table><tr><td>项目名称</td><td>某项目</td></tr><tr><td>合计</td><td>1</td></tr></table>"
    let read = try published("<p>收入支出决算总表</p><table>\(Self.header)\(Self.body)</table><p>注：完。</p>\(other)")
    #expect(read.figureTexts == expected)
    // A self-evaluation table in no layout that is known is said to be so.
    #expect(read.unreadTexts.count == 1)
    #expect(read.unreadTexts.first?.contains("项目支出绩效自评表") == true)
  }

  @Test(arguments: ["<!-- ", "<td title=\"", "<script>", "<td", "<style>/*"])
  func aPageThatIsCutOffSaysSo(end: String) throws {
    let html = "<p>收入支出决算总表</p>\n<table>\(Self.header)\(Self.body)</table>\n\n\(end)<p>支出决算表</p"
    let read = try published(html)
    #expect(read.figureTexts == expected)
    let line = html.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(read.unread.map(\.reason) == ["这里开始的标签、注释或脚本没有结束，此后的内容没有读"])
    // For a script it is the line on which its content begins.
    #expect(read.unread.map(\.place.line) == [line])
  }

  @Test func badReferencesStayAsTheyAre() throws {
    let read = try published(
      "<p>收入支出决算总表</p><table>\(Self.header)\(Self.body)</table><p>注：&amp;lt; &unknown; & &; &#xD800; &#0; &#99999999; &#; &copy</p>"
    )
    #expect(read.tables[0].notes == ["注：&lt; &unknown; & &; \u{FFFD} \u{FFFD} \u{FFFD} &#; &copy"])
  }
}
