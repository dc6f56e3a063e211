/// The lines of a text, with their numbers: LF, CRLF and a lone CR each end one.
package struct TextLines: Sequence, IteratorProtocol {
  private let utf8: [UInt8]
  private var offset = 0
  private var number = 0

  package init(_ utf8: [UInt8]) { self.utf8 = utf8 }

  package mutating func next() -> (number: Int, utf8: ArraySlice<UInt8>)? {
    guard offset < utf8.count else { return nil }
    number += 1
    let start = offset
    while offset < utf8.count, utf8[offset] != 0x0A, utf8[offset] != 0x0D { offset += 1 }
    let line = utf8[start..<offset]
    if offset < utf8.count {
      let isReturn = utf8[offset] == 0x0D
      offset += 1
      if isReturn, offset < utf8.count, utf8[offset] == 0x0A { offset += 1 }
    }
    return (number, line)
  }
}
