import Accounts
import Foundation
import System
import Testing

@testable import Reading

/// What `pdftotext -bbox` writes is read as it stands, and every PDF that cannot be read gets a word that helps.
///
/// One after another, since the last looks for folders of this process that should be gone.
@Suite(.serialized) struct PDFWordsTests {
  private static let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? ""
  private static let hasProgram = ExternalProgram(named: ["pdftotext"], path: searchPath) != nil

  /// A PDF of pages with some drawing operators each; offsets are left to the reader to find.
  private static func pdf(_ pages: String...) -> [UInt8] {
    var objects = [
      "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj", "3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj",
    ]
    for (index, content) in pages.enumerated() {
      let (page, stream) = (4 + 2 * index, 5 + 2 * index)
      objects += [
        "\(page) 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents \(stream) 0 R"
          + "/Resources<</Font<</F 3 0 R>>>>>> endobj",
        "\(stream) 0 obj <</Length \(content.utf8.count)>> stream\n\(content)\nendstream endobj",
      ]
    }
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    objects.append("2 0 obj <</Type/Pages/Kids[\(kids)]/Count \(pages.count)>> endobj")
    return Array(("%PDF-1.4\n" + objects.joined(separator: "\n") + "\ntrailer <</Root 1 0 R>>\n%%EOF\n").utf8)
  }

  /// A page of 1.023 bytes that opens with the password u, by 128 bits of AES (ISO 32000, 7.6).
  private static let encrypted = """
    JVBERi0xLjYKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50IDEg\
    L0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNCAwIFIgL01lZGlhQm94IFsgMCAwIDIw\
    MCAxMDAgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwgL0ZvbnQgPDwgL0YgPDwgL0Jhc2VGb250IC9IZWx2ZXRpY2EgL1N1YnR5cGUgL1R5\
    cGUxIC9UeXBlIC9Gb250ID4+ID4+ID4+IC9UeXBlIC9QYWdlID4+CmVuZG9iago0IDAgb2JqCjw8IC9MZW5ndGggNjQgL0ZpbHRlciAvRmxhdGVE\
    ZWNvZGUgPj4Kc3RyZWFtClIfgTXI8gAvz4JD0EFWxdur3+gCNzZBKELrOIRJdjdwlSsYoyoMcElsRFV7VgutExjxTpi+zvtUne8EInKrdx8KZW5k\
    c3RyZWFtCmVuZG9iago1IDAgb2JqCjw8IC9DRiA8PCAvU3RkQ0YgPDwgL0F1dGhFdmVudCAvRG9jT3BlbiAvQ0ZNIC9BRVNWMiAvTGVuZ3RoIDE2\
    ID4+ID4+IC9GaWx0ZXIgL1N0YW5kYXJkIC9MZW5ndGggMTI4IC9PIDwyYTJmMGExOTkwMTkyYzYwMTE0NzMwYmRjZDM5ZjM3ODI4YTUzYzg5YTM0\
    MGRkNDczYzg1Mjk5ZGM1MjU4ZTFjPiAvT0UgPD4gL1AgLTEwMjggL1IgNCAvU3RtRiAvU3RkQ0YgL1N0ckYgL1N0ZENGIC9VIDwyYTgyYTRkMjc3\
    MDYwMTMwMWFiOTQ3NGY2MmQ2YmY3NDAwMjE0NDY5OTBiOWU0MTE0MDcxYTRkOTEwNDk4NGMxPiAvVUUgPD4gL1YgNCA+PgplbmRvYmoKeHJlZgow\
    IDYKMDAwMDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwMDE1IDAwMDAwIG4gCjAwMDAwMDAwNjQgMDAwMDAgbiAKMDAwMDAwMDEyMyAwMDAwMCBuIAow\
    MDAwMDAwMjk5IDAwMDAwIG4gCjAwMDAwMDA0MzQgMDAwMDAgbiAKdHJhaWxlciA8PCAvUm9vdCAxIDAgUiAvU2l6ZSA2IC9JRCBbPDQxMDczN2Nm\
    MzNkNTc4NDA1NGY5YThiYWUwZDA1NDBhPjw0MTA3MzdjZjMzZDU3ODQwNTRmOWE4YmFlMGQwNTQwYT5dIC9FbmNyeXB0IDUgMCBSID4+CnN0YXJ0\
    eHJlZgo3NTAKJSVFT0YK
    """

  private func found(_ bytes: [UInt8], searchPath: String = searchPath) -> String {
    do throws(UnusableInput) {
      _ = try PDFWords(bytes, of: "决算.pdf", searchPath: searchPath)
      return "read"
    } catch {
      return error.problems.map(\.message).joined()
    }
  }

