import Accounts
import Formats
import Tables

/// The comparison of one department's figures with its units', figure by figure.
struct UnitComparison {
  private let check: UnitCheck
  private let department: TableSet
  private let index: FigureIndex
  private let units: [UnitTables]
  private let indices: [FigureIndex]
  /// What the ledgers of all units say of transfers; nil where one of them is a publication.
  private let known: KnownTransfers?
  private let isRecognised: Bool

  private(set) var results: [CaseResult] = []
  private(set) var findings: [Finding] = []
  private(set) var residuals: [CheckReport.Residual] = []

  init(_ check: UnitCheck, _ department: TableSet, _ units: [UnitTables]) {
    (self.check, self.department, self.units) = (check, department, units)
    index = FigureIndex(department)
    indices = units.map { FigureIndex($0.tables) }
    let ledgers = units.compactMap(\.ledger)
    known = ledgers.count == units.count ? KnownTransfers(between: ledgers) : nil
    isRecognised = units.contains { $0.tables.recognised != nil }
  }

  /// A figure that differs, before it is known what it is a sign of.
  private struct Difference {
    let rule: RuleID
    let address: FigureAddress
    let residual: Int64
    let allowed: Int64
    /// Where what was taken away was read; empty where ledgers say it, or nothing is.
    var sources: [FigureAddress] = []
  }

  mutating func run() {
    var differences: [Difference] = []
    for (table, row, columns) in rows {
      let cells = columns.map { FigureAddress(table, row, $0) }
      if let lone = loneRow(table, row, cells) {
        record(lone.rule, lone.address, .violated(residual: lone.residual, allowed: lone.allowed))
        differences.append(lone)
        continue
      }
      for cell in cells { differences += compare(cell) }
    }
    if known == nil { differences += compareSides() }
    findings = Self.folded(differences).map(finding)
  }

  // MARK: What there is to compare

  /// The rows of all tables, the department's first, with the columns in which anything stands.
  private var rows: [(TableID, String, [Int])] {
    var order: [TableID: [String]] = [:]
    var columns: [TableID: [String: Set<Int>]] = [:]
    for tables in [department] + units.map(\.tables) {
      for table in tables.tables {
        for figure in table.figures where figure.figure.unit != .percent {
          let address = figure.address
          if columns[table.id]?[address.row] == nil { order[table.id, default: []].append(address.row) }
          columns[table.id, default: [:]][address.row, default: []].insert(address.column)
        }
      }
    }
    return TableID.allCases.flatMap { table in
      (order[table] ?? []).map { (table, $0, (columns[table]?[$0] ?? []).sorted()) }
    }
  }

  /// A figure of one of them; why it is not known where it is not.
  private func value(
    _ address: FigureAddress, in index: FigureIndex, exact: Bool
  ) -> (value: UnitValue?, reason: String) {
    if let reason = index.unread(address) { return (nil, reason) }
    if let position = index.position(address) { return (UnitValue(index.entries[position], exact: exact), "") }
    let isNone =
      Coverage.printsOnlyAmounts(address.table, row: address.row)
      || check.lines.isLine(address.row, in: address.table) && index.coverage.listsEveryLine(address.table)
    return isNone ? (UnitValue(), "") : (nil, "没有读到 \(address)")
  }

  private func ofDepartment(_ address: FigureAddress) -> (value: UnitValue?, reason: String) {
    var found = value(address, in: index, exact: true)
    // It is held against the sum; what was set right by hand is a unit's.
    found.value?.places = 0
    return found
  }

  private func sum(of address: FigureAddress) -> (value: UnitValue?, reason: String) {
    var sum = UnitValue()
    for (unit, index) in zip(units, indices) {
      let (value, reason) = value(address, in: index, exact: unit.ledger != nil)
      guard let value else { return (nil, "\(unit.name)：\(reason)") }
      sum = sum + value
    }
    return (sum, "")
  }

  /// A row of a code that only the department has, or only units have: one difference, whatever stands in it.
  private func loneRow(_ table: TableID, _ row: String, _ cells: [FigureAddress]) -> Difference? {
    guard Coverage.printsOnlyAmounts(table, row: row) else { return nil }
    let isOfDepartment = index.row(row, of: table) != nil
    let isOfUnits = indices.contains { $0.row(row, of: table) != nil }
    guard isOfDepartment != isOfUnits else { return nil }
    for cell in cells {
      // What the department does not have of a transfer was taken away.
      if known == nil, case .transfer = check.cells.role(of: cell, check.categories) { continue }
      guard let own = ofDepartment(cell).value, let sum = sum(of: cell).value, let taken = eliminated(at: cell).value
      else { return nil }
      if case .violated(let residual, let allowed) = own.comparison(with: sum - taken) {
        return Difference(rule: .codeOfUnits, address: cell, residual: residual, allowed: allowed)
      }
    }
    return nil
  }

