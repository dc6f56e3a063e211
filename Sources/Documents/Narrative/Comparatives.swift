package import Accounts
package import Tables

/// Last year's figures as printed, by quantity: what changes are reckoned from.
///
/// What is not known is not there; a code that is not there in a family whose other codes are had nothing.
package struct Comparatives: Sendable {
  private var figures: [String: Figure] = [:]
  /// Families of which every code is known.
  private var wholeFamilies: Set<String> = []
  /// Figures that the ledger has yet to give, and the families they are part of.
  private var awaited: Set<String> = []
  private let zero: Figure

  /// No figures at all.
  package init(_ form: Form) { zero = Figure(.zero, in: form.unit, decimals: form.decimals) }

  /// The figures of the sheet 上年决算, printed as a form prints; `gaps` is what the ledger has yet to say of them. Throws
  /// when a sum does not fit.
  package init(_ rows: [PriorRow], form: Form, gaps: LedgerGaps? = nil) throws(AmountOverflow) {
    self.init(form)
    for family in Set(rows.filter { $0.code != nil }.map(\.item)) {
      let codes = gaps?.codesOfLastYear(family) ?? []
      awaited.formUnion(codes.map { "\(family)/\($0)" })
      let isTotalGiven = rows.contains { $0.item == family && $0.code == nil }
      if !codes.isEmpty, !isTotalGiven { awaited.insert(family) }
    }
    var exact: [String: Amount] = [:]
    for row in rows {
      // The items of the sheet are named as the quantities are.
      let key = row.code.map { "\(row.item)/\($0.digits)" } ?? row.item
      exact[key] = try (exact[key] ?? .zero).adding(row.amount)
      if row.code != nil { wholeFamilies.insert(row.item) }
    }
    for family in wholeFamilies where exact[family] == nil {
      // The total is printed from the exact sum, as every total is; a code below another is part of it.
      let codes = exact.keys.filter { $0.hasPrefix(family + "/") }
      var total = Amount.zero
      for code in codes where !codes.contains(where: { $0 != code && code.hasPrefix($0) }) {
        total = try total.adding(exact[code] ?? .zero)
      }
      exact[family] = total
    }
    let expenses = ["因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"]
    if expenses.allSatisfy({ exact[$0] != nil }) {
      exact["公务用车购置及运行维护费"] = try (exact[expenses[1]] ?? .zero).adding(exact[expenses[2]] ?? .zero)
      var total = Amount.zero
      for item in expenses { total = try total.adding(exact[item] ?? .zero) }
      exact["“三公”经费"] = total
    }
    figures = exact.mapValues { Figure($0, in: form.unit, decimals: form.decimals) }
  }

  /// The figures of last year's disclosure.
  package init(_ tables: TableSet, catalogue: QuantityCatalogue, form: Form) {
    self.init(form)
    for table in tables.tables {
      for figure in table.figures {
        guard case .number = figure.figure.content, let name = catalogue.name(of: figure.address) else { continue }
        // 机关运行经费 of a department may stand on two lines.
        figures[name] = figures[name].map { $0.adding(figure.figure) } ?? figure.figure
      }
      if let family = catalogue.family(of: table.id) { wholeFamilies.insert(family) }
    }
    // A blank in the table of 三公 means that there was nothing.
    for name in ["“三公”经费", "因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务用车购置及运行维护费", "公务接待费"]
    where tables[.t09] != nil && figures[name] == nil { figures[name] = zero }
  }

  /// Whether the ledger has yet to give last year's figure of a quantity, or of a part of it.
  func isAwaited(_ quantity: String) -> Bool {
    if awaited.contains(quantity) { return true }
    guard let slash = quantity.firstIndex(of: "/") else { return false }
    return awaited.contains(String(quantity[..<quantity.index(slash, offsetBy: min(4, quantity[slash...].count))]))
  }

  /// Last year's figure of a quantity; nil when it is not known.
  package func figure(of quantity: String) -> Figure? {
    if isAwaited(quantity) { return nil }
    if let figure = figures[quantity] { return figure }
    guard let slash = quantity.firstIndex(of: "/"), wholeFamilies.contains(String(quantity[..<slash])) else {
      return nil
    }
    return zero
  }

  /// The codes of a family of which something is known, in order.
  package func codes(of family: String) -> [String] {
    figures.keys.filter { $0.hasPrefix(family + "/") }.map { String($0.dropFirst(family.count + 1)) }.sorted()
  }

  /// Whether nothing is known.
  package var isEmpty: Bool { figures.isEmpty }
}
