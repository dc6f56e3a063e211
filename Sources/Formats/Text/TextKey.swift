/// A text by which something is found: those are the same that Unicode holds to be the same text, and one of the common
/// Chinese characters is found several times as fast as by the string itself, which is taken apart for it.
@usableFromInline package struct TextKey: Hashable, Sendable {
  package let text: String
  private let isComparedAsBytes: Bool

  @usableFromInline package init(_ text: String) {
    self.text = text
    var text = text
    isComparedAsBytes = text.withUTF8 { $0.areComparedAsBytes }
  }

  @usableFromInline package static func == (left: TextKey, right: TextKey) -> Bool {
    guard left.isComparedAsBytes, right.isComparedAsBytes else { return left.text == right.text }
    var (one, other) = (left.text, right.text)
    return one.withUTF8 { one in other.withUTF8 { one.isSame(as: $0) } }
  }

  @usableFromInline package func hash(into hasher: inout Hasher) {
    guard isComparedAsBytes else { return hasher.combine(text) }
    // As a string does it, since a text of other characters may be the same.
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }
}

extension Dictionary where Key == TextKey {
  /// The value of a text; nil where there is none.
  @inlinable package subscript(text: String) -> Value? {
    get { self[TextKey(text)] }
    set { self[TextKey(text)] = newValue }
  }

  /// The value of a text, which is a given one where there is none yet.
  @inlinable package subscript(text: String, default value: @autoclosure () -> Value) -> Value {
    get { self[TextKey(text), default: value()] }
    _modify { yield &self[TextKey(text), default: value()] }
  }
}

extension Set where Element == TextKey {
  /// The set of some texts.
  @inlinable package init(texts: some Sequence<String>) { self.init(texts.lazy.map { TextKey($0) }) }

  /// Whether a text is one of the set.
  @inlinable package func contains(_ text: String) -> Bool { contains(TextKey(text)) }
}
