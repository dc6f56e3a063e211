package import Accounts
import Checks

/// A bureau's round over its units (公开季): what came of every input, who is missing, and how it went round by round.
package struct Season: Sendable {
  /// The version of the format that it is kept in.
  package static let version = 1
  /// The name of the file that it is kept in.
  package static let fileName = "season.json"

  /// A round in figures.
  package struct Round: Hashable, Sendable {
    package var round: Int
    /// When it was held, as the user said; nil where nothing was said.
    package var date: CalendarDay?
    package var delivered = 0
    package var missing = 0
    package var consistent = 0
    package var inconsistent = 0
    package var unusable = 0
    package var errors = 0
    package var warnings = 0
    package var notChecked = 0
    package var mended = 0
    package var standing = 0
    package var new = 0

    package init(round: Int) { self.round = round }
  }

  package var tool: String
  package var round: Int
  /// The day on which it was held, as the user said; nil where nothing was said: nothing here looks at the clock.
  package var date: CalendarDay?
  /// Until when units are to answer (办理期限); nil where it is left open.
  package var replyBy: CalendarDay?
  /// Whether there is a list of who must publish.
  package var hasList: Bool
  /// In the order in which they were found.
  package var units: [SeasonUnit]
  /// The units of the list of which nothing is there.
  package var missing: [SeasonUnit.Entry]
  /// Files in which no publication can be.
  package var passedOver: [String]
  /// The rounds before, the first in front.
  package var earlier: [Round]
  /// Digests of what was written beside the units' folders, by the paths.
  package var written: [String: String] = [:]

  package init(
    tool: String, round: Int, date: CalendarDay?, hasList: Bool, units: [SeasonUnit], missing: [SeasonUnit.Entry],
    passedOver: [String], earlier: [Round]
  ) {
    (self.tool, self.round, self.date, self.hasList) = (tool, round, date, hasList)
    (self.units, self.missing, self.passedOver, self.earlier) = (units, missing, passedOver, earlier)
  }

  /// This round in figures.
  package var figures: Round {
    var figures = Round(round: round)
    figures.date = date
    figures.delivered = units.count
    figures.missing = missing.count
    for unit in units {
      switch unit.verdict {
      case .consistent: figures.consistent += 1
      case .inconsistent: figures.inconsistent += 1
      case .unusable: figures.unusable += 1
      }
      figures.errors += unit.counts.errors
      figures.warnings += unit.counts.warnings
      figures.notChecked += unit.counts.notChecked
      figures.mended += unit.since?.mended.count ?? 0
      figures.standing += unit.since?.standing.count ?? 0
      figures.new += unit.since?.new.count ?? 0
    }
    return figures
  }

  /// Whether nothing of it is other than in an earlier one, so that it is no new round.
  package func saysTheSame(as other: Season) -> Bool {
    units.map(\.unlinked) == other.units.map(\.unlinked) && missing == other.missing
      && hasList == other.hasList && tool == other.tool && passedOver == other.passedOver
  }

  /// The unit of this round that another round's is: in the same place, or else the only one of its name and year.
  package func unit(like other: SeasonUnit) -> SeasonUnit? {
    if let same = units.first(where: { $0.id == other.id }) { return same }
    let alike = units.filter { $0.name == other.name && $0.year == other.year }
    return alike.count == 1 ? alike[0] : nil
  }

  /// The units with the worst in front: those that could not be read, then by errors and warnings; alike ones as they were found.
  package var unitsWorstFirst: [SeasonUnit] {
    func key(_ unit: SeasonUnit) -> (Int, Int, Int, Int) {
      (unit.verdict == .unusable ? 0 : 1, -unit.counts.errors, -unit.counts.warnings, -unit.counts.notChecked)
    }
    return units.enumerated().sorted { left, right in
      let (one, other) = (key(left.element), key(right.element))
      return one == other ? left.offset < right.offset : one < other
    }.map(\.element)
  }

  /// Whether a list names a unit of which there are several inputs.
  package var namedTwice: [String] {
    let names = units.compactMap(\.entry?.name)
    return Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }.keys.sorted()
  }
}

extension SeasonUnit {
  /// The unit without what ties it to a round.
  fileprivate var unlinked: SeasonUnit {
    var unit = self
    unit.since = nil
    return unit
  }
}
