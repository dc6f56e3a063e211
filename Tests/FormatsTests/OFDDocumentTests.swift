import Foundation
import TestSupport
import Testing

@testable import Formats

/// Documents in fixed layout (GB/T 33190), written out by hand in the ways that programs differ.
@Suite struct OFDDocumentTests {
  /// A document of one page with a content, in namespaces and folders as the standard has them.
  private func document(
    _ content: String, namespace: String = "http://www.ofdspec.org/2016", parts: [String: String] = [:],
    tree: String = ""
  ) -> [UInt8] {
    var all = [
      "OFD.xml":
        "<ofd:OFD xmlns:ofd='\(namespace)'><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
      "Doc_0/Document.xml":
        "<ofd:Document xmlns:ofd='\(namespace)'>\(tree)<ofd:Pages><ofd:Page ID='1' BaseLoc='Pages/P/Content.xml'/></ofd:Pages>"
        + "</ofd:Document>",
      "Doc_0/Pages/P/Content.xml":
        "\u{FEFF}<ofd:Page xmlns:ofd='\(namespace)'><ofd:Content><ofd:Layer>\(content)</ofd:Layer></ofd:Content></ofd:Page>",
    ]
    all.merge(parts) { $1 }
    var writer = ZIPWriter()
    for (name, text) in all.sorted(by: { $0.key < $1.key }) { writer.add(name, Array(text.utf8)) }
    return writer.archive
  }

  private func object(
    _ text: String, at boundary: String = "20 30 100 5", code: String = "X='0' Y='4'", size: String = "4",
    _ attributes: String = ""
  ) -> String {
    "<ofd:TextObject Boundary='\(boundary)' Size='\(size)' \(attributes)>"
      + "<ofd:TextCode \(code)>\(text)</ofd:TextCode></ofd:TextObject>"
  }

  private func texts(_ content: String) throws -> [String] {
    try OFDDocument(document(content)).pages.flatMap(\.texts).map(\.text)
  }

  /// 一、 in letters of 4 mm from 20 mm on: 56.693 to 79.37 points; the base line 34 mm, 96.378 points down.
  @Test func aTextStandsWhereItsObjectAndItsStepsPutIt() throws {
    let page = try #require(try OFDDocument(document(object("合计", code: "X='0' Y='4' DeltaX='4'"))).pages.first)
    let text = try #require(page.texts.first)
    #expect(text.text == "合计")
    #expect((text.left, text.right) == (56_693, 79_370))
    // A letter reaches 0.86 of its height above the base line and 0.14 below.
    #expect((text.top, text.bottom) == (86_627, 97_965))
  }

  /// One line in the ways programs write it: steps one by one, repeated, too few, none; a letter an object; a transform.
  @Test(arguments: [
    "X='0' Y='4' DeltaX='4 4 2 2 2 2 2'", "X='0' Y='4' DeltaX='g 2 4 g 5 2'", "X='0' Y='4' DeltaX='4 4 2'",
    "X='0' Y='4'",
    "Y='4'",
  ])
  func oneLineIsOneText(code: String) throws {
    #expect(try texts(object("支出12.30", code: code)) == ["支出12.30"])
  }

  @Test func lettersOfTheirOwnAreJoined() throws {
    let letters = [("支", 0.0), ("出", 4), ("1", 8), ("2", 10), (".", 12), ("3", 14), ("0", 16)]
    let objects = letters.map { object($0, at: "\(20 + $1) 30 4 5") }
    #expect(try texts(objects.joined()) == ["支出12.30"])
    #expect(try texts(objects.reversed().joined()) == ["支出12.30"])
  }

  /// A gap as wide as a letter parts columns, within one text code too.
  @Test func aGapPartsTexts() throws {
    #expect(try texts(object("12.30", code: "X='0' Y='4' DeltaX='2 8 2 2'")) == ["12", ".30"])
    #expect(try texts(object("1", at: "20 30 4 5") + object("2", at: "28 30 4 5")) == ["1", "2"])
  }

  /// A figure at the right edge of its cell and the code at the left of the next, 0.8 mm apart in letters of 4 mm.
  @Test func cellsSideBySideAreTwoTexts() throws {
    let digits = "6307.67".map { _ in "2" }.dropLast().joined(separator: " ")
    #expect(try texts(object("6307.67302", code: "X='0' Y='4' DeltaX='\(digits) 2.8 2 2'")) == ["6307.67", "302"])
    #expect(try texts(object("6307.67") + object("302", at: "34.8 30 10 5")) == ["6307.67", "302"])
  }

