package import Accounts
package import Evaluations
import Formats

/// A rule that findings name, of whatever family: an entry of the catalogue.
package struct Rule: Sendable {
  /// What the rule is.
  package enum Kind: Sendable {
    /// An equation or inequality between figures.
    case identity(Identity)
    /// A check that is no equation.
    case structure
    /// A check of what sentences state.
    case claim
    /// A check of a department's figures against its units'.
    case units
    /// A check of whether a figure is of a size that can be meant.
    case size
    /// What a ledger has to say.
    case ledger
    /// What all figures say together, and the last place of those that print one amount.
    case joint
    /// What explains several findings.
    case diagnosis
    /// What a disclosure has to contain.
    case duty(Duty)
    /// A check of self-evaluation tables.
    case evaluation
  }

  /// What rules are listed under.
  package enum Family: Hashable, Sendable {
    /// Inside the table of a number (`01`).
    case table(String)
    /// Inside and between tables that only some places publish.
    case supplementaryTables
    /// Between tables.
    case betweenTables
    /// Codes and their names.
    case codes
    /// What the text states, against the tables and itself.
    case narrative
    /// Against last year's disclosure.
    case yearOnYear
    /// A department against its units.
    case units
    /// Whether figures are of a size that can be meant.
    case sizes
    /// The disclosure as a whole.
    case disclosure
    /// How the text is written.
    case wording
    /// What a disclosure has to contain.
    case duties
    /// What a ledger has to say.
    case ledger
    /// All figures taken together.
    case joint
    /// What explains several findings.
    case diagnosis
    /// The self-evaluation tables.
    case selfEvaluation

    /// The Chinese title.
    package var title: String {
      switch self {
      case .table(let number): "公开\(number)表"
      case .supplementaryTables: "有的地方才有的表"
      case .betweenTables: "表间"
      case .codes: "科目"
      case .narrative: "文字"
      case .yearOnYear: "与上年比较"
      case .units: "部门与所属单位"
      case .sizes: "数的大小"
      case .disclosure: "公开文件整体"
      case .wording: "文字写法"
      case .duties: "公开义务"
      case .ledger: "账"
      case .joint: "合在一起"
      case .diagnosis: "诊断"
      case .selfEvaluation: "绩效自评"
      }
    }
  }

  /// The id, stable and never used again.
  package let id: String
  /// What must hold, in one clause.
  package let title: String
  /// How bad it is when it does not hold; of a rule that differs by layout the worst.
  package let severity: Finding.Severity
  /// How bad that is in each layout of self-evaluations, by its id; empty for other rules, and a layout left out has no
  /// such rule.
  package let severities: [String: Finding.Severity]
  /// Where the rule comes from.
  package let basis: String
  /// The article (条款) that says so, where there is one.
  package let article: String?
  /// What to do when it does not hold; `{…}` stands for what only the finding knows.
  package let advice: String
  /// The places (地方) it holds in, by the ids of their forms; empty for all.
  package let places: [String]
  /// The fiscal years it holds for; empty for all.
  package let years: [Int]
  package let kind: Kind
  /// What is judged apart.
  let cases: [RuleCase: Exception]

  /// How a case differs from the rule's others.
  struct Exception: Sendable {
    let severity: Finding.Severity?
    let advice: String?
  }

  /// What the rule is listed under; its id says it.
  package var family: Family {
    switch kind {
    case .joint: .joint
    case .diagnosis: .diagnosis
    case .duty: .duties
    case .evaluation: .selfEvaluation
    case .units: .units
    case .structure where id.begins(with: "T"): .wording
    case _ where id.begins(with: "T"): .supplementaryTables
    case _ where id.begins(with: "X"): .betweenTables
    case _ where id.begins(with: "C"): .codes
    case _ where id.begins(with: "N"): .narrative
    case _ where id.begins(with: "Y"): .yearOnYear
    case _ where id.begins(with: "S"): .sizes
    case _ where id.begins(with: "D"): .disclosure
    case _ where id.begins(with: "L"): .ledger
    default: .table(String(id.prefix(2)))
    }
  }

  /// What a disclosure has to contain; nil for other rules.
  package var duty: Duty? { if case .duty(let duty) = kind { duty } else { nil } }

  /// The identity; nil for other rules.
  package var identity: Identity? { if case .identity(let identity) = kind { identity } else { nil } }

  /// Whether it is applied only where the user says that its condition holds (`--assume`).
  package var isAssumable: Bool { identity?.condition.map { !$0.isEvaluable } ?? false }

  /// The layouts of self-evaluations it applies in, in their order; empty for other rules.
  package var layouts: [String] { severities.keys.sorted() }

  /// Whether the rule holds in a place and a year.
  package func applies(in place: String, _ year: Int) -> Bool {
    (places.isEmpty || places.contains(place)) && (years.isEmpty || years.contains(year))
  }

  /// How bad it is in a table of self-evaluation; nil where the rule does not apply to it.
  package func severity(in table: EvaluationTable) -> Finding.Severity? {
    guard years.isEmpty || years.contains(table.year) else { return nil }
    return severities[table.layout.id]
  }

  /// How bad a case is.
  func severity(_ one: RuleCase?) -> Finding.Severity { one.flatMap { cases[$0]?.severity } ?? severity }

  /// What to do in a case, with what stands for the words in braces.
  func advice(_ one: RuleCase?, _ values: [(name: String, text: String)] = []) -> String {
    values.reduce(one.flatMap { cases[$0]?.advice } ?? advice) { advice, value in
      advice.replacing("{\(value.name)}", with: value.text)
    }
  }
}

