import Accounts
import Disclosing
import Documents
import Formats
import Foundation
import Rendering
import Tables
import TestSupport
import Testing

/// The page as browsers and screen readers see it.
@Suite struct HTMLStructureTests {
  private let datong: ComposedDisclosure
  private let page: HTMLPage

  private static let pageOfDatong = Once { try HTMLPage(Example.datong.composed.html()) }

  init() throws {
    datong = try Example.datong.composed
    page = try Self.pageOfDatong.get()
  }

  /// Where the tables stand among the elements, by their ids.
  private func tables(_ page: HTMLPage) -> [(id: String, index: Int)] {
    page.elements.indices.compactMap { index in page.elements[index].attributes["data-table"].map { ($0, index) } }
  }

  @Test func everyFigureStandsOnceAtItsAddress() throws {
    let cells = page.elements.compactMap { element in element.attributes["data-cell"].map { ($0, element.text) } }
    let figures = datong.tables.tables.flatMap(\.figures).map { ($0.address.description, $0.figure.text) }
    #expect(cells.map(\.0) == figures.map(\.0))
    #expect(cells.map(\.1) == figures.map(\.1))
    #expect(Set(cells.map(\.0)).count == cells.count)
  }

  @Test func knownFiguresArePrintedAsPublished() throws {
    let cells = Dictionary(
      page.elements.compactMap { element in element.attributes["data-cell"].map { ($0, element.text) } },
      uniquingKeysWith: { first, _ in first })
    #expect(cells["01.27.1"] == "5023.02")
    #expect(cells["01.60.2"] == "6.34")
    #expect(cells["05.208.2"] == "768.66")
    #expect(cells["01.9.1"] == "")
    #expect(cells["01.99.1"] == nil)
  }

  @Test func theTenTablesStandInOrder() throws {
    #expect(tables(page).map(\.id) == ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"])
    let all = page.elements.filter { $0.name == "table" && $0.attributes["data-table"] != nil }
    #expect(all.count == 10)
  }

  @Test func everyHeadingHasItsScope() throws {
    let headings = page.elements.filter { $0.name == "th" }
    #expect(!headings.isEmpty)
    for heading in headings {
      #expect(["col", "colgroup", "row", "rowgroup"].contains(heading.attributes["scope"]))
    }
  }

  @Test(arguments: ["datong", "hostile", "empty"])
  func everyRowCoversTheWidthOfItsTable(name: String) throws {
    let disclosure =
      switch name {
      case "datong": datong
      case "hostile": try ComposedDisclosure.datong(with: "某")
      default: try ComposedDisclosure.empty
      }
    let page = try HTMLPage(disclosure.html())
    for (id, index) in tables(page) {
      let width = try #require(TableID(rawValue: id).flatMap { disclosure.tables[$0]?.width })
      for section in ["thead", "tbody"] {
        let start = try #require(page.elements[index...].firstIndex { $0.name == section })
        #expect(coverage(of: page.children(of: start)).allSatisfy { $0 == width }, "\(id) \(section)")
      }
    }
  }

  /// How many columns the cells of each row cover, with those that reach down from the rows above.
  private func coverage(of elements: ArraySlice<HTMLPage.Element>) -> [Int] {
    var widths: [Int] = []
    var reaching: [(columns: Int, rows: Int)] = []
    for element in elements {
      switch element.name {
      case "tr":
        reaching = reaching.map { ($0.columns, $0.rows - 1) }.filter { $0.rows > 0 }
        widths.append(reaching.reduce(0) { $0 + $1.columns })
      case "td", "th":
        let columns = element.attributes["colspan"].flatMap { Int($0) } ?? 1
        widths[widths.count - 1] += columns
        reaching.append((columns, element.attributes["rowspan"].flatMap { Int($0) } ?? 1))
      default: break
      }
    }
    // What reaches below the last row would be cut off.
    return reaching.contains { $0.rows > 1 } ? widths + [-1] : widths
  }

