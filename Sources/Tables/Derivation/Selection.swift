package import Accounts

/// Which rows of a ledger a figure, or a part of it, is the sum of.
///
/// `under` is a prefix of the function code (for ``basic(under:)`` of the economic code); empty means every row. The
/// figures of the tables are computed from selections and explained by the same selections, so that the two cannot
/// differ.
package enum Selection: Hashable, Sendable {
  /// 收入 from some sources.
  case income(IncomeSources, under: String)
  /// 支出 of some kinds from some funds.
  case expenditure(ExpenditureKinds, Funds, under: String)
  /// 一般公共预算财政拨款 basic expenditure by economic code.
  case basic(under: String)
  /// 年初结转和结余 of some funds.
  case opening(Funds, under: String)
  /// 使用非财政拨款结余.
  case surplusUsed
  /// 结余分配.
  case surplusDistributed
  /// 年末结转和结余 of some funds: as stated, or what the balance leaves.
  case closing(Funds, under: String)
  /// A cell of 三公经费.
  case threePublic(ThreePublicItem, ThreePublicColumn)
  /// A row of 其他信息.
  case other(OtherItem)
}

/// A sum and how many rows went into it: no rows is nothing at all, which prints as a blank; a sum of zero is 0.00.
package struct Tally: Hashable, Sendable {
  /// The sum, in fen or in things.
  package private(set) var total: Int64 = 0
  /// How many rows it sums.
  package private(set) var rows: Int = 0

  package init() {}

  package init(total: Int64, rows: Int) {
    self.total = total
    self.rows = rows
  }

  /// Adds a value that one row gives; throws when the sum does not fit. One that takes another row back (抵销) leaves nothing
  /// where both are all there is.
  mutating func add(_ value: Int64, takesBack: Bool = false) throws(AmountOverflow) {
    total = try Amount(fen: total).adding(Amount(fen: value)).fen
    rows += takesBack ? -1 : 1
  }

  /// Adds another tally; throws when the sum does not fit.
  mutating func add(_ other: Tally) throws(AmountOverflow) {
    total = try Amount(fen: total).adding(Amount(fen: other.total)).fen
    rows += other.rows
  }

  /// Takes another tally away, counting its rows too; throws when the difference does not fit.
  mutating func subtract(_ other: Tally) throws(AmountOverflow) {
    total = try Amount(fen: total).subtracting(Amount(fen: other.total)).fen
    rows += other.rows
  }
}
