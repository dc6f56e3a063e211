package import Accounts

/// Whether a unit has published, and when (公开情况): within twenty days of the approval (批复) by 预算法第十四条.
package enum Timeliness: Hashable, Sendable {
  /// So many days after the approval, within the limit.
  case inTime(days: Int)
  /// So many days after the approval, beyond the limit.
  case late(days: Int)
  /// It was published, and one of the days is not known.
  case delivered
  /// Nothing is there, and the limit has passed by so many days.
  case overdue(by: Int)
  /// Nothing is there; whether the limit has passed is not known, or it has not.
  case missing

  /// Within how many days of the approval a unit must publish.
  package static let limit = 20

  /// Of what was delivered, by the two days as far as they are known.
  package init(approved: CalendarDay?, published: CalendarDay?) {
    guard let approved, let published else {
      self = .delivered
      return
    }
    let days = published.days(since: approved)
    self = days > Self.limit ? .late(days: days) : .inTime(days: days)
  }

  /// Of what is not there on a day.
  package init(missingOn day: CalendarDay?, approved: CalendarDay?) {
    guard let day, let approved, day.days(since: approved) > Self.limit else {
      self = .missing
      return
    }
    self = .overdue(by: day.days(since: approved) - Self.limit)
  }

  /// The kinds by their names in data.
  package enum Kind: String, Sendable, CaseIterable {
    case inTime, late, delivered, overdue, missing

    /// The Chinese word.
    package var word: String {
      switch self {
      case .inTime: "按期公开"
      case .late: "逾期公开"
      case .delivered: "有公开文件"
      case .overdue: "逾期未公开"
      case .missing: "没有公开文件"
      }
    }
  }

  package var kind: Kind {
    switch self {
    case .inTime: .inTime
    case .late: .late
    case .delivered: .delivered
    case .overdue: .overdue
    case .missing: .missing
    }
  }

  /// The days it speaks of: from the approval to the publication, or past the limit; nil where none are known.
  package var days: Int? {
    switch self {
    case .inTime(let days), .late(let days): days
    case .overdue(let days): days
    case .delivered, .missing: nil
    }
  }

  /// `批复后 25 日`; empty where no days are known.
  package var daysWords: String {
    switch self {
    case .inTime(let days), .late(let days): "批复后 \(days) 日"
    case .overdue(let days): "已过期 \(days) 日"
    case .delivered, .missing: ""
    }
  }

  /// `逾期公开（批复后 25 日）`.
  package var words: String { kind.word + (daysWords.isEmpty ? "" : "（\(daysWords)）") }
}

extension SeasonUnit {
  /// When it was approved: by the list, else by its ledger.
  package var dayApproved: CalendarDay? { entry?.approved ?? approved }

  /// When it was published.
  package var dayPublished: CalendarDay? { entry?.published ?? published }

  /// Whether it was published in time.
  package var publication: Timeliness { Timeliness(approved: dayApproved, published: dayPublished) }
}
