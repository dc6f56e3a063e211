import Accounts
import Checks
import Disclosing
import Documents
import Foundation
import RandomDisclosures
import Reading
import Rendering
import Tables
import TestSupport
import Testing

/// The page of a draft: every finding stands in the panel and on the figures it concerns, and nothing else is marked.
@Suite struct PreviewTests {
  private let disclosure: ComposedDisclosure
  private let review: Review
  private let page: HTMLPage

  init() throws { (disclosure, review, page) = try Self.made.get() }

  /// The example, with one figure of the table of expenditure other than its parts; made once for all tests.
  private static let made = Result {
    let disclosure = try Example.datong.composed
    let review = try Self.review(of: disclosure, altering: "03.208.1")
    let page = try HTMLPage(HTMLRenderer(Standard.library).page(of: disclosure.document, reviewed: review))
    return (disclosure, review, page)
  }

  private static func review(of disclosure: ComposedDisclosure, altering address: String) throws -> Review {
    let tables = disclosure.tables.withoutText.adding(100_000, at: address)
    let checker = try Standard.checker
    var review = Review(checker.check(tables), of: tables, input: "账")
    review.relations = checker.examination(of: tables).relations
    review.sources = FigureSources(disclosure.tables, ContributionIndex(disclosure.ledger))
    return review
  }

  private func elements(_ name: String, class named: String) -> [HTMLPage.Element] {
    page.elements.filter {
      $0.name == name && ($0.attributes["class"] ?? "").split(separator: " ").contains(Substring(named))
    }
  }

  @Test func everyFindingIsListedWithWhatIsPrintedAndExpected() throws {
    let items = elements("li", class: "finding")
    #expect(items.count == review.report.findings.count && items.count > 2)
    for (number, (item, finding)) in zip(items, review.report.findings).enumerated() {
      #expect(item.attributes["id"] == "finding-\(number + 1)")
      #expect(item.attributes["data-severity"] == finding.severity.rawValue)
      #expect(item.text.contains(finding.message) && item.text.contains(finding.rule))
      if let expected = finding.expected { #expect(item.text.contains("应为 \(expected)")) }
      for operand in finding.operands where !operand.printed.isEmpty { #expect(item.text.contains(operand.printed)) }
    }
  }

  /// A mark has a sign and a word, so that it is seen without colour, and leads to its finding.
  @Test func concernedFiguresAndNoOthersAreMarked() throws {
    let concerned = Set(review.report.findings.flatMap(\.operands).map(\.address))
    let cells = page.elements.filter { $0.name == "td" && $0.attributes["data-cell"] != nil }
    let marked = cells.filter { $0.attributes["data-findings"] != nil }.compactMap { $0.attributes["data-cell"] }
    let shown = Set(disclosure.tables.tables.flatMap(\.figures).map(\.address.description))
    #expect(Set(marked) == concerned.intersection(shown) && marked.contains("03.208.1"))
    let marks = elements("a", class: "mark")
    #expect(marks.count == marked.count)
    for mark in marks {
      let target = try #require(mark.attributes["href"]?.dropFirst())
      #expect(page.elements.contains { $0.attributes["id"] == String(target) })
      #expect(mark.attributes["data-sign"]?.isEmpty == false && mark.attributes["aria-label"]?.isEmpty == false)
    }
  }

  @Test func everyLinkLeadsSomewhereAndEveryAnchorIsOne() {
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let targets = page.elements.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
    #expect(Set(targets.map { String($0.dropFirst()) }).subtracting(ids).isEmpty)
  }

  /// Read back, a draft says what the disclosure says: neither marks nor materials are taken for its text.
  @Test func draftReadBackIsTheDisclosure() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      try HTMLRenderer(Standard.library).page(of: disclosure.document, reviewed: review).utf8, to: "a.html")
    try folder.write(try disclosure.html().utf8, to: "b.html")
    let reader = try Standard.reader
    let draft = try reader.disclosure(at: folder.path + "/a.html")
    let published = try reader.disclosure(at: folder.path + "/b.html")
    #expect(TableDifference(from: draft, to: published).isEmpty)
    #expect(draft.unread.isEmpty)
    #expect(draft.prose?.claims.count == published.prose?.claims.count)
  }

