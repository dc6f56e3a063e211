import Accounts
import Formats

extension FormReader {
  /// The keys that a table of any kind may have.
  private static let commonKeys = [
    "id", "title", "formCode", "unitCaption", "currency", "wide", "header", "columnNumbers", "note", "roundingNote",
    "emptyNote",
  ]

  /// The form of one table: what is written of it, then what is said of every table, then what the base says.
  mutating func table(_ id: TableID, _ node: JSONNode, _ every: JSONNode?, basedOn base: TableForm?) -> TableForm {
    func place(_ key: String) -> JSONNode { node[key: key] == nil && every?[key: key] != nil ? every ?? node : node }
    let string = { (node: JSONNode) throws(JSONFieldError) in try node.string() }
    let bool = { (node: JSONNode) throws(JSONFieldError) in try node.bool() }
    let body = body(id, node, every, basedOn: base)
    let columnNumbers = required(place("columnNumbers"), "columnNumbers", base?.columnNumbers, bool) ?? false
    var inherited = base?.header
    // A header taken over without 栏次 is that header without its last row.
    if let header = inherited, base?.columnNumbers == true, !columnNumbers { inherited = header.dropLast() }
    let header = required(node, "header", inherited) { node throws(JSONFieldError) in
      try node.array().map { row throws(JSONFieldError) in
        try row.array().map { cell throws(JSONFieldError) in try TableForm.Heading(cell) }
      }
    }
    for cell in (node[key: "header"]?.elements ?? []).flatMap({ $0.elements ?? [] }) {
      file.keys(of: cell, only: ["text", "columns", "rows"])
    }
    let table = TableForm(
      id: id, title: required(node, "title", base?.title, string) ?? "",
      formCode: required(place("formCode"), "formCode", base?.formCode, string) ?? "",
      unitCaption: required(place("unitCaption"), "unitCaption", base?.unitCaption, string) ?? "",
      currency: required(place("currency"), "currency", base?.currency, string) ?? "",
      wide: required(node, "wide", base?.wide, bool) ?? false, header: header ?? [], columnNumbers: columnNumbers,
      body: body.body, note: required(node, "note", base?.note, string) ?? "",
      roundingNote: optional(node, "roundingNote", base?.roundingNote, string),
      emptyNote: optional(place("emptyNote"), "emptyNote", base?.emptyNote, string))
    if let title = node[key: "title"], !table.title.trimmed.ends(with: "表") {
      file.add(title, found: "标题是“\(table.title.prefix(40))”", expected: "各表的标题应以“表”字结尾，不然读公开文件时认不出")
    }
    if header != nil, body.isWhole, let fault = table.headerFault {
      file.add(node[key: "header"] ?? node, found: fault.found, expected: fault.expected)
    }
    return table
  }

  /// What stands below the header; `isWhole` is false when part of it could not be read.
  private mutating func body(
    _ id: TableID, _ node: JSONNode, _ every: JSONNode?, basedOn base: TableForm?
  ) -> (body: TableForm.Body, isWhole: Bool) {
    let before = file.problems.count
    let known: [String] =
      switch id {
      case .t01, .t04: ["lineNumbers", "left", "right"]
      case .t02, .t03, .t05, .t07, .t08: ["columns", "columnOrder", "totalLast"]
      case .t06: ["blocks", "names", "zeros"]
      case .t09: ["columns", "columnOrder"]
      default: ["sections"]
      }
    file.keys(of: node, only: Self.commonKeys + known)
    let body: TableForm.Body =
      switch id {
      case .t01: .twoSided(twoSided(.t01, .everything, node, every, basedOn: base))
      case .t04: .twoSided(twoSided(.t04, .fiscal, node, every, basedOn: base))
      case .t02: .functionCodes(functionCodes(id, .income, node, basedOn: base))
      case .t03: .functionCodes(functionCodes(id, .expenditure, node, basedOn: base))
      case .t05: .functionCodes(functionCodes(id, .generalBudget, node, basedOn: base))
      case .t07: .functionCodes(functionCodes(id, .fund(.governmentFund), node, basedOn: base))
      case .t08: .functionCodes(functionCodes(id, .fund(.stateCapital), node, basedOn: base))
      case .t06: .economicCodes(economicCodes(node, basedOn: base))
      case .t09: .singleRow(columns(id, node, basedOn: base, knowing: ThreePublicTotal.allCases.map(\.rawValue)))
      default: .sections(sections(node, basedOn: base))
      }
    return (body, file.problems.count == before)
  }
}
