import Accounts
import Formats
import FoundationEssentials
import System

/// Draws pages of PDFs in grey (画出原件), as `pdftoppm` of poppler draws them, in a scratch folder.
struct PageDrawer {
  private let program: ExternalProgram
  private let inputs: [String]
  private let scratch: ScratchFolder

  static let program = RequiredProgram(names: ["pdftoppm"], installing: PDFWords.program.installing)

  /// How many dots of what is drawn are an inch, so that digits in small print can be told; and of what is shown of a whole page.
  static let (resolution, shownResolution) = (200, 100)
  /// For how long drawing a page may take.
  private static let seconds = 60
  /// Most bytes of a picture.
  private static let mostBytes = GreyPage.mostDots + 64

  /// For pages of some PDFs; nil where the program is not there, or nothing can be written. To be ended with ``remove()``.
  init?(_ pdfs: [[UInt8]], searchPath: String) {
    guard let program = ExternalProgram(named: Self.program.names, path: searchPath),
      let scratch = ScratchFolder("juesuan-pages", in: FileManager.default.temporaryDirectory.path)
    else { return nil }
    (self.program, self.scratch) = (program, scratch)
    inputs = pdfs.indices.map { "\(scratch.path)/\($0).pdf" }
    for (pdf, path) in zip(pdfs, inputs)
    where !FileManager.default.createFile(atPath: path, contents: Data(pdf)) {
      scratch.remove()
      return nil
    }
  }

  /// A page of one of the PDFs; nil where it cannot be drawn. May be asked from several threads, for one page from one.
  func page(_ number: Int, ofPDF pdf: Int) -> GreyPage? {
    let output = "\(scratch.path)/\(pdf)-\(number)"
    defer { try? FileManager.default.removeItem(atPath: output + ".pgm") }
    let arguments = [
      "-gray", "-r", String(Self.resolution), "-singlefile", "-f", String(number), "-l", String(number), inputs[pdf],
      output,
    ]
    guard program.run(arguments, seconds: Self.seconds)?.status == 0,
      let bytes = try? readBytes(of: output + ".pgm", atMost: Self.mostBytes)
    else { return nil }
    return GreyPage(netpbm: bytes, resolution: Self.resolution)
  }

  /// Removes what was written.
  func remove() { scratch.remove() }
}

extension GreyPage {
  /// The page as it is shown beside what was read of it.
  var shownPicture: PagePicture {
    let small = resized(sixths: PageDrawer.shownResolution * 6 / PageDrawer.resolution)
    return PagePicture(
      .print, GreyPNG.bytes(width: small.width, height: small.height, dots: small.dots), width: small.width,
      height: small.height, paperWidth: width * 72_000 / resolution, paperHeight: height * 72_000 / resolution)
  }

  /// How much of a text of many lines is shown, in thousandths of a point.
  private static let highest = 160_000

  /// The part of the page around a place, with a margin of about half a letter; nil where that is not on the page.
  func cutout(_ box: PageBox) -> PagePicture? {
    func dots(_ length: Int) -> Int { length * resolution / 72_000 }
    let margin = min(max(box.height / 2, 2000), 12_000)
    let (left, right) = (max(0, dots(Int(box.left) - margin)), min(width, dots(Int(box.right) + margin)))
    let (top, bottom) = (
      max(0, dots(Int(box.top) - margin)), min(height, dots(min(Int(box.bottom), Int(box.top) + Self.highest) + margin))
    )
    guard left < right, top < bottom else { return nil }
    let (columns, rows) = (left..<right, top..<bottom)
    let part = rows.flatMap { row in stretch(row, columns) }
    return PagePicture(
      .print, GreyPNG.bytes(width: columns.count, height: rows.count, dots: part), width: columns.count,
      height: rows.count, paperWidth: columns.count * 72_000 / resolution,
      paperHeight: rows.count * 72_000 / resolution)
  }

  private func stretch(_ row: Int, _ columns: Range<Int>) -> ArraySlice<UInt8> {
    dots[row * width + columns.lowerBound..<row * width + columns.upperBound]
  }
}
