import Accounts
import Foundation
import Reading
import Tables
import TestSupport
import Testing

/// However a file is made, reading it ends with a message or a result, and takes no longer than its length explains.
@Suite struct PublishedHostileTests {
  private static let table = """
    收入支出决算总表
    收入\t\t\t支出\t\t
    总计\t31\t1.00\t总计\t62\t1.00

    """
  private static let page = """
    <p>收入支出决算总表</p><table><tr><td>收入</td><td>支出</td></tr>
    <tr><td>总计</td><td>31</td><td>1.00</td><td>总计</td><td>62</td><td>1.00</td></tr></table>
    """

  @Test(arguments: [
    "<table><tr><td>", "<table>", "<div>", "</table>", "</td></tr>", "<td>", "<tr>", "<td rowspan=1000 colspan=500>",
    "<", "&",
    "&#", "&amp", "<!--", "<!", "<?", "</", "<a b='", "<a \"", "<script>", "<td colspan=999999999999999999999>",
    "<table><tr><td rowspan=999>", "<!-->", "]]>", "<p\u{0B}", "=\"", "<svg/>",
  ])
  func repeatedPiecesOfPages(piece: String) throws {
    let repeated = String(repeating: piece, count: 2000)
    for html in ["<html>" + repeated, "<html>" + Self.page + repeated, "<html>" + repeated + Self.page] {
      let elapsed = try ContinuousClock().measure {
        do {
          for table in try published(html).tables { #expect(table.id == .t01) }
        } catch let error as UnusableInput {
          #expect(!error.problems.isEmpty)
        }
      }
      #expect(elapsed < .seconds(2), "\(piece)")
    }
  }

  @Test(arguments: [
    "|", "\\|", "\\", "| ", "|\n", "| --- |\n", "#", "> ", "&", "\t", "\t\n", "一、", "（", "公开01\n", "收入\t支出\n",
  ])
  func repeatedPiecesOfTexts(piece: String) throws {
    let repeated = String(repeating: piece, count: 2000)
    for text in ["| --- |\n" + repeated, repeated, Self.table + repeated] {
      do {
        _ = try published(text)
      } catch let error as UnusableInput {
        #expect(!error.problems.isEmpty)
      }
    }
  }

  /// Cut at twelve places; `juesuan-bench fuzz` cuts anywhere.
  @Test func prefixesOfAPublicationEndWell() throws {
    let disclosure = Example.datong
    for file in ["index.html", "index.md", "data.json"] {
      let bytes = try #require(disclosure.files[file])
      var count = 0
      for length in stride(from: 0, to: bytes.count - 2, by: bytes.count / 12) {
        // Cut anywhere, in the middle of a character too, and before that character, so that the rest is a text.
        for end in Set([length, bytes[...length].lastIndex { $0 & 0xC0 != 0x80 } ?? 0]) {
          do {
            count = max(count, try published(Array(bytes[..<end])).tables.count)
          } catch let error as UnusableInput {
            #expect(!error.problems.isEmpty)
          }
        }
      }
      #expect(file == "data.json" ? count == 0 : count > 0, "\(file) \(count)")
    }
  }

  /// A few of each; `juesuan-bench fuzz` changes many more.
  @Test func changedBytesNeverTrap() throws {
    let disclosure = Example.datong
    var random = SeededGenerator(seed: 7)
    for file in ["index.html", "index.md", "data.json"] {
      let sound = try #require(disclosure.files[file])
      for _ in 0..<6 {
        var bytes = sound
        for _ in 0..<30 {
          bytes[Int.random(in: bytes.indices, using: &random)] =
            Array("<>\"'|\\&;\t\n{}[]/-9".utf8).randomElement(
              using: &random) ?? 0
        }
        do { _ = try published(bytes) } catch let error as UnusableInput { #expect(!error.problems.isEmpty) }
      }
    }
  }

  @Test func brokenUTF8IsSaid() throws {
    var bytes = Array(Self.table.utf8)
    bytes.insert(0xE4, at: 3)
    #expect(try publishedProblems(bytes).count == 1)
  }

  @Test(arguments: ["", " ", "\n", "正文\n", "{", "{}", "[]", "| --- |", "<table>", "a\tb", "\u{FEFF}"])
  func aFileWithoutTablesIsSaid(text: String) throws {
    #expect(try publishedProblems(Array(text.utf8)).count == 1)
  }

  /// Systems export a page under the name of a workbook: what it is, its content tells.
  @Test func aPageUnderTheNameOfAWorkbookIsAPage() throws {
    let page = try Array(Data(contentsOf: Checkout.folder.appending(path: "Examples/yunxi-2024/disclosure/index.html")))
    #expect(try published(page, named: "公开.xls").tables.count == 10)
  }

  @Test func whatCannotBeReadIsSaid() throws {
    #expect(
      try publishedProblems(Array("正文".utf8)) == [
        "公开: 错误: 没有找到决算公开的表，应有《收入支出决算总表》等表，各有标题和表头，或有绩效自评表。"
          + "可以读的有：工作簿（.xlsx）、Word 文档（.docx）、PDF（要有 pdftotext）、OFD 版式文件（.ofd）、图片和扫描件（要有 tesseract）、旧版和别家的工作簿、文档（要有 soffice）、"
          + "data.json、网页（.mht）、网页、Markdown、"
          + "以空格排版的文本、以制表符分列的文本、各表的 CSV。"
      ])
    #expect(
      try publishedProblems(Array("{\"单位信息\": []}".utf8)) == [
        "公开:1: 错误: 这是账的 JSON，format 应是“juesuan-disclosure”，即软件包中的 data.json。"
      ])
    #expect(try publishedProblems(Array("%PDF-1.7\n".utf8)).first?.contains("PDF") == true)
    let folder = try TemporaryFolder()
    #expect(throws: UnusableInput.self) { try folder.read() }
    #expect(throws: UnusableInput.self) { try folder.read("没有") }
  }

