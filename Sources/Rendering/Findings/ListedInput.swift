import Accounts
package import Checks
import Mustache
import Tables

/// One of several checked inputs in the list of them (各份一览): how it stands, how much was found, whose it is.
package struct ListedInput: Sendable {
  private let cells: [String]

  private static let headings = ["结论"] + Finding.Severity.allCases.map(\.word) + ["未核对", "单位", "年度", "文件"]
  /// Whether each column holds numbers.
  private static let areNumbers = headings.indices.map { (1...4).contains($0) }

  /// `isStrict` is whether a warning counts as an error does.
  package init(_ input: CheckedInput, isStrict: Bool) {
    let verdict = input.verdict(strict: isStrict).word
    guard case .report(let report, let tables) = input.outcome else {
      cells = [verdict, "", "", "", "", "", "", input.name]
      return
    }
    cells =
      [verdict] + Finding.Severity.allCases.map { String(report.count($0)) } + [
        String(report.counts.notChecked), tables.unitName ?? "", tables.year.map(String.init) ?? "", input.name,
      ]
  }

  /// The list, a line each under a line of headings, in the order in which they were checked.
  package static func lines(of inputs: [ListedInput]) -> [FindingLine] {
    let rows = [headings] + inputs.map(\.cells)
    let widths = headings.indices.map { column in rows.map { displayWidth($0[column]) }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.map { column -> String in
        if column == row.count - 1 { return row[column] }
        return areNumbers[column]
          ? row[column].leftPadded(to: widths[column]) : row[column].padded(to: widths[column])
      }
      return FindingLine(cells.joined(separator: "  "))
    }
  }

  /// The headings for a page's template.
  static var headingsContext: MustacheValue { context(headings) }

  /// The cells before the last, which is a link, for a page's template.
  var context: MustacheValue { Self.context(cells.dropLast()) }

  private static func context(_ texts: [String]) -> MustacheValue {
    .list(
      texts.enumerated().map { column, text in
        .object(["text": .text(text), "class": .text(areNumbers[column] ? "figure" : "")])
      })
  }
}
