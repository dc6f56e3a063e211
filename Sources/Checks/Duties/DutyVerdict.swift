import Accounts

/// What came of one duty, before it is a result or a finding.
struct DutyVerdict {
  let state: DutyResult.State
  let words: String
  let place: SourceLocation?
  /// Whether what it misses is so little that it is a note at most.
  let isSlight: Bool
  /// Whether something else is found to be missing of which this is a part, so that it is no finding of its own.
  let isPartOfMore: Bool

  static func met(_ words: String = "", at place: SourceLocation? = nil) -> DutyVerdict {
    DutyVerdict(state: .met, words: words, place: place, isSlight: false, isPartOfMore: false)
  }

  static func notMet(
    _ words: String, at place: SourceLocation? = nil, isSlight: Bool = false, isPartOfMore: Bool = false
  ) -> DutyVerdict {
    DutyVerdict(state: .notMet, words: words, place: place, isSlight: isSlight, isPartOfMore: isPartOfMore)
  }

  static func unknown(_ why: String) -> DutyVerdict {
    DutyVerdict(state: .unknown, words: why, place: nil, isSlight: false, isPartOfMore: false)
  }

  static func notApplicable(_ why: String) -> DutyVerdict {
    DutyVerdict(state: .notApplicable, words: why, place: nil, isSlight: false, isPartOfMore: false)
  }
}
