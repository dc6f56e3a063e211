import Formats
import Testing

/// The parts of a web page saved with all that belongs to it, by the examples of RFC 2045, 2046 and 2557.
@Suite struct MIMEArchiveTests {
  private func texts(_ message: String) -> [String] {
    MIMEArchive(Array(message.utf8)).parts.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func quotedPrintableIsUndone() {
    // RFC 2045, 6.7: a soft line break, white space before it, an octet, and what is no sign of it.
    let message = """
      MIME-Version: 1.0
      Content-Type: text/html
      Content-Transfer-Encoding: quoted-printable

      Now's the time =
      for all folk to come=20=  
       to the aid =E2=80=94 =zz= 3
      """
    #expect(texts(message) == ["Now's the time for all folk to come  to the aid — =zz= 3"])
  }

  @Test func base64IsUndone() {
    let message =
      "MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: BASE64\r\n\r\nPHA+\r\n5oC7PC9wPg==\r\n"
    #expect(texts(message) == ["<p>总</p>"])
  }

  @Test func partsInsidePartsStandInTheirPlace() {
    let message = """
      From: <Saved by a browser>
      MIME-Version: 1.0
      Content-Type: multipart/related; type="text/html";
       boundary=outer

      before the first boundary
      --outer
      Content-Type: multipart/alternative; boundary="in ner"

      --in ner
      Content-Type: text/html; charset=gb2312

      one
      --in ner--
      --outer
      Content-Type: image/gif

      two
      --outer--
      behind the last
      """
    let archive = MIMEArchive(Array(message.utf8))
    #expect(archive.parts.map(\.type) == ["text/html", "image/gif"])
    #expect(archive.parts.map { String(decoding: $0.bytes, as: UTF8.self) } == ["one\n", "two\n"])
  }

  @Test func whatIsCutOffIsStillRead() {
    let message =
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>一"
    #expect(texts(message) == ["<p>一"])
  }

  @Test(arguments: [
    "", "\n\n", "正文", "<html><body>MIME-Version: 1.0</body></html>", "MIME-Version: 1.0",
    "Content-Type: text/html\n\n<p>",
    "MIME-Version: 1.0\nContent-Type: text/plain\n\n正文",
  ])
  func whatIsNoArchiveIsTold(text: String) { #expect(!MIMEArchive.isOne(Array(text.utf8))) }

  @Test func anArchiveIsToldByItsHead() {
    #expect(
      MIMEArchive.isOne(Array("\r\nmime-version: 1.0\r\nCONTENT-TYPE: Multipart/Related;\r\n\tboundary=b\r\n\r\n".utf8))
    )
  }
}
