import Accounts
import Formats
import Tables

/// A table that only some places publish (有的地方才有的表): how it is known, and what its rows and columns are.
///
/// All words are kept as they are compared: see ``comparableWords(_:)``.
struct SupplementaryTable: Sendable {
  /// What its rows are.
  enum Rows: String, Sendable {
    /// Function codes (支出功能分类科目) and their total.
    case function
    /// Economic codes (部门预算支出经济分类科目) and their totals.
    case economic
    /// The items listed, which may be columns as well.
    case items
  }

  let id: TableID
  /// Its titles; empty where it only stands in another.
  let titles: [String]
  /// The table of the form in which it stands; nil where it stands by itself.
  let within: TableID?
  let rows: Rows
  /// Whether its columns are economic codes.
  let hasEconomicColumns: Bool
  /// What must be among its items, or among its columns, at least one; anything where it is empty.
  let needs: Set<String>
  /// The column of a figure of which no head says which it is; nil where one must.
  let standardColumn: Int?
  /// The items that count things, not money.
  let things: Set<String>
  private let columns: [TextKey: Int]
  private let joinedColumns: [TextKey: Int]
  private let ignored: Set<TextKey>
  private let items: [TextKey: String]

  /// The built-in tables, in the order in which they are tried; throws ``DamagedData`` when the file does not say what it has
  /// to.
  static func standard() throws(DamagedData) -> [SupplementaryTable] { try read.get() }

  private static let read = Result { () throws(DamagedData) in
    try JSONText.builtIn("supplementary-tables.json", of: embeddedFiles) { root throws(JSONFieldError) in
      try root.field("tables").array().map(SupplementaryTable.init)
    }
  }

  private init(_ node: JSONNode) throws(JSONFieldError) {
    let id = try node.field("id").word(TableID.self)
    guard id.isSupplementary else { throw JSONFieldError(try node.field("id"), "应是有的地方才有的表的编号") }
    self.id = id
    titles = try Self.words(node.field("titles"))
    within = try node.optional("within")?.word(TableID.self)
    rows = try node.field("rows").word(Rows.self)
    hasEconomicColumns = node[key: "economicColumns"] != nil
    needs = Set(try node.optional("needs")?.strings() ?? [])
    standardColumn = try node.optional("standard")?.integer()
    things = Set(try node.optional("things")?.strings() ?? [])
    var ignored: Set<TextKey> = []
    if let node = node.optional("ignored") { ignored = Set(texts: try Self.words(node)) }
    self.ignored = ignored
    var columns: [TextKey: Int] = [:]
    for member in try node.field("columns").members ?? [] {
      guard let number = Int(member.key), number > 0 else { throw JSONFieldError(member.value, "应以栏次为名") }
      for word in try Self.words(member.value) { columns[word] = number }
    }
    self.columns = columns
    joinedColumns = Dictionary(
      columns.map { (TextKey($0.key.text.withoutSlashes), $0.value) }, uniquingKeysWith: { one, _ in one })
    var items: [TextKey: String] = [:]
    for member in node.optional("items")?.members ?? [] {
      for word in try Self.words(member.value) { items[word] = member.key }
    }
    self.items = items
  }

  private static func words(_ node: JSONNode) throws(JSONFieldError) -> [String] {
    try node.strings().map { comparableWords($0) }
  }

  /// The column that a path of heads means; nil where it means none.
  func column(_ path: [String]) -> Int? { columns[path.joined(separator: "/")] ?? joinedColumns[path.joined()] }

  /// Whether a path of heads is known to mean nothing that has an address.
  func ignores(_ path: [String]) -> Bool { path.contains { ignored.contains($0) } }

  /// The item that words mean; nil where they mean none.
  func item(_ words: String) -> String? { items[words] }
}

extension String {
  /// A path of words in one word.
  var withoutSlashes: String {
    utf8.contains(UInt8(ascii: "/"))
      ? String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "/" })) : self
  }
}
