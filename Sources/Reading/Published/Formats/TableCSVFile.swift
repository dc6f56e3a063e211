import Accounts
import Formats
import System

/// A table of a package as CSV: its title is the file's name, its first row the header.
struct TableCSVFile {
  let path: String
  /// The title the name gives: `01-收入支出决算总表.csv` without number and ending.
  let title: String

  /// A file of a name in a folder; nil when the name ends otherwise.
  init?(_ path: String) {
    guard path.lowercased().ends(with: ".csv") else { return nil }
    self.path = path
    let name = PathBytes.legible(path.split(separator: "/").last.map(String.init) ?? path)
    title = name.dropLast(4).drop { ("0"..."9").contains($0) || "-_. ".contains($0) }.description
  }

  /// Hands the title on as a line and the records as rows; throws what is wrong with the CSV.
  func read(from files: InputFiles, into recogniser: inout TableRecogniser) throws(UnusableInput) {
    let file = InputFile.displayName(of: path)
    recogniser.begin(file)
    let limits = CSVLimits(fieldBytes: 4 * PublicationLimits.characters, fields: PublicationLimits.columns)
    let (records, problems) = CSVDocument.parse(
      try files.text(of: path, atMost: PublicationLimits.bytes), limits: limits)
    let place = SourceLocation(file: file)
    guard problems.isEmpty else { throw UnusableInput(problems.map { Problem(at: place, $0.message) }) }
    recogniser.take(line: title, at: 1)
    for record in records {
      var row = GridRow(line: record.line)
      for field in record.fields {
        try row.append(utf8: CSVWriter.originalText(of: field).utf8, in: file, line: record.line)
      }
      try recogniser.take(row)
    }
  }
}
