package import Accounts
package import Checks
package import Documents
import Evaluations
package import Tables

/// A disclosure as `check` and `diff` work on it, composed from a ledger or read from a publication: its tables with the
/// text beside them, and the code book and the form of its year.
package struct Disclosure: Sendable {
  package var tables: TableSet
  package let codes: CodeBook
  package let form: Form
  /// What the ledger states of last year; empty for a publication.
  package let stated: [PriorRow]
  /// What is to be said of the ledger itself; empty for a publication.
  package let remarks: [LedgerRemark]
  /// The ledger it was composed from; nil for a publication.
  package let ledger: Ledger?
  /// The self-evaluation tables; nil where there are none.
  package let evaluations: EvaluationInput?
  /// The other files of a published package, which must say the same; nil where there is one file only.
  package let copies: PublishedCopies?
}

extension Disclosure {
  /// The self-evaluation tables as documents show them.
  package var evaluationSheets: [EvaluationSheet] { EvaluationSheet.sheets(of: evaluations?.tables ?? []) }

  /// The data table beside the evaluation of the whole department as documents show it, nil where there is none; throws when
  /// its built-in form is damaged.
  package func basicDataSheet() throws -> BasicDataSheet? {
    try evaluations?.overall.basicData.map { try BasicDataSheet($0) }
  }
}
