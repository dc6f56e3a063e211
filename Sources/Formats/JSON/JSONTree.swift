/// The values of a JSON text in the order of the text, each by where it stands: nothing is copied out before it is asked
/// for, and most of a long text never is.
final class JSONTree: Sendable {
  /// A value, or the key before it.
  struct Entry {
    enum Kind: UInt8 {
      case null, yes, no, number, array, object
      /// A string that stands in the text as it is.
      case string
      /// One with escapes, which stands resolved among the texts.
      case resolvedString
    }

    let kind: Kind
    /// Whether it is a key that stands in the text as it is and equals only keys of the same bytes.
    var isPlainKey = false
    /// Of a string or number the first of its bytes; of a resolved string which of the texts it is.
    let start: Int
    /// Of a string or number its bytes; of an array or object how many values stand in it.
    var count: Int
    /// Which entry is the next that does not stand in this one.
    var next: Int
    let line: Int32
    let column: Int32
  }

  let utf8: [UInt8]
  let entries: [Entry]
  private let texts: [String]

  init(utf8: [UInt8], entries: [Entry], texts: [String]) {
    self.utf8 = utf8
    self.entries = entries
    self.texts = texts
  }

  /// The string or number of an entry as it is spelled; empty for any other.
  func text(_ entry: Entry) -> String {
    switch entry.kind {
    case .number, .string:
      utf8.withUnsafeBufferPointer {
        String(decoding: UnsafeBufferPointer(rebasing: $0[entry.start..<entry.start + entry.count]), as: UTF8.self)
      }
    case .resolvedString: texts[entry.start]
    case .null, .yes, .no, .array, .object: ""
    }
  }

  /// The entry of the value whose key is `key` in the object of an entry; nil where there is none.
  func value(of key: String, in object: Int) -> Int? {
    var key = key
    let end = entries[object].next
    return key.withUTF8 { wanted in
      let wantsBytes = wanted.areComparedAsBytes
      return utf8.withUnsafeBufferPointer { utf8 in
        var index = object + 1
        while index < end {
          let entry = entries[index]
          let isIt: Bool
          if entry.isPlainKey, wantsBytes {
            isIt =
              entry.count == wanted.count
              && UnsafeBufferPointer(rebasing: utf8[entry.start..<entry.start + entry.count]).isSame(as: wanted)
          } else {
            isIt = text(entry) == String(decoding: wanted, as: UTF8.self)
          }
          if isIt { return index + 1 }
          index = entries[index + 1].next
        }
        return nil
      }
    }
  }
}
