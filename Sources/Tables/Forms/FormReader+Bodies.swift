import Accounts
import Formats

extension TableForm.Heading {
  /// Reads a header cell: a text, or a text with the columns and rows it covers.
  init(_ node: JSONNode) throws(JSONFieldError) {
    if let text = node.text {
      self.init(text: text, columns: 1, rows: 1)
    } else {
      self.init(
        text: try node.field("text").string(),
        columns: try node.optional("columns")?.integer(in: 1...100) ?? 1,
        rows: try node.optional("rows")?.integer(in: 1...100) ?? 1)
    }
  }
}

extension FormReader {
  /// The bounds of 行次 and 栏次: what a publication prints is read up to four digits.
  private static let numbers = 1...999

  // MARK: Lines

  /// The lines of 01 or 04.
  mutating func twoSided(
    _ id: TableID, _ scope: TableForm.TwoSided.Scope, _ node: JSONNode, _ every: JSONNode?, basedOn base: TableForm?
  ) -> TableForm.TwoSided {
    let sides: TableForm.TwoSided? = if case .twoSided(let sides) = base?.body { sides } else { nil }
    let items: (left: [String], right: [String]) =
      switch scope {
      case .everything: (IncomeLine.allCases.map(\.rawValue), ExpenditureLine.allCases.map(\.rawValue))
      case .fiscal: (FiscalIncomeLine.allCases.map(\.rawValue), FiscalExpenditureLine.allCases.map(\.rawValue))
      }
    var numbers: Set<Int> = []
    let left = lines(id, node, "left", over: sides?.left, knowing: items.left, withCategories: false, &numbers)
    let right = lines(id, node, "right", over: sides?.right, knowing: items.right, withCategories: true, &numbers)
    let lineNumbers = node[key: "lineNumbers"] == nil ? every ?? node : node
    return TableForm.TwoSided(
      scope: scope, left: left, right: right,
      lineNumbers: optional(lineNumbers, "lineNumbers", sides?.lineNumbers) { node throws(JSONFieldError) in
        try node.bool()
      } ?? true)
  }

  /// The lines of one side: those written, over those of the base, of which others may be left out.
  private mutating func lines(
    _ id: TableID, _ node: JSONNode, _ key: String, over base: [TableForm.Line]?, knowing items: [String],
    withCategories: Bool, _ numbers: inout Set<Int>
  ) -> [TableForm.Line] {
    var written: [TableForm.Line] = []
    let list = required(node, key, base.map { _ in JSONNode.nothing }) { node throws(JSONFieldError) in node }
    for node in list.map({ elements($0) }) ?? [] {
      if let line = line(node, over: base, knowing: items, withCategories: withCategories) { written.append(line) }
    }
    var lines = written
    if let base {
      lines = base.filter { line in !isLeftOut(id, .line(line.line)) }
        .map { line in written.first { $0.line == line.line } ?? line }
      for line in written where !base.contains(where: { $0.line == line.line }) {
        lines.insert(line, at: lines.firstIndex { $0.line > line.line } ?? lines.count)
      }
    }
    if lines.isEmpty { file.add(node, found: "“\(key)”里一行也没有", expected: "应至少有一行") }
    if lines.count > 300 { file.add(node, found: "“\(key)”有 \(lines.count) 行", expected: "应不超过 300 行") }
    var held: Set<String> = []
    for line in lines {
      // Looked for only where something is wrong.
      func place() -> JSONNode {
        list?.elements?.first { $0[key: "line"]?.spelling == String(line.line) } ?? node
      }
      if !numbers.insert(line.line).inserted {
        file.add(place(), found: "行次 \(line.line) 用了两次", expected: "一张表里每个行次应只用一次")
      }
      if let meaning = line.item ?? line.category, !held.insert(meaning).inserted {
        file.add(place(), found: "有两行都是“\(meaning)”", expected: "每个项目、每一类应只有一行")
      }
    }
    return lines
  }

