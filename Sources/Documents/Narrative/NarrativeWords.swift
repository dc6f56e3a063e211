package import Formats

/// The words and the style of numbers in which a place writes its narrative: `words.json` of its templates.
package struct NarrativeWords: Sendable {
  /// How amounts are written, everywhere alike.
  package struct Numbers: Sendable {
    /// Whether thousands are set apart by commas.
    let thousands: Bool
    /// Whether zeros at the end of the decimals stay.
    let trailingZeros: Bool
  }

  let numbers: Numbers
  /// 增加 and 减少, of an amount.
  let increase: String
  let decrease: String
  /// 增长 and 下降, of a rate.
  let rise: String
  let fall: String
  /// 与上年持平.
  let unchanged: String
  /// 大于, 小于 and 持平, of an amount against its budget.
  let above: String
  let below: String
  let level: String

  /// Reads the words; throws what is wrong with the file.
  package init(json: String) throws(JSONDataError) {
    self = try JSONText.data(in: json, NarrativeWords.init(node:))
  }

  private init(node: JSONNode) throws(JSONFieldError) {
    let style = try node.field("numbers")
    numbers = Numbers(
      thousands: try style.field("thousands").bool(), trailingZeros: try style.field("trailingZeros").bool())
    func word(_ key: String) throws(JSONFieldError) -> String { try node.field(key).string() }
    increase = try word("increase")
    decrease = try word("decrease")
    rise = try word("rise")
    fall = try word("fall")
    unchanged = try word("unchanged")
    above = try word("above")
    below = try word("below")
    level = try word("level")
  }
}
