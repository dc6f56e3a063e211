import Formats

extension Consolidation {
  /// 三公经费: money and counts added up, column by column.
  mutating func addThreePublic() throws(AmountOverflow) {
    let schema = ledger.schema
    func row(_ unit: Int, _ item: String) -> ThreePublicRow? {
      ledgers[unit].threePublic.first { $0.item.rawValue == item }
    }
    for item in schema.sheet(.threePublic)?.items ?? [] {
      guard let asked = item.asked, ledgers.indices.contains(where: { row($0, item.id) != nil }) else { continue }
      var fields = RowFields(place: ledgers[0].threePublic.first?.place ?? SourceLocation(file: ""))
      fields.set(.item, item.id)
      for column in schema.sheet(.threePublic)?.columns.map(\.id) ?? [] where column != .item {
        var sum: FieldValue?
        var lacking: [Int] = []
        for unit in ledgers.indices {
          let own = row(unit, item.id)
          if let value = own?.fields.values[column] {
            sum = try Self.sum(sum, value)
          } else if !isNothing(unit, own, asked, column) {
            lacking.append(unit)
          }
        }
        guard sum != nil else { continue }
        if lacking.isEmpty {
          fields.values[column] = sum
        } else {
          notAdded.append(
            "\(schema.title(.threePublic))：\(item.name)的\(schema.heading(.threePublic, column))，\(names(lacking))没有填，没有相加"
          )
        }
      }
      if let merged = ThreePublicRow(fields) { ledger.threePublic.append(merged) }
    }
  }

  /// Whether a cell that is blank says nothing because there is nothing: a count of what nothing was spent on, a part of a whole
  /// that is nothing.
  private func isNothing(
    _ unit: Int, _ row: ThreePublicRow?, _ asked: LedgerSchema.Asked, _ column: ColumnID
  ) -> Bool {
    let wholes = asked.ifAny.map { whole in ledgers[unit].threePublic.first { $0.item.rawValue == whole }?.actual }
    if !wholes.isEmpty, wholes.allSatisfy({ $0 == .zero }) { return true }
    guard asked.ifSpent.contains(column) || !asked.columns.contains(column) && column.isCountOfThreePublic else {
      return false
    }
    return row?.actual == .zero
  }

  /// 其他信息: money and things added up; 机关运行经费 of single units is their 公用经费.
  mutating func addOther() throws(AmountOverflow) {
    let schema = ledger.schema
    for item in schema.sheet(.other)?.items ?? [] {
      guard let own = OtherItem(rawValue: item.id) else { continue }
      var sum: FieldValue?
      var lacking: [Int] = []
      for unit in ledgers.indices {
        if let value = value(of: own, unit) {
          sum = try Self.sum(sum, value)
        } else {
          let wholes = item.asked?.ifAny.compactMap { OtherItem(rawValue: $0) }.map { value(of: $0, unit) } ?? []
          if wholes.isEmpty || wholes.contains(where: { $0 != .amount(.zero) }) { lacking.append(unit) }
        }
      }
      guard let sum else { continue }
      guard lacking.isEmpty else {
        notAdded.append("\(schema.title(.other))：\(item.name)，\(names(lacking))没有填，没有相加")
        continue
      }
      var fields = RowFields(place: ledgers[0].other.first?.place ?? SourceLocation(file: ""))
      fields.set(.item, item.id)
      fields.values[.value] = sum
      if let row = OtherRow(fields) { ledger.other.append(row) }
    }
  }

  private func value(of item: OtherItem, _ unit: Int) -> FieldValue? {
    let one = ledgers[unit]
    let nature: UnitNature? =
      switch item {
      case .operatingCostOfAdministrativeUnits: .administrative
      case .operatingCostOfCivilServiceManagedUnits: .civilServiceManaged
      default: nil
      }
    if let nature, one.unit.scope == .unit {
      return .amount(one.unit.nature == nature ? units[unit].operatingCost : .zero)
    }
    return one.other.first { $0.item == item }?.value
  }

  /// 上年决算: added up, but for the two totals that transfers of last year are in, where there are any of this year.
  mutating func addPrior() throws(AmountOverflow) {
    struct Key: Hashable {
      let item: String
      let code: FunctionCode?
    }
    let schema = ledger.schema
    let hasTransfers = !transfers.groups.isEmpty || !transfers.open.isEmpty
    var order: [Key] = []
    var sums: [Key: PriorRow] = [:]
    for row in ledgers.flatMap(\.prior) {
      let key = Key(item: row.item, code: row.code)
      if var sum = sums[key] {
        sum.amount = try sum.amount.adding(row.amount)
        sum.name = sum.name ?? row.name
        sums[key] = sum
      } else {
        order.append(key)
        sums[key] = row
      }
    }
    for key in order {
      guard let sum = sums[key] else { continue }
      let what =
        "\(schema.title(.prior))：\(schema.name(of: key.item, in: .prior))\(key.code.map { " \($0.digits)" } ?? "")"
      let lacking = ledgers.indices.filter { !knowsPrior(of: $0, key.item, key.code) }
      if !lacking.isEmpty {
        notAdded.append("\(what)，\(names(lacking))没有填，没有相加")
      } else if hasTransfers, ["收入总计", "支出总计"].contains(key.item) {
        notAdded.append("\(what)，上年的内部往来不知道，没有相加；各单位合计 \(sum.amount.yuanText) 元，减去上年的内部往来后填")
      } else {
        ledger.prior.append(sum)
      }
    }
  }

  /// Whether a unit says what an item was last year: in so many words, or by giving all codes of it and not this one.
  private func knowsPrior(of unit: Int, _ item: String, _ code: FunctionCode?) -> Bool {
    let rows = ledgers[unit].prior.filter { $0.item == item }
    if rows.contains(where: { $0.code == code }) { return true }
    guard code != nil else { return false }
    guard let whole = rows.first(where: { $0.code == nil })?.amount else { return false }
    if whole == .zero { return true }
    let parts = rows.filter { row in
      row.code.map { code in
        !rows.contains { $0.code.map { $0 != code && code.digits.begins(with: $0.digits) } ?? false }
      }
        ?? false
    }
    return parts.reduce(Amount.zero as Amount?) { sum, row in sum.flatMap { try? $0.adding(row.amount) } } == whole
  }

  /// Money and money, or things and things.
  private static func sum(_ left: FieldValue?, _ right: FieldValue) throws(AmountOverflow) -> FieldValue {
    switch (left, right) {
    case (.amount(let one), .amount(let other)): return .amount(try one.adding(other))
    case (.count(let one), .count(let other)):
      return .count(try Amount(fen: one).adding(Amount(fen: other)).fen)
    default: return right
    }
  }
}

extension ColumnID {
  /// Whether it counts what 三公经费 were spent on.
  fileprivate var isCountOfThreePublic: Bool { [.groups, .batches, .people, .vehicles].contains(self) }
}
