package import Formats

/// A JSON file of a place (表样、措辞、名词解释) while it is read, with all that is found wrong with it: everything is
/// reported together, each at its line and character.
package struct DataFile: Sendable {
  /// Its path as the user would write it.
  package let name: String
  /// The value that the file holds.
  package let root: JSONNode
  /// What was found wrong so far, in the order in which it was found.
  package private(set) var problems: [Problem] = []

  /// More than anybody will mend at once.
  private static let mostProblems = 200

  /// Reads the text of a file of a name; throws ``UnusableInput`` when it is no JSON.
  package init(_ json: String, named name: String) throws(UnusableInput) {
    self.name = name
    do throws(JSONTextError) {
      root = try JSONText.parse(json, limits: JSONLimits(values: 100_000))
    } catch {
      throw UnusableInput([Problem(at: SourceLocation(file: name, line: error.line), error.message)])
    }
  }

  /// Notes a problem at a value: what was found, what was expected, what to do.
  package mutating func add(_ node: JSONNode, found: String, expected: String, advice: String = "请改正") {
    add(line: node.line, column: node.column, "\(found)，\(expected)。" + (advice.isEmpty ? "" : advice + "。"))
  }

  /// Notes what a value lacks.
  package mutating func add(_ error: JSONFieldError) {
    add(line: error.line, column: error.column, "这里\(error.expected)。请改正。")
  }

  private mutating func add(line: Int, column: Int, _ explanation: String) {
    guard problems.count < Self.mostProblems else { return }
    problems.append(Problem(at: SourceLocation(file: name, line: line), "第 \(column) 个字符，\(explanation)"))
  }

  /// Notes the keys of an object that are none of those known.
  package mutating func keys(of node: JSONNode, only known: [String]) {
    for error in node.keys(only: known) { add(error) }
  }

  /// The value that a reading gives; nil, and what was wrong noted, when it throws.
  package mutating func value<Value>(_ read: () throws(JSONFieldError) -> Value) -> Value? {
    do throws(JSONFieldError) {
      return try read()
    } catch {
      add(error)
      return nil
    }
  }

  /// Throws what was found wrong, in the order of the lines; does nothing when that is nothing.
  package func check() throws(UnusableInput) {
    guard problems.isEmpty else {
      throw UnusableInput(problems.sorted { ($0.location.line ?? 0) < ($1.location.line ?? 0) })
    }
  }
}
