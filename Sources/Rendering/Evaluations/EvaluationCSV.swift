package import Documents
import Evaluations
import Formats

/// A self-evaluation table as CSV for spreadsheets and programs: its rows as printed, without merged cells.
package enum EvaluationCSV {
  /// UTF-8 with a byte order mark, which Excel needs to take it for UTF-8.
  ///
  /// Text that a spreadsheet would take for a formula is kept text with a leading apostrophe.
  package static func bytes(of form: EvaluationForm) -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: true)
    // What the table is, a reader knows by its title.
    for line in [form.title, form.period] { writer.write([.text(line)]) }
    for row in form.rows.flat {
      writer.write(row.map { PrintedNumber($0) == nil ? .text($0) : .number($0) })
    }
    return writer.utf8
  }
}
