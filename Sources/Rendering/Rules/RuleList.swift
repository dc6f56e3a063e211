import Accounts
import Checks

/// The rules as people read them: under families, and those that differ in the column alone as one.
struct RuleList {
  /// One line of the list.
  struct Line {
    /// The ids, several where the rules differ in the column alone.
    let ids: [String]
    /// What kind of rule it is, in a word.
    let kind: String
    let title: String
    let formulas: [String]
    let condition: String?
    let severity: Finding.Severity
    let basis: String
    /// Whether it is applied only where the user says so.
    let isAssumable: Bool
  }

  /// The families in the order in which they are first met, with their lines.
  let families: [(title: String, lines: [Line])]

  init(_ rules: [Rule]) {
    var order: [Rule.Family] = []
    var members: [Rule.Family: [[Rule]]] = [:]
    for rule in rules {
      if members[rule.family] == nil { order.append(rule.family) }
      if let last = members[rule.family]?.last?.first, let one = Self.stem(last), one == Self.stem(rule),
        let position = members[rule.family]?.indices.last
      {
        members[rule.family]?[position].append(rule)
      } else {
        members[rule.family, default: []].append([rule])
      }
    }
    families = order.sorted { Self.rank($0) < Self.rank($1) }
      .map { family in (family.title, (members[family] ?? []).map(Self.line)) }
  }

  /// Tables by number, then what goes beyond one table.
  private static func rank(_ family: Rule.Family) -> (Int, String) {
    switch family {
    case .table(let number): (0, number)
    case .supplementaryTables: (0, "T")
    case .betweenTables: (1, "")
    case .narrative: (2, "")
    case .yearOnYear: (3, "")
    case .units: (3, "U")
    case .sizes: (4, "")
    case .codes: (5, "")
    case .disclosure: (6, "")
    case .wording: (6, "T")
    case .duties: (7, "")
    case .ledger: (8, "")
    case .joint: (9, "")
    case .diagnosis: (10, "")
    case .selfEvaluation: (11, "")
    }
  }

  /// What the ids of rules on several columns of one table have in common (`02-tree-`).
  private static func stem(_ rule: Rule) -> String? {
    rule.id.firstRange(of: "-tree-").map { String(rule.id[..<$0.upperBound]) }
  }

  private static func line(_ rules: [Rule]) -> Line {
    let rule = rules[0]
    let identity = rule.identity
    var title = rule.title
    var formulas = identity?.formulas ?? []
    var columns = identity?.columns ?? []
    if rules.count > 1, let open = title.firstIndex(of: "“"), let close = title.firstIndex(of: "”") {
      let quoted = rules.compactMap { one -> Substring? in
        guard let open = one.title.firstIndex(of: "“"), let close = one.title.firstIndex(of: "”") else { return nil }
        return one.title[open...close]
      }
      title.replaceSubrange(open...close, with: quoted.joined())
      columns = rules.compactMap { $0.identity?.formulas.first?.split(separator: ".").last.flatMap { Int($0) } }
      formulas = formulas.map { $0.replacing("}.\(columns.first ?? 0)", with: "}.{栏}") }
    }
    if let first = columns.first, let last = columns.last {
      let isRun = columns == Array(first...max(first, last))
      let words = isRun ? "\(first)–\(last)" : columns.map(String.init).joined(separator: "、")
      formulas = formulas.map { $0 + "（栏 \(words)）" }
    }
    let kind =
      switch rule.kind {
      case .identity(let identity): identity.class.word
      case .structure: "结构"
      case .ledger: "账"
      case .claim: "文字"
      case .units: "汇总"
      case .size: "大小"
      case .joint: "合在一起"
      case .diagnosis: "诊断"
      case .duty: "义务"
      case .evaluation: "自评"
      }
    return Line(
      ids: rules.map(\.id), kind: kind, title: title, formulas: formulas, condition: identity?.condition?.text,
      severity: rule.severity, basis: rule.basis, isAssumable: rule.isAssumable)
  }
}
