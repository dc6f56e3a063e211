import Accounts
package import Formats

/// Rates that cannot be above 100 % (满意度、合格率), and such as seldom are (完成率), by their names, from `Data/rates.json`.
package struct RateWords: Sendable {
  /// What a rate above 100 % is.
  package enum Bound: Hashable, Sendable {
    /// A part of a whole: never more than all of it.
    case never
    /// Something done of something planned, which may be more.
    case seldom
  }

  private let never: Phrases
  private let seldom: Phrases

  /// The built-in names; throws ``DamagedData`` when the file does not say what it has to.
  package init() throws(DamagedData) {
    self = try JSONText.builtIn("rates.json", of: embeddedFiles, RateWords.init)
  }

  private init(_ node: JSONNode) throws(JSONFieldError) {
    never = try node.phrases("neverAbove")
    seldom = try node.phrases("seldomAbove")
  }

  /// What is known of an indicator's rate by what its name ends with, a target behind it (满意率≥95%) left aside; nil for
  /// any other, such as 增长率 or 合格率提升幅度.
  package func bound(of name: String) -> Bound? {
    var name = name.foldedScalars[...]
    while let last = name.last, "0123456789.%()≥≤<>=:".unicodeScalars.contains(last) { name.removeLast() }
    if never.end(name) { return .never }
    return seldom.end(name) ? .seldom : nil
  }
}
