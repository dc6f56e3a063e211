import Accounts
import Checks
import Disclosing
import Documents
import Formats
import FoundationEssentials
import RandomDisclosures
import Reading
import Rendering
import System
import Tables
import TestSupport

/// Feeds the readers damaged inputs, made from real ones, and watches that each ends in a result or a message.
///
/// `juesuan-bench fuzz [seconds] [--seed=N]`. Every input follows from the seed and its number, so a crash or a hang is
/// repeated with `--seed=N --only=NUMBER`; the number of the input at hand stands in the file that the run names.
struct Fuzz {
  /// A reader and an input of the corpus it is given.
  private struct Target {
    let name: String
    /// The files of the input, by their paths below a folder; one of them is damaged each time.
    let files: [(path: String, bytes: [UInt8])]
    /// The path below the folder that the reader is given; empty for the folder itself.
    let entry: String
    let read: (String) throws -> Void
    var damage: ([UInt8], inout SplitMix64) -> [UInt8] = Fuzz.damage
  }

  private let targets: [Target]
  private let seed: UInt64
  private let folder: String

  /// The seconds of the processor that an input may take; the corpus is small, so more means that something grows as it
  /// should not.
  private static let slow = 2.0

  /// Takes the corpus from the example ledgers in a folder and what is built from them.
  init(examples: [String], seed: UInt64) throws {
    self.seed = seed
    folder = FileManager.default.temporaryDirectory.path + "/juesuan-fuzz-\(getpid())"
    var targets: [Target] = []
    let ledgerReader = try LedgerReader()
    var disclosures = Disclosures(Choices()) { _ in }
    for example in examples {
      let names = try FileManager.default.contentsOfDirectory(atPath: example).filter { $0.hasSuffix(".csv") }.sorted()
      let files = try names.map { ($0, try InputFile.bytes(of: example + "/" + $0)) }
      let ledger = try disclosures.ledger(at: example)
      let composed = try disclosures.composed(ledger)
      let (form, codes) = (composed.form, composed.codes)
      let deriveAll: (String) throws -> Void = { path in
        _ = try TableSet(deriving: ledgerReader.ledger(at: path), form: form, codes: codes)
      }
      targets.append(Target(name: "CSV 账", files: files, entry: "", read: deriveAll))
      let json = LedgerJSON.bytes(of: ledger, schema: try .standard())
      targets.append(Target(name: "JSON 账", files: [("账.json", json)], entry: "账.json", read: deriveAll))
      let schema = try LedgerSchema.standard()
      let workbook = try LedgerWorkbook(schema: schema, codes: codes, library: TemplateLibrary())
        .bytes(of: ledger.rows, title: "账")
      targets.append(Target(name: "工作簿账", files: [("账.xlsx", workbook)], entry: "账.xlsx", read: deriveAll))
      let contents = try composed.package(composed.report())
      let checker = try Checker(form: form, codes: codes)
      let published = try PublishedReader(form: form)
      let readPublished: (String) throws -> Void = { path in
        let tables = try published.disclosure(at: path)
        _ = checker.check(tables)
      }
      for name in ["index.html", "index.md", "data.json", "决算公开.docx", "决算公开.xlsx"] {
        let file = contents.files.first { $0.path == name }?.bytes ?? []
        targets.append(Target(name: name, files: [(name, file)], entry: name, read: readPublished))
      }
      let page = contents.files.first { $0.path == "index.html" }?.bytes ?? []
      targets.append(
        Target(
          name: "网页 .mht", files: [("公开.mht", FuzzCorpus.webArchive(of: page))], entry: "公开.mht", read: readPublished))
      let tableFiles = contents.files.filter { $0.path.hasPrefix("tables/") }
      targets.append(Target(name: "CSV 公开表", files: tableFiles, entry: "tables", read: readPublished))
      let tables = composed.tables
      for (name, file, bytes) in [
        ("制表符文本", "公开.txt", FuzzCorpus.tabbedText(of: tables)),
        ("空格排版的文本", "公开.txt", FuzzCorpus.spacedText(of: tables)),
        ("Word 文档", "公开.docx", FuzzCorpus.wordDocument(of: tables)),
      ] {
        targets.append(Target(name: name, files: [(file, bytes)], entry: file, read: readPublished))
      }
      for (name, bytes) in [
        ("Word 文档里的一部分", FuzzCorpus.wordDocument(of: tables)),
        ("工作簿里的一部分", contents.files.first { $0.path == "决算公开.xlsx" }?.bytes ?? []),
      ] {
        targets.append(
          Target(
            name: name, files: [("公开", bytes)], entry: "公开", read: readPublished, damage: Self.damagedPart))
      }
      targets.append(
        Target(name: "PDF 页面上的词", files: [("公开.xhtml", FuzzCorpus.boxes(of: tables))], entry: "公开.xhtml") { path in
          _ = checker.check(try published.disclosure(ofBoxes: InputFile.bytes(of: path)))
        })
      let picture = FuzzCorpus.picture(of: tables)
      for (name, file, isPicture) in [("扫描页的图", "页.pgm", true), ("扫描页上识别的词", "页.tsv", false)] {
        let bytes = isPicture ? picture.pgm : picture.tsv
        targets.append(
          Target(name: name, files: [(file, bytes)], entry: file) { path in
            let damaged = try InputFile.bytes(of: path)
            _ = checker.check(
              try published.disclosure(
                ofPicture: isPicture ? damaged : picture.pgm, recognised: isPicture ? picture.tsv : damaged))
          })
      }
    }
    let codeTable = Array("code,name,fund\n2019901,某项,一般公共预算\n30199,其他,\n".utf8)
    targets.append(
      Target(name: "科目表", files: [("codes.csv", codeTable)], entry: "codes.csv") { path in
        var book = CodeBook(year: 2024)
        try CodeTables.extend(&book, withFileAt: path)
      })
    let form = Array(Form.builtInText("national", year: 2024).utf8)
    let library = try TemplateLibrary()
    for example in examples.prefix(1) {
      let ledger = try disclosures.ledger(at: example)
      let codes = try CodeTables.standard(year: ledger.unit.year)
      let use: (String) throws -> Void = { path in
        let form = try Form(json: String(decoding: InputFile.text(of: path), as: UTF8.self))
        // A form that is taken can be used, whatever it says.
        let composed = try ComposedDisclosure(
          ledger, form: form, codes: codes, checker: Checker(form: form, codes: nil), library: library)
        _ = try composed.package(composed.report(), formats: [.html, .xlsx])
      }
      targets.append(Target(name: "表样", files: [("form.json", form)], entry: "form.json", read: use))
      targets.append(
        Target(name: "表样，逐行改动", files: [("form.json", form)], entry: "form.json", read: use) { bytes, random in
          Array(damagedForm(String(decoding: bytes, as: UTF8.self), &random).utf8)
        })
    }
    self.targets = targets
  }

