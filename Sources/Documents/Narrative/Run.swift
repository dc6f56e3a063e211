package import Tables

/// A stretch of a composed sentence: words, or what states a claim.
package struct Run: Hashable, Sendable {
  package let text: String
  /// The claim whose figure or word of direction the text is; nil for other words.
  package let claim: Claim?
  /// Whether it stands for what the ledger has yet to say; the sentence it stands in is left out.
  let isAwaited: Bool

  package init(_ text: String, claim: Claim? = nil) {
    self.init(text, claim: claim, isAwaited: false)
  }

  private init(_ text: String, claim: Claim?, isAwaited: Bool) {
    self.text = text
    self.claim = claim
    self.isAwaited = isAwaited
  }

  /// What stands in a draft where a figure, a sentence or a text is yet to come.
  static let awaited = Run("（待补）", claim: nil, isAwaited: true)
}

extension [Run] {
  /// The sentence as it reads.
  package var text: String { map(\.text).joined() }

  /// The sentences without those in which something is awaited (待补), of which the first leaves the mark.
  var withoutAwaitedSentences: [Run] {
    guard contains(where: \.isAwaited) else { return self }
    var kept: [Run] = []
    var sentence: [Run] = []
    func end() {
      if !sentence.contains(where: \.isAwaited) {
        kept += sentence
      } else if kept.last?.isAwaited != true {
        kept.append(.awaited)
      }
      sentence = []
    }
    for run in self {
      guard run.claim == nil, !run.isAwaited, run.text.contains("。") else {
        sentence.append(run)
        continue
      }
      var rest = run.text[...]
      while let stop = rest.firstIndex(of: "。") {
        sentence.append(Run(String(rest[...stop])))
        end()
        rest = rest[rest.index(after: stop)...]
      }
      if !rest.isEmpty { sentence.append(Run(String(rest))) }
    }
    end()
    return kept
  }
}
