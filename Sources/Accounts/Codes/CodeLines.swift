/// A table of codes whose lines are read when their codes are asked for.
///
/// Of the two thousand codes that ship with the tool a disclosure names a few dozen, and reading them all would take
/// longer than checking it. The table is CSV; its lines must stand in the order of their codes and hold no quotes.
package struct CodeLines: Sendable {
  private let text: String
  /// Where each line begins.
  private let starts: [Int]
  /// The columns of the code, the name, the group and the evidence; nil for one that the table lacks.
  private let columns: (name: Int, group: Int?, evidence: Int?)
  private let evidence: CodeBook.Evidence

  /// The lines of a table whose first column is `code`; nil when it is not laid out so simply that a line can be read by
  /// itself.
  ///
  /// `group` is the heading of the column that says what a code belongs to; codes without an `evidence` of their own have
  /// the given one.
  package init?(_ text: String, group: String, evidence: CodeBook.Evidence) {
    self.text = text
    self.evidence = evidence
    let header = Self.fields(of: text.utf8.prefix { $0 != 0x0A })
    guard header.first == "code", let name = header.firstIndex(of: "name"), !header.contains("year") else { return nil }
    columns = (name, header.firstIndex(of: group), header.firstIndex(of: "evidence"))
    let commas = header.count - 1
    let starts = text.utf8.withContiguousStorageIfAvailable { bytes -> [Int]? in
      var starts: [Int] = []
      var offset = 0
      var isHeader = true
      while offset < bytes.count {
        let start = offset
        var found = 0
        while offset < bytes.count, bytes[offset] != 0x0A {
          // Nearly all bytes lie above the comma and are settled by one comparison.
          if bytes[offset] <= UInt8(ascii: ",") {
            if bytes[offset] == UInt8(ascii: ",") { found += 1 }
            if bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == 0x0D { return nil }
          }
          offset += 1
        }
        if offset > start {
          guard found == commas else { return nil }
          if !isHeader {
            guard Self.beginsWithCode(bytes, at: start) else { return nil }
            if let last = starts.last, !Self.precedes(bytes, last, start) { return nil }
            starts.append(start)
          }
          isHeader = false
        }
        offset += 1
      }
      return starts
    }
    guard let starts = starts ?? nil else { return nil }
    self.starts = starts
  }

  /// Whether three, five or seven digits and a comma stand at an offset of a line that has a comma.
  private static func beginsWithCode(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var end = start
    while (48...57).contains(bytes[end]) { end += 1 }
    return bytes[end] == UInt8(ascii: ",") && [3, 5, 7].contains(end - start)
  }

  /// Whether the code at one offset comes before that at another; each ends in a comma, which is less than a digit.
  private static func precedes(_ bytes: UnsafeBufferPointer<UInt8>, _ first: Int, _ second: Int) -> Bool {
    var index = 0
    while bytes[first + index] == bytes[second + index] {
      if bytes[first + index] == UInt8(ascii: ",") { return false }
      index += 1
    }
    return bytes[first + index] < bytes[second + index]
  }

  /// The entry of a code; nil when the table lacks it, or its line has no name. O(log n).
  func entry(_ code: String) -> CodeBook.Entry? {
    let code = Array(code.utf8)
    guard code.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let start = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      var low = 0
      var high = starts.count
      while low < high {
        let middle = (low + high) / 2
        let difference = Self.difference(bytes, starts[middle], code)
        if difference == 0 { return starts[middle] }
        if difference < 0 { low = middle + 1 } else { high = middle }
      }
      return nil
    }
    return (start ?? nil).flatMap { entry(at: $0) }
  }

  /// Less than 0 where the code of a line comes before some digits, 0 where it is they.
  private static func difference(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ code: [UInt8]) -> Int {
    var index = 0
    while index < code.count {
      let byte = bytes[start + index]
      // The comma behind the code is less than any digit.
      if byte != code[index] { return Int(byte) - Int(code[index]) }
      index += 1
    }
    return bytes[start + index] == UInt8(ascii: ",") ? 0 : 1
  }

  /// All entries in the order of their codes.
  var entries: [CodeBook.Entry] { starts.compactMap { entry(at: $0) } }

  /// The entry of the line that begins at an offset: of its columns only those are read that are asked for.
  private func entry(at start: Int) -> CodeBook.Entry? {
    let entry = text.utf8.withContiguousStorageIfAvailable { bytes -> CodeBook.Entry? in
      var (code, name, group, ownEvidence) = ("", "", "", "")
      var (column, begin, end) = (0, start, start)
      while true {
        let isLast = end == bytes.count || bytes[end] == 0x0A
        if isLast || bytes[end] == UInt8(ascii: ",") {
          let field = begin..<end
          if column == 0 { code = Self.text(bytes[field]) }
          if column == columns.name { name = Self.text(bytes[field]) }
          if column == columns.group { group = Self.text(bytes[field]) }
          if column == columns.evidence { ownEvidence = Self.text(bytes[field]) }
          if isLast { break }
          column += 1
          begin = end + 1
        }
        end += 1
      }
      guard !name.isEmpty else { return nil }
      return CodeBook.Entry(
        code: code, name: name, group: group, evidence: CodeBook.Evidence(rawValue: ownEvidence) ?? evidence)
    }
    return entry ?? nil
  }

  private static func fields(of line: some Collection<UInt8>) -> [String] {
    line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { text($0) }
  }

  private static func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self).trimmed }
}
