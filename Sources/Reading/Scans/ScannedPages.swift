import Accounts
import Formats
import FoundationEssentials
import Synchronization
import System

/// The pages of a PDF that are pictures (扫描页), read by an engine that recognises letters.
struct ScannedPages: Sendable, Equatable {
  /// What was read of each page, by its number.
  private(set) var pages: [Int: RecognisedPage] = [:]
  /// Why others were not, as a clause.
  private(set) var failures: [Int: String] = [:]

  /// For how long drawing a page may take.
  private static let seconds = 60
  /// Most pages that are read: each takes seconds.
  static let mostPages = 400
  /// Most bytes of a picture of a page, three a dot.
  private static let pictureLimit = GreyPage.mostDots * 3 + 64

  /// What a user can do to have pictures read.
  static let advice = "加 --ocr \(Recogniser.standardName) 可以识别，识别出的数请与原件核对"

  /// Nothing read.
  init() {}

  /// The pages of pictures that each are a file of their own (单张图片), by their numbers: PNG or JPEG. `file` is what they stand in.
  init(pictures: [(page: Int, bytes: [UInt8])], of file: String, engine: Recogniser?, searchPath: String) {
    let count = min(pictures.count, Self.mostPages)
    let done = Mutex(0)
    let silent = engine.map { Recogniser($0.program) }
    engine?.tell(0, count)
    let read = concurrently(count) { index in
      defer {
        done.withLock { done in
          done += 1
          engine?.tell(done, count)
        }
      }
      return Self.read(pictures[index].bytes, of: file, engine: silent, searchPath: searchPath)
    }
    for (picture, result) in zip(pictures, read) {
      switch result {
      case .success(let page): pages[picture.page] = page
      case .failure(let reason): failures[picture.page] = reason.text
      }
    }
    fail(pictures.dropFirst(Self.mostPages).map { ($0.page, 0) }, Self.tooMany)
  }

  /// Why a picture was not read, as a clause.
  private struct Reason: Error { let text: String }

  private static func read(
    _ picture: [UInt8], of file: String, engine: Recogniser?, searchPath: String
  ) -> Result<RecognisedPage, Reason> {
    guard let engine else { return .failure(Reason(text: advice)) }
    if let missing = engine.missing(in: searchPath) { return .failure(Reason(text: missing)) }
    guard let pdf = pdf(of: picture) else {
      return .failure(Reason(text: "只能识别 PNG 和 JPEG"))
    }
    do throws(UnusableInput) {
      let scans = try PDFWords(pdf, of: file, searchPath: searchPath, engine: engine).scans
      return scans.pages[1].map { .success($0) } ?? .failure(Reason(text: scans.failures[1] ?? "没有认出文字"))
    } catch {
      return .failure(Reason(text: "没有认出文字，或读不了这张图片"))
    }
  }

  /// A picture as a page of a PDF; nil where it is neither PNG nor JPEG, or damaged.
  static func pdf(of picture: [UInt8]) -> [UInt8]? {
    let isPNG = picture.starts(with: [0x89, 0x50, 0x4E, 0x47])
    return isPNG ? try? PictureAsPDF.png(picture) : try? PictureAsPDF.jpeg(picture)
  }

  private static let tooMany = "扫描页超过 \(mostPages) 页，其余没有读"

  /// Reads pages of a PDF on all cores, each with how many dots of it are an inch, in a scratch folder. `engine` is the
  /// program to recognise letters with, nil where none is to.
  ///
  /// A page that cannot be drawn or read is left out with the reason.
  init(
    _ wanted: [(page: Int, resolution: Int)], of input: String, in scratch: String, engine: Recogniser?,
    searchPath: String
  ) {
    guard !wanted.isEmpty else { return }
    guard let engine else {
      fail(wanted, Self.advice)
      return
    }
    guard let drawer = ExternalProgram(named: ["pdftoppm"], path: searchPath) else {
      fail(wanted, "画出这一页的程序 pdftoppm 不在 PATH 里，请安装（\(PDFWords.program.installing)）后再试")
      return
    }
    guard let program = ExternalProgram(named: [engine.program], path: searchPath) else {
      fail(wanted, engine.missing(in: searchPath) ?? "")
      return
    }
    let reading = PageReading(engine: program)
    let count = min(wanted.count, Self.mostPages)
    let done = Mutex(0)
    engine.tell(0, count)
    let read = concurrently(count) { index in
      defer {
        done.withLock { done in
          done += 1
          engine.tell(done, count)
        }
      }
      let (number, resolution) = wanted[index]
      let output = "\(scratch)/scan-\(number)"
      defer { try? FileManager.default.removeItem(atPath: output + ".ppm") }
      let arguments = [
        "-r", String(resolution), "-singlefile", "-f", String(number), "-l", String(number), input, output,
      ]
      return Result { () throws(PageReading.Failure) in
        guard drawer.run(arguments, seconds: Self.seconds)?.status == 0,
          let bytes = try? readBytes(of: output + ".ppm", atMost: Self.pictureLimit),
          let picture = GreyPage(netpbm: bytes, resolution: resolution)
        else { throw .failed }
        return try reading.page(picture, in: scratch, called: String(number))
      }
    }
    for (page, result) in zip(wanted, read) {
      switch result {
      case .success(let read):
        if read.words.isEmpty {
          failures[page.page] = "没有认出文字"
        } else if PDFWords.isGarbled(WordPage(number: page.page, words: read.words)) {
          failures[page.page] = "认出来的不成文字，可能是放倒了或不清楚"
        } else {
          pages[page.page] = read
        }
      case .failure(.language):
        failures[page.page] = "\(program.name) 没有中文（chi_sim）或英文（eng）的识别数据，请安装（\(PageReading.program.installing)）后再试"
      case .failure(.overTime): failures[page.page] = "识别超过时间，没有读完"
      case .failure(.failed): failures[page.page] = "画不出这一页，或 \(program.name) 没有读出来"
      }
    }
    fail(Array(wanted.dropFirst(Self.mostPages)), Self.tooMany)
  }

  private mutating func fail(_ wanted: [(page: Int, resolution: Int)], _ reason: String) {
    for page in wanted { failures[page.page] = reason }
  }

  /// A page as it was recognised, words with a letter or two wrong as those they are nearest to; itself where it was not.
  func recognised(_ page: WordPage) -> WordPage {
    guard let read = pages[page.number] else { return page }
    return WordPage(
      number: page.number,
      words: read.words.map { word in
        PageWord(
          text: NearWords.standard.nearest(to: MisreadWords.standard.restored(word.text), isPart: true),
          left: word.left, top: word.top,
          right: word.right,
          bottom: word.bottom, em: word.em, seen: word.seen)
      })
  }

  /// Why a page was not recognised, to be put behind what is said of it; empty where nothing is to be said.
  func whyNot(_ page: Int) -> String { failures[page].map { "（\($0)）" } ?? "" }
}