  /// The rows behind a figure, each amount parsed from its text, add up to the sum stated, which prints as the figure.
  @Test func rowsBehindAFigureAddUpToIt() throws {
    let sources = try #require(review.sources)
    #expect(sources.sums.count > 200)
    var figures: [FigureAddress: Figure] = [:]
    for figure in disclosure.tables.tables.flatMap(\.figures) { figures[figure.address] = figure.figure }
    for sum in sources.sums {
      var total: Decimal = 0
      var count = 0
      for number in sum.rows.flatMap(Array.init) {
        let row = sources.rows[abs(number) - 1]
        let value = try #require(Decimal(string: row.value.replacing(",", with: "")), "\(row)")
        total += number > 0 ? value : -value
        count += 1
      }
      #expect(count == sum.count, "\(sum.address)")
      #expect(total == Decimal(string: sum.total.replacing(",", with: "")), "\(sum.address)")
      let figure = try #require(figures[sum.address])
      let fen = NSDecimalNumber(decimal: figure.unit == .things ? total : total * 100).int64Value
      #expect(figure.interval?.contains(fen) == true, "\(sum.address)")
    }
  }

  @Test func inputThatCannotBeReadShowsOnThePage() throws {
    var review = review
    review.problems = ["支出.csv:3「金额」: <b>不是</b>数"]
    review.stamp = "1-2"
    let page = try HTMLPage(HTMLRenderer(Standard.library).page(of: disclosure.document, reviewed: review))
    #expect(page.elements.contains { $0.attributes["role"] == "alert" && $0.text.contains("<b>不是</b>数") })
    let body = try #require(page.elements.first { $0.name == "body" })
    #expect(body.attributes["data-stamp"] == "1-2")
    let policy = page.elements.compactMap { $0.attributes["content"] }.first { $0.hasPrefix("default-src") }
    #expect(policy?.contains("frame-src") == true)
  }

  /// The digests are those that `sha256sum` gives: of nothing, and of `abc`, as the standard publishes them.
  @Test func sheetToSignNamesTheFiles() throws {
    var review = review
    review.signOff = SignOff(inputs: [.init("空.csv", [])], files: [.init("b", Array("abc".utf8)), .init("a", [])])
    let html = try HTMLRenderer(Standard.library).page(of: disclosure.document, reviewed: review)
    #expect(html.contains("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
    #expect(html.contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
    // printf '%s  a\n%s  b\n' e3b0c442… ba7816bf… | sha256sum
    #expect(html.contains("bf6e2103d6cbead28abb7d3fec372bc25d03a35b1647e83e090248eb08d0adae"))
  }

  @Test func waivedFindingsAreListedWithTheirReasons() throws {
    let finding = try #require(review.report.findings.first)
    let waiver = Waiver(
      rule: finding.rule, address: nil, reason: "<已与财政核对>", place: SourceLocation(file: "豁免.csv", line: 2))
    var review = review
    review.report = review.report.waiving([waiver], in: review.input).report
    let page = try HTMLPage(HTMLRenderer(Standard.library).page(of: disclosure.document, reviewed: review))
    let table = try #require(page.elements.firstIndex { $0.attributes["id"] == "waived" })
    #expect(page.elements[table...].contains { $0.name == "tr" && $0.text.contains("<已与财政核对>") })
  }
}

extension TableSet {
  /// The tables with so many last places more in the figure at an address.
  fileprivate func adding(_ more: Int64, at address: String) -> TableSet {
    guard let address = FigureAddress(address), let figure = figure(at: address)?.figure,
      case .number(let count, let decimals) = figure.content,
      let greater = Figure(printed: decimalText(count + more, decimals: decimals), unit: figure.unit)
    else { return self }
    return replacing(greater, at: address)
  }
}
