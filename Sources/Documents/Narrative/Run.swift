package import Tables

/// A stretch of a composed sentence: words, or what states a claim.
package struct Run: Hashable, Sendable {
  package let text: String
  /// The claim whose figure or word of direction the text is; nil for other words.
  package let claim: Claim?

  package init(_ text: String, claim: Claim? = nil) {
    self.text = text
    self.claim = claim
  }
}

extension [Run] {
  /// The sentence as it reads.
  package var text: String { map(\.text).joined() }
}
