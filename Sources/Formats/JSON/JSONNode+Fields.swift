/// What a JSON value lacks of what was asked of it, and where.
package struct JSONFieldError: Error, Sendable, Equatable {
  /// The line, counted from 1, on which the value begins.
  package let line: Int
  /// The column, counted in characters (Unicode scalars) from 1, at which the value begins.
  package let column: Int
  /// What was expected there, in plain Chinese: `应是一个整数`.
  package let expected: String

  /// An error at a value. `expected` continues the words “这里”, as in 这里应是一个数.
  package init(_ node: JSONNode, _ expected: String) {
    self.init(line: node.line, column: node.column, expected: expected)
  }

  init(line: Int, column: Int, expected: String) {
    self.line = line
    self.column = column
    self.expected = expected
  }

  /// Where it is and what was expected, in plain Chinese.
  package var message: String { "第 \(line) 行第 \(column) 个字符：这里\(expected)。请改正。" }
}

// Read by hand, since decoding by reflection takes far longer than a whole check.
extension JSONNode {
  /// The value of a member; throws when there is none.
  package func field(_ key: String) throws(JSONFieldError) -> JSONNode {
    guard let value = self[key: key] else { throw JSONFieldError(self, "应有“\(key)”一项") }
    return value
  }

  /// The value of a member; nil when there is none, or it is null.
  package func optional(_ key: String) -> JSONNode? {
    guard let value = self[key: key], !value.isNull else { return nil }
    return value
  }

  /// The value as a string; throws when it is none.
  package func string() throws(JSONFieldError) -> String {
    guard let text else { throw JSONFieldError(self, "应是一段文字") }
    return text
  }

  /// The value as a whole number; throws when it is none, or does not fit.
  package func integer() throws(JSONFieldError) -> Int {
    guard let number = spelling.flatMap({ Int($0) }) else { throw JSONFieldError(self, "应是一个整数") }
    return number
  }

  /// The value as a whole number within bounds; throws when it is none, or lies beyond them.
  package func integer(in bounds: ClosedRange<Int>) throws(JSONFieldError) -> Int {
    guard let number = spelling.flatMap({ Int($0) }), bounds.contains(number) else {
      throw JSONFieldError(self, "应是 \(bounds.lowerBound) 至 \(bounds.upperBound) 的整数")
    }
    return number
  }

  /// The value as true or false; throws when it is neither.
  package func bool() throws(JSONFieldError) -> Bool {
    guard let truth else { throw JSONFieldError(self, "应是 true 或 false") }
    return truth
  }

  /// The elements of the value; throws when it is no array.
  package func array() throws(JSONFieldError) -> [JSONNode] {
    guard let elements else { throw JSONFieldError(self, "应是一个数组") }
    return elements
  }

  /// The strings of the value; throws when it is no array of strings.
  package func strings() throws(JSONFieldError) -> [String] {
    var strings: [String] = []
    for element in try array() { strings.append(try element.string()) }
    return strings
  }

  /// The members of the value, whose values are all strings; throws when it is no such object.
  package func pairs() throws(JSONFieldError) -> [(key: String, value: String)] {
    guard let members else { throw JSONFieldError(self, "应是一个对象") }
    var pairs: [(key: String, value: String)] = []
    for member in members { pairs.append((member.key, try member.value.string())) }
    return pairs
  }

  /// The members of the value by their keys, each read by `read`; throws when the value is no object.
  package func dictionary<Value>(
    _ read: (JSONNode) throws(JSONFieldError) -> Value
  ) throws(JSONFieldError) -> [String: Value] {
    guard let members else { throw JSONFieldError(self, "应是一个对象") }
    var dictionary: [String: Value] = [:]
    for member in members { dictionary[member.key] = try read(member.value) }
    return dictionary
  }

  /// The value as one of the words that a type knows; throws when it is none of them.
  package func word<Word: RawRepresentable<String>>(_ type: Word.Type) throws(JSONFieldError) -> Word {
    let text = try string()
    guard let word = Word(rawValue: text) else { throw JSONFieldError(self, "不能是“\(text)”") }
    return word
  }
}
