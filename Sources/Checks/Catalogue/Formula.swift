import Accounts
import Tables

/// A formula between figures, read from its written form.
///
/// `01.27.1 = 01.1-8.1` says that a figure is the sum of eight. A term is `table.row.column`; a row or a column may be a
/// range, which means its sum. Families are written once: `{行}` every row, `{科目}` every code, `{类}` every 类 (its line in
/// 01 and 04), `{33-64}` every line of a range, `{节点}` every row with rows below it and `{下级}` those rows,
/// `{各项}` all 项, `301{各款}` all 款 of a 类; `{栏}` every column of the identity's list. Of tables whose columns are codes
/// `{节点栏}` is every column with columns below it, `{下级栏}` those columns and `{每栏}` every column.
struct Formula: Sendable {
  enum Relation: Sendable { case equal, atMost }

  enum RowPattern: Sendable, Equatable {
    case fixed(String)
    /// The sum of lines.
    case sum([String])
    /// One case for every line.
    case eachLine([String])
    case eachRow, eachCode, eachCategory, eachNode
    /// The sum of the rows just below the node.
    case children
    /// The sum of all 项.
    case allItems
    /// The sum of all 款 of a 类.
    case allSections(of: String)
    /// The sum of what the text states of the single codes of a quantity.
    case members(of: String)
  }

  enum ColumnPattern: Sendable, Equatable {
    case fixed(Int)
    /// The sum of columns.
    case sum(ClosedRange<Int>)
    /// One case for every column of the identity's list.
    case each
    /// One case for every column printed, or for every one with columns below it.
    case eachPrinted, eachNode
    /// The sum of the columns just below the node.
    case children
  }

  struct Term: Sendable {
    let weight: Int64
    let table: TableID
    let row: RowPattern
    let column: ColumnPattern

    /// Whether the term stands for the sum of several figures.
    var isSum: Bool {
      switch column {
      case .sum, .children: return true
      case .fixed, .each, .eachPrinted, .eachNode: break
      }
      return switch row {
      case .sum, .children, .allItems, .allSections, .members: true
      default: false
      }
    }
  }

  let relation: Relation
  let left: [Term]
  let right: [Term]
  /// Whether there is one case for every column of the identity's list.
  let hasColumns: Bool

  /// Reads a formula; nil when it is not written as described.
  init?(_ text: String) {
    // Everything is split at bytes: a catalogue is read at every start, and characters cost ten times as much.
    let words = Self.parts(of: text, at: UInt8(ascii: " "))
    var (left, right): ([Term], [Term]) = ([], [])
    var relation: Relation?
    var weight: Int64 = 1
    for word in words {
      switch word.utf8.first {
      case UInt8(ascii: "+") where word.utf8.count == 1: weight = 1
      case UInt8(ascii: "-") where word.utf8.count == 1: weight = -1
      case UInt8(ascii: "=") where word.utf8.count == 1, 0xE2:
        if word == "−" {
          weight = -1
          continue
        }
        guard relation == nil, word == "=" || word == "≤" else { return nil }
        relation = word == "=" ? .equal : .atMost
        weight = 1
      default:
        guard let term = Self.term(word, weight: weight) else { return nil }
        if relation == nil { left.append(term) } else { right.append(term) }
      }
    }
    guard let relation, !left.isEmpty, !right.isEmpty else { return nil }
    self.relation = relation
    self.left = left
    self.right = right
    hasColumns = (left + right).contains { $0.column == .each }
  }

  /// What stands between separators, as far as anything does.
  private static func parts(of text: String, at separator: UInt8) -> [String] {
    var parts: [String] = []
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in 0...bytes.count where index == bytes.count || bytes[index] == separator {
        if index > start {
          parts.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self))
        }
        start = index + 1
      }
    }
    return parts
  }

  private static func term(_ text: String, weight: Int64) -> Term? {
    let parts = parts(of: text, at: UInt8(ascii: "."))
    guard parts.count == 3, let table = TableID(rawValue: parts[0]), let row = row(parts[1][...]),
      let column = column(parts[2][...])
    else { return nil }
    return Term(weight: weight, table: table, row: row, column: column)
  }

  private static func row(_ text: Substring) -> RowPattern? {
    guard text.utf8.contains(UInt8(ascii: "{")) else {
      if let range = range(text) { return .sum(names(range)) }
      return .fixed(String(text))
    }
    if let family = families.first(where: { text.utf8.elementsEqual($0.word.utf8) }) { return family.pattern }
    if let family = stem(of: text, before: "/{各项}") { return .members(of: family + "/") }
    if let code = stem(of: text, before: "{各款}") { return .allSections(of: code) }
    let bytes = text.utf8
    guard bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") else { return nil }
    return range(Substring(bytes.dropFirst().dropLast())).map { .eachLine(names($0)) }
  }

  /// What stands for the rows of a family. Compared byte by byte: whether texts are the same letters composed otherwise is
  /// no question here, and asking it takes long.
  private static let families: [(word: String, pattern: RowPattern)] = [
    ("{行}", .eachRow), ("{科目}", .eachCode), ("{类}", .eachCategory), ("{节点}", .eachNode), ("{下级}", .children),
    ("{各项}", .allItems),
  ]

  /// What stands before the end of a text; nil where it ends otherwise.
  private static func stem(of text: Substring, before end: String) -> String? {
    let bytes = text.utf8
    guard bytes.suffix(end.utf8.count).elementsEqual(end.utf8) else { return nil }
    return String(Substring(bytes.dropLast(end.utf8.count)))
  }

  private static func names(_ lines: ClosedRange<Int>) -> [String] { lines.map { String($0) } }

  private static func column(_ text: Substring) -> ColumnPattern? {
    if text.utf8.first == UInt8(ascii: "{") {
      return switch text {
      case "{栏}": .each
      case "{每栏}": .eachPrinted
      case "{节点栏}": .eachNode
      case "{下级栏}": .children
      default: nil
      }
    }
    if let range = range(text) { return .sum(range) }
    return Int(text).map { .fixed($0) }
  }

  private static func range(_ text: Substring) -> ClosedRange<Int>? {
    guard text.utf8.contains(UInt8(ascii: "-")) else { return nil }
    let ends = text.utf8.split(separator: UInt8(ascii: "-")).map { Substring($0) }
    guard ends.count == 2, let low = Int(ends[0]), let high = Int(ends[1]), low <= high else { return nil }
    return low...high
  }
}
