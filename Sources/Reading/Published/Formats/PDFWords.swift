import Accounts
import Formats
import FoundationEssentials
import System

/// The words of a PDF with the places where they stand, as `pdftotext -bbox` of poppler tells them.
///
/// What the program does not say is noticed here: pages without text, pages whose letters have no meaning, and texts printed
/// over each other, one of which nobody sees.
struct PDFWords: Sendable {
  let pages: [WordPage]
  /// The pages whose letters make no sense, as where a font does not say which letters its signs are: few of the
  /// ideographs are ones that the names of codes and the sentences of publications are written with, or there are other
  /// signs instead of them.
  ///
  /// Of pages in order at least nine in ten are.
  let garbled: [Int]
  /// The areas of the pages, in square points.
  private let areas: [Int]
  /// What the pages show besides words.
  private(set) var pictures = PDFPictures()
  /// What was recognised of the pages that are pictures.
  private(set) var scans = ScannedPages()
  /// The ruling lines of the pages on which self-evaluations may stand.
  private(set) var rules: [Int: PageRules] = [:]

  static let program = RequiredProgram(
    names: ["pdftotext"], installing: "Debian：apt install poppler-utils；macOS：brew install poppler")
  /// For how long the program may read.
  private static let seconds = 60
  /// Most pages: far more than a disclosure needs.
  private static let mostPages = 2000
  /// Most bytes of what the program writes.
  private static let outputLimit = 256 << 20

  /// Reads the words of a PDF; `searchPath` are the folders of PATH, `engine` the program that recognises letters on pictures,
  /// nil where they are not to be read.
  ///
  /// Throws ``UnusableInput`` where pdftotext is not there, does not end in time, or cannot read the file because it is
  /// encrypted or damaged, and where no page has text. Nothing is left in the folder for temporary files.
  init(
    _ bytes: [UInt8], of file: String, searchPath: String, engine: Recogniser? = nil
  ) throws(UnusableInput) {
    func unusable(_ found: String, _ expected: String, _ advice: String = "") -> UnusableInput {
      UnusableInput([Problem(at: SourceLocation(file: file), found: found, expected: expected, advice: advice)])
    }
    let program = try Self.program.found(for: file, called: " PDF 文件", in: searchPath)
    let parent = FileManager.default.temporaryDirectory.path
    let noScratch = unusable(
      "不能在 \(parent) 建立或写入临时目录，PDF 没有读", "应可以写入", "请检查磁盘空间，或以环境变量 TMPDIR 指定别处")
    guard let scratch = ScratchFolder("juesuan-words", in: parent) else { throw noScratch }
    defer { scratch.remove() }
    let (input, output) = (scratch.path + "/input.pdf", scratch.path + "/words.html")
    guard FileManager.default.createFile(atPath: input, contents: Data(bytes)) else { throw noScratch }
    let arguments = ["-bbox", "-enc", "UTF-8", "-l", String(Self.mostPages + 1), input, output]
    guard let outcome = program.run(arguments, seconds: Self.seconds) else {
      throw unusable("不能运行 \(program.path)", "应可以运行")
    }
    guard !outcome.isOverTime else {
      throw unusable("\(program.path) 运行超过 \(Self.seconds) 秒，没有读完", "应在此时间内读完", "请把 PDF 拆开，只留决算公开的各页")
    }
    guard outcome.status == 0 else {
      if outcome.output.contains("password") {
        throw unusable("这份 PDF 加了密码，打不开", "应不用密码就能打开", "请用密码打开，另存或打印成没有密码的 PDF")
      }
      if outcome.status == 3 {
        throw unusable("这份 PDF 不许复制文字，没有读", "应允许复制文字", "请换成没有限制的 PDF，或给出网页、Word 或工作簿")
      }
      throw unusable("这份 PDF 已损坏，\(program.name) 读不出来", "应是完整的 PDF", "请重新下载或另存，能用阅读器打开的再试")
    }
    let text: [UInt8]
    do {
      text = try readBytes(of: output, atMost: Self.outputLimit)
    } catch {
      throw unusable("这份 PDF 的文字太多，超过 \(Self.outputLimit >> 20) MB", "应不超过此数", "请确认这是一份决算公开的文件")
    }
    self.init(text)
    guard pages.count <= Self.mostPages else {
      throw unusable("这份 PDF 超过 \(Self.mostPages) 页", "应不超过此数", "请确认这是一份决算公开的文件")
    }
    pictures = PDFPictures.of(
      input, bytes, areas: areas, empty: withoutText, in: scratch.path, searchPath: searchPath)
    scans = ScannedPages(
      pagesToRecognise, of: input, in: scratch.path, engine: engine, searchPath: searchPath)
    guard pages.contains(where: { !$0.words.isEmpty }) || !scans.pages.isEmpty else {
      throw unusable(
        pages.count < 2 ? "这份 PDF 没有文字，只有图片" : "这份 PDF 的 \(pages.count) 页都没有文字，只有图片",
        "应是有文字的 PDF，或能识别的扫描件",
        (scans.failures.min { $0.key < $1.key }.map { $0.value + "；或" } ?? "") + "请给出原来的 Word 或工作簿")
    }
    rules = PDFRules.of(
      input, pages: RuledEvaluations.pages(of: pages), in: scratch.path, searchPath: searchPath)
  }

