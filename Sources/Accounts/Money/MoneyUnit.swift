/// The unit in which money is written: 元 in the ledger, 万元 in the published tables.
package enum MoneyUnit: String, Hashable, Sendable, Codable, CaseIterable {
  case yuan = "元"
  case wanyuan = "万元"

  /// How many fen one of the unit is.
  package var fen: Int64 {
    switch self {
    case .yuan: 100
    case .wanyuan: 1_000_000
    }
  }

  /// The decimals at which an amount in this unit is exact to the fen: 2 for 元, 6 for 万元.
  package var exactDecimals: Int {
    switch self {
    case .yuan: 2
    case .wanyuan: 6
    }
  }
}
