/// Why the score of an indicator is a person's to give (由人判断), though its figures meet the target.
package enum Judgement: String, Hashable, Sendable {
  /// Nothing was spent of a cost: it was saved, or what it was meant for was not done.
  case nothingSpent = "成本指标一分没有花，是节约了还是没有做，由人判断"
  /// The reason, or the actual value itself, says that it was not done.
  case notDone = "写有没有开展、取消等，得几分由人判断"
}