  /// The words of what `pdftotext -bbox` writes; what is no word is passed over. Takes time in proportion to the bytes.
  init(_ xhtml: [UInt8]) {
    var scanner = BoxScanner(xhtml)
    var pages: [WordPage] = []
    var areas: [Int] = []
    while let found = scanner.next() {
      switch found {
      case .page(let area):
        pages.append(WordPage(number: pages.count + 1, words: []))
        areas.append(area)
      case .word(let word): if !pages.isEmpty { pages[pages.count - 1].words.append(word) }
      }
    }
    (self.pages, self.areas) = (pages, areas)
    garbled = pages.filter(Self.isGarbled).map(\.number)
  }

  /// The pages whose letters can only be recognised, with how many dots of each are an inch: those that are pictures, also
  /// where somebody put unseen words under one, and those whose words are none.
  private var pagesToRecognise: [(page: Int, resolution: Int)] {
    let empty = Set(withoutText)
    let garbled = Set(garbled)
    return pages.map(\.number).filter { page in
      let share = pictures.share[page] ?? 0
      return garbled.contains(page) || share >= PDFPictures.wholePage
        || empty.contains(page) && (share > 0 || pictures.drawn.contains(page))
    }.map { ($0, min(400, max(100, pictures.resolutions[$0] ?? 300))) }
  }

  /// The pages on which nothing is written: they are pictures, or empty.
  var withoutText: [Int] { pages.filter(\.words.isEmpty).map(\.number) }

  /// Whether the letters of a page make no sense.
  static func isGarbled(_ page: WordPage) -> Bool {
    let known = familiarIdeographs
    func isFamiliar(_ scalar: UInt32) -> Bool { scalar <= 0x9FFF && known[Int(scalar) / 64] >> (scalar % 64) & 1 == 1 }
    var (familiar, strange, others) = (0, 0, 0)
    for scalar in page.words.lazy.flatMap(\.text.unicodeScalars) {
      switch scalar.value {
      case 0x3400...0x9FFF, 0x20000...0x3FFFF: if isFamiliar(scalar.value) { familiar += 1 } else { strange += 1 }
      case 0xE000...0xF8FF, 0xFFFD, 0xF0000...0x10FFFF, 0..<0x20, 0x7F..<0xA0: strange += 1
      case 0x2C...0x39, 0x20, 0x25, 0x3000...0x303F, 0xFF00...0xFFEF, 0x2010...0x2027: break
      default: others += 1
      }
    }
    let count = familiar + strange
    return strange * 100 > count * 35 && count >= 20 || familiar == 0 && others + strange >= 30
  }