  private mutating func line(
    _ node: JSONNode, over base: [TableForm.Line]?, knowing items: [String], withCategories: Bool
  ) -> TableForm.Line? {
    file.keys(of: node, only: withCategories ? ["line", "label", "item", "class"] : ["line", "label", "item"])
    guard
      let number = required(node, "line", nil, { node throws(JSONFieldError) in try node.integer(in: Self.numbers) })
    else { return nil }
    let inherited = base?.first { $0.line == number }
    let string = { (node: JSONNode) throws(JSONFieldError) in try node.string() }
    let label = required(node, "label", inherited?.label, string) ?? ""
    let says = node[key: "item"] != nil || node[key: "class"] != nil
    let item = optional(node, "item", says ? nil : inherited?.item, string)
    let category = optional(node, "class", says ? nil : inherited?.category, string)
    if item != nil, category != nil {
      file.add(node, found: "行次 \(number) 既有 item 又有 class", expected: "一行应只有其一")
    }
    if let item, !items.contains(item) { unknown(item, at: node[key: "item"] ?? node, items) }
    if let category, FunctionCode(category)?.level != .category {
      file.add(node[key: "class"] ?? node, found: "class 是“\(category.prefix(40))”", expected: "应是三位数字的类编码，如 \"201\"")
    }
    if item ?? category != nil, label.trimmed.isEmpty {
      file.add(node, found: "行次 \(number) 有项目而没有名称", expected: "label 应是印出来的名称")
    }
    return TableForm.Line(line: number, label: label, item: item, category: category)
  }

  private mutating func unknown(_ item: String, at node: JSONNode, _ items: [String]) {
    file.add(
      node, found: "“\(item.prefix(40))”不是这张表认识的项目",
      expected: item.nearest(among: items).map { "应是“\($0)”" } ?? "应是下列之一：\(items.joined(separator: "、"))")
  }

  /// The sections of 10: those written in full, whose lines may take over what the base says of the same 行次.
  mutating func sections(_ node: JSONNode, basedOn base: TableForm?) -> [TableForm.Section] {
    let before: [TableForm.Section]? = if case .sections(let sections) = base?.body { sections } else { nil }
    let items = InformationTotal.allCases.map(\.rawValue) + OtherItem.allCases.map(\.rawValue)
    let list = required(node, "sections", before.map { _ in JSONNode.nothing }) { node throws(JSONFieldError) in node }
    var sections: [TableForm.Section] = []
    for node in list.map({ elements($0) }) ?? [] {
      file.keys(of: node, only: ["title", "rows"])
      let title = required(node, "title", nil) { node throws(JSONFieldError) in try node.string() } ?? ""
      let rows = required(node, "rows", nil) { node throws(JSONFieldError) in node }
      var lines: [TableForm.Line] = []
      for row in rows.map({ elements($0) }) ?? [] {
        if let line = line(row, over: before?.flatMap(\.rows), knowing: items, withCategories: false) {
          if line.item == nil { file.add(row, found: "行次 \(line.line) 没有 item", expected: "这张表的每一行都应有项目") }
          lines.append(line)
        }
      }
      sections.append(TableForm.Section(title: title, rows: lines))
    }
    if sections.isEmpty, let before {
      sections = before.map { section in
        TableForm.Section(title: section.title, rows: section.rows.filter { !isLeftOut(.t10, .line($0.line)) })
      }
    }
    let lines = sections.flatMap(\.rows)
    if lines.isEmpty { file.add(node, found: "这张表一行也没有", expected: "应至少有一行") }
    if lines.count > 300 { file.add(node, found: "这张表有 \(lines.count) 行", expected: "应不超过 300 行") }
    if Set(lines.map(\.line)).count != lines.count {
      file.add(node, found: "这张表有用了两次的行次", expected: "每个行次应只用一次")
    }
    if Set(lines.map(\.item)).count != lines.count {
      file.add(node, found: "这张表有两行是同一项目", expected: "每个项目应只有一行")
    }
    return sections
  }

  // MARK: Columns

