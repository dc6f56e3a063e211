import Accounts
import Formats
import FoundationEssentials
import System

/// Pictures of pages (页面的图片): PNG, JPEG and TIFF, read as the pages of a PDF that was scanned.
enum PicturePages {
  /// The pictures that are read.
  enum Kind: String, Sendable {
    case png, jpeg, tiff
  }

  /// What makes a PDF of a TIFF, which may hold several pages in many ways of packing.
  static let program = RequiredProgram(
    names: ["tiff2pdf"], installing: "Debian：apt install libtiff-tools；macOS：brew install libtiff")

  /// For how long it may run.
  private static let seconds = 60

  /// The lines and rows of a picture; throws ``UnusableInput`` where it is damaged or nothing can be recognised. `file` is what
  /// it is called, `engine` the program to recognise letters with; nothing is read where there is none.
  static func parts(
    of bytes: [UInt8], _ kind: Kind, file: String, engine: Recogniser?
  ) throws(UnusableInput) -> [PublicationPart] {
    func notRead(_ advice: String) -> UnusableInput {
      UnusableInput([
        Problem(
          at: SourceLocation(file: file), found: "这是一张图片（\(kind.rawValue.uppercased())），图片里的字没有读", expected: "应是有文字的文件",
          advice: advice + "；或请给出原来的 Word 或工作簿")
      ])
    }
    guard let engine else { throw notRead(ScannedPages.advice) }
    if let missing = engine.missing(in: ExternalProgram.searchPath) { throw notRead(missing) }
    return try PagedText.parts(ofPDF: pdf(of: bytes, kind, file: file), file: file, engine: engine)
  }

  /// The picture as the pages of a PDF.
  static func pdf(of bytes: [UInt8], _ kind: Kind, file: String) throws(UnusableInput) -> [UInt8] {
    func unusable(_ found: String, _ expected: String = "应是完整的 PNG、JPEG 或 TIFF") -> UnusableInput {
      UnusableInput([
        Problem(
          at: SourceLocation(file: file), found: found, expected: expected, advice: "请用看图软件打开它，另存为 PNG 或 PDF 后再试")
      ])
    }
    do throws(PictureAsPDF.Failure) {
      switch kind {
      case .png: return try PictureAsPDF.png(bytes)
      case .jpeg: return try PictureAsPDF.jpeg(bytes)
      case .tiff: break
      }
    } catch {
      switch error {
      case .damaged: throw unusable("这张图片已损坏或不完整，没有读")
      case .kind(let kind): throw unusable("这是\(kind)，没有读")
      }
    }
    let program = try program.found(for: file, called: "图片（TIFF）")
    guard let scratch = ScratchFolder("juesuan-picture", in: FileManager.default.temporaryDirectory.path) else {
      throw unusable("不能建立临时目录，图片没有读", "应可以写入")
    }
    defer { scratch.remove() }
    let (input, output) = (scratch.path + "/input.tiff", scratch.path + "/output.pdf")
    guard FileManager.default.createFile(atPath: input, contents: Data(bytes)),
      program.run(["-o", output, input], seconds: seconds)?.status == 0,
      let pdf = try? readBytes(of: output, atMost: InputFile.largestSize)
    else { throw unusable("\(program.name) 没有读出这张图片") }
    return pdf
  }
}
