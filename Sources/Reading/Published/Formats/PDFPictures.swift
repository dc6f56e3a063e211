import Formats
import FoundationEssentials
import System

/// What a PDF shows besides words (PDF 里的图): which pages are pictures, which have large ones, and which show something
/// that is neither, as letters that were turned into curves do.
///
/// `pdfimages` and `pdftoppm` of poppler tell it. Each takes as long as reading the words does, so that they are asked only
/// for pages without words, and where the file holds a picture as large as a page that was scanned. Where they are not there
/// nothing is known.
struct PDFPictures: Sendable, Equatable {
  /// How much of each page pictures cover, in hundredths of it; pages without pictures are left out.
  private(set) var share: [Int: Int] = [:]
  /// How many dots of the largest picture of a page are an inch.
  private(set) var resolutions: [Int: Int] = [:]
  /// The pages without words and pictures that show something, and those that are blank.
  private(set) var drawn: Set<Int> = []
  private(set) var blank: Set<Int> = []

  /// How much of a page, in hundredths, a picture covers that is the page, and one that may be a table.
  static let (wholePage, largePicture) = (70, 25)

  /// For how long each program may run.
  private static let seconds = 30
  /// Most pages without words that are drawn to see whether they are blank.
  private static let mostDrawn = 40

  /// Nothing is known of pictures.
  init() {}

  /// Those of a PDF in a scratch folder; `areas` are those of its pages in square points, `empty` the pages without words.
  static func of(
    _ input: String, _ bytes: [UInt8], areas: [Int], empty: [Int], in scratch: String, searchPath: String
  ) -> PDFPictures {
    let hasScan = holdsScan(bytes)
    guard let first = hasScan ? 1 : empty.first, let last = hasScan ? areas.count : empty.last,
      let lister = ExternalProgram(named: ["pdfimages"], path: searchPath),
      let listing = lister.run(["-f", String(first), "-l", String(last), "-list", input], seconds: seconds),
      listing.status == 0
    else { return PDFPictures() }
    var pictures = PDFPictures(listing: listing.output, areas: areas)
    guard let drawer = ExternalProgram(named: ["pdftoppm"], path: searchPath) else { return pictures }
    for page in empty.filter({ pictures.share[$0] == nil }).prefix(mostDrawn) {
      let output = "\(scratch)/page-\(page)"
      let arguments = ["-gray", "-r", "12", "-singlefile", "-f", String(page), "-l", String(page), input, output]
      guard drawer.run(arguments, seconds: seconds)?.status == 0,
        let image = try? readBytes(of: output + ".pgm", atMost: 4 << 20)
      else { continue }
      if isBlank(image) { pictures.blank.insert(page) } else { pictures.drawn.insert(page) }
    }
    return pictures
  }

  /// What `pdfimages -list` says: a line a picture, with its page, its width and height in dots and how many of them are an
  /// inch on the page; what is no such line is passed over.
  init(listing: String, areas: [Int]) {
    for line in listing.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count >= 14, ["image", "stencil"].contains(words[2]), let page = Int(words[0]), page > 0,
        page <= areas.count, areas[page - 1] > 0, let width = Int(words[3]), let height = Int(words[4]),
        let across = Int(words[words.count - 4]), let down = Int(words[words.count - 3]), across > 0, down > 0,
        (1...1_000_000).contains(width), (1...1_000_000).contains(height)
      else { continue }
      resolutions[page] = max(resolutions[page] ?? 0, min(across, down))
      let area = width * 72 / across * (height * 72 / down)
      share[page] = min(100, share[page, default: 0] + area * 100 / areas[page - 1])
    }
  }

  /// Whether a PDF holds a picture with as many dots as a page has that was scanned. Dictionaries of pictures are never
  /// compressed.
  static func holdsScan(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { all in
      var place = 0
      while let found = all.firstPlace(of: "/Image", from: place) {
        place = found + 6
        let around = all[max(0, found - 400)..<min(all.count, found + 400)]
        let sides = ["/Width", "/Height"].map { number(behind: $0, in: around) ?? 0 }
        if sides[0] >= 700, sides[1] >= 700, sides[0] * sides[1] >= 900_000 { return true }
      }
      return false
    }
  }

  /// The last number behind a name before the picture's letters begin.
  private static func number(behind name: StaticString, in bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
    let all = UnsafeRawBufferPointer(rebasing: bytes)
    var place = 0
    var best: Int?
    while let found = all.firstPlace(of: name, from: place) {
      place = found + name.utf8CodeUnitCount
      var value: Int?
      for byte in all[place...].drop(while: { $0 == 0x20 }).prefix(7) {
        guard (0x30...0x39).contains(byte) else { break }
        value = (value ?? 0) * 10 + Int(byte - 0x30)
      }
      best = max(best ?? 0, value ?? 0)
    }
    return best
  }

  /// Whether a grey picture of a page (PGM) is white all over.
  static func isBlank(_ image: [UInt8]) -> Bool {
    // P5, width, height and depth in four lines or words; then a byte a dot.
    var words = 0
    var index = 0
    while words < 4, index < image.count {
      let isSpace = image[index] <= 0x20
      if isSpace, index > 0, image[index - 1] > 0x20 { words += 1 }
      index += 1
    }
    return image[index...].allSatisfy { $0 >= 0xFA }
  }
}

extension UnsafeRawBufferPointer {
  /// Where some letters stand first from a place on.
  fileprivate func firstPlace(of word: StaticString, from start: Int) -> Int? {
    guard start >= 0, let base = baseAddress else { return nil }
    let length = word.utf8CodeUnitCount
    var place = start
    // The first letter is looked for by the system, many bytes at a time.
    while place + length <= count,
      let found = memchr(base + place, Int32(word.utf8Start.pointee), count - length + 1 - place)
    {
      place = base.distance(to: UnsafeRawPointer(found))
      if memcmp(found, word.utf8Start, length) == 0 { return place }
      place += 1
    }
    return nil
  }
}
