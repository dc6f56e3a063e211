import Accounts
import Formats

/// The words and signs of which targets are made (`Data/targets.json`).
///
/// Everything is compared with white space left out and full-width signs made half-width.
struct TargetWords: Sendable {
  /// Signs and what they mean; a misread sign stands for the one it was.
  let operators: [String: Comparison]
  /// Words in front of a number: 不少于.
  let wordsBefore: [String: Comparison]
  /// Words behind a unit: 以内.
  let wordsAfter: [String: Comparison]
  /// Words in front of a sum: 共计.
  let sums: [String]
  /// What stands between the parts of a list.
  let listSeparators: [String]
  /// The steps of each scale; a target of this kind prints all of them.
  let scales: [[String]]
  /// Single steps, which are the answers.
  let scaleAnswers: [String]
  /// 定性.
  let qualitative: [String]
  /// What stands where there is no target.
  let none: [String]
  /// Words behind a day that make it a deadline.
  let beforeDay: [String]
  /// Words that begin like these and do not.
  let notBeforeDay: [String]
  /// Words behind a span of time that make it a limit.
  let withinSpan: [String]
  /// 一 to 十.
  let numerals: [String: Int64]
  /// Units of money and how many 元 one is.
  let money: [String: Int64]
  /// Units of parts of something.
  let shares: [String]
  /// What may stand in front of a unit and multiplies it.
  let multiples: [String: Int64]
  /// Known misprints of units.
  let misprints: [String: String]
  /// The words of which units are made.
  let unitWords: [String]
  /// What joins them.
  let unitJoins: [String]

  /// The built-in words; throws ``DamagedData`` when the file does not say what it has to.
  static func standard() throws(DamagedData) -> TargetWords {
    try JSONText.builtIn("targets.json", of: embeddedFiles, TargetWords.init)
  }

  /// Signs in full width are written as such in the file, and compared in half width.
  private init(_ node: JSONNode) throws(JSONFieldError) {
    func comparison(_ node: JSONNode) throws(JSONFieldError) -> Comparison { try node.word(Comparison.self) }
    func count(_ node: JSONNode) throws(JSONFieldError) -> Int64 { Int64(try node.integer()) }
    operators = try node.field("operators").dictionary(comparison)
    wordsBefore = try node.field("wordsBefore").dictionary(comparison)
    wordsAfter = try node.field("wordsAfter").dictionary(comparison)
    sums = try node.field("sums").strings()
    listSeparators = try node.field("listSeparators").strings().map(\.foldedForComparison)
    scales = try node.field("scales").array().map { scale throws(JSONFieldError) in try scale.strings() }
    scaleAnswers = try node.field("scaleAnswers").strings()
    qualitative = try node.field("qualitative").strings()
    none = try node.field("none").strings()
    beforeDay = try node.field("beforeDay").strings()
    notBeforeDay = try node.field("notBeforeDay").strings()
    withinSpan = try node.field("withinSpan").strings()
    numerals = try node.field("numerals").dictionary(count)
    money = try node.field("money").dictionary(count)
    shares = try node.field("shares").strings()
    multiples = try node.field("multiples").dictionary(count)
    misprints = try node.field("misprints").dictionary { text throws(JSONFieldError) in try text.string() }
    unitWords = try node.field("unitWords").strings().sorted { $0.count > $1.count }
    unitJoins = try node.field("unitJoins").strings().map(\.foldedForComparison)
  }
}
