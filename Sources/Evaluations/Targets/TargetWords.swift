import Accounts
import Formats

/// The words and signs of which targets are made (`Data/targets.json`).
///
/// Everything is compared with white space left out and full-width signs made half-width.
struct TargetWords: Sendable {
  /// Signs and what they mean; a misread sign stands for the one it was.
  let operators: ComparisonWords
  /// Words in front of a number: 不少于.
  let wordsBefore: ComparisonWords
  /// Words behind a unit: 以内.
  let wordsAfter: ComparisonWords
  /// Words in front of a sum: 共计.
  let sums: Phrases
  /// What stands between the parts of a list.
  let listSeparators: [Unicode.Scalar]
  /// The steps of each scale one behind the other, as a target of this kind prints them; and single steps, which are the
  /// answers.
  let scales: Phrases
  /// 定性.
  let qualitative: Phrases
  /// What stands where there is no target.
  let none: Phrases
  /// Words behind a day that make it a deadline.
  let beforeDay: Phrases
  /// Words that begin like these and do not.
  let notBeforeDay: Phrases
  /// Words behind a span of time that make it a limit.
  let withinSpan: Phrases
  /// 一 to 十.
  let numerals: [String: Int64]
  /// The same to look for.
  let numeralWords: Phrases
  /// Units of money and how many 元 one is.
  let money: [String: Int64]
  /// Units of parts of something.
  let shares: [String]
  /// What may stand in front of a unit and multiplies it.
  let multiples: [String: Int64]
  /// Known misprints of units.
  let misprints: [String: String]
  /// The same to look for.
  let misprintWords: Phrases
  /// The words of which units are made.
  let unitWords: Phrases
  /// What joins them.
  let unitJoins: Phrases

  /// The built-in words; throws ``DamagedData`` when the file does not say what it has to.
  static func standard() throws(DamagedData) -> TargetWords {
    try JSONText.builtIn("targets.json", of: embeddedFiles, TargetWords.init)
  }

  /// Signs in full width are written as such in the file, and compared in half width.
  private init(_ node: JSONNode) throws(JSONFieldError) {
    func count(_ node: JSONNode) throws(JSONFieldError) -> Int64 { Int64(try node.integer()) }
    operators = try ComparisonWords(node.field("operators"))
    wordsBefore = try ComparisonWords(node.field("wordsBefore"))
    wordsAfter = try ComparisonWords(node.field("wordsAfter"))
    sums = try node.phrases("sums")
    listSeparators = try node.field("listSeparators").array().map { separator throws(JSONFieldError) in
      let scalars = try separator.string().foldedScalars
      guard scalars.count == 1 else { throw JSONFieldError(separator, "应是一个字符") }
      return scalars[0]
    }
    let scales = try node.field("scales").array().map { scale throws(JSONFieldError) in try scale.strings().joined() }
    self.scales = Phrases(scales + (try node.field("scaleAnswers").strings()))
    qualitative = try node.phrases("qualitative")
    none = try node.phrases("none")
    beforeDay = try node.phrases("beforeDay")
    notBeforeDay = try node.phrases("notBeforeDay")
    withinSpan = try node.phrases("withinSpan")
    numerals = try node.field("numerals").dictionary(count)
    numeralWords = Phrases(Array(numerals.keys))
    money = try node.field("money").dictionary(count)
    shares = try node.field("shares").strings()
    multiples = try node.field("multiples").dictionary(count)
    misprints = try node.field("misprints").dictionary { text throws(JSONFieldError) in try text.string() }
    misprintWords = Phrases(Array(misprints.keys))
    unitWords = try node.phrases("unitWords")
    unitJoins = try node.phrases("unitJoins")
  }
}

/// Words or signs and the comparison that each stands for.
struct ComparisonWords: Sendable {
  let phrases: Phrases
  private let meanings: [String: Comparison]

  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    meanings = try node.dictionary { word throws(JSONFieldError) in try word.word(Comparison.self) }
    phrases = Phrases(Array(meanings.keys))
  }

  /// What one of the words stands for; nil for any other.
  subscript(word: ArraySlice<Unicode.Scalar>) -> Comparison? { meanings[word.text] }
}
