/// A PDF as a browser prints it, as far as its pages and the places that links lead to go; it can be given an outline.
///
/// Chromium writes PDFs of version 1.4 with one plain cross-reference table (ISO 32000-1, 7.5.4), no compressed
/// objects, and links that lead to the named destinations of the catalogue.
package struct PDFFile: Sendable {
  /// The file.
  package private(set) var bytes: [UInt8]
  /// How many pages it has.
  package let pageCount: Int
  /// The page, counted from 1, on which each named place stands.
  package let pages: [String: Int]

  private var offsets: [Int: Int]
  private var tableOffset: Int
  private let root: Int
  private let info: Int?

  /// Reads the table, the pages and the names; nil when the file is built otherwise.
  package init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    let tail = Array(bytes.suffix(1024))
    guard let found = Self.lastRange(of: "startxref", in: tail) else { return nil }
    var scanner = PDFScanner(tail, at: found + 9)
    guard let start = scanner.integer(), start < bytes.count,
      let (offsets, trailer) = Self.table(in: bytes, at: start), trailer["Prev"] == nil,
      case .reference(let root)? = trailer["Root"]
    else { return nil }
    (self.offsets, tableOffset, self.root) = (offsets, start, root)
    if case .reference(let info)? = trailer["Info"] { self.info = info } else { info = nil }

    func object(_ value: PDFValue?) -> [String: PDFValue]? {
      if case .reference(let number)? = value { return Self.object(number, offsets, bytes)?.0 }
      if case .dictionary(let values)? = value { return values }
      return nil
    }
    guard let catalogue = object(.reference(root)), case .reference(let tree)? = catalogue["Pages"] else { return nil }
    var order: [Int] = []
    var open = [tree]
    var seen: Set<Int> = []
    while let number = open.popLast() {
      guard seen.insert(number).inserted, let node = object(.reference(number)) else { return nil }
      if case .array(let kids)? = node["Kids"] {
        open += kids.reversed().compactMap { if case .reference(let kid) = $0 { kid } else { nil } }
      } else {
        order.append(number)
      }
    }
    pageCount = order.count
    let numbers = Dictionary(uniqueKeysWithValues: zip(order, 1...))
    pages = (object(catalogue["Dests"]) ?? [:]).compactMapValues { destination in
      guard case .array(let values) = destination, case .reference(let page)? = values.first else { return nil }
      return numbers[page]
    }
  }

  /// The version of the Chromium that printed it, which it signs as `Skia/PDF m131`; nil when it does not say so.
  package var browserVersion: Int? {
    guard let info, let (_, range) = Self.object(info, offsets, bytes) else { return nil }
    let signature = Array(bytes[range])
    guard let start = Self.lastRange(of: "Skia/PDF m", in: signature) else { return nil }
    return Int(String(decoding: signature[(start + 10)...].prefix { (48...57).contains($0) }, as: UTF8.self))
  }

  /// An entry of an outline: a title and the name of the place it leads to.
  package struct OutlineEntry: Sendable {
    package let title: String
    package let place: String
    package let entries: [OutlineEntry]

    package init(_ title: String, place: String, _ entries: [OutlineEntry] = []) {
      self.title = title
      self.place = place
      self.entries = entries
    }
  }

  /// Gives the file an outline of those entries whose place it has, which readers show beside the pages.
  ///
  /// False when the file is built otherwise.
  package mutating func add(outline entries: [OutlineEntry]) -> Bool {
    guard let (catalogue, range) = Self.object(root, offsets, bytes), catalogue["Outlines"] == nil else { return false }
    var next = (offsets.keys.max() ?? 0) + 1
    var objects: [(number: Int, text: String)] = []

    /// Writes entries below a parent; the first, the last and how many are shown in all.
    func write(_ entries: [OutlineEntry], below parent: Int) -> (first: Int, last: Int, count: Int)? {
      let entries = entries.filter { pages[$0.place] != nil }
      guard !entries.isEmpty else { return nil }
      let numbers = Array(next..<next + entries.count)
      next += entries.count
      var shown = entries.count
      for (index, entry) in entries.enumerated() {
        var text = "<</Title \(Self.string(entry.title))\n/Parent \(parent) 0 R\n/Dest /\(entry.place)"
        if index > 0 { text += "\n/Prev \(numbers[index - 1]) 0 R" }
        if index + 1 < entries.count { text += "\n/Next \(numbers[index + 1]) 0 R" }
        if let (first, last, count) = write(entry.entries, below: numbers[index]) {
          text += "\n/First \(first) 0 R\n/Last \(last) 0 R\n/Count \(count)"
          shown += count
        }
        objects.append((numbers[index], text + ">>"))
      }
      return (numbers[0], numbers[numbers.count - 1], shown)
    }

    let outline = next
    next += 1
    guard let (first, last, count) = write(entries, below: outline) else { return true }
    objects.append((outline, "<</Type /Outlines\n/First \(first) 0 R\n/Last \(last) 0 R\n/Count \(count)>>"))
    let opened = String(decoding: bytes[range].dropLast(2), as: UTF8.self)
    objects.append((root, opened + "\n/Outlines \(outline) 0 R\n/PageMode /UseOutlines>>"))

    append(objects)
    return true
  }

  /// Puts right what text the glyphs stand for, so that what is searched for or copied is what was written.
  package mutating func correctText() {
    var maps: Set<Int> = []
    for number in offsets.keys {
      if let (values, _) = Self.object(number, offsets, bytes), case .reference(let map)? = values["ToUnicode"] {
        maps.insert(map)
      }
    }
    append(
      maps.sorted().compactMap { number in
        guard let (values, range) = Self.object(number, offsets, bytes), values["Filter"] == .name("FlateDecode"),
          case .number(let digits)? = values["Length"], let length = Int(digits)
        else { return nil }
        var scanner = PDFScanner(bytes, at: range.upperBound)
        guard scanner.word() == "stream", case let start = scanner.offset + 1, start + length <= bytes.count,
          let map = ZlibStream.unpacked(Array(bytes[start..<start + length]), limit: 1 << 18),
          let text = GlyphText.corrected(String(decoding: map, as: UTF8.self))
        else { return nil }
        return (number, "<</Length \(text.utf8.count)>> stream\n\(text)\nendstream")
      })
  }

  /// Adds objects, new ones or others in the place of old ones, as an update behind what is there
  /// (ISO 32000-1, 7.5.6).
  private mutating func append(_ objects: [(number: Int, text: String)]) {
    guard !objects.isEmpty else { return }
    // Some readers take the first entry of a table for that of object 0, which is never used.
    var table = "0 1\n0000000000 65535 f \n"
    for (number, text) in objects.sorted(by: { $0.number < $1.number }) {
      offsets[number] = bytes.count
      let offset = String(bytes.count)
      table += "\(number) 1\n\(String(repeating: "0", count: 10 - offset.utf8.count))\(offset) 00000 n \n"
      bytes += Array("\(number) 0 obj\n\(text)\nendobj\n".utf8)
    }
    let start = bytes.count
    let information = info.map { "\n/Info \($0) 0 R" } ?? ""
    let size = (offsets.keys.max() ?? 0) + 1
    let trailer = "<</Size \(size)\n/Root \(root) 0 R\(information)\n/Prev \(tableOffset)>>"
    bytes += Array("xref\n\(table)trailer\n\(trailer)\nstartxref\n\(start)\n%%EOF\n".utf8)
    tableOffset = start
  }

  /// Takes out when the file was made, so that the same pages are the same bytes.
  package mutating func removeDates() {
    guard let info, let (_, range) = Self.object(info, offsets, bytes) else { return }
    for key in ["/CreationDate", "/ModDate"] {
      let start = Self.lastRange(of: key, in: Array(bytes[range])).map { $0 + range.lowerBound }
      guard let start, let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: ")")) else { continue }
      // Nothing may move: the table says where each object stands.
      for index in start...end { bytes[index] = 0x20 }
    }
  }

  /// A text string in UTF-16, in which every letter can be written.
  private static func string(_ text: String) -> String {
    let digits = text.utf16.map { unit in
      let hexadecimal = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - hexadecimal.utf8.count) + hexadecimal
    }
    return "<FEFF\(digits.joined())>"
  }

  /// The offsets of all objects, and the trailer.
  private static func table(in bytes: [UInt8], at start: Int) -> ([Int: Int], [String: PDFValue])? {
    var scanner = PDFScanner(bytes, at: start)
    guard scanner.word() == "xref" else { return nil }
    var offsets: [Int: Int] = [:]
    while let first = scanner.integer() {
      guard let count = scanner.integer(), count <= bytes.count / 18 else { return nil }
      for number in first..<first + count {
        guard let offset = scanner.integer(), scanner.integer() != nil else { return nil }
        if scanner.word() == "n" { offsets[number] = offset }
      }
    }
    guard scanner.word() == "trailer", case .dictionary(let trailer)? = scanner.value() else { return nil }
    return (offsets, trailer)
  }

  /// A dictionary object and where its value stands; nil when it is no dictionary.
  private static func object(
    _ number: Int, _ offsets: [Int: Int], _ bytes: [UInt8]
  ) -> ([String: PDFValue], Range<Int>)? {
    guard let offset = offsets[number], offset < bytes.count else { return nil }
    var scanner = PDFScanner(bytes, at: offset)
    guard scanner.integer() == number, scanner.integer() != nil, scanner.word() == "obj" else { return nil }
    scanner.skipSpace()
    guard case let start = scanner.offset, case .dictionary(let values)? = scanner.value()
    else { return nil }
    return (values, start..<scanner.offset)
  }

  private static func lastRange(of word: String, in bytes: [UInt8]) -> Int? {
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return nil }
    return (0...bytes.count - word.count).last { bytes[$0..<$0 + word.count].elementsEqual(word) }
  }
}