  @Test func aTransformScalesAndMoves() throws {
    let page = try OFDDocument(
      document(object("合计", at: "10 10 50 5", code: "X='0' Y='10' DeltaX='10'", size: "10", "CTM='0.4 0 0 0.4 10 20'"))
    ).pages[0]
    // 10 + 10 = 20 mm; 10 + 0.4 × 10 + 20 = 34 mm; letters of 4 mm: as the first test has them.
    #expect(page.texts.map(\.text) == ["合计"])
    #expect((page.texts[0].left, page.texts[0].right) == (56_693, 79_370))
    #expect((page.texts[0].top, page.texts[0].bottom) == (86_627, 97_965))
  }

  /// Lines of one text code go down by steps of Y.
  @Test func stepsDownMakeLines() throws {
    #expect(try texts(object("合计", code: "X='0' Y='4' DeltaX='0' DeltaY='8'")) == ["合", "计"])
  }

  /// What is printed twice to look bold is one text; what lies over another is not joined with it.
  @Test func printedTwiceIsOneText() throws {
    #expect(try texts(object("11.20") + object("11.20", at: "20.1 30 100 5")) == ["11.20"])
    #expect(try texts(object("1") + object("7", at: "20.3 30 4 5")) == ["1", "7"])
  }

  @Test func namespacesAndPlacesAreSpelledInSeveralWays() throws {
    for namespace in ["http://www.ofdspec.org", "http://www.ofdspec.org/2016", "urn:x"] {
      #expect(try OFDDocument(document(object("合计"), namespace: namespace)).pages[0].texts.map(\.text) == ["合计"])
    }
    let absolute = document(
      object("甲"),
      parts: [
        "OFD.xml": "<OFD><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>",
        "Doc_0/Document.xml":
          "<Document><Pages><Page ID='1' BaseLoc='/Doc_0/./Pages/Q/../P/Content.xml'/></Pages></Document>",
      ])
    #expect(try OFDDocument(absolute).pages[0].texts.map(\.text) == ["甲"])
  }

  @Test func whatATemplateHoldsStandsOnItsPages() throws {
    let template = "<ofd:Page xmlns:ofd='urn:x'><ofd:Content>\(object("页眉", at: "20 10 20 5"))</ofd:Content></ofd:Page>"
    let pages = try OFDDocument(
      document(
        "<ofd:Template TemplateID='9'/>" + object("正文"), parts: ["Doc_0/Tpls/T.xml": template],
        tree: "<ofd:CommonData><ofd:TemplatePage ID='9' BaseLoc='Tpls/T.xml'/></ofd:CommonData>")
    ).pages
    #expect(pages[0].texts.map(\.text) == ["正文", "页眉"])
  }

  @Test func whatIsNotReadIsToldOf() throws {
    let page = try OFDDocument(document(object("甲", "Visible='false'") + "<ofd:ImageObject/>")).pages[0]
    #expect(page.texts.isEmpty && page.hasHiddenText && page.hasPictures)
    let signed = try OFDDocument(
      document(
        "",
        parts: [
          "OFD.xml":
            "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot><Signatures>/Signs/S.xml</Signatures></DocBody></OFD>"
        ], tree: "<ofd:Attachments>A.xml</ofd:Attachments><ofd:Annotations>B.xml</ofd:Annotations>"))
    #expect(signed.isSigned && signed.hasAttachments && signed.hasAnnotations)
  }

