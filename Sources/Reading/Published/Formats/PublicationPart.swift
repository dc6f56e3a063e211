import Accounts
import Tables

/// A line or a row of a publication that was decoded (解出的一行), before anything in it is understood.
///
/// A publication that is costly to decode is decoded once into these, and then read in one form after another.
enum PublicationPart: Sendable {
  case line(String, at: Int, in: Frame, seen: PageBox? = nil)
  case row(GridRow, in: Frame)
  /// Something that is passed over, with the reason.
  case passedOver(String, at: Int, in: Frame, reason: String, reach: UnreadPart.Reach)
}

extension TableRecogniser {
  /// Takes parts in their order; throws where there are too many rows.
  mutating func take(_ parts: [PublicationPart]) throws(UnusableInput) {
    for part in parts {
      switch part {
      case .line(let text, let line, let frame, let seen):
        go(on: frame)
        take(line: text, at: line, seen: seen)
      case .row(let row, let frame):
        go(on: frame)
        try take(row)
      case .passedOver(let text, let line, let frame, let reason, let reach):
        go(on: frame)
        takeUnread(text, at: line, reason, reach: reach)
      }
    }
  }
}
