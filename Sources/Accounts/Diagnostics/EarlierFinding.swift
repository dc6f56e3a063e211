/// A finding as an earlier report has it.
package struct EarlierFinding: Hashable, Sendable {
  /// Its id, which the figures do not change.
  package let id: String
  /// The id of its rule.
  package let rule: String
  /// What it says.
  package let message: String
  /// The addresses of its figures.
  package let addresses: [String]
  /// The rules of what it explains.
  package let symptoms: [String]

  package init(id: String, rule: String, message: String, addresses: [String] = [], symptoms: [String] = []) {
    (self.id, self.rule, self.message, self.addresses, self.symptoms) = (id, rule, message, addresses, symptoms)
  }
}