extension Rule {
  /// What an entry of the catalogue may have.
  private static let keys = ["id", "title", "severity", "basis", "article", "advice", "places", "years", "cases"]
  /// The same for an identity.
  private static let keysOfIdentity = keys + Identity.keys
  /// The same for a duty.
  private static let keysOfDuty = keys + Duty.keys

  /// Reads an entry of one of the catalogue's files; `usual` is the advice of the file's entries that have none.
  init(_ node: JSONNode, in file: RuleFile, advice usual: String?) throws(JSONFieldError) {
    id = try node.field("id").string()
    title = try node.field("title").string()
    basis = try node.field("basis").string()
    article = try node.optional("article")?.string()
    guard let advice = try node.optional("advice")?.string() ?? usual else {
      throw JSONFieldError(node, "应有“advice”一项")
    }
    self.advice = advice
    places = try node.optional("places")?.strings() ?? []
    years = try node.optional("years")?.array().map { year throws(JSONFieldError) in try year.integer() } ?? []
    var cases: [RuleCase: Exception] = [:]
    for member in node.optional("cases")?.members ?? [] {
      guard let one = RuleCase(rawValue: member.key) else {
        throw JSONFieldError(member.value, "不能是“\(member.key)”，没有哪项检查分出这种情形")
      }
      cases[one] = Exception(
        severity: try member.value.optional("severity")?.word(Finding.Severity.self),
        advice: try member.value.optional("advice")?.string())
    }
    self.cases = cases
    let severity = try node.field("severity")
    // A misspelt “years” would make a rule hold for all of them.
    let known =
      switch file {
      case .identities: Self.keysOfIdentity
      case .duties: Self.keysOfDuty
      default: Self.keys
      }
    if let error = node.keys(only: known).first { throw error }
    switch file {
    case .identities: kind = .identity(try Identity(node))
    case .structure, .readiness, .wording: kind = .structure
    case .ledger: kind = .ledger
    case .claims, .years: kind = .claim
    case .units: kind = .units
    case .sizes: kind = .size
    case .joint: kind = .joint
    case .diagnosis: kind = .diagnosis
    case .duties: kind = .duty(try Duty(node))
    case .evaluations: kind = .evaluation
    }
    guard file == .evaluations else {
      self.severity = try severity.word(Finding.Severity.self)
      severities = [:]
      return
    }
    // A layout is a place's: severities by layout say where the rule holds.
    if let places = node.optional("places") { throw JSONFieldError(places, "不应有“places”，自评规则按“severity”所列的版式适用") }
    severities = try severity.dictionary { one throws(JSONFieldError) in try one.word(Finding.Severity.self) }
    guard let worst = severities.values.min() else { throw JSONFieldError(severity, "应至少有一个版式") }
    self.severity = worst
  }
}
