import Accounts
import FoundationEssentials

/// The words and signs of which targets are made (`Data/targets.json`).
///
/// Everything is compared with white space left out and full-width signs made half-width.
struct TargetWords: Sendable, Decodable {
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
  /// What may stand in front of a unit and multiplies it.
  let multiples: [String: Int64]
  /// Known misprints of units.
  let misprints: [String: String]
  /// The words of which units are made.
  let unitWords: [String]
  /// What joins them.
  let unitJoins: [String]

  /// The built-in words; throws when the file is damaged.
  static func standard() throws -> TargetWords {
    let words = try JSONDecoder().decode(TargetWords.self, from: Data((embeddedFiles["targets.json"] ?? "").utf8))
    return words.folded
  }

  /// Signs in full width are written as such in the file, and compared in half width.
  private var folded: TargetWords {
    TargetWords(
      operators: operators, wordsBefore: wordsBefore, wordsAfter: wordsAfter, sums: sums,
      listSeparators: listSeparators.map(\.foldedForComparison), scales: scales, scaleAnswers: scaleAnswers,
      qualitative: qualitative, none: none, beforeDay: beforeDay, notBeforeDay: notBeforeDay, withinSpan: withinSpan,
      numerals: numerals, money: money, multiples: multiples, misprints: misprints,
      unitWords: unitWords.sorted { $0.count > $1.count }, unitJoins: unitJoins.map(\.foldedForComparison))
  }
}
