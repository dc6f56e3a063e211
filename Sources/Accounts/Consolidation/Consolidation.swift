/// The ledger of a department, made of those of its units (汇总): their rows with their 单位, transfers inside the department
/// taken away by rows of their own, and what each unit has one of added up.
///
/// What cannot be added is left blank and listed: a sum of which one part is not known is no sum.
package struct Consolidation: Sendable {
  /// A unit's ledger with what only its tables tell.
  package struct Unit: Sendable {
    package let ledger: Ledger
    /// Its 公用经费, of which the 机关运行经费 of a single unit is made.
    package let operatingCost: Amount

    package init(_ ledger: Ledger, operatingCost: Amount) {
      (self.ledger, self.operatingCost) = (ledger, operatingCost)
    }
  }

  package internal(set) var ledger: Ledger
  package let transfers: InternalTransfers
  /// What could not be added, in Chinese, a line each.
  package internal(set) var notAdded: [String] = []
  /// The texts that have to be written anew, in the order of the schema, with how many units have them.
  package internal(set) var textsToWrite: [String] = []
  /// The units, in the order given.
  package let units: [Unit]

  /// What stands where a text is to be written; what is published with it is found fault with.
  package static let toBeWritten = "待填写"

  /// Consolidates ledgers of one year whose names differ; throws where a sum does not fit.
  package init(of units: [Unit], named name: String, code: String?) throws(AmountOverflow) {
    self.units = units
    let ledgers = units.map(\.ledger)
    transfers = InternalTransfers(between: ledgers)
    let first = ledgers[0]
    let natures = Set(ledgers.map(\.unit.nature))
    let remarks = ledgers.compactMap { one in one.unit.dataRemark.map { (one.unit.name, $0) } }
    ledger = Ledger(
      unit: UnitInformation(
        name: name, code: code, year: first.unit.year, scope: .department,
        nature: UnitNature.allCases.first { natures.contains($0) } ?? first.unit.nature,
        subordinates: ledgers.map(\.unit.name), printsZeros: !ledgers.allSatisfy { !$0.unit.printsZeros },
        dataRemark: Set(remarks.map(\.1)).count == 1
          ? remarks[0].1 : remarks.isEmpty ? nil : remarks.map { "\($0.0)：\($0.1)" }.joined(separator: "；")),
      schema: first.schema)
    addRows()
    addEliminations()
    try addBalances()
    try addBudgets()
    try addThreePublic()
    try addOther()
    try addPrior()
    addOwnCodes()
    addEvaluations()
    addTexts()
  }

  /// The names of some units, the first few of them.
  func names(_ units: [Int]) -> String {
    let names = units.map { ledgers[$0].unit.name }
    return names.prefix(3).joined(separator: "、") + (names.count > 3 ? "等 \(names.count) 个单位" : "")
  }

  var ledgers: [Ledger] { units.map(\.ledger) }
}

// MARK: Rows

extension Consolidation {
  private mutating func addRows() {
    for unit in ledgers {
      ledger.income += unit.income.map { row in
        var row = row
        row.unit = row.unit ?? unit.unit.name
        return row
      }
      ledger.expenditure += unit.expenditure.map { row in
        var row = row
        row.unit = row.unit ?? unit.unit.name
        return row
      }
    }
  }

  /// A row that takes each row of a paired transfer away, by which both remain to be seen.
  private mutating func addEliminations() {
    for group in transfers.groups {
      let payers = names(group.paid.map(\.unit).uniqued)
      let receivers = names(group.received.map(\.unit).uniqued)
      let words = "\(payers)\(group.transfer.rawValue)\(receivers)"
      for one in group.paid {
        var row = ledgers[one.unit].expenditure[one.position]
        row.amount = Amount(fen: -row.amount.fen)
        (row.unit, row.counterparty) = (InternalTransfer.eliminating, words)
        ledger.expenditure.append(row)
      }
      for one in group.received {
        var row = ledgers[one.unit].income[one.position]
        row.amount = Amount(fen: -row.amount.fen)
        (row.unit, row.counterparty) = (InternalTransfer.eliminating, words)
        ledger.income.append(row)
      }
    }
  }

  private mutating func addOwnCodes() {
    var seen: Set<String> = []
    ledger.ownCodes = ledgers.flatMap(\.ownCodes).filter { row in
      seen.insert("\(row.classification.rawValue) \(row.code) \(row.name.foldedForComparison)").inserted
    }
  }
}

extension [Int] {
  /// Each once, in order.
  fileprivate var uniqued: [Int] {
    var seen: Set<Int> = []
    return filter { seen.insert($0).inserted }
  }
}
