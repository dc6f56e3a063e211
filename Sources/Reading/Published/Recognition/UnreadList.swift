import Accounts
import Tables

/// What was not understood, up to a bound: a page may have a million cells that are no figures.
struct UnreadList {
  private(set) var parts: [UnreadPart] = []

  /// Adds a part; once the bound is reached, a last one that says so.
  mutating func append(
    _ table: TableID?, _ place: SourceLocation, _ text: String, _ reason: String, reach: UnreadPart.Reach
  ) {
    guard parts.count <= PublicationLimits.unread else { return }
    if text.unicodeScalars.contains(RecognisedPage.doubt) {
      return append(table, place, DoubtfulFigure.readings(in: text), "识别存疑：两次识读不一致，没有采用，请核对原件", reach: reach)
    }
    let isLast = parts.count == PublicationLimits.unread
    let shown = text.unicodeScalars.count > 200 ? String(text.unicodeScalars.prefix(200)) + "…" : text
    parts.append(
      isLast
        ? UnreadPart(
          table: nil, place: place, text: shown, reason: "读不懂的已有 \(PublicationLimits.unread) 处，其余不再列出",
          reach: .rows)
        : UnreadPart(table: table, place: place, text: shown, reason: reason, reach: reach))
  }
}
