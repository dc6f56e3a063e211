package import Formats

/// The files of the catalogue, one a family, in the order in which their rules are listed.
enum RuleFile: String, CaseIterable {
  case identities, claims, years, units, sizes, structure, readiness, wording, duties, ledger, joint, diagnosis,
    evaluations

  /// Whether its rules are data alone, so that no code has their ids.
  var isDataAlone: Bool { self == .identities || self == .duties }

  /// Its path inside the target's data.
  var path: String { "rules/\(rawValue).json" }
}

/// The catalogue (规则目录): every rule of every family, as data.
package struct RuleCatalogue: Sendable {
  /// In the order in which they are listed and reported.
  package let rules: [Rule]
  private let coded: [RuleID: Rule]

  /// The whole catalogue that ships with the tool, read once; throws ``DamagedData`` when it does not say what it has to.
  package static func standard() throws(DamagedData) -> RuleCatalogue {
    try RuleCatalogue(disclosures(), evaluations())
  }

  /// Its rules for disclosures (决算公开), without those for self-evaluations, which most disclosures do not need.
  static func disclosures() throws(DamagedData) -> RuleCatalogue { try ofDisclosures.get() }

  /// Its rules for self-evaluations (绩效自评).
  static func evaluations() throws(DamagedData) -> RuleCatalogue { try ofEvaluations.get() }

  private static let ofDisclosures = Result { () throws(DamagedData) in
    try RuleCatalogue(embeddedFiles, of: RuleFile.allCases.filter { $0 != .evaluations })
  }

  private static let ofEvaluations = Result { () throws(DamagedData) in
    try RuleCatalogue(embeddedFiles, of: [.evaluations])
  }

  /// Both in one; throws where an id stands in both.
  private init(_ first: RuleCatalogue, _ second: RuleCatalogue) throws(DamagedData) {
    rules = first.rules + second.rules
    coded = first.coded.merging(second.coded) { rule, _ in rule }
    guard Set(rules.map(\.id)).count == rules.count else {
      throw DamagedData(file: "rules", message: "有一个编号用了两次，每条规则应有自己的编号。请改正。")
    }
  }

  /// Reads a catalogue from the files of its families, by their paths.
  ///
  /// Throws where a file is damaged, an id stands twice, an entry that is neither identity nor duty has no code, or code lacks an
  /// entry: with any of these a check would be left out without a word.
  init(_ files: [String: String], of families: [RuleFile] = RuleFile.allCases) throws(DamagedData) {
    var rules: [Rule] = []
    var ids: Set<String> = []
    var coded: [RuleID: Rule] = [:]
    for file in families {
      rules += try JSONText.builtIn(file.path, of: files) { root throws(JSONFieldError) in
        let advice = try root.optional("advice")?.string()
        return try root.field("rules").array().map { node throws(JSONFieldError) in
          let rule = try Rule(node, in: file, advice: advice)
          guard ids.insert(rule.id).inserted else { throw JSONFieldError(node, "的“\(rule.id)”已经用过，每条规则应有自己的编号") }
          guard !file.isDataAlone else { return rule }
          guard let id = RuleID(rawValue: rule.id) else { throw JSONFieldError(node, "的“\(rule.id)”没有检查它的程序") }
          coded[id] = rule
          return rule
        }
      }
    }
    let wanted = RuleID.allCases.filter { id in
      families.contains { ($0 == .evaluations) == id.isOfEvaluations }
    }
    if let missing = wanted.first(where: { coded[$0] == nil }) {
      throw DamagedData(file: "rules", message: "没有规则 \(missing.rawValue)，应有它的一项。请补上。")
    }
    self.rules = rules
    self.coded = coded
  }

  /// Whether an id is that of an identity (勾稽关系).
  func isIdentity(_ id: String) -> Bool { rules.contains { $0.id == id && $0.identity != nil } }

  /// The rule of an id.
  subscript(id: RuleID) -> Rule {
    guard let rule = coded[id] else { preconditionFailure("every id was found to have an entry") }
    return rule
  }
}
