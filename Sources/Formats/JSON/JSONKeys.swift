/// The keys of the objects that have begun and not yet ended, to find one that an object has twice.
struct JSONKeys {
  private struct Key {
    let entry: Int
    /// The same for the same bytes.
    let fingerprint: UInt64
    let isPlain: Bool
  }

  /// The keys of each object together.
  private var keys: [Key] = []
  /// Where the keys of each object begin, and those keys by their texts, made only once looking through them in turn would
  /// be slow.
  private var objects: [(start: Int, byText: [String: Int])] = []

  mutating func beginObject() { objects.append((keys.count, [:])) }

  mutating func endObject() {
    guard let object = objects.popLast() else { return }
    keys.removeLast(keys.count - object.start)
  }

  /// Takes the key of the next member of the innermost object; if it already has one like it, returns the entry of that.
  mutating func add(
    _ entry: Int, _ entries: [JSONTree.Entry], _ texts: [String], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let last = objects.count - 1
    let start = objects[last].start
    let key = Self.key(entry, entries[entry], bytes)
    defer { keys.append(key) }
    if keys.count - start < Self.fewKeys {
      for index in start..<keys.count
      where keys[index].fingerprint == key.fingerprint || !keys[index].isPlain || !key.isPlain {
        if Self.text(of: entries[keys[index].entry], texts, bytes) == Self.text(of: entries[entry], texts, bytes) {
          return keys[index].entry
        }
      }
      return nil
    }
    if objects[last].byText.isEmpty {
      for known in keys[start...] {
        objects[last].byText[Self.text(of: entries[known.entry], texts, bytes)] = known.entry
      }
    }
    return objects[last].byText.updateValue(entry, forKey: Self.text(of: entries[entry], texts, bytes))
  }

  private static func key(_ index: Int, _ entry: JSONTree.Entry, _ bytes: UnsafeBufferPointer<UInt8>) -> Key {
    var fingerprint: UInt64 = 0xCBF2_9CE4_8422_2325
    if entry.isPlainKey {
      for byte in bytes[entry.start..<entry.start + entry.count] {
        fingerprint = (fingerprint ^ UInt64(byte)) &* 0x0100_0000_01B3
      }
    }
    return Key(entry: index, fingerprint: fingerprint, isPlain: entry.isPlainKey)
  }

  /// The text of a key.
  static func text(of key: JSONTree.Entry, _ texts: [String], _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if key.kind == .resolvedString { return texts[key.start] }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[key.start..<key.start + key.count]), as: UTF8.self)
  }

  private static let fewKeys = 64
}
