/// A value of a PDF's objects (ISO 32000-1, 7.3), as far as pages and places need them.
indirect enum PDFValue: Equatable {
  case number(String)
  case name(String)
  case array([PDFValue])
  case dictionary([String: PDFValue])
  /// The object of a number.
  case reference(Int)
  /// Null, true, false, or a string, none of which is looked into.
  case other
}

/// Reads values from the bytes of a PDF; nil is handed on wherever it is written otherwise than it should be.
struct PDFScanner {
  private let bytes: [UInt8]
  /// Where the next token begins.
  var offset: Int

  init(_ bytes: [UInt8], at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The next value; nil when there is none, or it is nested deeper than any PDF of ours.
  mutating func value(depth: Int = 0) -> PDFValue? {
    guard depth < 32 else { return nil }
    skipSpace()
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "/"): return .name(name())
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "("): return string()
    case UInt8(ascii: "<"):
      guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "<") else { return hexadecimal() }
      return dictionary(depth)
    case let byte where Self.isOfNumber(byte): return numberOrReference()
    default: return word().isEmpty ? nil : .other
    }
  }

  /// The next word of letters or digits, such as `obj` and `xref`; empty when something else follows.
  mutating func word() -> String {
    skipSpace()
    let start = offset
    while offset < bytes.count, Self.isRegular(bytes[offset]) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// The next whole number; nil when something else follows, and then nothing is taken.
  mutating func integer() -> Int? {
    let start = offset
    guard let number = Int(word()), number >= 0 else {
      offset = start
      return nil
    }
    return number
  }

  private mutating func numberOrReference() -> PDFValue? {
    let start = offset
    if let number = integer(), integer() != nil, word() == "R" { return .reference(number) }
    offset = start
    return .number(word())
  }

  private mutating func array(_ depth: Int) -> PDFValue? {
    offset += 1
    var values: [PDFValue] = []
    while true {
      skipSpace()
      guard offset < bytes.count else { return nil }
      if bytes[offset] == UInt8(ascii: "]") {
        offset += 1
        return .array(values)
      }
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
    }
  }

  private mutating func dictionary(_ depth: Int) -> PDFValue? {
    offset += 2
    var values: [String: PDFValue] = [:]
    while true {
      skipSpace()
      guard offset + 1 < bytes.count else { return nil }
      if bytes[offset] == UInt8(ascii: ">"), bytes[offset + 1] == UInt8(ascii: ">") {
        offset += 2
        return .dictionary(values)
      }
      guard bytes[offset] == UInt8(ascii: "/") else { return nil }
      let key = name()
      guard let value = value(depth: depth + 1) else { return nil }
      values[key] = value
    }
  }

  private mutating func name() -> String {
    offset += 1
    let start = offset
    while offset < bytes.count, Self.isRegular(bytes[offset]) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func string() -> PDFValue? {
    var open = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"): open -= 1
      default: break
      }
      offset += 1
      if open == 0 { return .other }
    }
    return nil
  }

  private mutating func hexadecimal() -> PDFValue? {
    while offset < bytes.count {
      offset += 1
      if bytes[offset - 1] == UInt8(ascii: ">") { return .other }
    }
    return nil
  }

  /// Goes to the next token.
  mutating func skipSpace() {
    while offset < bytes.count, [0, 9, 10, 12, 13, 32].contains(bytes[offset]) { offset += 1 }
  }

  private static func isRegular(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 9, 10, 12, 13, 32: false
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      false
    default: true
    }
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(byte)
  }
}
