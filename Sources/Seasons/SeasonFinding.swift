package import Accounts
import Checks
import Tables

/// A finding as the season keeps it from round to round (发现): what, where, which value, on what basis.
package struct SeasonFinding: Hashable, Sendable {
  /// A figure that it concerns.
  package struct Figure: Hashable, Sendable {
    package let address: String
    package let label: String
    /// As printed; empty for a blank.
    package let printed: String
    /// Where it stands, in words; empty where that is not known.
    package let place: String

    package init(address: String, label: String, printed: String, place: String) {
      (self.address, self.label, self.printed, self.place) = (address, label, printed, place)
    }
  }

  /// What stays of it from one round to the next.
  package let id: String
  package let rule: String
  package let severity: Finding.Severity
  package let message: String
  /// Where a reader should look, in words.
  package let place: String
  package let figures: [Figure]
  /// What the first figure would have to be; nil when that cannot be said.
  package let expected: String?
  /// By how much the sides differ, as printed; nil when nothing differs in amount.
  package let difference: String?
  /// What to do.
  package let advice: String
  /// The regulation or form behind its rule.
  package let basis: String
  /// The rules of what it explains.
  package let symptoms: [String]
  /// Why it was waived; nil where it stands.
  package let reason: String?

  package init(
    id: String, rule: String, severity: Finding.Severity, message: String, place: String, figures: [Figure] = [],
    expected: String? = nil, difference: String? = nil, advice: String = "", basis: String = "",
    symptoms: [String] = [], reason: String? = nil
  ) {
    (self.id, self.rule, self.severity, self.message, self.place) = (id, rule, severity, message, place)
    (self.figures, self.expected, self.difference, self.advice) = (figures, expected, difference, advice)
    (self.basis, self.symptoms, self.reason) = (basis, symptoms, reason)
  }

  /// A finding of a report; `place` says where it stands, `rules` are those of the catalogue by their ids.
  init(_ finding: Finding, id: String, place: String, rules: [String: Rule], reason: String? = nil) {
    let rule = rules[finding.rule]
    self.init(
      id: id, rule: finding.rule, severity: finding.severity, message: finding.message, place: place,
      figures: finding.operands.map {
        Figure(address: $0.address, label: $0.label, printed: $0.printed, place: $0.place?.description ?? "")
      }, expected: finding.expected, difference: finding.residual, advice: finding.advice,
      basis: [rule?.basis, rule?.article].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " "),
      symptoms: finding.symptoms.map(\.rule), reason: reason)
  }

  /// The same for a comparison with the next round.
  package var asEarlier: EarlierFinding {
    EarlierFinding(id: id, rule: rule, message: message, addresses: figures.map(\.address), symptoms: symptoms)
  }
}
