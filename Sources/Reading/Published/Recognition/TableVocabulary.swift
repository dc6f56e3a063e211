import Accounts
import Formats
import Tables

/// What titles, headings and labels of published tables mean, whatever place printed them (表的用语).
///
/// All words are kept as they are compared: see ``comparableWords(_:)``.
struct TableVocabulary: Sendable {
  /// Which table a title is that of.
  enum Title: Equatable {
    case table(TableID)
    /// A table that only some places have.
    case other
  }

  /// The words of the table of the three public expenses (“三公”经费).
  struct ThreePublic: Sendable {
    /// By what is spent on: the column of the national form in which its budget stands, 1 to 6.
    let items: [TextKey: Int]
    /// Heads that say the whole of what stands above them.
    let totals: Set<TextKey>
    /// Heads under which such a whole is that of all three.
    let whole: Set<TextKey>
    let budget: Set<TextKey>
    let actual: Set<TextKey>
    /// What is spent on besides, in tables of more than the three.
    let otherExpenses: Set<TextKey>
    /// Amounts that are neither this year's budget nor what was spent.
    let otherSides: Set<TextKey>
  }

  private let titles: [TextKey: Title]
  /// What may stand before a title.
  private let titlePrefixes: [String]
  /// What the number of a table begins with.
  let tableNumbers: [String]
  /// The totals of 人员经费 and 公用经费 as addresses name them, by the words that name their rows.
  let partTotals: [String: String]
  private let titlesHolding: [(table: TableID, all: [String], none: [String])]
  let labelHeads: Set<TextKey>
  let lineNumberHeads: Set<TextKey>
  /// What heads the row or the column that numbers columns or rows.
  let columnNumberHeads: Set<TextKey>
  let amountHeads: Set<TextKey>
  let otherHeads: Set<TextKey>
  /// The heads of the two sides of 01 and 04.
  let sides: Set<TextKey>
  /// What names the row of totals of a table of function codes.
  let totalRows: Set<TextKey>
  /// What names the row of all of 06.
  let basicTotalRows: Set<TextKey>
  /// Words in the head of a block of 01 that hold expenditure arranged otherwise than by function.
  let otherSides: [String]
  private let columns: [TableID: [TextKey: Int]]
  /// The same without what parts the words of a path: a head over several lines may come in pieces.
  private let joinedColumns: [TableID: [TextKey: Int]]
  private let otherColumns: [TableID: Set<TextKey>]
  /// The first words of heads that stand over several columns.
  private let groups: Set<TextKey>
  let threePublic: ThreePublic
  /// The tables that only some places publish.
  let supplementary: [SupplementaryTable]
  private let lines: [TableID: [Int: [String]]]

  /// Reads the built-in words; throws ``DamagedData`` when the file does not say what it has to.
  static func standard() throws(DamagedData) -> TableVocabulary { try read.get() }

  private static let read = Result { () throws(DamagedData) in
    let supplementary = try SupplementaryTable.standard()
    return try JSONText.builtIn("table-vocabulary.json", of: embeddedFiles) { node throws(JSONFieldError) in
      try TableVocabulary(node, supplementary)
    }
  }

