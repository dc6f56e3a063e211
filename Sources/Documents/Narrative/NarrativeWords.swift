package import Accounts
import Formats

/// The words and the style of numbers in which a place writes its narrative: its `words.json`.
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

  /// Reads the words of a file of a name; throws all that is wrong with it.
  package init(json: String, named name: String = "words.json") throws(UnusableInput) {
    var file = try DataFile(json, named: name)
    let root = file.root
    file.keys(
      of: root,
      only: ["numbers", "increase", "decrease", "rise", "fall", "unchanged", "above", "below", "level"])
    let style = file.value { () throws(JSONFieldError) in try root.field("numbers") }
    if let style { file.keys(of: style, only: ["thousands", "trailingZeros"]) }
    func isSet(_ key: String) -> Bool {
      style.flatMap { style in file.value { () throws(JSONFieldError) in try style.field(key).bool() } } ?? true
    }
    func word(_ key: String) -> String {
      file.value { () throws(JSONFieldError) in try root.field(key).string() } ?? ""
    }
    numbers = Numbers(thousands: isSet("thousands"), trailingZeros: isSet("trailingZeros"))
    (increase, decrease, rise, fall) = (word("increase"), word("decrease"), word("rise"), word("fall"))
    unchanged = word("unchanged")
    (above, below, level) = (word("above"), word("below"), word("level"))
    try file.check()
  }
}
