/// A value that a template is filled from.
///
/// Numbers are passed as ``text(_:)``, already spelled the way they must appear: how many decimals an amount has is
/// the caller's knowledge, not the template's.
package enum MustacheValue: Sendable, Equatable {
  /// Nothing: interpolates as empty text and is false for sections.
  case null

  /// A truth value: interpolates as `true` or `false`.
  case bool(Bool)

  /// A text: interpolates as itself.
  case text(String)

  /// A list: a section over it is rendered once for each item.
  case list([MustacheValue])

  /// Named values: a section over it makes the names visible inside.
  case object(MustacheObject)

  /// Whether a section over the value is left out.
  ///
  /// The public specification rules on null, false and the empty list only. Empty text counts as false too, so that
  /// `{{#note}}Note: {{note}}{{/note}}` leaves no bare label behind. The text `0` is true: an amount of nought is still
  /// an amount. An object is true even when it is empty.
  package var isFalse: Bool {
    switch self {
    case .null: true
    case .bool(let flag): !flag
    case .text(let text): text.isEmpty
    case .list(let items): items.isEmpty
    case .object: false
    }
  }

  /// The text that an interpolation of the value writes.
  ///
  /// A list or an object has no spelling of its own and writes nothing: a made-up one would end up in a document.
  package var spelling: String {
    switch self {
    case .null, .list, .object: ""
    case .bool(let flag): flag ? "true" : "false"
    case .text(let text): text
    }
  }
}

extension MustacheValue: ExpressibleByNilLiteral {
  /// Makes a null value.
  package init(nilLiteral: ()) {
    self = .null
  }
}

extension MustacheValue: ExpressibleByBooleanLiteral {
  /// Makes a truth value.
  package init(booleanLiteral value: Bool) {
    self = .bool(value)
  }
}

extension MustacheValue: ExpressibleByStringInterpolation {
  /// Makes a text.
  package init(stringLiteral value: String) {
    self = .text(value)
  }
}

extension MustacheValue: ExpressibleByArrayLiteral {
  /// Makes a list.
  package init(arrayLiteral elements: MustacheValue...) {
    self = .list(elements)
  }
}

extension MustacheValue: ExpressibleByDictionaryLiteral {
  /// Makes an object, in which the last of several equal names wins.
  package init(dictionaryLiteral elements: (String, MustacheValue)...) {
    self = .object(MustacheObject(elements))
  }
}
