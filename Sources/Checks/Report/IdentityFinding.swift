import Accounts
import Formats
import Tables

/// Makes the finding of a violated identity.
enum IdentityFinding {
  static func finding(_ violation: IdentityEngine.Violation, engine: IdentityEngine, tables: TableSet) -> Finding {
    let one = violation.violated
    let rule = engine.identities[one.identity].rule
    let left = one.left.map { operand(engine.index.entries[$0.position].figure, tables) }
    let right = one.right.map { operand(engine.index.entries[$0.position].figure, tables) }
    let unit = PrintedUnit(one.left + one.right, engine.index)
    // A single figure on the left is what the right side says it should be.
    let expected =
      one.left.count == 1 && one.relation == .equal
      ? unit.text(one.right.reduce(0) { $0 &+ $1.weight &* engine.index.entries[$1.position].center }) : nil
    return Finding(
      rule: rule.id, severity: rule.severity,
      message: message(of: one, rule, left: left, right: right),
      operands: left + right.filter { !$0.printed.isEmpty || right.count == 1 }, expected: expected,
      residual: unit.text(violation.residual), allowed: unit.text(violation.allowed),
      advice: rule.advice, related: rule.identity?.related ?? [])
  }

  /// What is wrong, in one sentence, by what the case relates.
  private static func message(
    of one: Case, _ rule: Rule, left: [Finding.Operand], right: [Finding.Operand]
  ) -> String {
    func name(_ operand: Finding.Operand, besides other: Finding.Operand?) -> String {
      guard let other, table(operand) != table(other) else { return operand.label }
      return operand.address.begins(with: "文")
        ? "文字中的\(operand.label)" : "\(table(operand)?.publicName ?? "")的\(operand.label)"
    }
    func table(_ operand: Finding.Operand) -> TableID? { FigureAddress(operand.address)?.table }
    switch (left.count, right.count, one.relation) {
    case (1, 1, .equal)
    where rule.identity?.class == .sum && table(left[0]) == table(right[0]):
      return "\(left[0].label)不等于所属各数之和，所属的只列了\(right[0].label)"
    case (1, 1, .equal): return "\(name(left[0], besides: right[0]))与\(name(right[0], besides: left[0]))不一致"
    case (1, 1, .atMost): return "\(name(left[0], besides: right[0]))超过了\(name(right[0], besides: left[0]))"
    case (1, _, .equal): return "\(left[0].label)不等于\(right.isEmpty ? "零" : "所列各数之和")"
    case (_, 1, .atMost): return "所列各数之和超过了\(right[0].label)"
    default: return "两边不相等，应是：\(rule.title)"
    }
  }

  /// A figure as findings show it.
  static func operand(_ figure: TableFigure, _ tables: TableSet) -> Finding.Operand {
    let claim = tables.claim(at: figure.address)
    return Finding.Operand(
      address: figure.address.description, label: tables.words(at: figure.address),
      printed: claim?.printed ?? figure.figure.text, place: figure.place)
  }
}

/// The unit in which a difference between figures is shown: the one printed, to the finest place printed.
struct PrintedUnit {
  private let step: Int64
  private let decimals: Int

  init(_ terms: [Case.Term], _ index: FigureIndex) {
    var unitFen: Int64 = 1
    var decimals = 0
    for term in terms {
      let figure = index.entries[term.position].figure.figure
      guard case .number(_, let places) = figure.content else { continue }
      decimals = max(decimals, places)
      if case .money(let unit) = figure.unit { unitFen = max(unitFen, unit.fen) }
    }
    for _ in 0..<decimals where unitFen > 1 { unitFen /= 10 }
    step = unitFen
    self.decimals = decimals
  }

  /// An amount in fen, or a number of things, in the unit; every difference here is a whole number of last places.
  func text(_ value: Int64) -> String { decimalText(value / step, decimals: decimals) }
}
