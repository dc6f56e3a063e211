import Accounts
import Disclosing
import Formats
import Foundation
import Rendering
import Tables
import TestSupport
import Testing

@testable import Checks

@Suite struct CatalogueTests {
  private let rules: [Rule]
  private let identities: [Identity]

  init() throws {
    rules = try RuleCatalogue.standard().rules
    identities = rules.compactMap(\.identity)
  }

  /// The identities found to relate the figures of the tables, before any of them was written down as data.
  private static let studied: [String] =
    (1...5).map { "01-\($0)" }
    + ["total", "fiscal", "superior_subsidy", "undertaking", "operating", "affiliate_remit", "other"].map {
      "02-tree-\($0)"
    }
    + ["02-row"]
    + ["total", "basic", "project", "remit_superior", "operating", "subsidy_affiliate"].map { "03-tree-\($0)" }
    + ["03-row"] + (1...8).map { "04-\($0)" } + ["total", "basic", "project"].map { "05-tree-\($0)" } + ["05-row"]
    + (1...5).map { "06-\($0)" } + ["05-leaf", "06-leaf", "07-1", "08-1", "09-1", "09-2", "10-1", "10-2"]
    + (1...22).map { $0 < 10 ? "X0\($0)" : "X\($0)" } + (1...13).map { $0 < 10 ? "N0\($0)" : "N\($0)" }

  /// Every rule of every family.
  @Test func idsAreUnique() {
    let ids = rules.map(\.id)
    #expect(Set(ids).count == ids.count)
    for family in ["01-", "X", "N", "Y", "U", "S", "C", "D", "T", "G", "L", "J", "Q", "P-E", "P-X", "P-S", "P-D"] {
      #expect(ids.contains { $0.hasPrefix(family) }, "\(family)")
    }
  }