  /// Numbers no page has, steps without end, references that lead elsewhere.
  @Test func hostileDocumentsEnd() throws {
    #expect(try texts(object("12", code: "X='1e300' Y='nan' DeltaX='g 999999999999 2'")) == ["12"])
    #expect(try texts(object("12", code: "X='0' Y='4' DeltaX='g 999999999999 2'")) == ["12"])
    #expect(try texts(object("12", "CTM='1e9 0 0 1e9 0 0'")).isEmpty == false)
    #expect(throws: OFDError.self) {
      try OFDDocument(
        document("", parts: ["OFD.xml": "<OFD><DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody></OFD>"]))
    }
    #expect(throws: OFDError.self) { try OFDDocument(document("", parts: ["OFD.xml": "<OFD/>"])) }
    #expect(throws: OFDError(.tooMany(.characters, limit: 3), part: "Doc_0/Pages/P/Content.xml")) {
      try OFDDocument(document(object("一二三四")), limits: OFDLimits(characters: 3))
    }
  }

  /// Files of several programs: what a reader of each shows as its first words.
  @Test(
    .enabled(if: SharedFiles.url("ofd/z.ofd") != nil, "\(SharedFiles.absence(of: "ofd/z.ofd"))"),
    arguments: [
      ("helloworld_with_pageblock", 1, "你好呀，"), ("namespace_no_std", 1, "你好呀，"), ("multiKeywordInTextCode", 1, "打发打发"),
      ("z", 4, "字型变换"),
    ])
  func filesOfOtherProgramsAreRead(name: String, pages: Int, words: String) throws {
    let url = try #require(SharedFiles.url("ofd/\(name).ofd"))
    let document = try OFDDocument(Array(Data(contentsOf: url)))
    #expect(document.pages.count == pages)
    #expect(
      document.pages[0].texts.contains { $0.text.hasPrefix(words) }, "\(document.pages[0].texts.prefix(5).map(\.text))")
  }

  /// Lines in millimetres: 10 mm are 28.346 points. A rectangle is four lines, or one where it is filled and hardly wider
  /// than a line; what is curved, aslant, hidden or as short as a dot is none.
  @Test(arguments: [
    (
      "<ofd:PathObject Boundary='10 20 100 100'><ofd:AbbreviatedData>M 0 0 L 10 0</ofd:AbbreviatedData></ofd:PathObject>",
      ["28346 56693 56693 56693"]
    ),
    (
      "<ofd:PathObject Boundary='0 0 9 9'><ofd:AbbreviatedData>S 0 0 M 0 0 L 10 0 L 10 20 L 0 20 C</ofd:AbbreviatedData>"
        + "</ofd:PathObject>", ["0 0 28346 0", "28346 0 28346 56693", "0 56693 28346 56693", "0 0 0 56693"]
    ),
    (
      "<ofd:PathObject Boundary='0 0 9 9' Fill='true' Stroke='false'><ofd:AbbreviatedData>M 0 0 L 10 0 L 10 0.2 L 0 0.2 C"
        + "</ofd:AbbreviatedData></ofd:PathObject>", ["0 0 28346 567"]
    ),
    (
      "<ofd:PathObject Boundary='0 0 9 9' CTM='0.352778 0 0 0.352778 0 0'><ofd:AbbreviatedData>M 10 10 L 10 90"
        + "</ofd:AbbreviatedData></ofd:PathObject>", ["10000 10000 10000 90000"]
    ),
    (
      "<ofd:PathObject Boundary='0 0 9 9' Visible='false'><ofd:AbbreviatedData>M 0 0 L 10 0</ofd:AbbreviatedData>"
        + "</ofd:PathObject>", []
    ),
    (
      "<ofd:PathObject Boundary='0 0 9 9'><ofd:AbbreviatedData>M 0 0 L 10 10 M 0 0 B 1 1 2 2 10 0 M 0 0 L 1 0 L 1 x"
        + "</ofd:AbbreviatedData></ofd:PathObject>", []
    ),
    (
      "<ofd:PathObject Boundary='0 0 9 9' Fill='true' Stroke='false'><ofd:AbbreviatedData>M 0 0 L 10 0 L 10 10 L 0 10 C"
        + "</ofd:AbbreviatedData></ofd:PathObject>", []
    ),
  ])
  func linesStandWhereTheirPathPutsThem(content: String, lines: [String]) throws {
    let page = try #require(try OFDDocument(document(content)).pages.first)
    #expect(page.lines.map { "\($0.left) \($0.top) \($0.right) \($0.bottom)" } == lines)
  }

  /// The picture of a page that was scanned is the largest on it; a stamp beside it is smaller.
  @Test func theLargestPictureOfAPageWithoutTextIsFound() throws {
    let pictures =
      "<ofd:ImageObject Boundary='0 0 40 40' ResourceID='9'/><ofd:ImageObject Boundary='0 0 210 297' ResourceID='8'/>"
    let parts = [
      "Doc_0/DocumentRes.xml":
        "<ofd:Res xmlns:ofd='x' BaseLoc='Res'><ofd:MultiMedias><ofd:MultiMedia ID='8' Type='Image'><ofd:MediaFile>a.png</ofd:MediaFile>"
        + "</ofd:MultiMedia><ofd:MultiMedia ID='9' Type='Image'><ofd:MediaFile>/b.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>",
      "Doc_0/Res/a.png": "page", "b.png": "stamp",
    ]
    let tree = "<ofd:CommonData><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData>"
    let scanned = try OFDDocument(document(pictures, parts: parts, tree: tree))
    #expect(scanned.picture(ofPage: 0) == Array("page".utf8))
    #expect(scanned.picture(ofPage: 1) == nil)
    // Where there is text it is read, and a picture that is nowhere is none.
    #expect(try OFDDocument(document(object("甲") + pictures, parts: parts, tree: tree)).picture(ofPage: 0) == nil)
    #expect(try OFDDocument(document(pictures)).picture(ofPage: 0) == nil)
  }
}