  // MARK: What is taken away

  /// What is taken away of a figure: as the ledgers say, or as the columns of transfers show.
  private func eliminated(
    at address: FigureAddress
  ) -> (value: UnitValue?, sources: [FigureAddress], reason: String) {
    switch check.cells.role(of: address, check.categories) {
    case .plain: return (UnitValue(), [], "")
    case .transfer(let place, let isIncome, let code):
      guard let known else { return (UnitValue(), [], "") }
      return (UnitValue(between: known.eliminated(place.transfer, isIncome: isIncome, under: code)), [], "")
    case .including(let sources):
      var taken = UnitValue()
      for source in sources {
        if let known {
          guard case .transfer(let place, let isIncome, let code) = check.cells.role(of: source, check.categories)
          else { continue }
          taken = taken + UnitValue(between: known.eliminated(place.transfer, isIncome: isIncome, under: code))
        } else {
          let (shown, reason) = shown(at: source)
          guard let shown else { return (nil, sources, reason) }
          taken = taken + shown
        }
      }
      return (taken, known == nil ? sources : [], "")
    }
  }

  /// What the units have in a cell of transfers and the department has not.
  private func shown(at address: FigureAddress) -> (value: UnitValue?, reason: String) {
    let (own, ownReason) = ofDepartment(address)
    guard let own else { return (nil, ownReason) }
    let (sum, reason) = sum(of: address)
    guard let sum else { return (nil, reason) }
    return (sum - own, "")
  }

  // MARK: Comparing

  private mutating func compare(_ address: FigureAddress) -> [Difference] {
    let role = check.cells.role(of: address, check.categories)
    let rule: RuleID =
      switch role {
      case .plain: .sumOfUnits
      case .including: .sumLessTransfers
      case .transfer: known == nil ? .transfersWithinUnits : .eliminatedAsPaired
      }
    let (own, ownReason) = ofDepartment(address)
    let (sum, reason) = sum(of: address)
    let taken = eliminated(at: address)
    guard let own, let sum, let less = taken.value else {
      record(rule, address, .notChecked(own == nil ? ownReason : sum == nil ? reason : taken.reason))
      return []
    }
    guard own.hasNumber || sum.hasNumber else { return [] }
    if rule == .transfersWithinUnits { return compareBounds(address, own, sum) }
    let outcome = own.comparison(with: sum - less)
    record(rule, address, outcome)
    guard case .violated(let residual, let allowed) = outcome else { return [] }
    return [
      Difference(rule: rule, address: address, residual: residual, allowed: allowed, sources: taken.sources)
    ]
  }

  /// U04: no less than nothing and no more than all.
  private mutating func compareBounds(_ address: FigureAddress, _ own: UnitValue, _ sum: UnitValue) -> [Difference] {
    let bound = own.center < 0 ? UnitValue() : sum
    let isWithin = own.low <= max(sum.high, 0) + sum.places && own.high >= min(sum.low, 0) - sum.places
    let residual = Int64(clamping: own.center - bound.center)
    record(
      .transfersWithinUnits, address,
      isWithin ? .equal : .violated(residual: residual, allowed: Int64(clamping: (sum.high - sum.low) / 2)))
    return isWithin ? [] : [Difference(rule: .transfersWithinUnits, address: address, residual: residual, allowed: 0)]
  }

  /// U05: what was taken away of the income is what was taken away of the expenditure.
  private mutating func compareSides() -> [Difference] {
    check.cells.places.flatMap { place -> [Difference] in
      let income = FigureAddress(.t02, "合计", place.incomeColumn)
      let expenditure = FigureAddress(.t03, "合计", place.expenditureColumn)
      let (left, right) = (shown(at: income), shown(at: expenditure))
      guard let one = left.value, let other = right.value else {
        record(.bothSidesEliminated, income, .notChecked(left.value == nil ? left.reason : right.reason))
        return []
      }
      guard one.hasNumber || other.hasNumber else { return [] }
      let outcome = one.comparison(with: other)
      record(.bothSidesEliminated, income, outcome)
      guard case .violated(let residual, let allowed) = outcome else { return [] }
      return [
        Difference(
          rule: .bothSidesEliminated, address: income, residual: residual, allowed: allowed, sources: [expenditure])
      ]
    }
  }

