import Accounts
import Tables
import Testing

@testable import Checks

@Suite struct CatalogueTests {
  private let identities: [Identity]

  init() throws { identities = try IdentityCatalogue.standard().identities }

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

  @Test func idsAreUnique() {
    let ids = identities.map(\.id) + StructureCheck.all.map(\.id) + ClaimCheck.all.map(\.id) + ["J01"]
    #expect(Set(ids).count == ids.count)
  }

  /// 06-5 is no equation but a structure check; N01, N05 and N06 are checks of sentences, N05 being N06 of two shares.
  @Test func everyStudiedIdentityIsThere() {
    #expect(Self.studied.count == 80)
    let known = Set(identities.map(\.id) + StructureCheck.all.map(\.id) + ClaimCheck.all.map(\.id))
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

  @Test func everyFormulaCanBeRead() throws {
    for identity in identities {
      let parsed = try ParsedIdentity(identity)
      #expect(!parsed.formulas.isEmpty)
      #expect(parsed.formulas.allSatisfy { ($0.relation == .atMost) == (identity.class == .bound) }, "\(identity.id)")
      #expect(parsed.formulas.contains(where: \.hasColumns) == (identity.columns != nil), "\(identity.id)")
    }
  }

  @Test func everyIdentitySaysWhatItMust() {
    for identity in identities {
      #expect(Finding.Severity(rawValue: identity.severity) != nil, "\(identity.id)")
      #expect(!identity.title.isEmpty && !identity.basis.isEmpty, "\(identity.id)")
      #expect(identity.class != .conditional || identity.condition != nil, "\(identity.id)")
      for address in (identity.condition?.blank ?? []) + (identity.condition?.exactlyOne ?? []) {
        #expect(FigureAddress(address) != nil, "\(identity.id) \(address)")
      }
    }
  }
}