  /// A table of function codes.
  mutating func functionCodes(
    _ id: TableID, _ content: TableForm.CodeTable.Content, _ node: JSONNode, basedOn base: TableForm?
  ) -> TableForm.CodeTable {
    let before: TableForm.CodeTable? = if case .functionCodes(let table) = base?.body { table } else { nil }
    let expenditure = ExpenditureColumn.allCases.map(\.rawValue)
    let items =
      switch content {
      case .income: IncomeColumn.allCases.map(\.rawValue)
      case .expenditure, .generalBudget: expenditure
      case .fund: FundColumn.allCases.map(\.rawValue) + expenditure
      }
    return TableForm.CodeTable(
      content: content, columns: columns(id, node, basedOn: base, knowing: items),
      totalLast: optional(node, "totalLast", before?.totalLast) { node throws(JSONFieldError) in try node.bool() }
        ?? false)
  }

  /// The columns of figures: those written, over those of the base, in the order wanted.
  mutating func columns(
    _ id: TableID, _ node: JSONNode, basedOn base: TableForm?, knowing items: [String]
  ) -> [TableForm.Column] {
    var columns = (base?.columns ?? []).filter { !isLeftOut(id, .column($0.column)) }
    let list = required(node, "columns", base.map { _ in JSONNode.nothing }) { node throws(JSONFieldError) in node }
    var numbers: Set<Int> = []
    for node in list.map({ elements($0) }) ?? [] {
      file.keys(of: node, only: id == .t09 ? ["column", "side", "item"] : ["column", "item"])
      guard
        let number = required(
          node, "column", nil, { node throws(JSONFieldError) in try node.integer(in: Self.numbers) })
      else { continue }
      let index = columns.firstIndex { $0.column == number }
      let inherited = index.map { columns[$0] }
      let string = { (node: JSONNode) throws(JSONFieldError) in try node.string() }
      let item = required(node, "item", inherited?.item, string) ?? items[0]
      if !items.contains(item) { unknown(item, at: node[key: "item"] ?? node, items) }
      var side = inherited?.side
      if id == .t09 {
        side = required(node, "side", side, string)
        if let side, ThreePublicColumn(rawValue: side) == nil {
          unknown(side, at: node[key: "side"] ?? node, ThreePublicColumn.allCases.map(\.rawValue))
        }
      }
      if !numbers.insert(number).inserted {
        file.add(node, found: "栏次 \(number) 用了两次", expected: "一张表里每个栏次应只用一次")
        continue
      }
      let column = TableForm.Column(column: number, side: side, item: item)
      if let index { columns[index] = column } else { columns.append(column) }
    }
    if columns.isEmpty { file.add(node, found: "这张表一栏数也没有", expected: "columns 应至少有一栏") }
    if Set(columns.map { ($0.side ?? "") + $0.item }).count != columns.count {
      file.add(node[key: "columns"] ?? node, found: "有两栏是同一项目", expected: "每个项目应只有一栏")
    }
    guard let order = node[key: "columnOrder"] else { return columns }
    let wanted = file.value { () throws(JSONFieldError) in
      try order.array().map { node throws(JSONFieldError) in try node.integer() }
    }
    guard let wanted, wanted.sorted() == columns.map(\.column).sorted() else {
      file.add(
        order, found: "各栏的次序与栏次对不上",
        expected: "应把印的各栏都列一次：\(columns.prefix(100).map { String($0.column) }.joined(separator: "、"))")
      return columns
    }
    return wanted.compactMap { number in columns.first { $0.column == number } }
  }

  // MARK: Economic codes

