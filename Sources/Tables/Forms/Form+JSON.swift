import Accounts
import Formats

extension Form {
  init(_ node: JSONNode) throws(JSONFieldError) {
    id = try node.field("id").string()
    year = try node.field("year").integer()
    name = try node.field("name").string()
    source = try node.field("source").string()
    unit = try node.field("unit").word(MoneyUnit.self)
    decimals = try node.field("decimals").integer()
    thousands = try node.optional("thousands")?.bool()
    tables = try node.field("tables").array().map { node throws(JSONFieldError) in try TableForm(node) }
  }
}

extension TableForm {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    id = try node.field("id").word(TableID.self)
    title = try node.field("title").string()
    formCode = try node.field("formCode").string()
    unitCaption = try node.field("unitCaption").string()
    currency = try node.field("currency").string()
    wide = try node.field("wide").bool()
    header = try node.field("header").array().map { row throws(JSONFieldError) in
      try row.array().map { node throws(JSONFieldError) in try Heading(node) }
    }
    columnNumbers = try node.field("columnNumbers").bool()
    lineNumbers = try node.optional("lineNumbers")?.bool()
    totalLast = try node.optional("totalLast")?.bool()
    zeros = try node.optional("zeros")?.bool()
    left = try node.optional("left")?.array().map { node throws(JSONFieldError) in try Line(node) }
    right = try node.optional("right")?.array().map { node throws(JSONFieldError) in try Line(node) }
    columns = try node.optional("columns")?.array().map { node throws(JSONFieldError) in
      Column(
        column: try node.field("column").integer(), side: try node.optional("side")?.string(),
        item: try node.field("item").string())
    }
    blocks = try node.optional("blocks")?.array().map { node throws(JSONFieldError) in
      Block(
        group: try node.field("group").string(),
        rows: try node.field("rows").array().map { row throws(JSONFieldError) in
          CodeLine(code: try row.field("code").string(), name: try row.field("name").string())
        })
    }
    sections = try node.optional("sections")?.array().map { node throws(JSONFieldError) in
      Section(
        title: try node.field("title").string(),
        rows: try node.field("rows").array().map { row throws(JSONFieldError) in try Line(row) })
    }
    note = try node.field("note").string()
    roundingNote = try node.optional("roundingNote")?.string()
    emptyNote = try node.optional("emptyNote")?.string()
  }
}

extension TableForm.Heading {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    text = try node.field("text").string()
    columns = try node.optional("columns")?.integer()
    rows = try node.optional("rows")?.integer()
  }
}

extension TableForm.Line {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    line = try node.field("line").integer()
    label = try node.field("label").string()
    item = try node.optional("item")?.string()
    category = try node.optional("class")?.string()
  }
}
