import Accounts
import Foundation
import System
import TestSupport
import Testing

@testable import Reading

/// Pages that are pictures are drawn, read by an engine, and become lines and rows; whatever cannot be is said.
@Suite(.serialized) struct ScannedPagesTests {
  private static let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? ""
  private static let hasPoppler = ["pdftotext", "pdfimages", "pdftoppm"].allSatisfy {
    ExternalProgram(named: [$0], path: searchPath) != nil
  }
  private static let hasEngine =
    hasPoppler
    && ExternalProgram(named: ["tesseract"], path: searchPath)?.run(["--list-langs"], seconds: 20)?.output
      .contains("chi_sim") == true

  /// A PDF of one page, a picture with dark blocks as high as letters on it, and the ink of a number: two digits, a point, two
  /// digits.
  private static let pdf: [UInt8] = {
    var dots = [UInt8](repeating: 255, count: 827 * 300)
    let digits = [400, 410, 428, 438].map { ($0..<$0 + 6, 60..<72) }
    for (columns, rows) in [(100..<120, 60..<72), (124..<144, 60..<72), (148..<168, 60..<72), (421..<424, 69..<72)]
      + digits
    {
      for y in rows { for x in columns { dots[y * 827 + x] = 0 } }
    }
    let text = dots.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + ">"
    return Array(
      """
      %PDF-1.4
      1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
      2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
      3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 216]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>> endobj
      4 0 obj <</Length 27>> stream
      595 0 0 216 0 0 cm /P Do
      endstream endobj
      5 0 obj <</Type/XObject/Subtype/Image/Width 827/Height 300/ColorSpace/DeviceGray/BitsPerComponent 8\
      /Filter/ASCIIHexDecode/Length \(text.utf8.count)>> stream
      \(text)
      endstream endobj
      trailer <</Root 1 0 R>>
      %%EOF

      """.utf8)
  }()