  private mutating func record(_ rule: RuleID, _ address: FigureAddress, _ outcome: Outcome) {
    results.append(CaseResult(identity: rule.rawValue, place: .figure(address), outcome: outcome))
    if case .withinRounding(let residual, let allowed) = outcome {
      residuals.append(
        CheckReport.Residual(
          identity: rule.rawValue, subject: address.description, residual: residual, allowed: allowed))
    }
  }

  // MARK: Findings

  /// A wrong figure of a column of transfers makes every figure differ that includes it: these are one finding, with that figure.
  private static func folded(_ differences: [Difference]) -> [Difference] {
    let told = Set(
      differences.filter { $0.rule == .transfersWithinUnits || $0.rule == .bothSidesEliminated }
        .flatMap { [$0.address] + $0.sources })
    var first: [String: Int] = [:]
    var folded: [Difference] = []
    let beyond = Set(differences.filter { $0.rule == .transfersWithinUnits }.map(\.address))
    for one in differences {
      if one.rule == .bothSidesEliminated, ([one.address] + one.sources).contains(where: beyond.contains) { continue }
      guard one.rule == .sumLessTransfers, !one.sources.isEmpty else {
        folded.append(one)
        continue
      }
      if one.sources.contains(where: told.contains) { continue }
      let key = "\(one.sources) \(one.residual)"
      if first[key] == nil {
        first[key] = folded.count
        folded.append(one)
      }
    }
    return folded
  }

  private func finding(_ one: Difference) -> Finding {
    let rule = check.catalogue[one.rule]
    let own = operand(one.address, department, named: nil)
    var operands = [own] + one.sources.map { operand($0, department, named: nil) }
    if units.count <= 20 {
      operands += units.compactMap { unit in
        let operand = operand(one.address, unit.tables, named: unit.name)
        return operand.printed.isEmpty ? nil : operand
      }
    }
    let count = "所属 \(units.count) 个单位"
    let unit = department.figure(at: one.address)?.figure.unit ?? .money(.wanyuan)
    let message =
      switch one.rule {
      case .sumOfUnits: "部门的\(own.label)不等于\(count)之和"
      case .sumLessTransfers: "部门的\(own.label)不等于\(count)之和减去抵销的内部往来"
      case .transfersWithinUnits: "部门的\(own.label)不在零与\(count)之和之间"
      case .bothSidesEliminated: "\(own.label)与\(operands[1].label)抵销的不一样多"
      case .eliminatedAsPaired: "部门的\(own.label)不等于\(count)之和减去账上对得上的内部往来"
      default:
        index.row(one.address.row, of: one.address.table) == nil
          ? "部门的\(one.address.table.publicName)没有科目 \(one.address.row)，所属单位有"
          : "所属 \(units.count) 个单位都没有科目 \(one.address.row)，部门的\(one.address.table.publicName)有"
      }
    return Finding(
      rule: rule.id, severity: isRecognised ? max(rule.severity, .warning) : rule.severity, message: message,
      operands: operands, expected: expected(one), residual: unit.text(ofDifference: one.residual),
      allowed: unit.text(ofDifference: one.allowed), advice: rule.advice, subject: one.address.description)
  }

  /// What the department's figure would be, where the units' exact amounts say it.
  private func expected(_ one: Difference) -> String? {
    guard let sum = sum(of: one.address).value, let taken = eliminated(at: one.address).value else { return nil }
    let value = sum - taken
    guard value.low == value.high, let amount = Int64(exactly: value.low) else { return nil }
    switch department.figure(at: one.address)?.figure {
    case let figure? where figure.unit == .things: return String(amount)
    case let figure?:
      guard case .money(let unit) = figure.unit else { return nil }
      guard case .number(_, let decimals) = figure.content else {
        return Figure(Amount(fen: amount), in: unit, decimals: 2).text
      }
      return Figure(Amount(fen: amount), in: unit, decimals: decimals).text
    case nil: return nil
    }
  }

  /// A figure as findings show it; of a unit with its name.
  private func operand(_ address: FigureAddress, _ tables: TableSet, named name: String?) -> Finding.Operand {
    let figure = tables.figure(at: address) ?? TableFigure(address, .blank(.money(.wanyuan)))
    let operand = IdentityFinding.operand(figure, tables)
    let label = operand.label.isEmpty ? address.description : operand.label
    guard let name else {
      return Finding.Operand(
        address: operand.address, label: label, printed: operand.printed, place: operand.place)
    }
    return Finding.Operand(
      address: "\(name) \(operand.address)", label: "\(name)的\(label)", printed: operand.printed, place: operand.place)
  }
}
