import Accounts
import Disclosing
import Rendering
import Tables
import TestSupport
import Testing

@Suite struct MarkdownTests {
  /// The cells of a line of a table; a pipe behind a backslash stands for itself.
  private func cells(_ line: some StringProtocol) -> Int {
    var count = 0
    var isEscaped = false
    for character in line {
      if character == "|", !isEscaped { count += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    return count - 1
  }

  /// The lines of every table.
  private func tables(_ markdown: String) -> [[Substring]] {
    markdown.split(separator: "\n", omittingEmptySubsequences: false).split { !$0.hasPrefix("|") }.map { Array($0) }
  }

  @Test(arguments: ["某", "| a | b |", "a\\|b", "a\\"])
  func everyLineOfATableHasItsCells(text: String) throws {
    let disclosure = try ComposedDisclosure.datong(with: text)
    let tables = tables(try disclosure.markdown())
    #expect(tables.count == 13, "ten tables and three charts")
    for (lines, table) in zip(tables.prefix(10), disclosure.tables.tables) {
      #expect(lines.allSatisfy { cells($0) == table.width }, "\(table.formCode)")
      let numbers = table.header.contains(where: \.isColumnNumbers) ? 1 : 0
      #expect(lines.count == 2 + numbers + table.rows.count)
      #expect(lines[1].allSatisfy { "|-: ".contains($0) })
    }
  }

  @Test func tablesAreThoseOfThePage() throws {
    let markdown = try Example.datong.composed.markdown()
    #expect(markdown.contains("| 八、其他收入 | 8 |  | 八、社会保障和就业支出 | 39 | 811.45 |"))
    #expect(
      tables(markdown)[8].map(String.init) == [
        "| 预算数·合计 | 预算数·因公出国（境）费 | 预算数·公务用车购置及运行维护费·小计 | 预算数·公务用车购置及运行维护费·公务用车购置费 "
          + "| 预算数·公务用车购置及运行维护费·公务用车运行维护费 | 预算数·公务接待费 | 决算数·合计 | 决算数·因公出国（境）费 "
          + "| 决算数·公务用车购置及运行维护费·小计 | 决算数·公务用车购置及运行维护费·公务用车购置费 "
          + "| 决算数·公务用车购置及运行维护费·公务用车运行维护费 | 决算数·公务接待费 |",
        "|" + String(repeating: " ---: |", count: 12),
        "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 |",
        "| 26.26 |  | 25.67 |  | 25.67 | 0.59 | 26.26 |  | 25.67 |  | 25.67 | 0.59 |",
      ])
  }

  @Test func onlyColumnsOfFiguresAreSetRight() throws {
    let tables = tables(try Example.datong.composed.markdown())
    #expect(tables[0][1] == "| --- | --- | ---: | --- | --- | ---: |")
    #expect(tables[7][1] == "| --- | --- | ---: | ---: | ---: |")
  }

  @Test(arguments: [
    ("普通的话。", "普通的话。"), ("  \t缩进", "缩进"), ("　　全角缩进", "全角缩进"), ("a:b", "a:b"), ("甲http:乙", "甲http&#58;乙"),
    ("12.5%", "12\\.5%"), ("12、x", "12、x"), ("2024年", "2024年"), ("+", "\\+"), ("", ""), ("a\nb", "a b"),
    ("a\u{2028}b", "a b"),
    ("\\", "\\\\"), ("=====", "\\====="), ("> x", "&gt; x"), ("www", "www"), ("x.www.y", "x.www\\.y"),
  ])
  func paragraphs(text: String, markdown: String) {
    #expect(markdownParagraph(text) == markdown)
  }
}
