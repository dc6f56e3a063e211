import Accounts
package import Formats

/// The ways of saying that all indicators were completed (各项指标均已完成), from `Data/completion.json`.
package struct CompletionWords: Sendable {
  private let subjects: Phrases
  private let verbs: Phrases
  /// The most characters between the two.
  private let reach: Int
  /// What anywhere in a text says that not all were, or not wholly.
  private let without: Phrases
  /// What in the same clause makes it an intention, or no statement at all.
  private let apart: Phrases

  /// The built-in words; throws ``DamagedData`` when the file does not say what it has to.
  package init() throws(DamagedData) {
    self = try JSONText.builtIn("completion.json", of: embeddedFiles, CompletionWords.init)
  }

  private init(_ node: JSONNode) throws(JSONFieldError) {
    subjects = try node.phrases("subjects")
    verbs = try node.phrases("verbs")
    reach = try node.field("reach").integer()
    without = try node.phrases("without")
    apart = try node.phrases("apart")
  }

  /// The clause of a text that says so; nil where none does, or where the text says of anything that it was not.
  package func statement(in text: String) -> String? {
    let text = text.foldedScalars
    guard let subject = subjects.first(in: text), !without.occur(in: text) else { return nil }
    let before = text[..<subject.lowerBound].reversed().prefix { !$0.endsClause }
    let start = subject.lowerBound - before.count
    let end = text[subject.upperBound...].firstIndex(where: \.endsClause) ?? text.count
    let clause = Array(text[start..<end])
    guard !apart.occur(in: clause), let verb = verbs.first(in: clause) else { return nil }
    let (first, last) = (start + verb.lowerBound, start + verb.upperBound)
    guard (first >= subject.upperBound ? first - subject.upperBound : subject.lowerBound - last) <= reach else {
      return nil
    }
    return clause.reduce(into: "") { $0.unicodeScalars.append($1) }
  }
}
