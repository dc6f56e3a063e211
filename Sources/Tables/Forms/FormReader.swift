import Accounts
import Formats

/// Reads the form in a file, with what it takes over from the form it is based on, and notes all that is wrong with it.
struct FormReader {
  var file: DataFile
  /// The form it is based on; nil for a form written out in full.
  let base: Form?
  /// The national form, with which every other is compared; nil for itself, and for the forms that ship with the tool, which
  /// its tests compare.
  let ancestor: Form?
  /// What it says it leaves out, beside what its base already does.
  private var leavesOut: [(what: LeftOut, node: JSONNode)] = []
  /// The tables in which something is wrong already: what they then lack is not worth a word.
  private var faulty: Set<TableID> = []

  init(_ file: DataFile, basedOn base: Form?, comparedWith ancestor: Form?) {
    self.file = file
    self.base = base
    self.ancestor = ancestor
  }

  /// The form; throws all that is wrong with the file.
  mutating func form() throws(UnusableInput) -> Form {
    let root = file.root
    guard root.members != nil else {
      file.add(root, found: "表样文件里不是一个对象", expected: "应是用花括号括起来的一个表样")
      try file.check()
      throw UnusableInput(file.problems)
    }
    file.keys(
      of: root,
      only: [
        "id", "year", "basedOn", "name", "source", "unit", "decimals", "thousands", "leavesOut", "order", "everyTable",
        "tables",
      ])
    let id = required(root, "id", nil) { node throws(JSONFieldError) in try node.string() } ?? ""
    if id.trimmed.isEmpty || id.contains("/") {
      file.add(root[key: "id"] ?? root, found: "id 是“\(id)”", expected: "应是一个地方的名字，不空，不带“/”")
    }
    let year = required(root, "year", nil) { node throws(JSONFieldError) in try node.integer() } ?? 2024
    if !(1990...2099).contains(year) {
      file.add(root[key: "year"] ?? root, found: "年度是 \(year)", expected: "应是 1990 至 2099 的四位数字")
    }
    let unit = required(root, "unit", base?.unit) { node throws(JSONFieldError) in try node.word(MoneyUnit.self) }
    let decimals = required(root, "decimals", base?.decimals) { node throws(JSONFieldError) in try node.integer() }
    if let unit, let decimals, !(0...unit.exactDecimals).contains(decimals) {
      file.add(
        root[key: "decimals"] ?? root, found: "表样的小数位数是 \(decimals)",
        expected: "以\(unit.rawValue)为单位时应为 0 至 \(unit.exactDecimals)")
    }
    readLeavesOut(root)
    let tablesYear = Self.tablesYear(root, base)
    let tables = tablesYear == nil ? tables(root) : base?.tables ?? []
    let form = Form(
      id: id, year: year, tablesYear: tablesYear ?? year,
      name: required(root, "name", base?.name) { node throws(JSONFieldError) in try node.string() } ?? "",
      source: required(root, "source", base?.source) { node throws(JSONFieldError) in try node.string() } ?? "",
      wording: Self.wording(id, base), leavesOut: (base?.leavesOut ?? []).union(leavesOut.map(\.what)),
      unit: unit ?? .wanyuan, decimals: decimals ?? 2,
      thousands: optional(root, "thousands", base?.thousands) { node throws(JSONFieldError) in try node.bool() }
        ?? false,
      tables: tables)
    compare(form)
    try file.check()
    return form
  }

  /// The year whose tables a form takes over whole; nil where it changes anything, or is of another place than what it is based on.
  private static func tablesYear(_ root: JSONNode, _ base: Form?) -> Int? {
    guard let base, root[key: "id"]?.text == base.id else { return nil }
    let changesNothing = ["unit", "decimals", "thousands", "leavesOut", "order", "everyTable", "tables"].allSatisfy {
      root[key: $0] == nil
    }
    return changesNothing ? base.tablesYear : nil
  }

  /// The places whose wording serves: its own, those of its bases, the national one.
  private static func wording(_ id: String, _ base: Form?) -> [String] {
    var places = [id]
    for place in (base?.wording ?? []) + [Form.ancestor] where !places.contains(place) { places.append(place) }
    return places
  }

  // MARK: Fields

  /// The value of a key, or what is taken over; where there is neither, that is noted and nil given.
  mutating func required<Value>(
    _ node: JSONNode, _ key: String, _ inherited: Value?, _ read: (JSONNode) throws(JSONFieldError) -> Value
  ) -> Value? {
    if let found = node.optional(key) {
      return file.value { () throws(JSONFieldError) in try read(found) } ?? inherited
    }
    if inherited == nil { _ = file.value { () throws(JSONFieldError) in try node.field(key) } }
    return inherited
  }

  /// The value of a key, or what is taken over; nil where there is neither, or null is written.
  mutating func optional<Value>(
    _ node: JSONNode, _ key: String, _ inherited: Value?, _ read: (JSONNode) throws(JSONFieldError) -> Value
  ) -> Value? {
    guard let found = node[key: key] else { return inherited }
    if found.isNull { return nil }
    return file.value { () throws(JSONFieldError) in try read(found) } ?? inherited
  }

  /// The elements of an array. Where the value is no array, or has over 1,000 elements, that is noted as a fault.
  mutating func elements(_ node: JSONNode) -> [JSONNode] {
    let elements = file.value { () throws(JSONFieldError) in try node.array() } ?? []
    if elements.count > 1000 { file.add(node, found: "这里有 \(elements.count) 项", expected: "应不超过 1000 项") }
    return Array(elements.prefix(1000))
  }