  private init(_ node: JSONNode, _ supplementary: [SupplementaryTable]) throws(JSONFieldError) {
    self.supplementary = supplementary
    var titles: [TextKey: Title] = [:]
    for word in supplementary.flatMap(\.titles) { titles[word] = .other }
    for (table, words) in try Self.byTable(node.field("titles"), Self.words) {
      for word in words { titles[word] = .table(table) }
    }
    for word in try Self.words(node.field("titlesOfOthers")) where titles[word] == nil { titles[word] = .other }
    self.titles = titles
    titlesHolding = try node.field("titlesHolding").array().map { node throws(JSONFieldError) in
      (try Self.table(node.field("table")), try Self.words(node.field("all")), try Self.words(node.field("none")))
    }
    labelHeads = Set(texts: try Self.words(node.field("labelHeads")))
    lineNumberHeads = Set(texts: try Self.words(node.field("lineNumberHeads")))
    columnNumberHeads = Set(texts: try Self.words(node.field("columnNumberHeads")))
    titlePrefixes = try Self.words(node.field("titlePrefixes"))
    tableNumbers = try Self.words(node.field("tableNumbers"))
    var partTotals: [String: String] = [:]
    for member in try node.field("partTotals").members ?? [] {
      for word in try Self.words(member.value) { partTotals[word] = member.key }
    }
    self.partTotals = partTotals
    amountHeads = Set(texts: try Self.words(node.field("amountHeads")))
    otherHeads = Set(texts: try Self.words(node.field("otherHeads")))
    sides = Set(texts: try Self.words(node.field("sides")))
    totalRows = Set(texts: try Self.words(node.field("totalRows")))
    basicTotalRows = Set(texts: try Self.words(node.field("basicTotalRows")))
    otherSides = try Self.words(node.field("otherSides"))
    columns = try Self.byTable(node.field("columns")) { node throws(JSONFieldError) in try Self.numbered(node) }
    joinedColumns = columns.mapValues { columns in
      Dictionary(columns.map { (TextKey($0.key.text.withoutSlashes), $0.value) }) { $0 == $1 ? $0 : 0 }.filter {
        $0.value > 0
      }
    }
    otherColumns = try Self.byTable(node.field("otherColumns")) { node throws(JSONFieldError) in
      Set(texts: try Self.words(node))
    }
    groups = otherColumns.values.reduce(into: []) { $0.formUnion($1) }
    let three = try node.field("threePublic")
    threePublic = ThreePublic(
      items: try Self.numbered(three.field("items")), totals: Set(texts: try Self.words(three.field("totals"))),
      whole: Set(texts: try Self.words(three.field("whole"))),
      budget: Set(texts: try Self.words(three.field("budget"))),
      actual: Set(texts: try Self.words(three.field("actual"))),
      otherExpenses: Set(texts: try Self.words(three.field("otherExpenses"))),
      otherSides: Set(texts: try Self.words(three.field("otherSides"))))
    lines = try Self.byTable(node.field("lines")) { node throws(JSONFieldError) in
      var lines: [Int: [String]] = [:]
      for member in node.members ?? [] { lines[try Self.number(member)] = try Self.words(member.value) }
      return lines
    }
  }

  private static func words(_ node: JSONNode) throws(JSONFieldError) -> [String] {
    try node.strings().map { comparableWords($0) }
  }

  private static func table(_ node: JSONNode) throws(JSONFieldError) -> TableID { try node.word(TableID.self) }

  private static func byTable<Value>(
    _ node: JSONNode, _ value: (JSONNode) throws(JSONFieldError) -> Value
  ) throws(JSONFieldError) -> [TableID: Value] {
    var values: [TableID: Value] = [:]
    for member in node.members ?? [] {
      guard let table = TableID(rawValue: member.key) else {
        throw JSONFieldError(member.value, "不能是“\(member.key)”，应是表的编号")
      }
      values[table] = try value(member.value)
    }
    return values
  }

  /// The number of each word, of lists of words by number.
  private static func numbered(_ node: JSONNode) throws(JSONFieldError) -> [TextKey: Int] {
    var numbers: [TextKey: Int] = [:]
    for member in node.members ?? [] {
      let number = try number(member)
      for word in try words(member.value) where numbers[word] == nil { numbers[word] = number }
    }
    return numbers
  }

  private static func number(_ member: JSONMember) throws(JSONFieldError) -> Int {
    guard let number = Int(member.key), number > 0 else {
      throw JSONFieldError(member.value, "不能是“\(member.key)”，应是行次或栏次")
    }
    return number
  }
}

extension TableVocabulary {
  /// Which table a line is the title of, with the title as it is known; nil where it is none.
  ///
  /// Before the title may stand its number (表一：, 附表1, 公开01表), the unit and the year, and 部门 or 单位; behind it its code
  /// in brackets.
  func title(_ text: String) -> (title: Title, words: String)? {
    var words = comparableWords(withoutNumbering(text))[...]
    words = withoutBracketed(words)
    guard words.ends(with: "表") else { return nil }
    words = withoutTableNumber(words)
    if let known = titles[String(words)] { return (known, String(words)) }
    // Behind the year, and 部门 or 单位, a title of its own begins; whatever else stands there makes it another table's.
    var rest = words
    if let year = words.lastIndex(of: "年"), words[..<year].utf8.suffix(4).allSatisfy({ (48...57).contains($0) }) {
      rest = words[words.index(after: year)...].drop { $0 == "度" }
    }
    for prefix in titlePrefixes where rest.begins(with: prefix) { rest = rest.dropFirst(prefix.count) }
    if let known = titles[String(rest)] { return (known, String(rest)) }
    for one in titlesHolding
    where one.all.allSatisfy({ words.contains($0) }) && !one.none.contains(where: words.contains) {
      return (.table(one.table), String(rest))
    }
    return nil
  }