  /// What is done with a program of a few lines of shell, which is called as an engine is.
  private func withEngine<Result>(_ script: String, _ body: (String) throws -> Result) throws -> Result {
    let file = FileManager.default.temporaryDirectory.appending(path: "engine-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: file))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    return try body(file)
  }

  private func words(_ engine: String) throws -> PDFWords {
    try PDFWords(Self.pdf, of: "扫描.pdf", searchPath: Self.searchPath, engine: Recogniser(engine))
  }

  @Test(.enabled(if: hasPoppler)) func aPictureIsReadTwiceByTheEngine() throws {
    // The first reading has a word and a number, the second the number alone.
    let script = """
      case "$*" in
        *whitelist*) printf '5\\t1\\t1\\t1\\t1\\t1\\t12\\t12\\t70\\t12\\t90\\t46.63\\n';;
        *) printf '5\\t1\\t1\\t1\\t1\\t1\\t12\\t14\\t80\\t10\\t90\\t合计\\n'
           printf '5\\t2\\t1\\t1\\t1\\t1\\t12\\t14\\t70\\t10\\t90\\t46.63\\n';;
      esac
      """
    try withEngine(script) { engine in
      let words = try words(engine)
      #expect(words.scans.pages[1]?.words.map(\.text) == ["合计", "46.63"])
      #expect(words.scans.pages[1]?.accepted == 1)
      let parts = PagedText.parts(of: words)
      #expect(!parts.isEmpty)
      for part in parts {
        switch part {
        case .line(_, _, let frame, _), .row(_, let frame), .passedOver(_, _, let frame, _, _):
          #expect(frame == .scan(1))
        }
      }
    }
  }

  /// A file is recognised once in a run, wherever it lies and however often it is asked for; another, and one by another engine, by
  /// itself.
  @Test(.enabled(if: hasPoppler)) func whatWasRecognisedIsNotRecognisedAgain() throws {
    let folder = try TemporaryFolder([
      "a.pdf": Self.pdf, "b.pdf": Self.pdf, "c.pdf": Self.pdf + Array("% other\n".utf8),
    ])
    let script = """
      echo >> '\(folder.path)/calls'
      printf '5\\t1\\t1\\t1\\t1\\t1\\t12\\t14\\t80\\t10\\t90\\t合计\\n'
      """
    func calls() -> Int { (try? Data(contentsOf: folder.url("calls")).count) ?? 0 }
    try withEngine(script) { program in
      let engine = Recogniser(program)
      func read(_ name: String, _ engine: Recogniser) throws -> Int {
        let files = InputFiles(engine: engine)
        let bytes = try files.bytes(of: folder.url(name).path)
        return try files.parts(of: folder.url(name).path) { () throws(UnusableInput) in
          try PagedText.parts(ofPDF: bytes, file: name, engine: engine)
        }.count
      }
      let count = try read("a.pdf", engine)
      let once = calls()
      #expect(once > 0)
      #expect(try read("a.pdf", engine) == count && read("b.pdf", engine) == count)
      #expect(calls() == once)
      _ = try read("c.pdf", engine)
      #expect(calls() == 2 * once)
      _ = try read("a.pdf", Recogniser(program))
      #expect(calls() == 3 * once)
    }
  }

  @Test func onlySoMuchOfWhatWasRecognisedIsHeld() throws {
    let files = RecognisedFiles(most: 3)
    var decoded: [UInt8] = []
    func read(_ byte: UInt8, _ count: Int, _ frame: Frame = .scan(1)) throws -> Int {
      try files.parts(of: [byte]) { () throws(UnusableInput) in
        decoded.append(byte)
        return (0..<count).map { .line("合计", at: $0 + 1, in: frame) }
      }.count
    }
    for (byte, count) in [(1, 2), (1, 2), (2, 1), (2, 1), (3, 2), (2, 1), (1, 2)] as [(UInt8, Int)] {
      #expect(try read(byte, count) == count)
    }
    // The third took the place of the first.
    #expect(decoded == [1, 2, 3, 1])
    // What is read from text need not be held.
    decoded = []
    for _ in 0..<2 { #expect(try read(4, 1, .page(1)) == 1) }
    #expect(decoded == [4, 4])
  }

  @Test(.enabled(if: hasPoppler)) func whyNothingIsReadIsSaid() throws {
    func found(_ engine: String?) -> String {
      do throws(UnusableInput) {
        _ = try PDFWords(Self.pdf, of: "扫描.pdf", searchPath: Self.searchPath, engine: engine.map { Recogniser($0) })
        return "read"
      } catch {
        return error.problems.map(\.message).joined()
      }
    }
    #expect(found("no-such-engine").contains("识别文字的程序 no-such-engine 不在 PATH 里"))
    // Nothing is recognised where nobody wants it.
    #expect(found(nil).contains("加 --ocr tesseract 可以识别，识别出的数请与原件核对"))
    #expect(
      Recogniser().missing(in: "/nowhere")
        == "识别文字的程序 tesseract 不在 PATH 里，请安装（Debian：apt install tesseract-ocr tesseract-ocr-chi-sim；macOS：brew install tesseract tesseract-lang）后再试"
    )
    try withEngine("echo 'Failed loading language chi_sim' >&2; exit 1") { engine in
      #expect(found(engine).contains("没有中文（chi_sim）或英文（eng）的识别数据，请安装"))
    }
    try withEngine("exit 3") { #expect(found($0).contains("没有读出来")) }
    // Where something stands and nothing is recognised, it stays as something doubtful.
    try withEngine("exit 0") { engine in
      let page = try #require(try words(engine).scans.pages[1])
      #expect(page.words.map(\.text) == ["-⯑", "-⯑"])
      #expect(page.doubtful == 2)
    }
  }

  @Test(.enabled(if: hasPoppler)) func nothingIsLeftBehind() throws {
    _ = try? words("no-such-engine")
    func own() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path)
        .filter { $0.hasPrefix("juesuan-words-\(ProcessInfo.processInfo.processIdentifier)-") }
    }
    // Other tests of this process read PDF meanwhile, and take what is theirs away.
    for _ in 0..<200 where try !own().isEmpty { usleep(50_000) }
    #expect(try own() == [])
  }

  @Test(.enabled(if: hasEngine)) func theUsualEngineRuns() throws {
    // Bars are no letters; that it read them and said so is all that is asked.
    let words = try? words("tesseract")
    #expect(words == nil || words?.scans.failures.isEmpty == true)
  }
}
