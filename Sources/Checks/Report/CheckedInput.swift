package import Accounts
package import Formats
package import Tables

/// One input of a check, and what came of it.
package struct CheckedInput: Sendable {
  /// What came of it.
  package enum Outcome: Sendable {
    /// It was read and checked.
    case report(CheckReport, TableSet)
    /// It could not be used.
    case unusable([Problem])
  }

  /// How it stands, from good to bad.
  package enum Verdict: String, Sendable, CaseIterable, Comparable {
    /// Nothing stands against it.
    case consistent
    /// Errors stand, or with `--strict` warnings.
    case inconsistent
    /// It could not be used.
    case unusable

    /// The Chinese word.
    package var word: String {
      switch self {
      case .consistent: "通过"
      case .inconsistent: "不通过"
      case .unusable: "读不懂"
      }
    }

    package static func < (left: Verdict, right: Verdict) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// The input as the user named it.
  package let name: String
  package let outcome: Outcome
  /// The files that were read of it, in the order of their names.
  package let files: [CheckedFile]
  /// The form in which it was checked; nil where none was.
  package let form: FormUsed?
  /// What stands on the pages where findings rest on what was recognised (剪图), as far as it was asked for.
  package var cutouts: [SourceLocation: PagePicture] = [:]

  package init(name: String, outcome: Outcome, files: [CheckedFile] = [], form: FormUsed? = nil) {
    self.name = name
    self.outcome = outcome
    self.files = files
    self.form = form
  }

  /// The unit it names; nil where it names none or could not be used.
  package var unitName: String? { if case .report(_, let tables) = outcome { tables.unitName } else { nil } }

  /// How it stands; with `strict` a warning counts as an error does.
  package func verdict(strict: Bool) -> Verdict {
    switch outcome {
    case .report(let report, _): report.verdict(strict: strict)
    case .unusable: .unusable
    }
  }
}

/// The form (表样) by which something was checked.
package struct FormUsed: Sendable, Hashable {
  /// The name by which it is chosen: `national`.
  package let id: String
  package let year: Int
  /// What people call it.
  package let name: String
  /// Whether what was checked is a ledger set in it, rather than a publication read in it.
  package let isOfLedger: Bool

  package init(_ form: Form, isOfLedger: Bool) {
    (id, year, name) = (form.id, form.year, form.name)
    self.isOfLedger = isOfLedger
  }

  /// `全国格式（2024 年度），national`.
  package var words: String { "\(name)，\(id)" }
}

extension CheckReport {
  /// How what was checked stands; with `strict` a warning counts as an error does.
  package func verdict(strict: Bool) -> CheckedInput.Verdict { fails(strict: strict) ? .inconsistent : .consistent }
}

/// What one run of the check looked at, and how findings are to be shown.
package struct CheckRun: Sendable {
  /// The inputs in the order in which they were named.
  package let inputs: [CheckedInput]
  /// The waivers that no finding of any input needed.
  package let unusedWaivers: [Waiver]
  /// Whether a warning counts as an error does.
  package let isStrict: Bool
  /// Whether differences that rounding explains are listed too.
  package let showsNotes: Bool
  /// What is to be said of the check itself.
  package let record: CheckRecord
  /// Who of the units that must publish has done so; nil where no list was given.
  package let delivery: Delivery?

  package init(
    inputs: [CheckedInput], unusedWaivers: [Waiver] = [], isStrict: Bool = false, showsNotes: Bool = false,
    record: CheckRecord = CheckRecord(), delivery: Delivery? = nil
  ) {
    self.delivery = delivery
    self.inputs = inputs
    self.unusedWaivers = unusedWaivers
    self.isStrict = isStrict
    self.showsNotes = showsNotes
    self.record = record
  }

  /// The worst of the inputs' verdicts.
  package var verdict: CheckedInput.Verdict { inputs.map { $0.verdict(strict: isStrict) }.max() ?? .consistent }

  /// Whether more than one input's own report is to be told.
  package var isOfSeveral: Bool { inputs.count != 1 || delivery != nil }

  /// All inputs in one line, and who has not published where a list was given.
  package var summary: String { totals.summary + (delivery?.summary ?? "") }

  /// All inputs in figures.
  package var totals: CheckTotals {
    var totals = CheckTotals(isStrict: isStrict)
    for input in inputs { totals.add(input) }
    return totals
  }
}