  @Test func wordsAndTheirBoxesAreRead() {
    let words = PDFWords(
      Array(
        """
        <html><title>word &lt;page&gt;</title><doc>
          <page width="595.300000" height="841.900000">
            <word xMin="135.000499" yMin="-270.878000" xMax="460.198950" yMax="3">A&amp;B&lt;C&gt;</word>
          </page>
          <page width="1" height="2">
          </page>
          <page width="1" height="2"><word xMin="1" yMin="2" xMax="99999999999999999999" yMax="4.5">一</word>
        """.utf8))
    #expect(
      words.pages == [
        WordPage(
          number: 1, words: [PageWord(text: "A&B<C>", left: 135_000, top: -270_878, right: 460_198, bottom: 3000)]),
        WordPage(number: 2, words: []),
        WordPage(number: 3, words: [PageWord(text: "一", left: 1000, top: 2000, right: 1_000_000_000, bottom: 4500)]),
      ])
    #expect(words.withoutText == [2])
  }

  @Test func radicalsBecomeTheIdeographsTheyLookLike() {
    // U+2F54 and U+2ED3 stand for 水 and 长.
    let words = PDFWords(Array(#"<page ><word xMin="1" yMin="1" xMax="2" yMax="2">⽔⻓</word>"#.utf8))
    #expect(words.pages.first?.words.first?.text == "水长")
  }

  @Test(arguments: [
    "", "<page", "<word ", "<page ><word xMin=\"", "<page ><word xMin=\"1\">x", "<page ><word >", "<<<<",
  ])
  func damagedBoxesAreNoWords(text: String) {
    let words = PDFWords(Array(text.utf8)).pages.flatMap(\.words)
    #expect(words.isEmpty)
  }

  @Test func pagesWhoseLettersMakeNoSenseAreNoticed() {
    func page(_ text: String) -> String {
      "<page ><word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">\(text)</word></page>"
    }
    let sense = "一般公共预算财政拨款支出决算表反映部门本年度一般公共预算财政拨款支出情况"
    let strange = String(String.UnicodeScalarView((0..<30).map { Unicode.Scalar(0xE000 + $0)! }))
    let half = "一般公共预算财政拨款" + "鼐龑齉爨癵麤虋躞釁钃"
    let signs = String(repeating: "$:Xk@", count: 10)
    let words = PDFWords(Array([sense, strange, half, signs, "307.82 105.58 202.24"].map(page).joined().utf8))
    #expect(words.garbled == [2, 3, 4])
  }

  @Test(.enabled(if: hasProgram)) func pagesWithoutWordsAreToldApart() throws {
    // Words; nothing; a picture of 8 by 8 dots over half of the page; curves.
    let picture = "q 100 0 0 100 0 0 cm BI /W 8 /H 8 /CS /G /BPC 1 ID \u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8} EI Q"
    let pages = Self.pdf("BT /F 12 Tf 20 50 Td (2024) Tj ET", " ", picture, "0 0 90 90 re f")
    let said = try PagedText.parts(ofPDF: pages, file: "决算.pdf", engine: Recogniser("no-such-engine")).compactMap {
      part in
      if case .passedOver(_, _, in: let frame, let reason, _) = part { (frame, reason) } else { nil }
    }
    #expect(said.map(\.0) == [.page(3), .page(4)])
    let missing = "（识别文字的程序 no-such-engine 不在 PATH 里）"
    #expect(
      said.map(\.1)
        == ["这一页是图片，没有文字，图片里的内容没有读" + missing, "这一页有图形而没有文字，可能是转成曲线的字，没有读" + missing])
  }

  @Test func withoutTheProgramItIsSaidWhatToInstall() {
    let message = found(Self.pdf(""), searchPath: "/nonexistent")
    #expect(message.contains("决算.pdf"))
    #expect(message.contains("PATH 里没有读它的程序 pdftotext"))
    #expect(message.contains("apt install poppler-utils"))
  }

  @Test(.enabled(if: hasProgram))
  func theWordsOfAPDFAreRead() throws {
    let words = try PDFWords(
      Self.pdf("BT /F 10 Tf 20 50 Td (9.00) Tj 100 0 Td (4.00) Tj ET"), of: "决算.pdf", searchPath: Self.searchPath)
    #expect(words.pages.map { $0.words.map(\.text) } == [["9.00", "4.00"]])
    #expect(words.pages[0].words[1].left == 120_000)
  }

  @Test(.enabled(if: hasProgram))
  func whatCannotBeReadIsSaid() {
    #expect(found(Array("%PDF-1.4 cut off".utf8)).contains("这份 PDF 已损坏"))
    #expect(found(Self.pdf("0 0 100 100 re f")).contains("这份 PDF 没有文字，只有图片"))
    #expect(found(Array(Data(base64Encoded: Self.encrypted)!)).contains("这份 PDF 加了密码"))
  }

  @Test(.enabled(if: hasProgram))
  func nothingIsLeftBehind() throws {
    let folder = FileManager.default.temporaryDirectory.path
    func own() -> [String] {
      (Folder.names(in: folder) ?? []).filter {
        $0.hasPrefix("juesuan-words-\(ProcessInfo.processInfo.processIdentifier)-")
      }
    }
    _ = found(Array("%PDF-1.4 cut off".utf8))
    _ = try PDFWords(Self.pdf("BT /F 10 Tf 20 50 Td (9.00) Tj ET"), of: "决算.pdf", searchPath: Self.searchPath)
    // Other tests of this process read PDF meanwhile, and take what is theirs away.
    for _ in 0..<200 where !own().isEmpty { usleep(50_000) }
    #expect(own().isEmpty)
  }
}
