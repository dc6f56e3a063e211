package import Accounts
package import Checks

/// What one input of a season came to (一个单位的一份): all that is said of it, and all by which the next round knows it again.
package struct SeasonUnit: Hashable, Sendable {
  /// What it was read as.
  package enum Kind: String, Sendable {
    case ledger, publication
    /// It could not be read.
    case unread

    /// The Chinese word.
    package var word: String {
      switch self {
      case .ledger: "账"
      case .publication: "公开文件"
      case .unread: "读不懂"
      }
    }
  }

  /// A file that was read of it.
  package struct File: Hashable, Sendable {
    package let name: String
    /// In bytes.
    package let size: Int
    /// Its SHA-256 in hexadecimal.
    package let digest: String

    package init(name: String, size: Int, digest: String) { (self.name, self.size, self.digest) = (name, size, digest) }
  }

  /// Its row of the list (应公开清单).
  package struct Entry: Hashable, Sendable {
    package let name: String
    package let code: String?
    package let approved: CalendarDay?
    package let published: CalendarDay?
    /// The name of the department whose tables take it in; nil where it has none.
    package let superior: String?

    package init(
      name: String, code: String?, approved: CalendarDay?, published: CalendarDay?, superior: String? = nil
    ) {
      (self.name, self.code, self.approved, self.published) = (name, code, approved, published)
      self.superior = superior
    }
  }

  /// How much was found.
  package struct Counts: Hashable, Sendable {
    package var errors = 0
    package var warnings = 0
    package var notes = 0
    package var waived = 0
    package var notChecked = 0

    package init() {}
  }

  /// A duty (公开义务) and what came of it.
  package struct Duty: Hashable, Sendable {
    package let rule: String
    package let title: String
    package let state: DutyResult.State
    package let words: String

    package init(rule: String, title: String, state: DutyResult.State, words: String) {
      (self.rule, self.title, self.state, self.words) = (rule, title, state, words)
    }
  }

  /// Its findings beside those of an earlier round.
  package struct Since: Hashable, Sendable {
    /// The round it is compared with.
    package let round: Int
    package let mended: [EarlierFinding]
    /// No longer found, and not checked either.
    package let unknown: [EarlierFinding]
    /// The ids of those still there.
    package let standing: [String]
    /// The ids of those that are new.
    package let new: [String]

    package init(
      round: Int, mended: [EarlierFinding], unknown: [EarlierFinding], standing: [String], new: [String]
    ) {
      (self.round, self.mended, self.unknown, self.standing, self.new) = (round, mended, unknown, standing, new)
    }
  }

  /// The folder of its pages, below 单位.
  package let id: String
  /// Where it lies below the folder of the season.
  package let source: String
  /// The name of the list, else the one it states, else where it lies.
  package var name: String
  /// The name it states itself; nil where it states none.
  package var statedName: String?
  package var year: Int?
  package var kind = Kind.unread
  package var files: [File] = []
  /// A digest of all that its results rest on, the list and last year's aside.
  package let basis: String
  /// Its row of the list; nil where it has none.
  package var entry: Entry?
  /// The days that its ledger states.
  package var approved: CalendarDay?
  package var published: CalendarDay?
  /// A digest of last year's files it was compared with; nil where there are none.
  package var priorBasis: String?
  /// A digest of its own units' files it was compared with, where it is a department; nil where it is none.
  package var unitsBasis: String?
  package var verdict = CheckedInput.Verdict.unusable
  /// The verdict in one line; empty where it could not be read.
  package var summary = ""
  /// Why it could not be read.
  package var problems: [String] = []
  package var counts = Counts()
  package var findings: [SeasonFinding] = []
  package var waived: [SeasonFinding] = []
  package var duties: [Duty] = []
  /// In the order of the indicators; nil where it is not known.
  package var indicators: [Int64?] = []
  /// Those of last year.
  package var priorIndicators: [Int64?] = []
  package var since: Since?
  /// The digests of its pages, by their names.
  package var pages: [String: String] = [:]

  package init(id: String, source: String, name: String, basis: String) {
    (self.id, self.source, self.name, self.basis) = (id, source, name, basis)
  }

  /// Takes in what checking it found; `place` tells where a finding stands.
  package mutating func take(
    _ report: CheckReport, rules: [String: Rule], strict: Bool, place: (Finding) -> String
  ) {
    verdict = report.verdict(strict: strict)
    summary = report.verdict
    counts.errors = report.count(.error)
    counts.warnings = report.count(.warning)
    counts.notes = report.count(.note)
    counts.waived = report.waived.count
    counts.notChecked = report.counts.notChecked
    findings = zip(report.findings, report.ids).map { SeasonFinding($0, id: $1, place: place($0), rules: rules) }
    waived = report.waived.map {
      SeasonFinding($0.finding, id: $0.id, place: place($0.finding), rules: rules, reason: $0.reason)
    }
    duties = report.duties.map { Duty(rule: $0.rule, title: $0.title, state: $0.state, words: $0.words) }
  }

  /// Takes it for one that could not be read: no table was found in it.
  package mutating func takeAsUnread(_ problems: [String]) {
    verdict = .unusable
    kind = .unread
    self.problems = problems.isEmpty ? ["一张表也没有读到。"] : problems
  }

  /// Takes in what a report that was compared with an earlier round says of it.
  package mutating func takeComparison(of report: CheckReport, ofRound round: Int) {
    guard let since = report.since else { return }
    self.since = Since(
      round: round, mended: since.mended, unknown: since.unknown,
      standing: (findings + waived).map(\.id).filter(since.standing.contains),
      new: findings.map(\.id).filter { !since.standing.contains($0) })
  }

  /// Compares an input that could not be read with an earlier round: of nothing is it known whether it is mended.
  package mutating func compareUnread(with earlier: SeasonUnit, ofRound round: Int) {
    since = Since(
      round: round, mended: [], unknown: earlier.asEarlier, standing: [], new: [])
  }

  /// All findings, waived ones too, for a comparison with the next round.
  package var asEarlier: [EarlierFinding] { (findings + waived).map(\.asEarlier) }

  /// The same unit a round later, nothing having changed: all that was found still stands.
  package func unchanged(since round: Int) -> SeasonUnit {
    guard since?.round != round else { return self }
    var unit = self
    unit.since = Since(round: round, mended: [], unknown: [], standing: (findings + waived).map(\.id), new: [])
    return unit
  }
}
