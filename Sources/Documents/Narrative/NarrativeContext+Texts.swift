import Accounts
import Mustache

extension NarrativeContext {
  /// Adds the texts of the ledger: paragraphs as lists, and those that end a sentence as one.
  static func addTexts(_ ledger: Ledger, _ values: inout StatementValues, _ context: inout [String: MustacheValue]) {
    var paragraphs: [String: [MustacheValue]] = [:]
    for row in ledger.texts where row.code == nil {
      for line in row.text.split(whereSeparator: \.isNewline) {
        paragraphs[row.section, default: []].append(.object(["段": values.name(String(line))]))
      }
    }
    for (section, lines) in paragraphs { context[section] = .list(lines) }
    // A reason stands inside a sentence, whatever its heading in the ledger.
    for section in Set(ledger.texts.map(\.section)) where section.hasSuffix("原因") || section.hasSuffix("说明") {
      context[key(section) + "句"] = text(section, nil, ledger, &values)
    }
  }

  /// The texts of a section, for a code or for none, as one sentence; null where there are none.
  ///
  /// `leads` are words that a template has written before the sentence and that each text may begin with.
  static func text(
    _ section: String, _ code: String?, _ ledger: Ledger, _ values: inout StatementValues, without leads: [String] = []
  ) -> MustacheValue {
    let texts = ledger.texts.filter { $0.section == section && $0.code?.digits == code }
      .flatMap { $0.text.split(whereSeparator: \.isNewline) }
      .map { line in leads.reduce(line) { $0.hasPrefix($1) ? $0.dropFirst($1.count) : $0 } }
      .filter { !$0.isEmpty }.map(String.init)
    return texts.isEmpty ? .null : values.text(texts.joined(separator: "；"))
  }

  /// A section's name without quotation marks, which no template can spell in a tag.
  private static func key(_ section: String) -> String { section.filter { !"“”".contains($0) } }
}
