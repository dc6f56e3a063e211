import Accounts
import Formats
import Testing

@testable import Reading

/// Documents in fixed layout (OFD) as publications; `.ci/reading.py` reads whole ones.
@Suite struct OFDPagesTests {
  private func document(_ pages: [String], picture: [UInt8] = []) -> [UInt8] {
    var writer = ZIPWriter()
    writer.add("OFD.xml", Array("<OFD><DocBody><DocRoot>Document.xml</DocRoot></DocBody></OFD>".utf8))
    let listed = pages.indices.map { "<Page BaseLoc='\($0).xml'/>" }.joined()
    writer.add(
      "Document.xml", Array("<Document><DocumentRes>Res.xml</DocumentRes><Pages>\(listed)</Pages></Document>".utf8))
    writer.add(
      "Res.xml", Array("<Res><MultiMedia ID='7' Type='Image'><MediaFile>p.png</MediaFile></MultiMedia></Res>".utf8))
    writer.add("p.png", picture)
    for (index, page) in pages.enumerated() {
      writer.add("\(index).xml", Array("<Page><Content><Layer>\(page)</Layer></Content></Page>".utf8))
    }
    return writer.archive
  }

  private func text(_ words: String) -> String {
    "<TextObject Boundary='20 30 100 5' Size='4'><TextCode X='0' Y='4'>\(words)</TextCode></TextObject>"
  }

  /// ⽀ and ⼊ are the radicals U+2F40 and U+2F0A, which look like 支 and 入.
  @Test func linesAreReadWithTheirPages() throws {
    let parts = try OFDPages.parts(of: document(["", text("收\u{2F0A}\u{2F40}出情况。")]), file: "公开.ofd")
    let lines = parts.compactMap { part -> String? in
      guard case .line(let text, let line, let frame, _) = part else { return nil }
      return "\(frame.location(in: "公开.ofd", row: line, column: 0).description) \(text)"
    }
    #expect(lines == ["公开.ofd:第 2 页第 1 行 收入支出情况。"])
  }

  @Test func pagesThatArePicturesAreSaid() throws {
    let parts = try OFDPages.parts(of: document([text("文字。"), "<ImageObject/>", ""]), file: "公开.ofd")
    let said = parts.filter { if case .passedOver = $0 { true } else { false } }
    #expect(said.count == 1)
    #expect("\(said)".contains("图片"))
  }

  @Test func withoutTextItIsSaidWhatToDo() {
    #expect {
      try OFDPages.parts(of: document(["<ImageObject/>"]), file: "公开.ofd")
    } throws: { error in
      (error as? UnusableInput)?.problems.first?.message.contains("没有文字") ?? false
    }
  }

  @Test func aPageThatIsAPictureGoesTheWayOfScans() throws {
    let pages = [text("文字。"), "<ImageObject Boundary='0 0 210 297' ResourceID='7'/>"]
    func said(_ engine: Recogniser?) throws -> [String] {
      try OFDPages.parts(of: document(pages, picture: [1, 2, 3]), file: "公开.ofd", engine: engine).compactMap { part in
        if case .passedOver(_, _, .page(2), let reason, _) = part { reason } else { nil }
      }
    }
    #expect(try said(Recogniser("no-such-engine")) == ["这一页没有文字，是图片，没有读（识别文字的程序 no-such-engine 不在 PATH 里）"])
    #expect(try said(nil) == ["这一页没有文字，是图片，没有读（\(ScannedPages.advice)）"])
    // What is in it is no picture.
    #expect(try said(Recogniser("sh")) == ["这一页没有文字，是图片，没有读（只能识别 PNG 和 JPEG）"])
  }
}
