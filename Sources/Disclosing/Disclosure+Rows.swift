package import Accounts
import Checks
import Evaluations
import Tables

extension Disclosure {
  /// The year that its tables state, or else its self-evaluations; nil where none does.
  package var statedYear: Int? { tables.year ?? evaluations?.tables.first?.year }

  /// Whether it has self-evaluations and no table of the accounts.
  package var isOfEvaluationsAlone: Bool { tables.tables.isEmpty && evaluations?.tables.isEmpty == false }

  /// Its self-evaluation tables as rows of a ledger's sheets, and what of them did not become a cell, each in one line; throws where
  /// built-in data is damaged.
  package var evaluationRows: (rows: [SheetID: [RowFields]], lost: [String]) {
    get throws {
      let made = try EvaluationRows(of: evaluations?.tables ?? [])
      return (made.rows, made.lost)
    }
  }
}
