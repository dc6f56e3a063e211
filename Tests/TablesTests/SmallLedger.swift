import Accounts
import Reading
import Tables
import TestSupport

/// A ledger written down row by row, and the problems found when its tables are derived.
struct SmallLedger {
  var ledger: Ledger

  init(scope: DisclosureScope = .unit, nature: UnitNature = .administrative) throws {
    ledger = Ledger(
      unit: UnitInformation(name: "某局", year: 2024, scope: scope, nature: nature), schema: try .standard())
  }

  private struct NotACode: Error {}

  private static func function(_ code: String) throws -> FunctionCode {
    guard let code = FunctionCode(code) else { throw NotACode() }
    return code
  }

  mutating func income(_ code: String, _ source: IncomeSource, fen: Int64) throws {
    ledger.income.append(
      IncomeRow(
        code: try Self.function(code), source: source, amount: Amount(fen: fen),
        place: InputPlace(file: "收入.csv", line: ledger.income.count + 2)))
  }

  mutating func expenditure(
    _ code: String, _ kind: ExpenditureKind, _ fund: Fund, _ economicCode: String? = nil, fen: Int64
  ) throws {
    ledger.expenditure.append(
      ExpenditureRow(
        code: try Self.function(code), kind: kind, fund: fund, economicCode: economicCode.flatMap { EconomicCode($0) },
        amount: Amount(fen: fen), place: InputPlace(file: "支出.csv", line: ledger.expenditure.count + 2)))
  }

  mutating func balance(
    _ fund: Fund, _ code: String? = nil, opening: Int64? = nil, used: Int64? = nil, distributed: Int64? = nil,
    closing: Int64? = nil
  ) throws {
    ledger.balances.append(
      BalanceRow(
        fund: fund, code: try code.map(Self.function), opening: opening.map { Amount(fen: $0) },
        surplusUsed: used.map { Amount(fen: $0) }, surplusDistributed: distributed.map { Amount(fen: $0) },
        closing: closing.map { Amount(fen: $0) }, place: InputPlace(file: "结转结余.csv", line: ledger.balances.count + 2)))
  }

  mutating func other(_ item: OtherItem, _ value: FieldValue) {
    let place = InputPlace(file: "其他信息.csv", line: ledger.other.count + 2)
    let row = OtherRow(RowFields([.item: .text(item.rawValue), .value: value], place: place))
    ledger.other += row.map { [$0] } ?? []
  }

  mutating func threePublic(_ item: ThreePublicItem, budget: Int64? = nil, actual: Int64? = nil) {
    var fields = RowFields(
      [.item: .text(item.rawValue)], place: InputPlace(file: "三公经费.csv", line: ledger.threePublic.count + 2))
    fields.set(.finalBudget, budget.map { Amount(fen: $0) })
    fields.set(.actual, actual.map { Amount(fen: $0) })
    ledger.threePublic += ThreePublicRow(fields).map { [$0] } ?? []
  }

  mutating func name(_ classification: CodeBook.Classification, _ code: String, _ name: String) {
    let place = InputPlace(file: "补充科目.csv", line: ledger.ownCodes.count + 2)
    let row = OwnCodeRow(
      RowFields(
        [.classification: .text(classification.rawValue), .code: .text(code), .name: .text(name)], place: place))
    ledger.ownCodes += row.map { [$0] } ?? []
  }

  func tables() throws -> TableSet {
    try TableSet(deriving: ledger, form: Standard.form, codes: Standard.codes)
  }

  /// The messages of what keeps the ledger from being printed; empty when nothing does.
  func problems() throws -> [String] {
    do {
      _ = try tables()
      return []
    } catch let error as UnusableInput {
      return error.problems.map(\.message)
    }
  }

  /// The text printed at an address; nil when there is none such.
  func text(_ address: String) throws -> String? {
    try tables().tables.flatMap(\.figures).first { $0.address.description == address }?.figure.text
  }
}
