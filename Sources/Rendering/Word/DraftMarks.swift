import Accounts
import Checks
import Formats

/// The marks of a draft's Word file: the figures that findings concern have a colour behind them, and the list of findings leads
/// to each.
struct DraftMarks {
  private struct Mark {
    let bookmark: String
    let color: CellColor
  }

  private let marks: [String: Mark]
  private var placed: Set<String> = []

  /// No marks, as what is published has none.
  init() { marks = [:] }

  /// The marks of what was found; the worst finding gives a figure its colour.
  init(_ report: CheckReport, colors: [Finding.Severity: CellColor]) {
    let found = report.findingsByAddress.sorted { $0.key < $1.key }
    var marks: [String: Mark] = [:]
    for (number, (address, findings)) in found.enumerated() {
      guard let worst = findings.first, let color = colors[report.findings[worst].severity] else { continue }
      marks[address] = Mark(bookmark: "figure\(number + 1)", color: color)
    }
    self.marks = marks
  }

  /// The bookmark at what an address is of; nil where no finding concerns it.
  func bookmark(of address: String) -> String? { marks[address]?.bookmark }

  /// How what an address is of is marked, where it stands next: links lead to the first of those places.
  mutating func place(_ address: String?) -> (color: CellColor, bookmark: String?)? {
    guard let address, let mark = marks[address] else { return nil }
    return (mark.color, placed.insert(address).inserted ? mark.bookmark : nil)
  }
}