  /// Every id in code has its entry, and every entry that is neither identity nor duty is applied by code.
  @Test func entriesAndCodeGoTogether() {
    let entries = Set(rules.filter { $0.identity == nil && $0.duty == nil }.map(\.id))
    #expect(entries == Set(RuleID.allCases.map(\.rawValue)))
    let listed =
      CheckList.structure.map(\.id) + CheckList.claims.map(\.id) + CheckList.years.map(\.id) + CheckList.sizes.map(\.id)
    #expect(Set(listed).count == listed.count)
    // Those of a ledger are found where it is composed, and come as remarks.
    let elsewhere = RuleID.allCases.filter {
      [
        .joint, .lastPlace, .oneFigure, .shiftedRows, .missingRow, .otherUnit, .missingFromLedger, .textNotPrinted,
        .equalRows, .unitsComparable, .sumOfUnits, .sumLessTransfers, .transfersWithinUnits, .bothSidesEliminated,
        .eliminatedAsPaired, .codeOfUnits,
      ]
      .contains($0)
        || $0.rawValue.hasPrefix("P-")
    }
    #expect(Set(listed).union(elsewhere) == Set(RuleID.allCases))
    // Findings come in the order of the catalogue.
    #expect(
      CheckList.structure.map(\.id.rawValue)
        == rules.filter { if case .structure = $0.kind { true } else { false } }.map(\.id)
        .filter { id in !elsewhere.contains { $0.rawValue == id } })
  }

  /// Every check that stands in a file is on the list, under the name by which the file refers to its entry.
  @Test(arguments: ["Structure", "Readiness", "Wording", "Claims", "YearOnYear", "Sizes"]) func filesAndListAgree(
    folder: String
  )
    throws
  {
    let sources = Checkout.folder.appending(path: "Sources/Checks/\(folder)")
    var found: Set<String> = []
    for name in try FileManager.default.contentsOfDirectory(atPath: sources.path) where name.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      for line in text.split(separator: "\n") where line.contains("Check(.") && line.contains("static let ") {
        let words = line.split { " (){".contains($0) }
        let id = try #require(words.first { $0.hasPrefix(".") }?.dropFirst())
        #expect(words.contains(id), "\(name): \(line)")
        found.insert(String(id))
      }
    }
    let listed =
      switch folder {
      case "Structure": CheckList.structure.map(\.id).prefix { $0 != .missingPart }
      case "Readiness": CheckList.structure.map(\.id).drop { $0 != .missingPart }.prefix { $0 != .wordResidue }
      case "Wording": CheckList.wording.map(\.id)[...]
      case "Claims": CheckList.claims.map(\.id)[...]
      case "Sizes": CheckList.sizes.map(\.id)[...]
      default: CheckList.years.map(\.id)[...]
      }
    #expect(found == Set(listed.map { "\($0)" }))
  }

  /// What is judged apart has its words in the catalogue, and nothing else has.
  @Test func casesAndCodeGoTogether() {
    #expect(Set(rules.flatMap(\.cases.keys)) == Set(RuleCase.allCases))
    for rule in rules {
      for (one, exception) in rule.cases {
        #expect(exception.severity != nil || exception.advice != nil, "\(rule.id) \(one)")
      }
    }
  }

  /// 06-5 is no equation but a structure check; N01, N05 and N06 are checks of sentences, N05 being N06 of two shares.
  @Test func everyStudiedIdentityIsThere() {
    #expect(Self.studied.count == 80)
    let known = Set(rules.map(\.id))
    #expect(Self.studied.filter { !known.contains($0) } == ["N05"])
  }

  @Test func referencesPointToIdentities() {
    let ids = Set(identities.map(\.id))
    for identity in identities {
      for reference in (identity.related ?? []) + (identity.impliedBy ?? []) {
        #expect(ids.contains(reference) && reference != identity.id, "\(identity.id) → \(reference)")
      }
    }
  }

  /// The closer identity must have been judged before the one that says the same less closely.
  @Test func closerIdentitiesComeFirst() {
    var seen: Set<String> = []
    for identity in identities {
      for closer in identity.impliedBy ?? [] { #expect(seen.contains(closer), "\(identity.id) ← \(closer)") }
      seen.insert(identity.id)
    }
  }

  @Test func everyFormulaCanBeRead() {
    for identity in identities {
      let formulas = identity.readFormulas
      #expect(!formulas.isEmpty)
      #expect(formulas.allSatisfy { ($0.relation == .atMost) == (identity.class == .bound) }, "\(identity.id)")
      #expect(formulas.contains(where: \.hasColumns) == (identity.columns != nil), "\(identity.id)")
    }
  }

  @Test func everyRuleSaysWhatItMust() {
    for rule in rules {
      #expect(!rule.title.isEmpty && !rule.basis.isEmpty && !rule.advice.isEmpty, "\(rule.id)")
      #expect(rule.article != "", "\(rule.id)")
    }
    for identity in identities {
      #expect(identity.class != .conditional || identity.condition != nil, "\(identity.id)")
    }
  }

  // MARK: - Damage

  private static let files = embeddedFiles

  /// A change to a file of the catalogue, and where and how its reader has to say so.
  struct Damage: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let says: [String]

    var testDescription: String { "\(file): \(new)" }
  }

  static let damages: [Damage] = [
    .init(file: "identities", old: "\"01-2\"", new: "\"01-1\"", says: ["第 13 行第 5 个字符", "01-1", "已经用过"]),
    .init(file: "identities", old: "\"01.27.1 = 01.1-8.1\"", new: "\"01.27.1 = 八项\"", says: ["第 8 行", "应是一个公式"]),
    .init(file: "identities", old: "\"class\": \"sum\"", new: "\"class\": \"total\"", says: ["第 6 行", "不能是“total”"]),
    .init(file: "identities", old: "\"error\"", new: "\"fatal\"", says: ["第 9 行", "不能是“fatal”"]),
    .init(file: "structure", old: "\"D02\"", new: "\"D99\"", says: ["D99", "没有检查它的程序"]),
    .init(file: "structure", old: "\"basis\"", new: "\"base\"", says: ["第 3 行", "应有“basis”一项"]),
    .init(file: "structure", old: "\"有数而说明无数据\"", new: "\"有数\"", says: ["有数", "没有哪项检查分出这种情形"]),
    .init(file: "readiness", old: "\"advice\"", new: "\"advise\"", says: ["第 3 行", "应有“advice”一项"]),
    .init(
      file: "joint", old: "\"severity\"", new: "\"year\": [2024], \"severity\"", says: ["第 6 行", "“year”"]),
    .init(file: "claims", old: "\"rules\": [", new: "\"rules\": {", says: ["第 4 行"]),
    .init(file: "evaluations", old: "\"A\": \"error\"", new: "\"A\": \"bad\"", says: ["第 6 行", "不能是“bad”"]),
    .init(file: "evaluations", old: "\"basis\"", new: "\"places\": [], \"basis\"", says: ["第 7 行", "不应有“places”"]),
    .init(file: "joint", old: "J01", new: "Y01", says: ["Y01", "已经用过"]),
  ]

  /// Nothing is left out without a word: whatever is wrong with a file stops the reading, and says where it is.
  @Test(arguments: damages) func aDamagedCatalogueIsRefused(damage: Damage) throws {
    let path = "rules/\(damage.file).json"
    var files = Self.files
    let text = try #require(files[path])
    let range = try #require(text.firstRange(of: damage.old))
    files[path] = text.replacingCharacters(in: range, with: damage.new)
    let error = try #require(throws: DamagedData.self) { _ = try RuleCatalogue(files) }
    #expect(error.description.hasPrefix("软件自带的数据 \(path) 有误："))
    for words in damage.says { #expect(error.message.contains(words), "\(error.message)") }
  }

  @Test(arguments: ["identities", "claims", "years", "sizes", "structure", "readiness", "joint", "evaluations"])
  func aMissingFileIsRefused(name: String) throws {
    var files = Self.files
    files["rules/\(name).json"] = nil
    #expect(throws: DamagedData(file: "rules/\(name).json", message: "没有这个文件。")) { try RuleCatalogue(files) }
  }

  @Test func aMissingEntryIsRefused() throws {
    var files = Self.files
    files["rules/joint.json"] = "{ \"rules\": [] }"
    let error = try #require(throws: DamagedData.self) { _ = try RuleCatalogue(files) }
    #expect(error.message.contains("J01"))
  }

  // MARK: - A new identity

  /// An entry more in the file is an identity more: evaluated, found violated with its own words, listed.
  @Test func aNewIdentityIsAnEntryAndNothingElse() throws {
    var files = Self.files
    let entry = """
      { "id": "01-99", "class": "same", "title": "本年收入合计与社会保障和就业支出一致", "formulas": ["01.27.1 = 01.39.2"],
        "severity": "note", "basis": "只为试验", "advice": "请核对当年结转" },

      """
    let path = "rules/identities.json"
    files[path] = try #require(files[path]).replacing("\"rules\": [\n", with: "\"rules\": [\n" + entry)
    let catalogue = try RuleCatalogue(files)
    let tables = try Example.datong.tables
    let usual = try Standard.checker.with(Standard.codes).check(tables)
    let report = try Checker(form: Standard.form, codes: Standard.codes, by: catalogue).check(tables)
    #expect(report.results.count { $0.identity == "01-99" } == 1)
    let finding = try #require(report.findings.first { $0.rule == "01-99" })
    #expect(finding.severity == .note && finding.advice == "请核对当年结转")
    #expect(report.findings.filter { $0.rule != "01-99" } == usual.findings)
    #expect(RulesMarkdown.text(of: catalogue.rules).contains("| 01-99 | 同一数 | 提示 | 本年收入合计与社会保障和就业支出一致 |"))
  }

  // MARK: - Places and years

  /// A rule of another place or year is not applied: neither an identity nor a check.
  @Test(arguments: ["\"places\": [\"elsewhere\"], ", "\"years\": [1999], "]) func rulesOfElsewhereAreNotApplied(
    limit: String
  ) throws {
    var files = Self.files
    for (file, id) in [("identities", "01-1"), ("structure", "D03"), ("claims", "N01")] {
      let path = "rules/\(file).json"
      files[path] = try #require(files[path]).replacing("\"id\": \"\(id)\",", with: limit + "\"id\": \"\(id)\",")
    }
    let tables = try Example.datong.composed.tables
    let usual = try Standard.checker.check(tables)
    let limited = try Checker(form: Standard.form, codes: Standard.codes, by: RuleCatalogue(files)).check(tables)
    for id in ["01-1", "N01"] {
      #expect(usual.results.contains { $0.identity == id }, "\(id)")
      #expect(!limited.results.contains { $0.identity == id }, "\(id)")
    }
    #expect(limited.results.count { $0.identity == "01-2" } == usual.results.count { $0.identity == "01-2" })
  }
}
