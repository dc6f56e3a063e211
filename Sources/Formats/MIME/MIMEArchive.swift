import FoundationEssentials

/// A web page with all that belongs to it in one file (MHTML, RFC 2557), as Word, Excel and browsers save it: the parts of a
/// MIME message, their transfer encoding undone.
package struct MIMEArchive: Sendable {
  /// A part of the message.
  package struct Part: Sendable {
    /// `text/html`, in small letters.
    package let type: String
    /// The bytes, as they were before they were made fit for mail.
    package let bytes: [UInt8]
  }

  /// The parts in their order, those inside others in the place of these.
  package private(set) var parts: [Part] = []

  /// Parts inside parts beyond this depth are left out; a page has two levels.
  private static let deepest = 4
  /// Most parts that are kept: far more than a workbook has sheets.
  private static let mostParts = 10_000
  /// The bytes in which a message has to say what it is.
  private static let headLength = 8192

  /// Reads a message; damage in a part leaves what can be made of it. Linear in the bytes.
  package init(_ bytes: [UInt8]) { read(bytes[...], depth: 0) }

  /// Whether bytes are a message that says it is made of parts, or a page.
  package static func isOne(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(headLength)
    guard let first = head.first(where: { $0 > 0x20 }), isLetter(first), let (fields, _) = header(of: head) else {
      return false
    }
    guard fields["mime-version"] != nil, let type = fields["content-type"] else { return false }
    return type.lowercased().hasPrefix("multipart/") || type.lowercased().hasPrefix("text/html")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  private mutating func read(_ bytes: ArraySlice<UInt8>, depth: Int) {
    guard depth <= Self.deepest, parts.count < Self.mostParts, let (fields, body) = Self.header(of: bytes) else {
      return
    }
    let type = fields["content-type"] ?? "text/plain"
    if type.lowercased().hasPrefix("multipart/"), let boundary = Self.parameter("boundary", of: type) {
      for part in Self.parts(of: bytes[body...], between: Array("--\(boundary)".utf8)) { read(part, depth: depth + 1) }
      return
    }
    let media = type.lowercased().prefix { $0 != ";" && $0 != " " }
    let encoding = (fields["content-transfer-encoding"] ?? "").lowercased()
    parts.append(Part(type: String(media), bytes: Self.decoded(bytes[body...], encoding)))
  }

  /// The fields before the first empty line, by their names in small letters, and where the body begins; nil where there is no
  /// such line.
  private static func header(of bytes: ArraySlice<UInt8>) -> (fields: [String: String], body: Int)? {
    var fields: [String: String] = [:]
    var name: String?
    var index = bytes.startIndex
    while index < bytes.endIndex, bytes[index] <= 0x20 { index += 1 }
    while index < bytes.endIndex {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[index..<end]
      if line.last == 0x0D { line.removeLast() }
      index = min(end + 1, bytes.endIndex)
      if line.isEmpty { return fields.isEmpty ? nil : (fields, index) }
      if line.first == 0x20 || line.first == 0x09 {
        // A field goes on in a line that begins with white space.
        if let name { fields[name, default: ""] += " " + String(decoding: line, as: UTF8.self).withoutOuterSpace }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        fields[key] = String(decoding: line[(colon + 1)...], as: UTF8.self).withoutOuterSpace
        name = key
      } else {
        return nil
      }
    }
    return nil
  }

  /// A parameter of a field, with or without quotation marks.
  private static func parameter(_ name: String, of field: String) -> String? {
    for piece in field.split(separator: ";").dropFirst() {
      guard let equals = piece.firstIndex(of: "="),
        String(piece[..<equals]).withoutOuterSpace.lowercased() == name
      else { continue }
      let value = String(piece[piece.index(after: equals)...]).withoutOuterSpace
      return value.hasPrefix("\"") ? String(value.dropFirst().prefix { $0 != "\"" }) : value
    }
    return nil
  }

  /// What stands between the lines that are a boundary.
  private static func parts(of bytes: ArraySlice<UInt8>, between boundary: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var index = bytes.startIndex
    while index < bytes.endIndex, parts.count < mostParts {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let line = bytes[index..<end]
      if line.starts(with: boundary) {
        let rest = line.dropFirst(boundary.count).filter { $0 > 0x20 }
        if rest.isEmpty || rest.elementsEqual("--".utf8) {
          if let start { parts.append(bytes[start..<index]) }
          start = rest.isEmpty ? min(end + 1, bytes.endIndex) : nil
        }
      }
      index = end + 1
    }
    // The last boundary may be cut off.
    if let start, start < bytes.endIndex { parts.append(bytes[start...]) }
    return parts
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>, _ encoding: String) -> [UInt8] {
    switch encoding {
    case "base64": Data(base64Encoded: Data(bytes), options: .ignoreUnknownCharacters).map { Array($0) } ?? []
    case "quoted-printable": unquoted(bytes)
    default: Array(bytes)
    }
  }

  /// Bytes without the signs of quoted-printable (RFC 2045, 6.7); a sign that stands for nothing stays as it is.
  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "=") else {
        plain.append(bytes[index])
        index += 1
        continue
      }
      let rest = bytes[(index + 1)...]
      if rest.count >= 2, let high = digit(rest[index + 1]), let low = digit(rest[index + 2]) {
        plain.append(high << 4 | low)
        index += 3
        continue
      }
      // A line that ends in the sign goes on in the next.
      var end = index + 1
      while end < bytes.endIndex, [0x20, 0x09, 0x0D].contains(bytes[end]) { end += 1 }
      if end < bytes.endIndex, bytes[end] == 0x0A {
        index = end + 1
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return plain
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
