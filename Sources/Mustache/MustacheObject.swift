/// The named values of an object.
///
/// A page has an object for each of its thousands of cells, made to be looked at once or twice: a few members are kept as they
/// are given and looked for one after the other, which takes a fraction of making a dictionary of them.
package struct MustacheObject: Sendable {
  private enum Members: Sendable {
    /// As given; of equal names the last one counts.
    case few([(name: String, value: MustacheValue)])
    case many([String: MustacheValue])
  }

  /// Up to how many members are looked for one after the other.
  private static let most = 16

  private var members: Members

  /// The values by their names; of several equal names the last one counts.
  package init(_ members: [(String, MustacheValue)]) {
    self.members =
      members.count <= Self.most
      // Not `uniqueKeysWithValues`, which traps on a repeated name.
      ? .few(members) : .many(Dictionary(members, uniquingKeysWith: { _, last in last }))
  }

  /// The values of a dictionary.
  package init(_ members: [String: MustacheValue]) { self.members = .many(members) }

  /// The value of a name; nil where there is none.
  package subscript(name: String) -> MustacheValue? {
    get {
      switch members {
      case .few(let members): members.last { $0.name == name }?.value
      case .many(let members): members[name]
      }
    }
    set {
      guard case .few(var own) = members, own.count < Self.most else {
        var all = dictionary
        all[name] = newValue
        members = .many(all)
        return
      }
      own.removeAll { $0.name == name }
      if let newValue { own.append((name, newValue)) }
      members = .few(own)
    }
  }

  /// All values by their names.
  package var dictionary: [String: MustacheValue] {
    switch members {
    case .few(let members): Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
    case .many(let members): members
    }
  }
}

extension MustacheObject: Equatable {
  /// Whether both have the same values, in whatever order they were given.
  package static func == (one: Self, other: Self) -> Bool { one.dictionary == other.dictionary }
}

extension MustacheObject: ExpressibleByDictionaryLiteral {
  /// Makes an object, in which the last of several equal names wins.
  package init(dictionaryLiteral elements: (String, MustacheValue)...) { self.init(elements) }
}
