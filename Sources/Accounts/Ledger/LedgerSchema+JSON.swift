package import Formats

extension LedgerSchema {
  private static let file = "ledger-schema.json"
  private static let shipped = Result { () throws(DamagedData) in try LedgerSchema(json: standardText) }

  /// The schema as the JSON it is kept in.
  package static var standardText: String { embeddedFiles[file] ?? "" }

  /// The schema that ships with the tool; throws ``DamagedData`` when it is damaged.
  package static func standard() throws(DamagedData) -> LedgerSchema { try shipped.get() }

  /// Reads a schema from its JSON.
  ///
  /// Throws ``DamagedData``, with the place, when it is no schema or has not just the sheets, columns and items of
  /// ``SheetID``.
  package init(json: String) throws(DamagedData) {
    self = try JSONText.builtIn(Self.file, of: [Self.file: json]) { node throws(JSONFieldError) in
      try LedgerSchema(node)
    }
  }

  private init(_ node: JSONNode) throws(JSONFieldError) {
    sheets = try node.field("sheets").array().map { node throws(JSONFieldError) in try Sheet(node) }
    try node.field("sheets").requireIDs(SheetID.allCases.map(\.rawValue))
  }
}

extension LedgerSchema.Sheet {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    id = try node.field("id").word(SheetID.self)
    title = try node.field("title").string()
    required = try node.flag("required")
    help = try node.field("help").string()
    columns = try node.field("columns").array().map { node throws(JSONFieldError) in try LedgerSchema.Column(node) }
    items = try node.optional("items")?.array().map { node throws(JSONFieldError) in try LedgerSchema.Item(node) }
    let ids = id.columns
    try node.field("columns").requireIDs(ids.map(\.rawValue))
    key = try node.optional("key")?.columns(of: id)
    addsUp = try node.flag("addsUp")
    asks = try node.optional("asks")?.columns(of: id) ?? []
    asksFor = try node.optional("asksFor")?.strings() ?? []
    prompts = try node.optional("prompts")?.strings() ?? []
    for item in items ?? [] {
      guard let asked = item.asked else { continue }
      guard (asked.columns + asked.ifSpent).allSatisfy(ids.contains),
        asked.ifAny.allSatisfy({ id in items?.contains { $0.id == id } == true })
      else { throw JSONFieldError(try node.field("items"), "的“asked”应是这张表的列和项目") }
    }
    switch id {
    case .unit: try node.field("items").requireIDs(UnitItem.allCases.map(\.rawValue))
    case .threePublic: try node.field("items").requireIDs(ThreePublicItem.allCases.map(\.rawValue))
    case .other: try node.field("items").requireIDs(OtherItem.allCases.map(\.rawValue))
    default: break
    }
  }
}

extension LedgerSchema.Column {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    id = try node.field("id").word(ColumnID.self)
    heading = try node.field("heading").string()
    type = try node.field("type").word(LedgerSchema.ValueType.self)
    required = try node.flag("required")
    help = try node.field("help").string()
    choices = try node.optional("choices")?.strings()
    aliases = try node.aliases()
    `default` = try node.optional("default")?.string()
    leads = try node.optional("leads")?.strings() ?? []
    characters = try node.optional("characters")?.integer()
  }
}

extension LedgerSchema.Item {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    id = try node.field("id").string()
    name = try node.field("name").string()
    type = try node.field("type").word(LedgerSchema.ValueType.self)
    required = try node.flag("required")
    repeatable = try node.flag("repeatable")
    help = try node.field("help").string()
    choices = try node.optional("choices")?.strings()
    aliases = try node.aliases()
    asked = try node.optional("asked").map { node throws(JSONFieldError) in try LedgerSchema.Asked(node) }
  }
}

extension LedgerSchema.Asked {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    columns = try node.field("columns").array().map { node throws(JSONFieldError) in try node.word(ColumnID.self) }
    ifSpent =
      try node.optional("ifSpent")?.array().map { node throws(JSONFieldError) in try node.word(ColumnID.self) } ?? []
    ifAny = try node.optional("ifAny")?.strings() ?? []
    scope = try node.optional("scope")?.word(DisclosureScope.self)
  }
}

extension JSONNode {
  /// Columns of a sheet, by their ids.
  fileprivate func columns(of sheet: SheetID) throws(JSONFieldError) -> [ColumnID] {
    try array().map { node throws(JSONFieldError) in
      let column = try node.word(ColumnID.self)
      guard sheet.columns.contains(column) else { throw JSONFieldError(node, "应是这张表的一列") }
      return column
    }
  }

  /// Whether a member is true; it is not when it is left out.
  fileprivate func flag(_ key: String) throws(JSONFieldError) -> Bool { try optional(key)?.bool() ?? false }

  fileprivate func aliases() throws(JSONFieldError) -> [String: String]? {
    guard let pairs = try optional("aliases")?.pairs() else { return nil }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// Throws unless the elements of the array have just these ids, each once, in whatever order.
  fileprivate func requireIDs(_ ids: [String]) throws(JSONFieldError) {
    var missing = ids
    for element in try array() {
      let id = try element.field("id")
      guard let index = missing.firstIndex(of: try id.string()) else {
        throw JSONFieldError(id, "的“\(try id.string())”不应有，或已经有过")
      }
      missing.remove(at: index)
    }
    if let first = missing.first { throw JSONFieldError(self, "缺少 id 为“\(first)”的一项") }
  }
}
