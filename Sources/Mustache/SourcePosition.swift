/// A place in the text of a template, as a person counts it.
package struct SourcePosition: Sendable, Equatable {
  /// The line, from 1.
  package let line: Int

  /// The column in characters, from 1.
  package let column: Int

  /// Makes a place from a line and a column.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  // Positions are only asked for when something is wrong, so they are counted then and not kept while reading.
  init(of offset: Int, in source: [UInt8]) {
    let before = source[..<offset]
    let newline = UInt8(ascii: "\n")
    let lineStart = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
    line = before.count(where: { $0 == newline }) + 1
    column = String(decoding: before[lineStart...], as: UTF8.self).count + 1
  }
}