  // MARK: Leaving out

  private mutating func readLeavesOut(_ root: JSONNode) {
    for node in root.optional("leavesOut").map({ elements($0) }) ?? [] {
      guard let text = file.value({ () throws(JSONFieldError) in try node.string() }) else { continue }
      guard let what = LeftOut(text) else {
        file.add(
          node, found: "不印的是“\(text.prefix(40))”",
          expected: "应如 10（一张表）、01.30（一行）、03.*.4（一栏）、06.31005（一个经济科目）")
        continue
      }
      let base = base ?? ancestor
      if let base, base[what.table]?.has(what) != true {
        file.add(node, found: "不印的是“\(text)”，它依据的表样里没有", expected: "应是那里有的", advice: "请删去或改正")
      }
      leavesOut.append((what, node))
    }
  }

  /// Whether the form says that it leaves something out.
  func isLeftOut(_ table: TableID, _ part: LeftOut.Part) -> Bool {
    leavesOut.contains { $0.what == LeftOut(table, part) }
  }

  /// Whether the form says that it leaves an economic code out, or the 类 it is of.
  func isLeftOut(code: String) -> Bool {
    isLeftOut(.t06, .code(code)) || isLeftOut(.t06, .code(String(code.prefix(3))))
  }

  // MARK: Tables

  /// The tables: those written, over those of the base, in the order wanted.
  private mutating func tables(_ root: JSONNode) -> [TableForm] {
    let every = root.optional("everyTable")
    if let every {
      file.keys(
        of: every, only: ["formCode", "unitCaption", "currency", "columnNumbers", "lineNumbers", "emptyNote"])
    }
    var written: [(id: TableID, node: JSONNode)] = []
    let list = base == nil ? required(root, "tables", nil) { node throws(JSONFieldError) in node } : root[key: "tables"]
    for node in list.map({ elements($0) }) ?? [] {
      guard
        let id = required(node, "id", nil, { node throws(JSONFieldError) in try node.word(TableID.self) }),
        TableID.allCases.contains(id)
      else {
        if let id = node[key: "id"]?.text, TableID(rawValue: id) != nil {
          file.add(node, found: "表的编号是“\(id)”", expected: "应为 01 至 10")
        }
        continue
      }
      if written.contains(where: { $0.id == id }) {
        file.add(node, found: "编号为 \(id.rawValue) 的表写了两次", expected: "每张表应只写一次")
      } else {
        written.append((id, node))
      }
    }
    var tables: [TableForm] = []
    for table in base?.tables ?? [] where !written.contains(where: { $0.id == table.id }) {
      if isLeftOut(table.id, .table) { continue }
      let nothing = JSONNode(emptyObjectAt: root.line, root.column)
      tables.append(self.table(table.id, nothing, every, basedOn: table))
    }
    for (id, node) in written {
      let before = file.problems.count
      tables.append(table(id, node, every, basedOn: base?[id]))
      if file.problems.count > before { faulty.insert(id) }
    }
    if base != nil { tables.sort { place(of: $0.id) < place(of: $1.id) } }
    if let order = root[key: "order"] { tables = ordered(tables, order) }
    if tables.isEmpty {
      file.add(root[key: "tables"] ?? root, found: "表样里一张表也没有", expected: "应至少有一张")
    }
    var titles: Set<String> = []
    for table in tables where !titles.insert(table.title).inserted {
      file.add(
        written.first { $0.id == table.id }?.node ?? root, found: "有两张表的标题都是“\(table.title)”",
        expected: "各表的标题应不同，不然读公开文件时分不出")
    }
    return tables
  }

  /// Where a table stands in the base; one that it lacks, behind those it has.
  private func place(of id: TableID) -> Int {
    let places = (base?.tables ?? []).map(\.id)
    return places.firstIndex(of: id) ?? places.count + (TableID.allCases.firstIndex(of: id) ?? 0)
  }

  /// The tables in the order that a list of their numbers gives.
  private mutating func ordered(_ tables: [TableForm], _ order: JSONNode) -> [TableForm] {
    guard let names = file.value({ () throws(JSONFieldError) in try order.strings() }) else { return tables }
    let ids = names.compactMap(TableID.init)
    guard ids.count == names.count, Set(ids).count == ids.count, Set(ids) == Set(tables.map(\.id)) else {
      file.add(
        order, found: "次序是\(names.prefix(20).joined(separator: "、"))",
        expected: "应把印的各表都列一次：\(tables.map(\.id.rawValue).joined(separator: "、"))")
      return tables
    }
    return ids.compactMap { id in tables.first { $0.id == id } }
  }

  /// Compares the form with the national one: what it leaves out, it must say, and what it has must stand at the same
  /// address, since addresses are meanings.
  private mutating func compare(_ form: Form) {
    guard let ancestor else { return }
    for (what, node) in leavesOut where form[what.table]?.has(what) == true {
      file.add(node, found: "说了不印“\(what.text)”，表样里却有", expected: "两者应一致", advice: "请删去其中之一")
    }
    let nodes = file.root.optional("tables")?.elements ?? []
    for theirs in ancestor.tables
    where !faulty.contains(theirs.id) && !form.leavesOut.contains(LeftOut(theirs.id, .table)) {
      let node = nodes.first { $0[key: "id"]?.text == theirs.id.rawValue } ?? file.root
      for problem in FormComparison(form[theirs.id], with: theirs, leavingOut: form.leavesOut).problems {
        file.add(node, found: problem.found, expected: problem.expected, advice: problem.advice)
      }
    }
  }
}