  @Test func idsAreUniqueAndLinksLead() throws {
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let links = page.elements.filter { $0.name == "a" }.compactMap { $0.attributes["href"] }
    #expect(links.count >= 12)
    for link in links { #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst()))) }
    for element in page.elements {
      for name in ["aria-labelledby", "aria-describedby", "headers", "for"] {
        for id in (element.attributes[name] ?? "").split(separator: " ") { #expect(ids.contains(String(id))) }
      }
    }
  }

  @Test func nothingIsFetched() throws {
    let html = try datong.html()
    for word in ["http:", "https:", "src=", "url(", "@import", "<link", "<iframe"] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test func thePolicyNamesTheHashOfEachStyleAndScriptAndNothingElse() throws {
    let added = PageParts(
      styles: ["p { color: red }"], scripts: ["'甲';\r\n'乙';\r"],
      data: [.init(json: Array(#"{"a":"</script><script>"}"#.utf8), id: "x")])
    let page = try HTMLPage(HTMLRenderer(Standard.library).page(of: datong.document, adding: added))
    let policy = try #require(
      page.elements.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }?.attributes["content"])
    let texts = page.elements.filter { $0.name == "style" || $0.name == "script" && $0.attributes["type"] == nil }
    #expect(texts.map(\.name) == ["style", "style", "script", "script"])
    let hashes = texts.map { "'sha256-\(Data(SHA256(of: Array($0.text.utf8)).bytes).base64EncodedString())'" }
    #expect(
      policy == "default-src 'none'; style-src \(hashes[0]) \(hashes[1]); script-src \(hashes[2]) \(hashes[3]); "
        + "img-src data:; base-uri 'none'; form-action 'none'")
    // Browsers hash what they read, in which every line ends with LF.
    #expect(texts[3].text == "'甲';\n'乙';\n")
    // printf "'甲';\n'乙';\n" | openssl dgst -sha256 -binary | base64
    #expect(hashes[3] == "'sha256-YqzdbT58i9p72/Ju3i4bHLIi3DgP+qTM7BicgF1+B+c='")
    let data = try #require(page.elements.first { $0.attributes["id"] == "x" })
    #expect(data.attributes["type"] == "application/json")
    #expect(data.text == #"{"a":"\u003c/script>\u003cscript>"}"#)
  }

  @Test func figuresCarryTheAmountTheyWereRoundedFrom() throws {
    let fen = Dictionary(
      page.elements.compactMap { element in
        element.attributes["data-cell"].map { ($0, element.attributes["data-fen"]) }
      },
      uniquingKeysWith: { first, _ in first })
    // The sum of 收入.csv, and rows of 结转结余.csv and 其他信息.csv, by hand; 10.10.1 is a number of vehicles.
    let exact: [String: String?] = [
      "01.27.1": "5023024080", "01.29.1": "6336623", "10.2.1": "46470692", "10.10.1": nil, "01.9.1": nil,
    ]
    for (address, amount) in exact { #expect(fen[address] == .some(amount), "\(address)") }
  }

  @Test func languageAndTitleAreGiven() throws {
    #expect(page.elements.first?.name == "html")
    #expect(page.elements.first?.attributes["lang"] == "zh-CN")
    #expect(page.elements.first { $0.name == "title" }?.text == "大同市市场监督管理局2024年度单位决算公开")
    #expect(page.elements.filter { $0.name == "h1" }.count == 1)
    #expect(page.elements.count { $0.name == "caption" } == page.elements.count { $0.name == "table" })
  }

  @Test func emptyFundsSaySo() throws {
    #expect(page.elements.filter { $0.name == "p" && $0.text == "说明：本表无数据" }.count == 2)
    #expect(datong.tables[.t07]?.notes.last == "说明：本表无数据")
    #expect(datong.tables[.t08]?.notes.last == "说明：本表无数据")
    #expect(datong.tables[.t05]?.notes.count == 1)
    #expect(try datong.markdown().split(separator: "\n").filter { $0 == "说明：本表无数据" }.count == 2)
  }
}
