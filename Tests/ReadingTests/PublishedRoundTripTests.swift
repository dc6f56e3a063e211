import Accounts
import Disclosing
import Documents
import Foundation
import Reading
import Rendering
import Tables
import TestSupport
import Testing

/// What a package says is what is read back from it, whichever of its files is read.
@Suite struct PublishedRoundTripTests {
  @Test(arguments: Example.allCases, ["index.html", "index.md", "data.json", "决算公开.xlsx", "决算公开.docx"])
  func readsBackWhatWasWritten(example: Example, file: String) throws {
    let ledger = try example.ledger
    let derived = try example.tables
    let read = try published(try #require(example.files[file]))
    #expect(read.unreadTexts == [])
    #expect(read.unitName == ledger.unit.name)
    #expect(read.year == ledger.unit.year)
    #expect(read.scope == ledger.unit.scope)
    #expect(read.tables.map(\.id) == derived.tables.map(\.id))
    for (table, one) in zip(read.tables, derived.tables) {
      #expect(table.title == one.title)
      #expect(table.formCode == one.formCode)
      #expect(table.unitLine == one.unitLine)
      #expect(table.period == one.period)
      #expect(table.currency == one.currency)
      #expect(table.isWide == one.isWide)
      #expect(table.header.map(\.cells) == one.header.map(\.cells))
      #expect(table.header.map(\.isColumnNumbers) == one.header.map(\.isColumnNumbers))
      #expect(table.notes == one.notes)
      #expect(table.body == one.body)
    }
    #expect(read.figureTexts == derived.figureTexts)
    #expect(read.figureTexts.count > 500)
  }

  /// The sentences state the same, whichever file they are read from, and what the composer meant them to.
  @Test(arguments: Example.allCases, ["index.html", "index.md", "data.json", "决算公开.docx"])
  func readsBackWhatTheSentencesState(example: Example, file: String) throws {
    let bytes = try #require(example.files[file])
    let read = try #require(published(bytes).prose)
    func keys(_ claims: [Claim]) -> [String] {
      claims.map { "\($0.address) \($0.base ?? "") \($0.direction?.rawValue ?? "") \($0.figure.text)" }
    }
    let composed = try #require(example.composed.tables.prose)
    #expect(keys(read.claims) == keys(composed.claims))
    #expect(read.claims.count > 140)
    #expect(read.mismatches == [])
    #expect(read.claims.allSatisfy { read.place(of: $0)?.line != nil })
  }

  @Test(arguments: Example.allCases)
  func readsTheFiguresAndLabelsOfCSVTables(example: Example) throws {
    let derived = try example.tables
    let folder = try TemporaryFolder(example.files.filter { $0.key.hasPrefix("tables/") })
    for read in [try folder.read(), try folder.read("tables")] {
      #expect(read.unreadTexts == [])
      #expect(read.tables.map(\.id) == derived.tables.map(\.id))
      for (table, one) in zip(read.tables, derived.tables) { #expect(table.body == one.body) }
      #expect(read.figureTexts == derived.figureTexts)
    }
  }

  @Test func readsOneCSVTable() throws {
    let disclosure = Example.datong
    let file = try #require(disclosure.files.keys.first { $0.hasPrefix("tables/09") })
    let read = try published(try #require(disclosure.files[file]), named: "09-财政拨款三公经费支出决算表.csv")
    #expect(read.tables.map(\.id) == [.t09])
    #expect(try read.tables[0].body == disclosure.tables[.t09]?.body)
  }

  @Test func readsThePageOfAPackageBeforeItsOtherFiles() throws {
    var files = try Example.datong.files
    let folder = try TemporaryFolder(files)
    #expect(try folder.read().tables[0].figures[0].place?.file.hasSuffix("index.html") == true)
    files["index.html"] = nil
    #expect(try TemporaryFolder(files).read().tables[0].figures[0].place?.file.hasSuffix("index.md") == true)
    files["index.md"] = nil
    #expect(try TemporaryFolder(files).read().tables[0].figures[0].place?.file.hasSuffix("data.json") == true)
    files["data.json"] = nil
    let place = try #require(try TemporaryFolder(files).read().tables[0].figures[0].place)
    #expect(place.file.hasSuffix("决算公开.xlsx") && place.sheet == "公开01" && place.cell == "C7")
    files["决算公开.xlsx"] = nil
    #expect(
      try TemporaryFolder(files).read().tables[0].figures[0].place?.file.hasSuffix("tables/01-收入支出决算总表.csv") == true)
  }

  @Test(arguments: Example.allCases)
  func addressesAgreeWithThoseThePageBears(example: Example) throws {
    let html = try example.text("index.html")
    let read = try published(html)
    let cell = /data-cell="([^"]*)">([^<]*)</
    // Those of self-evaluations are no figures of the ten tables.
    let borne = html.matches(of: cell).filter { !$0.1.hasPrefix("绩效.") && !$0.1.hasPrefix("基础数据表.") }.map {
      "\($0.1) \($0.2)"
    }
    #expect(borne == read.tables.flatMap(\.figures).map { "\($0.address) \($0.figure.text)" })
    // They agree, and are not needed.
    let bare = html.replacing(/\ data-[a-z]+="[^"]*"/, with: "").replacing(/\ class="[^"]*"/, with: "")
    #expect(!bare.contains("data-cell"))
    #expect(try published(bare).figureTexts == read.figureTexts)
  }