  /// The ideographs in the built-in names and words, a bit for each letter up to U+9FFF.
  private static let familiarIdeographs: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 0xA000 / 64)
    for var text in embeddedFiles.values {
      text.withUTF8 { bytes in
        var index = 0
        while index < bytes.count {
          // Letters of three bytes: what is rarer is in no name.
          guard bytes[index] & 0xF0 == 0xE0 else {
            index += 1
            continue
          }
          let letter =
            Int(bytes[index] & 0x0F) << 12 | Int(bytes[index + 1] & 0x3F) << 6 | Int(bytes[index + 2] & 0x3F)
          if letter < 0xA000 { bits[letter / 64] |= 1 << (letter % 64) }
          index += 3
        }
      }
    }
    return bits
  }()
}

/// Finds the pages and words in what `pdftotext -bbox` writes, byte by byte: all it writes is a few megabytes of boxes.
private struct BoxScanner {
  enum Found {
    /// A page, with its area in square points.
    case page(Int)
    case word(PageWord)
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next page or word; nil at the end.
  mutating func next() -> Found? {
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      if take("page ") {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
        let sides = numbers(in: index..<end).map { $0 / 1000 }
        return .page(sides.count == 2 ? sides[0] * sides[1] : 0)
      }
      guard take("word ") else { continue }
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else { break }
      let numbers = numbers(in: index..<end)
      let text = end + 1
      let close = bytes[text...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      index = close
      // The edges stand in the order of their names: xMin, yMin, xMax, yMax.
      guard numbers.count == 4, text < close else { continue }
      return .word(
        PageWord(
          text: Self.text(bytes[text..<close]), left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3]
        ))
    }
    index = bytes.count
    return nil
  }

  private mutating func take(_ word: StaticString) -> Bool {
    let isHere = word.withUTF8Buffer { buffer in
      bytes.count - index >= buffer.count && buffer.indices.allSatisfy { bytes[index + $0] == buffer[$0] }
    }
    if isHere { index += word.utf8CodeUnitCount }
    return isHere
  }

  /// The numbers between quotation marks, in thousandths; what is beyond all pages is cut off.
  private func numbers(in range: Range<Int>) -> [Int] {
    var numbers: [Int] = []
    numbers.reserveCapacity(4)
    var place = range.lowerBound
    while place < range.upperBound {
      guard bytes[place] == UInt8(ascii: "\"") else {
        place += 1
        continue
      }
      place += 1
      var value = 0
      var decimals = -1
      var isNegative = false
      while place < range.upperBound, bytes[place] != UInt8(ascii: "\"") {
        switch bytes[place] {
        case UInt8(ascii: "-"): isNegative = true
        case UInt8(ascii: "."): decimals = 0
        case 0x30...0x39 where decimals < 3:
          value = min(value * 10 + Int(bytes[place] - 0x30), 1_000_000_000)
          if decimals >= 0 { decimals += 1 }
        default: break
        }
        place += 1
      }
      place += 1
      for _ in max(decimals, 0)..<3 { value = min(value * 10, 1_000_000_000) }
      numbers.append(isNegative ? -value : value)
    }
    return numbers
  }

  /// A word without references, and ideographs instead of the radicals that look like them.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let hasReference = bytes.contains(UInt8(ascii: "&"))
    // Radicals are U+2E80 to U+2FDF.
    let hasRadical = zip(bytes, bytes.dropFirst()).contains { $0 == 0xE2 && (0xBA...0xBF).contains($1) }
    guard hasReference || hasRadical else { return text }
    var plain = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "&", let reference = references.first(where: { rest.starts(with: $0.name.unicodeScalars) }) {
        rest = rest.dropFirst(reference.name.unicodeScalars.count)
        plain.append(reference.scalar)
      } else {
        plain.append(RadicalIdeographs.byRadical[scalar.value].flatMap(Unicode.Scalar.init) ?? scalar)
      }
    }
    return String(plain)
  }

  private static let references: [(name: String, scalar: Unicode.Scalar)] = [
    ("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("apos;", "'"), ("#39;", "'"),
  ]
}
