package import Documents
import Formats
package import Tables

/// What was read of a publication as a folder of CSV: a file a table, and a list of what was not read.
///
/// The files are named and made as those of a package, so that the folder can be read in its turn.
package enum ReadingFolder {
  /// The list of what was not read.
  static let unreadName = "没有读懂.csv"

  /// The files; the same reading gives the same bytes.
  package static func contents(of tables: TableSet, evaluations: [EvaluationForm]) -> PackageContents {
    var files: [(path: String, bytes: [UInt8])] = []
    var names: Set<String> = []
    var number = TableID.allCases.count
    for table in tables.tables + tables.supplementary {
      var name = table.printed.fileName
      // What has no number of its own, or is printed once more, is numbered on.
      if table.id.isSupplementary || !names.insert(name).inserted {
        number += 1
        name = "\(number)-\(name.drop { $0 != "-" }.dropFirst())"
        names.insert(name)
      }
      files.append(("tables/\(name).csv", GridCSV.bytes(of: table.printed)))
    }
    for form in evaluations {
      files.append(("evaluations/\(form.printed.fileName).csv", GridCSV.bytes(of: form.printed)))
    }
    var writer = CSVWriter(byteOrderMark: true)
    for row in [UnreadRows.headings] + UnreadRows.rows(of: tables) { writer.write(row.map { .text($0) }) }
    files.append((unreadName, writer.utf8))
    return PackageContents(files: files)
  }
}
