import Accounts
import Checks
import Disclosing
import Foundation
import Reading
import Rendering
import Tables
import TestSupport
import Testing

/// In which form a publication is read.
@Suite struct FormChoiceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let nine =
    "{\"id\": \"nine\", \"year\": 2024, \"basedOn\": \"national\", \"name\": \"九张表\", \"leavesOut\": [\"10\"]}"

  private func ninePlace() throws -> String {
    try folder.write(Self.nine, to: "九张表/form-2024.json")
    return folder.path + "/九张表"
  }

  /// The form in which a publication is read, and the rules of the errors and warnings found.
  private func checked(_ path: String, place: String? = nil) throws -> (form: String, rules: [String]) {
    var disclosures = Disclosures(Publishing.choosing(place: place)) { _ in }
    let disclosure = try disclosures.disclosure(at: path)
    let findings = try disclosures.report(on: disclosure).findings.filter { $0.severity != .note }
    return (disclosure.form.id, findings.map(\.rule))
  }

  /// What is published of an example in the forms of places, composed once.
  private static let published = Dictionary(
    uniqueKeysWithValues: ["national", "shanghai"].map { place in
      (
        place,
        Once {
          var disclosures = Disclosures(Publishing.choosing(place: place)) { _ in }
          let composed = try disclosures.composed(Example.datong.ledger)
          return try composed.package(composed.report(), formats: Publishing.texts.union([.docx])).files
        }
      )
    })

  @Test(arguments: ["national", "shanghai"], ["", "/index.html", "/index.md", "/data.json", "/tables", "/决算公开.docx"])
  func ourOwnOutputIsReadInTheFormItIsPrintedIn(place: String, file: String) throws {
    for file in try #require(Self.published[place]).get() { try folder.write(file.bytes, to: "公开/" + file.path) }
    let checked = try checked(folder.path + "/公开" + file)
    #expect(checked.form == place)
    #expect(!checked.rules.contains("D01") && !checked.rules.contains("D08"))
  }

  @Test func aPlaceOfNineTablesMissesNoTable() throws {
    let place = try ninePlace()
    let path = try Publishing.package(of: Example.datong.ledger, Publishing.choosing(place: place), in: folder)
    #expect(try checked(path, place: place) == ("nine", []))
    // Nobody knows of the place: that many publish no such table is.
    let unknown = try checked(path)
    #expect(unknown.form == "national" && unknown.rules == [])
  }

  /// The form chosen among the built-in ones and that of nine tables, and how often the publication was read.
  private func choice(_ path: String, startingFrom year: Int = 2024) throws -> (form: String, reads: Int) {
    var reads = 0
    let places = try Place.builtIn(with: Form.builtIn("national", year: 2024)) + [Place(ninePlace())]
    let files = InputFiles()
    let best = try FormChoice(places: places).best(startingFrom: year) { form in
      reads += 1
      return try PublishedReader(form: form).publication(at: path, from: files)
    }
    return (best.form.id, reads)
  }

  @Test func theFormThatFitsBestIsChosenAmongAll() throws {
    let nine = try Publishing.package(
      of: Example.datong.ledger, Publishing.choosing(place: ninePlace()), in: folder, [.html])
    #expect(try choice(nine) == ("nine", 2))
  }

  @Test func whatFitsTheNationalFormWhollyIsReadOnce() throws {
    let path = try Publishing.package(of: Example.datong.ledger, Choices(), in: folder, [.html])
    #expect(try choice(path) == ("national", 1))
    #expect(try choice(path, startingFrom: 2031) == ("national", 1))
  }

  /// A year that prints the tables of the year before is read once, and its form is the year's own.
  @Test func aYearWhoseTablesAreThoseOfAnotherIsReadOnce() throws {
    var ledger = try Example.datong.ledger
    ledger.unit.year = 2025
    let path = try Publishing.package(of: ledger, Choices(), in: folder, [.html])
    #expect(try choice(path) == ("national", 1))
    var told: [String] = []
    var disclosures = Disclosures(Choices()) { told.append($0) }
    let read = try disclosures.disclosure(of: [path])
    #expect(read.form.year == 2025)
    #expect(told.isEmpty)
  }

  @Test func anExcerptThatFitsAllAlikeIsReadInTheNationalForm() throws {
    let path = try Publishing.package(of: Example.datong.ledger, Choices(), in: folder, [.csv])
    #expect(try choice(path + "/tables/03-支出决算表.csv").form == "national")
  }

  @Test func whatCanBeReadInNoFormIsRefusedAsBefore() throws {
    let path = try folder.write("没有表", to: "无.txt")
    let error = #expect(throws: UnusableInput.self) { try checked(path) }
    #expect(error?.problems.first?.explanation.hasPrefix("没有找到决算公开的表") == true)
  }

  /// A form that lacks 行次 would take it for amounts where a head of 04 cannot be read: it has fewer columns than the rows.
  @Test(arguments: [">收入<", ">项目<", ">行次<", ">栏次<"])
  func aFormWithFewerColumnsThanTheRowsIsNotTaken(head: String) throws {
    let page = try Example.datong.text("index.html")
    let table = try #require(page.range(of: "公开04表"))
    let found = try #require(page.range(of: head, range: table.upperBound..<page.endIndex))
    try folder.write(page.replacingCharacters(in: found, with: ">■■<"), to: "公开.html")
    let read = try checked(folder.path + "/公开.html")
    #expect(read.form == "national")
    #expect(Set(read.rules) == ["D08"])
  }

  /// The same where the whole row of 09, or of the heads of 04, cannot be read: the numbers of the columns are no amounts.
  @Test(arguments: [("公开09表", "26.26"), ("公开04表", ">行次<")])
  func aRowThatCannotBeReadMakesNoOtherFormFit(table: String, words: String) throws {
    let page = try Example.datong.text("index.html")
    let start = try #require(page.range(of: table)).upperBound
    let found = try #require(page.range(of: words, range: start..<page.endIndex))
    let row = try #require(page.range(of: "<tr", options: .backwards, range: start..<found.lowerBound)).lowerBound
    let end = try #require(page.range(of: "</tr>", range: found.upperBound..<page.endIndex)).lowerBound
    let lost = page[row..<end].replacing(#/>[^<\n]+</#, with: ">■■<")
    try folder.write(String(page[..<row] + lost + page[end...]), to: "公开.html")
    let read = try checked(folder.path + "/公开.html")
    #expect(read.form == "national")
    #expect(Set(read.rules) == ["D08"])
  }
}