  /// Runs for so many seconds, or only the input of a number; prints how many inputs each reader took.
  func run(seconds: Int, only: UInt64?) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let clock = ContinuousClock()
    let start = clock.now
    var results = targets.map { _ in (read: 0, refused: 0, slowest: 0.0) }
    let progress = open(FileManager.default.temporaryDirectory.path + "/juesuan-fuzz.number", O_WRONLY | O_CREAT, 0o644)
    print("种子 \(seed)；正在试的编号写在 \(FileManager.default.temporaryDirectory.path)/juesuan-fuzz.number")
    var number = only ?? 0
    repeat {
      let index = Int(number % UInt64(targets.count))
      let target = targets[index]
      var text = Array("\(number)\n".utf8)
      pwrite(progress, &text, text.count, 0)
      try write(target, number)
      let path = folder + "/input" + (target.entry.isEmpty ? "" : "/" + target.entry)
      let begun = ProcessorTime.seconds
      do {
        try target.read(path)
        results[index].read += 1
      } catch {
        results[index].refused += 1
      }
      let taken = ProcessorTime.seconds - begun
      results[index].slowest = max(results[index].slowest, taken)
      if taken > Self.slow { print("太慢：\(target.name) 编号 \(number) 用了 \(taken) 秒") }
      number += 1
    } while only == nil && clock.now - start < .seconds(seconds)
    close(progress)
    for (target, result) in zip(targets, results) {
      print("\(target.name)：读懂 \(result.read)，拒绝 \(result.refused)，最慢 \(result.slowest) 秒")
    }
    print("共 \(number - (only ?? 0)) 个输入，没有崩溃。")
  }

  /// Writes an input with one of its files damaged.
  private func write(_ target: Target, _ number: UInt64) throws {
    var random = SplitMix64(seed: seed &+ number &* 0x9E37_79B9_7F4A_7C15)
    let damaged = Int(random.next() % UInt64(target.files.count))
    let root = folder + "/input"
    try? FileManager.default.removeItem(atPath: root)
    for (index, file) in target.files.enumerated() {
      let path = root + "/" + file.path
      let parent = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      let bytes = index == damaged ? target.damage(file.bytes, &random) : file.bytes
      try Data(bytes).write(to: URL(filePath: path))
    }
  }

  /// Pieces that mean something to one of the readers.
  private static let pieces = [
    "\"", "\"\"", ",", "\n", "\r\n", "\t", "|", "<", ">", "</table>", "<table>", "<tr>", "<td colspan=999999999>",
    "<td rowspan=-1>", "&", "&#", "&#x110000;", "&lt;", "<!--", "-->", "<script>", "{", "}", "[", "]", ":", "null",
    "1e999999", "-", "——", "0.00", "9223372036854775807", "-92233720368547758.08", "合计", "201", "2013801", "公开01表",
    "收入支出决算总表", "\u{FEFF}", "\u{0}", "\u{202E}", "\\u0000", "\\", "data-cell=\"01.1.1\"", "栏次", "注：",
  ]

  /// Changes bytes, cuts, repeats or moves stretches, and puts meaningful pieces where they do not belong.
  private static func damage(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    // Mostly one or two changes: what is wrong all over is refused at once and tests little.
    for _ in 0...Int(random.next() % (random.next() % 4 == 0 ? 8 : 2)) {
      func position() -> Int { Int(random.next() % UInt64(bytes.count + 1)) }
      let start = position()
      let length = min(bytes.count - start, 1 << Int(random.next() % 12))
      switch random.next() % 16 {
      case 0, 10, 11:
        guard !bytes.isEmpty else { continue }
        bytes[min(start, bytes.count - 1)] ^= 1 << UInt8(random.next() % 8)
      case 1, 8, 9: bytes.removeSubrange(start..<start + length)
      case 2: bytes.insert(contentsOf: bytes[start..<start + length], at: position())
      case 3: bytes.insert(contentsOf: Self.pieces[Int(random.next() % UInt64(Self.pieces.count))].utf8, at: start)
      case 4: bytes.removeSubrange(start...)
      case 5:
        let piece = Array(Self.pieces[Int(random.next() % UInt64(Self.pieces.count))].utf8)
        let times = 1 << Int(random.next() % 10)
        bytes.insert(contentsOf: repeatElement(piece, count: times).joined(), at: start)
      case 6, 12, 13:
        guard !bytes.isEmpty else { continue }
        bytes[min(start, bytes.count - 1)] = UInt8(truncatingIfNeeded: random.next())
      default:
        bytes.replaceSubrange(
          start..<start + length, with: Self.pieces[Int(random.next() % UInt64(Self.pieces.count))].utf8)
      }
    }
    return bytes
  }

  /// Damages one of the parts in a ZIP archive, which is whole itself; of the archive alone little gets past its checksums.
  private static func damagedPart(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    guard let archive = try? ZIPArchive(bytes), !archive.entries.isEmpty else { return bytes }
    let damaged = Int(random.next() % UInt64(archive.entries.count))
    var writer = ZIPWriter()
    for (index, entry) in archive.entries.enumerated() {
      guard let part = try? archive.contents(of: entry) else { continue }
      writer.add(entry.name, index == damaged ? damage(part, &random) : part)
    }
    return writer.archive
  }
}