  /// A title without what stands in brackets at either end: its code (公开01表), or 续表.
  private func withoutBracketed(_ words: Substring) -> Substring {
    var words = words
    while words.ends(with: ")"), let bracket = words.lastIndex(of: "(") { words = words[..<bracket] }
    if words.begins(with: "("), let bracket = words.firstIndex(of: ")") {
      words = words[words.index(after: bracket)...]
    }
    return words
  }

  /// A title without the number of its table before it: 表一：, 表1, 附表1, 公开01表, Z01-1.
  private func withoutTableNumber(_ words: Substring) -> Substring {
    for prefix in tableNumbers where words.begins(with: prefix) {
      let rest = words.dropFirst(prefix.count)
      let behind = rest.drop { $0.isASCII && ($0.isNumber || "-_".contains($0)) || "一二三四五六七八九十".contains($0) }
      guard behind.count < rest.count else { continue }
      return behind.drop { "表:：.、-".contains($0) }
    }
    return words
  }

  /// The paths without what does not tell one column of figures from another: 决算数 below a head that says more, and a head
  /// that stands above all of them.
  func telling(_ paths: [[String]]) -> [[String]] {
    var paths = paths.map { path in
      let rest = path.filter { !amountHeads.contains($0) }
      return rest.isEmpty ? path : rest
    }
    let figures = paths.indices.filter { slot in paths[slot].last.map { !labelHeads.contains($0) } ?? false }
    while let first = figures.first.flatMap({ paths[$0].first }), figures.count > 1,
      figures.allSatisfy({ paths[$0].count > 1 && paths[$0][0] == first })
    {
      for slot in figures { paths[slot].removeFirst() }
    }
    return paths
  }

  /// The column of the national form that a path of heads means in a table of codes or on the right of 04.
  func column(_ path: [String], of table: TableID) -> Int? {
    columns[table]?[path.joined(separator: "/")] ?? joinedColumns[table]?[path.joined()]
  }

  /// Whether a path of heads is known to mean nothing that has an address.
  func isOther(_ path: [String], of table: TableID) -> Bool {
    guard let first = path.first, let last = path.last else { return false }
    return otherHeads.contains(last) || otherColumns[table].map { $0.contains(first) || $0.contains(last) } == true
  }

  /// The titles of a table, as they are compared.
  func titles(of table: TableID) -> [String] { titles.filter { $0.value == .table(table) }.map(\.key.text) }

  /// All words that may stand in the head of a table, as they are compared.
  func headWords(of table: TableID) -> Set<String> {
    var words = [labelHeads, lineNumberHeads, columnNumberHeads, amountHeads, otherHeads, sides]
    words.append(otherColumns[table] ?? [])
    if table == .t09 {
      words += [
        Set(threePublic.items.keys), threePublic.totals, threePublic.whole, threePublic.budget, threePublic.actual,
        threePublic.otherExpenses, threePublic.otherSides,
      ]
    }
    let paths = (columns[table] ?? [:]).keys.flatMap { $0.text.split(separator: "/").map(String.init) }
    return Set(words.joined().map(\.text) + paths)
  }

  /// A line above a table without what may stand around its title: its number and brackets, the unit and the year.
  func withoutUnitAndYear(_ line: String) -> String {
    let words = withoutTableNumber(withoutBracketed(comparableWords(withoutNumbering(line))[...]))
    var rest = words
    if let year = words.lastIndex(of: "年") { rest = words[words.index(after: year)...].drop { $0 == "度" } }
    for prefix in titlePrefixes where rest.begins(with: prefix) { rest = rest.dropFirst(prefix.count) }
    return String(rest)
  }

  /// Other words for the lines of a table, by the 行次 of the national form.
  func lines(of table: TableID) -> [Int: [String]] { lines[table] ?? [:] }

  /// Whether a row is one of the first of a table's header: heads side by side, one of them known.
  func beginsTable(_ filled: [GridCell]) -> Bool {
    guard filled.count > 1, !filled.contains(where: { $0.text.isNumber }) else { return false }
    let words = filled.map { comparableWords($0.text) }
    return words.allSatisfy { threePublic.budget.contains($0) || threePublic.actual.contains($0) }
      || words.contains { words in
        labelHeads.contains(words) || amountHeads.contains(words) || sides.contains(words)
          || groups.contains(words)
      }
  }
}
