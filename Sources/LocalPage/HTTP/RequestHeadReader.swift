/// Reads the head of an HTTP/1.1 request (请求头) as RFC 9112 has it, and refuses all that could be read in another way too.
///
/// Lines end with CR LF and nothing else; no line is folded; no field stands twice; a body is announced by one
/// Content-Length of plain digits and never sent in chunks; the target is a path of this server. So no two programs can
/// differ about where a request ends.
package enum RequestHeadReader {
  /// Most bytes of a head.
  package static let largestHead = 16 << 10
  /// Most fields of a head; browsers send about twenty.
  static let mostFields = 64
  /// Most bytes of a target.
  static let largestTarget = 4 << 10

  /// Where a head ends in what has come so far, behind its empty line; nil where it has not ended yet. Throws as soon as it
  /// cannot become one that is read.
  package static func end(in bytes: [UInt8], from start: Int = 0) throws(Refusal) -> Int? {
    var index = max(0, start - 3)
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A {
        guard index > 0, bytes[index - 1] == 0x0D else { throw .malformed }
        if index >= 3, bytes[index - 2] == 0x0A { return index + 1 }
        // Some send an empty line before a request; there is no need of that here.
        if index == 1 { throw .malformed }
      } else if index > 0, bytes[index - 1] == 0x0D {
        throw .malformed
      }
      index += 1
      if index > largestHead { throw .headTooLarge }
    }
    return nil
  }

  /// The head that stands in bytes which end with its empty line; throws what is wrong with it.
  package static func head(of bytes: [UInt8]) throws(Refusal) -> RequestHead {
    guard bytes.count <= largestHead else { throw .headTooLarge }
    guard try end(in: bytes) == bytes.count else { throw .malformed }
    // What is no plain ASCII has no place in a head: what is not is spelled with percent signs.
    guard bytes.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0D || $0 == 0x0A || $0 == 0x09 }) else {
      throw .malformed
    }
    var lines = bytes.dropLast(4).split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }
    guard let first = lines.first else { throw .malformed }
    lines.removeFirst()
    guard lines.count <= mostFields else { throw .headTooLarge }
    let (method, target) = try requestLine(first)
    let fields = try self.fields(lines)
    let (path, query) = try parts(of: target)
    return RequestHead(
      method: method, path: path, query: query, fields: fields, bodySize: try bodySize(of: fields, method))
  }

  private static func requestLine(
    _ line: ArraySlice<UInt8>
  ) throws(Refusal) -> (RequestHead.Method, ArraySlice<UInt8>) {
    let words = line.split(separator: 0x20, omittingEmptySubsequences: false)
    guard words.count == 3, words.allSatisfy({ !$0.isEmpty }), !line.contains(0x09) else { throw .malformed }
    guard words[2].elementsEqual("HTTP/1.1".utf8) else {
      throw Refusal(505, "只懂 HTTP/1.1。请换一个浏览器。")
    }
    guard let method = RequestHead.Method(rawValue: String(decoding: words[0], as: UTF8.self)) else {
      throw Refusal(405, "只懂 GET 和 POST。")
    }
    guard words[1].count <= largestTarget else { throw Refusal(414, "地址太长，没有处理。文件名太长的，请改短再试。") }
    return (method, words[1])
  }

  private static func fields(_ lines: [ArraySlice<UInt8>]) throws(Refusal) -> [String: String] {
    var fields: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex else { throw .malformed }
      // A space before the colon, or at the beginning of a line, is how one field is made to look like another.
      let name = line[..<colon]
      guard name.allSatisfy(isTokenByte) else { throw .malformed }
      let value = line[(colon + 1)...].trimmingBlanks
      let key = String(decoding: name, as: UTF8.self).lowercased()
      guard fields.updateValue(String(decoding: value, as: UTF8.self), forKey: key) == nil else { throw .malformed }
    }
    return fields
  }

  private static func bodySize(of fields: [String: String], _ method: RequestHead.Method) throws(Refusal) -> Int {
    guard fields["transfer-encoding"] == nil else { throw Refusal(501, "不收分块的请求。请换一个浏览器。") }
    guard fields["expect"] == nil else { throw Refusal(417, "不懂 Expect。") }
    guard fields["upgrade"] == nil else { throw .malformed }
    guard let written = fields["content-length"] else {
      if method == .post { throw Refusal(411, "请求没有说有多长，没有处理。") }
      return 0
    }
    guard (1...12).contains(written.utf8.count), written.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let size = Int(written), method == .post || size == 0
    else { throw .malformed }
    return size
  }

  /// The path and the query of a target, decoded; only one that is a path of this server is taken.
  private static func parts(of target: ArraySlice<UInt8>) throws(Refusal) -> (String, [String: String]) {
    guard target.first == 0x2F, !target.contains(0x23) else { throw .malformed }
    let mark = target.firstIndex(of: 0x3F) ?? target.endIndex
    let path = try decoded(target[..<mark])
    var query: [String: String] = [:]
    if mark < target.endIndex {
      for pair in target[(mark + 1)...].split(separator: 0x26) {
        let equals = pair.firstIndex(of: 0x3D) ?? pair.endIndex
        let name = try decoded(pair[..<equals])
        let value = equals < pair.endIndex ? try decoded(pair[(equals + 1)...]) : ""
        guard query.updateValue(value, forKey: name) == nil else { throw .malformed }
      }
    }
    return (path, query)
  }

  /// What percent signs spell; throws where that is no UTF-8, or holds what is no character of a name.
  static func decoded(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> String {
    var plain: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        plain.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexDigit), let low = rest.popFirst().flatMap(hexDigit) else {
        throw .malformed
      }
      plain.append(high << 4 | low)
    }
    guard let text = String(validating: plain, as: UTF8.self),
      text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { throw .malformed }
    return text
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without the spaces and tabs around it.
  fileprivate var trimmingBlanks: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, first == 0x20 || first == 0x09 { slice.removeFirst() }
    while let last = slice.last, last == 0x20 || last == 0x09 { slice.removeLast() }
    return slice
  }
}
