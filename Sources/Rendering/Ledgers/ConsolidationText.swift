package import Accounts

/// What is said of a consolidated ledger (汇总): what was taken away, what was not and why, what is to be done.
package struct ConsolidationText {
  /// The units and the transfers that were taken away.
  package let lines: [String]
  /// The transfers that are open, with both sides.
  package let open: [String]
  /// What was not added, and the texts to be written.
  package let toDo: [String]

  package init(_ made: Consolidation) {
    let ledgers = made.units.map(\.ledger)
    func name(_ row: InternalTransfers.Row) -> String { ledgers[row.unit].unit.name }
    func paid(_ row: InternalTransfers.Row) -> String {
      let own = ledgers[row.unit].expenditure[row.position]
      return "\(name(row)) \(own.amount.yuanText)（\(own.place)）"
    }
    func received(_ row: InternalTransfers.Row) -> String {
      let own = ledgers[row.unit].income[row.position]
      return "\(name(row)) \(own.amount.yuanText)（\(own.place)）"
    }
    func list(_ rows: [String]) -> String { rows.isEmpty ? "没有" : rows.joined(separator: "、") }
    var lines = ["汇总了 \(ledgers.count) 个单位：\(ledgers.map(\.unit.name).joined(separator: "、"))。"]
    for group in made.transfers.groups {
      let sum = group.paid.reduce(Int64(0)) { $0 &+ $1.amount.fen }
      lines.append(
        "抵销 \(Amount(fen: sum).yuanText) 元（\(group.ground.rawValue)）：\(group.transfer.kind.rawValue) \(list(group.paid.map(paid)))；\(group.transfer.source.rawValue) \(list(group.received.map(received)))。"
      )
    }
    self.lines = lines
    open = made.transfers.open.map { open in
      let isOneSided = !open.mayBeInside
      return
        "内部往来: 提醒: 没有抵销：\(open.transfer.kind.rawValue) \(list(open.paid.map(paid)))；\(open.transfer.source.rawValue) \(list(open.received.map(received)))。\(isOneSided ? "对方不在汇总的单位里的，不用抵销；在的，请核对对方的账" : "两边对不上，请核对金额，或在两边的账里填上往来单位")。"
    }
    var toDo = made.notAdded.map { "要自己填：\($0)。" }
    if !made.textsToWrite.isEmpty {
      toDo.append(
        "文字要按部门重写 \(made.textsToWrite.count) 段，都写着“\(Consolidation.toBeWritten)”：\(made.textsToWrite.joined(separator: "、"))。"
      )
    }
    self.toDo = toDo
  }
}
