import Accounts
package import Formats

/// The ways of saying that something was not done (没有开展、未进行、取消), from `Data/undone.json`.
///
/// 未 and 开展 may stand apart (未按计划开展、未对企业进行调查), as long as no mark stands between them; what says twice that it
/// was not (没有未开展的) says that it was.
package struct UndoneWords: Sendable {
  private let negations: Phrases
  private let fillers: Phrases
  private let prepositions: Phrases
  private let actions: Phrases
  private let stopped: Phrases
  private let doubled: Phrases
  private let surveys: Phrases
  private let lacking: Phrases
  private let substitutes: Phrases
  /// The most characters between a preposition and its verb.
  private static let reach = 12

  /// The built-in words; throws ``DamagedData`` when the file does not say what it has to.
  package init() throws(DamagedData) {
    self = try JSONText.builtIn("undone.json", of: embeddedFiles, UndoneWords.init)
  }

  private init(_ node: JSONNode) throws(JSONFieldError) {
    negations = try node.phrases("negations")
    fillers = try node.phrases("fillers")
    prepositions = try node.phrases("prepositions")
    actions = try node.phrases("actions")
    stopped = try node.phrases("stopped")
    doubled = try node.phrases("doubled")
    let survey = try node.field("survey")
    surveys = try survey.phrases("objects")
    lacking = try survey.phrases("lacking")
    substitutes = try survey.phrases("substitutes")
  }

  /// Whether a text says that something was not done.
  package func occur(in text: String) -> Bool {
    let text = text.foldedScalars
    return text.indices.contains { undone(in: text, at: $0) != nil }
  }

  /// Whether a text says that a survey (调查) was not made, and nothing of what took its place.
  package func sayNoSurvey(_ text: String) -> Bool {
    let text = text.foldedScalars
    guard !substitutes.occur(in: text) else { return false }
    return lacking.occur(in: text)
      || text.indices.contains { position in
        guard undone(in: text, at: position) != nil else { return false }
        return surveys.occur(in: Array(text[position...].prefix { !$0.endsClause }))
      }
  }

  /// The word that says what was not done, where a denial begins at a position; nil where none does.
  private func undone(in text: [Unicode.Scalar], at position: Int) -> Range<Int>? {
    if let length = stopped.length(in: text, at: position) {
      return negations.end(text[..<position]) ? nil : position..<position + length
    }
    guard let negation = negations.length(in: text, at: position), !doubled.end(text[..<position]) else { return nil }
    var next = position + negation
    while let filler = fillers.length(in: text, at: next), actions.length(in: text, at: next) == nil { next += filler }
    if let verb = actions.length(in: text, at: next) { return next..<next + verb }
    guard prepositions.length(in: text, at: next) != nil else { return nil }
    for start in next..<min(next + Self.reach, text.count) {
      if text[start].endsClause { return nil }
      if let verb = actions.length(in: text, at: start) { return start..<start + verb }
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether a clause ends at it, folded.
  var endsClause: Bool { ",，。;；、!！?？:：()".unicodeScalars.contains(self) }
}
