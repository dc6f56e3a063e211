package import Accounts

/// The sums of a ledger at every node of its classifications, made in one pass over its rows.
///
/// Building is linear in the rows; each ``tally(_:)`` afterwards takes constant time.
package struct LedgerTotals: Sendable {
  /// Sums by income source.
  private var income: [String: [Tally]] = [:]
  /// Sums by kind and fund, at `kind · funds + fund`.
  private var expenditure: [String: [Tally]] = [:]
  private var basic: [String: Tally] = [:]
  private var balances: [BalanceKey: Balance] = [:]
  private var threePublic: [ThreePublicKey: Tally] = [:]
  private var other: [OtherItem: Tally] = [:]

  private struct BalanceKey: Hashable {
    let fund: Fund
    let code: String
  }

  private struct ThreePublicKey: Hashable {
    let item: ThreePublicItem
    let column: ThreePublicColumn
  }

  private struct Balance {
    var opening = Tally()
    var surplusUsed = Tally()
    var surplusDistributed = Tally()
    var statedClosing = Tally()
  }

  private static let fundCount = Fund.allCases.count
  private static let cellCount = ExpenditureKind.allCases.count * Fund.allCases.count

  /// Sums a ledger; throws ``UnusableInput`` naming the row at which the amounts, signs aside, no longer fit into
  /// Int64 fen together.
  ///
  /// No sum or balance of any of them can then pass the limits, in whatever order they are added.
  package init(_ ledger: Ledger) throws(UnusableInput) {
    var place = SourceLocation(file: "")
    var magnitude: UInt64 = 0
    func weigh(_ value: Int64) throws(AmountOverflow) {
      // Two magnitudes of at most 2^63 and 2^63 - 1 fit into UInt64.
      magnitude += value.magnitude
      guard magnitude <= UInt64(Int64.max) else { throw AmountOverflow() }
    }
    do throws(AmountOverflow) {
      for row in ledger.income {
        place = row.place
        try weigh(row.amount.fen)
        for node in Self.nodes(of: row.code.digits) {
          try income[node, default: Array(repeating: Tally(), count: IncomeSource.allCases.count)][row.source.ordinal]
            .add(row.amount.fen, takesBack: row.isElimination)
        }
      }
      for row in ledger.expenditure {
        place = row.place
        try weigh(row.amount.fen)
        let cell = row.kind.ordinal * Self.fundCount + row.fund.ordinal
        for node in Self.nodes(of: row.code.digits) {
          try expenditure[node, default: Array(repeating: Tally(), count: Self.cellCount)][cell].add(
            row.amount.fen, takesBack: row.isElimination)
        }
        if row.kind == .basic, row.fund == .generalBudget, let code = row.economicCode {
          for node in Self.nodes(of: code.digits) { try basic[node, default: Tally()].add(row.amount.fen) }
        }
      }
      // Of a ledger that brings its tables, 06 says what no row does.
      for code in ledger.given?.codes(of: .t06) ?? [] {
        guard let amount = ledger.given?[FigureAddress(.t06, code.digits, 1)]?.figure.shown, amount != .zero else {
          continue
        }
        place = code.place ?? place
        try weigh(amount.fen)
        basic[code.digits] = Tally(total: amount.fen, rows: 1)
      }
      for row in ledger.balances {
        place = row.place
        for amount in [row.opening, row.surplusUsed, row.surplusDistributed, row.closing] {
          try weigh(amount?.fen ?? 0)
        }
        for node in Self.nodes(of: row.code?.digits ?? "") {
          let key = BalanceKey(fund: row.fund, code: node)
          var balance = balances[key] ?? Balance()
          if let amount = row.opening { try balance.opening.add(amount.fen) }
          if let amount = row.surplusUsed { try balance.surplusUsed.add(amount.fen) }
          if let amount = row.surplusDistributed { try balance.surplusDistributed.add(amount.fen) }
          if let amount = row.closing { try balance.statedClosing.add(amount.fen) }
          balances[key] = balance
        }
      }
      for row in ledger.threePublic {
        place = row.place
        for column in ThreePublicColumn.allCases {
          guard let amount = row.amount(column) else { continue }
          try weigh(amount.fen)
          try threePublic[ThreePublicKey(item: row.item, column: column), default: Tally()].add(amount.fen)
        }
      }
      for row in ledger.other {
        place = row.place
        switch row.value {
        case .amount(let amount):
          try weigh(amount.fen)
          try other[row.item, default: Tally()].add(amount.fen)
        case .count(let count):
          try weigh(count)
          try other[row.item, default: Tally()].add(count)
        case .text: continue
        }
      }
    } catch {
      throw UnusableInput([Self.overflow(at: place)])
    }
  }

  /// The nodes a code counts into: everything, its 类, its 款, its 项.
  private static func nodes(of code: String) -> [String] {
    switch code.utf8.count {
    case 7...: ["", String(code.prefix(3)), String(code.prefix(5)), code]
    case 5...: ["", String(code.prefix(3)), code]
    case 3...: ["", code]
    default: [""]
    }
  }

  static func overflow(at place: SourceLocation) -> Problem {
    Problem(
      at: place, found: "加到这一行时合计超出了可表示的范围", expected: "合计应在约九亿亿元以内", advice: "请检查金额是否多写了位数，或单位填错")
  }

  /// The sum that a selection picks; throws when it does not fit.
  package func tally(_ selection: Selection) throws(AmountOverflow) -> Tally {
    var sum = Tally()
    switch selection {
    case .income(let sources, let code):
      guard let node = income[code] else { break }
      for source in IncomeSource.allCases where sources.contains(IncomeSources(source)) {
        try sum.add(node[source.ordinal])
      }
    case .expenditure(let kinds, let funds, let code):
      guard let node = expenditure[code] else { break }
      for kind in ExpenditureKind.allCases where kinds.contains(ExpenditureKinds(kind)) {
        for fund in Fund.allCases where funds.contains(Funds(fund)) {
          try sum.add(node[kind.ordinal * Self.fundCount + fund.ordinal])
        }
      }
    case .basic(let code): sum = basic[code] ?? Tally()
    case .opening(let funds, let code):
      for fund in Fund.allCases where funds.contains(Funds(fund)) {
        try sum.add(balances[BalanceKey(fund: fund, code: code)]?.opening ?? Tally())
      }
    case .surplusUsed:
      for fund in Fund.allCases { try sum.add(balances[BalanceKey(fund: fund, code: "")]?.surplusUsed ?? Tally()) }
    case .surplusDistributed:
      for fund in Fund.allCases {
        try sum.add(balances[BalanceKey(fund: fund, code: "")]?.surplusDistributed ?? Tally())
      }
    case .closing(let funds, let code):
      for fund in Fund.allCases where funds.contains(Funds(fund)) { try sum.add(closing(of: fund, under: code)) }
    case .threePublic(let item, let column):
      sum = threePublic[ThreePublicKey(item: item, column: column)] ?? Tally()
    case .other(let item): sum = other[item] ?? Tally()
    }
    return sum
  }

  /// The sum of several selections; throws when it does not fit.
  package func tally(_ selections: [Selection]) throws(AmountOverflow) -> Tally {
    var sum = Tally()
    for selection in selections { try sum.add(tally(selection)) }
    return sum
  }

  /// What the balance of a fund leaves at the year's end: opening + income + 使用非财政拨款结余 − expenditure − 结余分配.
  ///
  /// Nothing at all when nothing is left and nobody stated a closing balance.
  private func closing(of fund: Fund, under code: String) throws(AmountOverflow) -> Tally {
    let left = try balance(of: fund, under: code)
    let stated = balances[BalanceKey(fund: fund, code: code)]?.statedClosing ?? Tally()
    return left.total == 0 && stated.rows == 0 ? Tally() : Tally(total: left.total, rows: left.rows + stated.rows)
  }

  /// Opening + income + 使用非财政拨款结余 − expenditure − 结余分配 of a fund below a code; throws when it does not fit.
  func balance(of fund: Fund, under code: String) throws(AmountOverflow) -> Tally {
    let node = balances[BalanceKey(fund: fund, code: code)] ?? Balance()
    var sum = node.opening
    try sum.add(tally(.income(.of(Funds(fund)), under: code)))
    try sum.add(node.surplusUsed)
    try sum.subtract(tally(.expenditure(.all, Funds(fund), under: code)))
    try sum.subtract(node.surplusDistributed)
    return sum
  }

  /// The stated 年末结转和结余 of a fund below a code.
  func statedClosing(of fund: Fund, under code: String) -> Tally {
    balances[BalanceKey(fund: fund, code: code)]?.statedClosing ?? Tally()
  }

  /// What of the closing balances no row states; nil where nothing is left over.
  var unstatedClosing: Amount? {
    get throws(AmountOverflow) {
      var sum = Tally()
      for fund in Fund.allCases {
        let left = try balance(of: fund, under: "").total - statedClosing(of: fund, under: "").total
        if left > 0 { try sum.add(left) }
      }
      return sum.rows > 0 ? Amount(fen: sum.total) : nil
    }
  }

  /// The function codes (类, 款 and 项, in order) under which any of the selections made for a code has a row.
  package func functionCodes(where selections: (String) -> [Selection]) throws(AmountOverflow) -> [String] {
    var codes: Set<String> = []
    codes.formUnion(income.keys)
    codes.formUnion(expenditure.keys)
    for key in balances.keys { codes.insert(key.code) }
    codes.remove("")
    var found: [String] = []
    for code in codes {
      for selection in selections(code) where try tally(selection).rows > 0 {
        found.append(code)
        break
      }
    }
    return found.sorted()
  }

  /// The economic codes with basic expenditure of the general budget, 类 and 款, in order.
  package var basicCodes: [String] { basic.keys.filter { !$0.isEmpty }.sorted() }
}
