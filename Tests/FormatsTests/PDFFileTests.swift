import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite struct PDFFileTests {
  @Test func pagesAndPlacesAreFound() throws {
    let file = try #require(PDFFile(HandMadePDF().bytes))
    #expect(file.pageCount == 4)
    #expect(file.pages == ["part-1": 1, "part-1-1": 1, "part-2": 4])
    #expect(file.browserVersion == 130)
  }

  @Test func anOutlineIsAddedBehindWhatIsThere() throws {
    let pdf = HandMadePDF()
    var file = try #require(PDFFile(pdf.bytes))
    let isAdded = file.add(outline: [
      .init("一", place: "part-1", [.init("甲", place: "part-1-1"), .init("不在", place: "none")]),
      .init("二", place: "part-2"),
    ])
    #expect(isAdded)
    #expect(file.bytes.starts(with: pdf.bytes))
    let added = String(decoding: file.bytes[pdf.bytes.count...], as: UTF8.self)
    let outline = """
      13 0 obj
      <</Type /Outlines
      /First 14 0 R
      /Last 15 0 R
      /Count 3>>
      endobj
      """
    let first = """
      14 0 obj
      <</Title <FEFF4E00>
      /Parent 13 0 R
      /Dest /part-1
      /Next 15 0 R
      /First 16 0 R
      /Last 16 0 R
      /Count 1>>
      endobj
      """
    let second = """
      15 0 obj
      <</Title <FEFF4E8C>
      /Parent 13 0 R
      /Dest /part-2
      /Prev 14 0 R>>
      endobj
      """
    let inner = """
      16 0 obj
      <</Title <FEFF7532>
      /Parent 14 0 R
      /Dest /part-1-1>>
      endobj
      """
    let catalogue = """
      2 0 obj
      <</Type /Catalog
      /Pages 3 0 R
      /Dests 10 0 R
      /Lang (zh-CN)
      /MarkInfo <</Marked true>>
      /Outlines 13 0 R
      /PageMode /UseOutlines>>
      endobj
      """
    for object in [outline, first, second, inner, catalogue] { #expect(added.contains(object)) }
    #expect(added.contains("trailer\n<</Size 17\n/Root 2 0 R\n/Info 1 0 R\n/Prev \(pdf.table)>>\nstartxref\n"))
    // Every entry of the new table leads to its object, and the end to the table.
    let text = String(decoding: file.bytes, as: UTF8.self)
    for match in added.matches(of: /([0-9]+) 1\n([0-9]{10}) 00000 n \n/) {
      let offset = try #require(Int(match.2))
      #expect(String(decoding: file.bytes[offset...].prefix(10), as: UTF8.self).hasPrefix("\(match.1) 0 obj"))
    }
    #expect(added.matches(of: #/[0-9]{10} 00000 n /#).count == 5)
    let start = try #require(text.split(separator: "\n").dropLast().last.flatMap { Int($0) })
    #expect(String(decoding: file.bytes[start...].prefix(5), as: UTF8.self) == "xref\n")
  }

  @Test func datesAreTakenOutAndNothingMoves() throws {
    let pdf = HandMadePDF()
    var file = try #require(PDFFile(pdf.bytes))
    file.removeDates()
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(!text.contains("2026") && !text.contains("Date"))
    #expect(text.contains("/Creator (a \\(b\\) c)") && file.bytes.count == pdf.bytes.count)
    #expect(PDFFile(file.bytes)?.pages == PDFFile(pdf.bytes)?.pages)
  }

  /// Radicals (⻔ U+2ED4, ⻚ U+2EDA) and the double dash are what Chromium takes the glyphs of 门, 页 and —— for; a range
  /// is one of glyphs and code points that follow one another, here ⼀ and ⼁.
  @Test func glyphsStandForWhatWasWritten() throws {
    let map = """
      /CMapName /Adobe-Identity-UCS def
      1 begincodespacerange
      <00> <FF>
      endcodespacerange
      3 beginbfchar
      <50> <2E3A>
      <79> <2ED4>
      <7A> <3001>
      endbfchar
      1 beginbfrange
      <0A> <0C> <2EFF>
      endbfrange
      endcmap
      """
    let pdf = HandMadePDF(map: Self.packed(map))
    var file = try #require(PDFFile(pdf.bytes))
    file.correctText()
    let added = String(decoding: file.bytes[pdf.bytes.count...], as: UTF8.self)
    let corrected = """
      /CMapName /Adobe-Identity-UCS def
      1 begincodespacerange
      <00> <FF>
      endcodespacerange
      6 beginbfchar
      <50> <20142014>
      <79> <95E8>
      <7A> <3001>
      <0A> <2EFF>
      <0B> <4E00>
      <0C> <4E28>
      endbfchar
      endcmap
      """
    #expect(added.hasPrefix("12 0 obj\n<</Length \(corrected.utf8.count)>> stream\n\(corrected)\nendstream\nendobj\n"))
    let isAdded = file.add(outline: [.init("一", place: "part-1")])
    #expect(isAdded)
    // Nothing is added where nothing is wrong, or the map cannot be read.
    let right = map.replacing("2E3A", with: "4E00").replacing("2ED4", with: "95E8").replacing("2EFF", with: "4E00")
    for other in [Self.packed(right), [], Self.packed(map).dropLast(9), Array("x".utf8)] {
      let pdf = HandMadePDF(map: Array(other))
      var file = try #require(PDFFile(pdf.bytes))
      file.correctText()
      #expect(file.bytes == pdf.bytes)
    }
  }

  /// A text as a zlib stream of one stored block (RFC 1950, RFC 1951), its checksum left out of account.
  private static func packed(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let length = [UInt8(bytes.count & 0xFF), UInt8(bytes.count >> 8)]
    return [0x78, 0x01, 0x01] + length + length.map { ~$0 } + bytes + [0, 0, 0, 0]
  }

  /// Whatever is cut off or written over, the reader comes to an end.
  @Test func damagedFilesAreReadOrNot() throws {
    let bytes = HandMadePDF().bytes
    #expect(PDFFile([]) == nil)
    #expect(PDFFile(HandMadePDF(trailer: "\n/Prev 9").bytes) == nil)
    for length in stride(from: 0, to: HandMadePDF().table, by: 7) { #expect(PDFFile(Array(bytes[..<length])) == nil) }
    for index in bytes.indices.dropFirst(9) {
      for byte in [UInt8(ascii: "9"), UInt8(ascii: "<"), UInt8(ascii: "(")] {
        var damaged = bytes
        damaged[index] = byte
        if var file = PDFFile(damaged) { _ = file.add(outline: [.init("一", place: "part-1")]) }
      }
    }
    // A tree of pages that is its own branch.
    let text = String(decoding: bytes, as: UTF8.self).replacing("/Kids [9 0 R]", with: "/Kids [3 0 R]")
    #expect(PDFFile(Array(text.utf8)) == nil)
  }
}
