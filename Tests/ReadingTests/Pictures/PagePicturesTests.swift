import Accounts
import Formats
import Foundation
import System
import TestSupport
import Testing

@testable import Reading

/// Pictures of pages and of parts of them (原件的图、剪图), of a page on which it is known what stands where.
@Suite(.serialized) struct PagePicturesTests {
  private static let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? ""
  private static let hasPoppler = ExternalProgram(named: ["pdftoppm"], path: searchPath) != nil

  /// A page of 300 by 200 points with a black area, 100 to 160 points from the left and 50 to 60 from the top; nothing else.
  private static let pdf = Array(
    """
    %PDF-1.4
    1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
    2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
    3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<<>>>> endobj
    4 0 obj <</Length 22>> stream
    100 140 60 10 re f 0 g
    endstream endobj
    trailer <</Root 1 0 R>>
    %%EOF

    """.utf8)

  private static let page = PagePictures.Page(file: "公开.pdf", number: 1)

  private func place(left: Int, top: Int, right: Int, bottom: Int) -> Accounts.SourceLocation {
    Accounts.SourceLocation(file: Self.page.file, line: 1, within: .scan(1))
      .at(box: PageBox(left: left * 1000, top: top * 1000, right: right * 1000, bottom: bottom * 1000))
  }

  private func files(_ bytes: [UInt8], _ folder: TemporaryFolder) throws -> InputFiles {
    try folder.write(bytes, to: "公开.pdf")
    let files = InputFiles()
    _ = try files.bytes(of: folder.url("公开.pdf").path)
    return files
  }

  /// The places as the files of a folder are called in messages.
  private func pictures(
    _ bytes: [UInt8], pages: Bool = true, cutouts: [Accounts.SourceLocation] = [], searchPath: String = Self.searchPath
  ) throws -> PagePictures {
    let folder = try TemporaryFolder()
    let files = try files(bytes, folder)
    let name = try #require(files.read.first?.name)
    let found = files.pictures(
      of: pages ? [PagePictures.Page(file: name, number: 1)] : [],
      cutouts: cutouts.map { place in
        Accounts.SourceLocation(file: name, line: place.line, within: place.within).at(box: place.box)
      }, searchPath: searchPath)
    return found
  }

  /// The greys of a picture, 0 black and 15 white, row by row.
  private func greys(_ picture: PagePicture) throws -> [[UInt8]] {
    let png = picture.bytes
    // The data begins behind the signature, the header and its own length and name.
    let length = png[33..<37].reduce(0) { $0 << 8 | Int($1) }
    let across = (picture.width + 1) / 2 + 1
    let rows = try #require(ZlibStream.unpacked(Array(png[41..<41 + length]), limit: across * picture.height))
    return (0..<picture.height).map { y in
      (0..<picture.width).map { x in
        let byte = rows[y * across + 1 + x / 2]
        return x % 2 == 0 ? byte >> 4 : byte & 15
      }
    }
  }

  @Test(.enabled(if: hasPoppler)) func aPageIsShownAsItLooks() throws {
    let pictures = try pictures(Self.pdf)
    let picture = try #require(pictures.pages.first?.picture)
    #expect(pictures.pages.count == 1 && pictures.remarks.isEmpty && picture.kind == .print)
    // 300 points are 300,000 thousandths, as far as whole dots tell.
    #expect(abs(picture.paperWidth - 300_000) < 500 && abs(picture.paperHeight - 200_000) < 500)
    let greys = try greys(picture)
    func grey(_ x: Int, _ y: Int) -> UInt8 {
      greys[y * 1000 * picture.height / picture.paperHeight][x * 1000 * picture.width / picture.paperWidth]
    }
    #expect(grey(130, 55) == 0)
    for (x, y) in [(95, 55), (165, 55), (130, 45), (130, 65), (10, 10)] { #expect(grey(x, y) == 15, "\(x) \(y)") }
  }

  @Test(.enabled(if: hasPoppler)) func aPartShowsWhatStandsThereWithAMargin() throws {
    let (black, white) = (
      place(left: 100, top: 50, right: 160, bottom: 60), place(left: 20, top: 150, right: 80, bottom: 160)
    )
    let pictures = try pictures(Self.pdf, pages: false, cutouts: [black, white])
    #expect(pictures.pages.isEmpty && pictures.cutouts.count == 2)
    for (place, cutout) in pictures.cutouts {
      // The place is 60 by 10 points at 200 dots an inch, with half its height around it.
      #expect(abs(cutout.width - 70 * 200 / 72) <= 1 && abs(cutout.height - 20 * 200 / 72) <= 1)
      let dark = try greys(cutout).joined().count { $0 < 8 }
      #expect(place.box == black.box ? abs(dark - 60 * 10 * 200 * 200 / 72 / 72) < 400 : dark == 0)
    }
  }

  @Test(.enabled(if: hasPoppler)) func whatIsOnNoPageHasNoPicture() throws {
    let beyond = place(left: 400, top: 50, right: 460, bottom: 60)
    #expect(try pictures(Self.pdf, pages: false, cutouts: [beyond]).cutouts.isEmpty)
    let broken = try pictures(Array("%PDF-1.4\nnothing".utf8))
    #expect(broken.pages.isEmpty)
    #expect(broken.remarks.joined().contains("第 1 页没有附图"))
    #expect(try pictures(Array("# 决算公开".utf8)).pages.isEmpty)
  }

  @Test(.enabled(if: hasPoppler)) func theSamePageGivesTheSameBytesAndLeavesNothing() throws {
    let first = try pictures(Self.pdf).pages.first?.picture
    #expect(try pictures(Self.pdf).pages.first?.picture == first && first != nil)
    func own() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path)
        .filter { $0.hasPrefix("juesuan-pages-\(ProcessInfo.processInfo.processIdentifier)-") }
    }
    #expect(try own() == [])
  }

  @Test func withoutTheProgramItIsSaidWhatToInstall() throws {
    let pictures = try pictures(Self.pdf, searchPath: "/nowhere")
    #expect(pictures.pages.isEmpty)
    #expect(pictures.remarks.first?.contains("pdftoppm") == true)
    #expect(pictures.remarks.first?.contains("poppler-utils") == true)
  }

  /// A document in fixed layout has nothing that draws it: its words are drawn where they stand, and it is said so.
  @Test func fixedLayoutIsDrawnFromItsWords() throws {
    var writer = ZIPWriter()
    writer.add("OFD.xml", Array("<OFD><DocBody><DocRoot>Document.xml</DocRoot></DocBody></OFD>".utf8))
    writer.add("Document.xml", Array("<Document><Pages><Page BaseLoc='0.xml'/></Pages></Document>".utf8))
    let text = "<TextObject Boundary='20 30 100 5' Size='4'><TextCode X='0' Y='4'>1&lt;2&amp;合计</TextCode></TextObject>"
    writer.add("0.xml", Array("<Page><Content><Layer>\(text)</Layer></Content></Page>".utf8))
    let pictures = try pictures(writer.archive)
    let picture = try #require(pictures.pages.first?.picture)
    #expect(picture.kind == .drawing)
    #expect(picture.address.hasPrefix("data:image/svg+xml;base64,"))
    #expect(pictures.remarks.contains { $0.contains("非原件影像") })
    let drawing = String(decoding: picture.bytes, as: UTF8.self)
    #expect(drawing.contains(">1&lt;2&amp;合计</text>"))
    // 20 millimetres are 56.7 points.
    #expect(drawing.contains("x=\"566\"") || drawing.contains("x=\"567\""))
  }
}
