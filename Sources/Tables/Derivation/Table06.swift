import Accounts

/// 公开06 一般公共预算财政拨款基本支出决算明细表: basic expenditure of the general budget by economic code.
///
/// Every code of the form appears, blank (or 0.00, as the form says) when there is no amount; a code the form lacks gets a row behind the code
/// before it, so that a 类 is always the sum of the rows printed under it.
extension Derivation {
  func table06(_ form: TableForm, _ economic: TableForm.EconomicBlocks) throws -> Table {
    var blocks = economic.blocks
    let listed = given.flatMap { $0.has(.t06) ? $0.codes(of: .t06) : nil }
    let used = listed?.map(\.digits) ?? totals.basicCodes
    for digits in used {
      guard let code = EconomicCode(digits), code.level == .section,
        !blocks.contains(where: { $0.rows.contains { $0.code == digits } }),
        let block = blocks.lastIndex(where: { block in
          block.group == economic.group(of: code.category) && block.rows.contains { $0.code < digits }
        })
      else { continue }
      let position = blocks[block].rows.lastIndex { $0.code < digits }.map { $0 + 1 } ?? 0
      var rows = blocks[block].rows
      rows.insert(TableForm.CodeLine(code: digits, name: codes.name(of: code) ?? ""), at: position)
      blocks[block] = TableForm.Block(group: blocks[block].group, rows: rows)
    }
    let zeros = economic.zeros && !used.isEmpty
    let height = blocks.map(\.rows.count).max() ?? 0
    var rows = try (0..<height).map { index in
      Row(
        try blocks.flatMap { block -> [Cell] in
          guard index < block.rows.count else { return Array(repeating: Cell(.empty), count: 3) }
          let line = block.rows[index]
          let address = FigureAddress(.t06, line.code, 1)
          return [
            Cell(.number(line.code)),
            Cell(.label(line.name), isRowHeading: true, indent: line.code.utf8.count > 3 ? 1 : 0),
            Cell(.figure(try money(address, [.basic(under: line.code)], zeros: zeros))),
          ]
        })
    }
    var seen: Set<String> = []
    let groups = blocks.map(\.group).filter { seen.insert($0).inserted }
    rows.append(
      Row(
        try groups.flatMap { group in
          let width = 3 * blocks.count { $0.group == group }
          return [
            Cell(.label(group + "合计"), columns: width - 1, isRowHeading: true),
            Cell(
              .figure(
                try money(FigureAddress(.t06, group + "合计", 1), economic.basicExpenditure(of: group), zeros: zeros))),
          ]
        }, isTotal: true))
    return table(form, rows: rows)
  }
}

extension TableForm.EconomicBlocks {
  /// 人员经费 or 公用经费: the group whose blocks hold a 类; nil when the form has no place for it.
  fileprivate func group(of category: String) -> String? {
    blocks.first { $0.rows.contains { $0.code == category } }?.group
  }

  /// What makes up 人员经费合计 or 公用经费合计: the 类 in the blocks of that name.
  func basicExpenditure(of group: String) -> [Selection] {
    blocks.filter { $0.group == group }.flatMap(\.rows).filter { $0.code.utf8.count == 3 }
      .map { .basic(under: $0.code) }
  }
}
