package import Accounts
package import Tables

/// A made-up disclosure whose printed figures are those of exact accounts, so that no check may object to it.
package struct RandomDisclosure: Sendable {
  /// How the tables were made from the exact accounts.
  package enum Making: String, Sendable, CaseIterable {
    /// Through a ledger and the derivation that ships.
    case derived = "推导"
    /// By sums and rounding of their own, in any unit, with blanks, dashes and zeros as they come.
    case printed = "独立"
  }

  /// The ten tables.
  package let tables: TableSet

  /// The disclosure of a seed, made in one of the two ways from the same accounts, of so many 项 at the most.
  ///
  /// Throws when the derivation refuses accounts that are in order.
  package init(seed: UInt64, _ making: Making, form: Form, codes: CodeBook, items mostItems: Int = 60) throws {
    var random = SplitMix64(seed: seed)
    let facts = RandomFacts(&random, form: form, items: mostItems)
    switch making {
    case .derived: tables = try TableSet(deriving: facts.ledger(.standard(), codes: codes), form: form, codes: codes)
    case .printed:
      var printed = PrintedFacts(facts, form: form, codes: codes, random: random)
      tables = printed.tables()
    }
  }
}