  @Test(arguments: ["index.html", "index.md", "data.json"])
  func figuresHaveTheLineOnWhichTheyStand(file: String) throws {
    let disclosure = Example.datong
    let lines = try disclosure.text(file).split(separator: "\n", omittingEmptySubsequences: false)
    for figure in try published(try #require(disclosure.files[file])).tables.flatMap(\.figures) {
      let line = try #require(figure.place?.line)
      #expect(figure.figure.text.isEmpty || lines[line - 1].contains(figure.figure.text), "\(figure.address)")
      if file != "index.md" { #expect(lines[line - 1].contains("\"\(figure.address)\"")) }
    }
  }

  /// Two names hold all of it: marks in the middle, and marks at the start.
  @Test(arguments: ["某局|分局a\\b*c_d[e]#f`g~h$i<b>&amp;\"引号\"</b>", "1. 局@http://例　乙 丙"])
  func textThatLooksLikeMarkUpIsReadBackAsItIs(name: String) throws {
    var ledger = try Example.datong.ledger
    ledger.unit.name = name
    let disclosure = try ComposedDisclosure(ledger)
    let files = try disclosure.files
    for file in ["index.html", "index.md", "data.json", "决算公开.xlsx"] {
      let read = try published(try #require(files[file]))
      // Spaces in the line above a table part its pieces, and are read as one.
      #expect(read.unitName == name.replacing("　", with: " "), "\(file)")
      #expect(read.figureTexts == disclosure.tables.figureTexts)
    }
  }

  @Test func emptyTablesAreReadAsEmpty() throws {
    let disclosure = try ComposedDisclosure(
      Ledger(
        unit: UnitInformation(name: "某局", year: 2024, scope: .department, nature: .administrative),
        schema: .standard()
      ).sayingNone)
    let files = try disclosure.files
    for file in ["index.html", "index.md", "data.json", "决算公开.xlsx"] {
      let read = try published(try #require(files[file]))
      #expect(read.unreadTexts == [])
      #expect(read.scope == .department)
      for (table, derived) in zip(read.tables, disclosure.tables.tables) {
        #expect(table.body == derived.body)
        #expect(table.notes == derived.notes)
      }
    }
  }

  @Test func tellsLedgersFromPublications() throws {
    let disclosure = Example.datong
    let folder = try TemporaryFolder(disclosure.files)
    try folder.write(Array(LedgerJSON.bytes(of: disclosure.ledger, schema: .standard())), to: "账.json")
    let ledger = Checkout.folder.appending(path: "Examples/datong-2024").path
    #expect(PublishedReader.looksLikeLedger(ledger))
    #expect(PublishedReader.looksLikeLedger(folder.path + "/账.json"))
    let schema = try LedgerSchema.standard()
    let workbook = try LedgerWorkbook(
      schema: schema, codes: Standard.codes, library: Standard.library)
    try folder.write(workbook.bytes(of: disclosure.ledger.rows, title: ""), to: "账.xlsx")
    #expect(PublishedReader.looksLikeLedger(folder.path + "/账.xlsx"))
    for name in ["", "/index.html", "/index.md", "/data.json", "/决算公开.xlsx", "/tables", "/没有"] {
      #expect(!PublishedReader.looksLikeLedger(folder.path + name), "\(name)")
    }
    #expect(!PublishedReader.looksLikeLedger("-"))
  }
}
