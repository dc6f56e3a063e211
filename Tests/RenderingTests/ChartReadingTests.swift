import Accounts
import Disclosing
import Documents
import Foundation
import Reading
import Rendering
import Tables
import TestSupport
import Testing

/// A chart repeats figures of the tables; who reads the page must not take them for a table's own.
@Suite struct ChartReadingTests {
  @Test func aPageWithChartsIsReadAsOneWithout() throws {
    let disclosure = try Example.datong.composed
    let charts = [
      Chart.shares(of: disclosure.tables), Chart.incomeAndExpenditure(of: disclosure.tables),
      Chart.threePublic(of: disclosure.tables, prior: [:]),
    ].compactMap { $0 }
    #expect(charts.count == 3)
    let figures = try charts.map(ChartSample.html).joined()
    // Once in a part of its own, once after every table.
    let html = try disclosure.html()
    #expect(html.contains("</div>\n</section>\n"))
    for page in [
      html.replacing("</main>", with: "<section><h2>第三部分　情况说明</h2>\(figures)</section></main>"),
      html.replacing("</div>\n</section>\n", with: "</div>\n\(figures)</section>\n"),
    ] {
      let folder = try TemporaryFolder()
      try folder.write(page.utf8, to: "index.html")
      let read = try Standard.reader.disclosure(at: folder.path + "/index.html")
      #expect(read.tables.map(\.id) == TableID.allCases)
      #expect(read.unread.map(\.text) == [])
      #expect(
        read.tables.flatMap(\.figures).map { "\($0.address) \($0.figure.text)" }
          == disclosure.tables.tables.flatMap(\.figures).map { "\($0.address) \($0.figure.text)" })
      #expect(read.tables.map(\.notes) == disclosure.tables.tables.map(\.notes))
    }
  }
}