  @Test(arguments: [
    "{\"format\": \"juesuan-disclosure\"}", "{\"format\": \"juesuan-disclosure\", \"version\": 2, \"tables\": []}",
    "{\"format\": \"juesuan-disclosure\", \"version\": 1, \"tables\": [1]}",
    "{\"format\": \"juesuan-disclosure\", \"version\": 1, \"tables\": [{\"rows\": [1]}]}",
    "{\"format\": \"juesuan-disclosure\", \"version\": 1, \"tables\": [{\"rows\": [[1]]}]}",
    "{\"format\": \"juesuan-disclosure\", \"version\": 1, \"tables\": [{\"rows\": [[{\"text\": 1}]]}]}",
    "{\"format\": \"juesuan-disclosure\", \"version\": 1, \"tables\": [{\"rows\": [[{\"columns\": 99999999999999999999}]]}]}",
    "{\"format\": \"juesuan-disclosure\", \"version\": 1, \"tables\": [{\"rows\": [[{\"columns\": 0}]]}]}",
    "{\"format\": \"juesuan-disclosure\", \"version\": 1, \"tables\": [{\"rows\": [], \"title\": 1}]}",
  ])
  func dataOfAnotherShapeIsSaid(json: String) throws {
    let problems = try publishedProblems(Array(json.utf8))
    #expect(problems.count == 1)
    #expect(problems[0].hasPrefix("公开:1: 错误: "))
  }

  @Test func boundsAreSaid() throws {
    let long = String(repeating: "长", count: 100_001)
    for text in [
      Self.table + long, Self.table + "总计\t\(long)", "<html><td>" + "<table><td>\(long)</table>",
      "| --- |\n| \(long) |",
    ] {
      #expect(try publishedProblems(Array(text.utf8)).first?.contains("超过 100000 字") == true)
    }
    let exact = try published(Self.table + String(repeating: "长", count: 100_000))
    #expect(exact.tables.count == 1)
    let wide = Self.table + String(repeating: "\t", count: 1000)
    #expect(try publishedProblems(Array(wide.utf8)) == ["公开:4: 错误: 一行超过 1000 格，应不超过此数。请确认这是一份决算公开的文件。"])
    let span = "<html>\n<table><td colspan=1001>"
    #expect(
      try publishedProblems(Array(span.utf8)) == ["公开:2: 错误: 有一格跨了 1000 以上的列或行，应不超过此数。请确认这是一份决算公开的文件。"])
    let rows = Self.table + String(repeating: "x\ty\n", count: 100_000)
    #expect(try publishedProblems(Array(rows.utf8)).first?.contains("决算公开表合计超过 100000 行") == true)
    let many = Self.table + "注：完。\n" + String(repeating: "\t\n", count: 1_000_000)
    #expect(try publishedProblems(Array(many.utf8)).first?.contains("表格超过 1000000 行") == true)
  }

  @Test func whatIsNotUnderstoodIsListedUpToABound() throws {
    let read = try published(Self.table + String(repeating: "总计\t31\tx\t总计\t62\ty\n", count: 5000))
    #expect(read.unread.count == 1001)
    #expect(read.unread.last?.reason == "读不懂的已有 1000 处，其余不再列出")
    #expect(read[.t01]?.figures.count == 2)
  }

  @Test func readingGrowsWithTheLengthOfTheInput() throws {
    func seconds(_ rows: Int) throws -> Double {
      let row = "<tr><td>甲</td><td>1</td><td colspan=2>&nbsp;2.00</td></tr>\n"
      let html = "<html>\(Self.page)<p>注：完。</p><table>" + String(repeating: row, count: rows)
      let folder = try TemporaryFolder(["页": Array(html.utf8)])
      return try ContinuousClock().measure { _ = try folder.read("页") } / .seconds(1)
    }
    _ = try seconds(1000)
    let (few, many) = (try seconds(5000), try seconds(40_000))
    // Eight times the rows; thrice that much leaves room for a busy machine, and a quadratic reader would need 64.
    #expect(many < few * 24)
  }
}