  /// The blocks of 06.
  mutating func economicCodes(_ node: JSONNode, basedOn base: TableForm?) -> TableForm.EconomicBlocks {
    let before: TableForm.EconomicBlocks? = if case .economicCodes(let blocks) = base?.body { blocks } else { nil }
    let list = required(node, "blocks", before.map { _ in JSONNode.nothing }) { node throws(JSONFieldError) in node }
    let inherited = (before?.blocks ?? []).map { block in
      TableForm.Block(group: block.group, rows: block.rows.filter { !isLeftOut(code: $0.code) })
    }
    var blocks: [TableForm.Block] = []
    for node in list.map({ elements($0) }) ?? [] { blocks.append(block(node, from: inherited.flatMap(\.rows))) }
    if node[key: "blocks"] == nil { blocks = inherited }
    if let names = node[key: "names"] {
      let pairs = file.value { () throws(JSONFieldError) in try names.pairs() } ?? []
      let codes = Set(blocks.flatMap(\.rows).map(\.code))
      for (code, _) in pairs where !codes.contains(code) {
        file.add(names, found: "names 里有“\(code.prefix(40))”", expected: "应是表里有的经济科目编码")
      }
      let renamed = Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
      blocks = blocks.map { block in
        TableForm.Block(
          group: block.group,
          rows: block.rows.map { TableForm.CodeLine(code: $0.code, name: renamed[$0.code] ?? $0.name) })
      }
    }
    check(blocks, at: node[key: "blocks"] ?? node)
    return TableForm.EconomicBlocks(
      blocks: blocks,
      zeros: optional(node, "zeros", before?.zeros) { node throws(JSONFieldError) in try node.bool() } ?? false)
  }

  /// A block written with its rows, or with the 类 whose rows it takes over.
  private mutating func block(_ node: JSONNode, from inherited: [TableForm.CodeLine]) -> TableForm.Block {
    file.keys(of: node, only: inherited.isEmpty ? ["group", "rows"] : ["group", "rows", "classes"])
    let group = required(node, "group", nil) { node throws(JSONFieldError) in try node.string() } ?? ""
    if let classes = node[key: "classes"], !inherited.isEmpty {
      let names = file.value { () throws(JSONFieldError) in try classes.strings() } ?? []
      return TableForm.Block(
        group: group, rows: names.flatMap { name in inherited.filter { $0.code.prefix(3) == name } })
    }
    let rows = required(node, "rows", nil) { node throws(JSONFieldError) in node }
    var lines: [TableForm.CodeLine] = []
    for row in rows.map({ elements($0) }) ?? [] {
      file.keys(of: row, only: ["code", "name"])
      let string = { (node: JSONNode) throws(JSONFieldError) in try node.string() }
      let code = required(row, "code", nil, string) ?? ""
      if EconomicCode(code) == nil {
        file.add(row, found: "编码是“\(code.prefix(40))”", expected: "应是三位或五位数字的经济科目编码")
      }
      lines.append(TableForm.CodeLine(code: code, name: required(row, "name", nil, string) ?? ""))
    }
    return TableForm.Block(group: group, rows: lines)
  }

  private mutating func check(_ blocks: [TableForm.Block], at node: JSONNode) {
    let groups = ["人员经费", "公用经费"]
    if blocks.isEmpty || blocks.contains(where: \.rows.isEmpty) {
      file.add(node, found: "有一栏里一个科目也没有", expected: "每一栏应至少有一个科目")
    }
    if blocks.count > 20 { file.add(node, found: "有 \(blocks.count) 栏", expected: "应不超过 20 栏") }
    for block in blocks where !groups.contains(block.group) { unknown(block.group, at: node, groups) }
    let runs = zip(blocks, blocks.dropFirst()).filter { $0.group != $1.group }.count + 1
    if runs > Set(blocks.map(\.group)).count {
      file.add(node, found: "人员经费、公用经费的各栏交错", expected: "同一组的各栏应挨着，不然合计行排不下")
    }
    var groupOfCode: [String: String] = [:]
    for block in blocks {
      for line in block.rows where groupOfCode.updateValue(block.group, forKey: line.code) != nil {
        file.add(node, found: "\(line.code) 列了两次", expected: "每个科目应只列一次")
      }
    }
    for block in blocks {
      for code in block.rows.map(\.code) where code.utf8.count == 5 {
        let category = String(decoding: code.utf8.prefix(3), as: UTF8.self)
        if groupOfCode[category] != block.group {
          file.add(node, found: "列了 \(code)，\(block.group)里却没有它的类 \(category)", expected: "合计按类加总，类应与款在同一组")
        }
      }
    }
  }
}

extension JSONNode {
  /// An empty list, where what the base says is taken over whole.
  fileprivate static let nothing = JSONNode(emptyArrayAt: 1, 1)
}
