import Accounts
package import Checks
import Formats
import Tables

/// The differences between two disclosures as CSV for spreadsheets, an address a row.
package enum DifferenceCSV {
  /// UTF-8 with a byte order mark, which Excel needs to take it for UTF-8.
  package static func bytes(of difference: TableDifference) -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    writer.write(["情况", "地址", "项目", "前", "后", "差"].map { .text($0) })
    for entry in difference.entries {
      let word =
        switch entry.presence {
        case .both: "变动"
        case .onlyFirst: "只在前者"
        case .onlySecond: "只在后者"
        }
      writer.write([
        .text(word), .text(entry.address.description), .text(entry.label), field(entry.first), field(entry.second),
        .number(entry.difference ?? ""),
      ])
    }
    return writer.utf8
  }

  /// A figure's characters; a dash is text, which begins like a formula.
  private static func field(_ figure: Figure?) -> CSVField {
    guard let figure, case .number = figure.content else { return .text(figure?.text ?? "") }
    return .number(figure.text)
  }
}
