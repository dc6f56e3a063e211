package import Accounts
import Formats

/// A ledger as a folder of CSV files, a file a sheet, which the ledger reader reads back unchanged; amounts in 元.
package enum LedgerFolder {
  /// The files of a ledger: a sheet without rows has none, unless every ledger has it.
  package static func contents(of ledger: Ledger) -> PackageContents {
    var files: [(path: String, bytes: [UInt8])] = []
    for sheet in ledger.schema.sheets {
      let rows = ledger.rows(of: sheet.id)
      guard !rows.isEmpty || sheet.required else { continue }
      var writer = CSVWriter(byteOrderMark: true)
      writer.write(sheet.columns.map { .text($0.heading) })
      for row in rows {
        writer.write(
          sheet.columns.map { column in
            guard let value = row.values[column.id] else { return .text("") }
            return switch value {
            case .text: .text(sheet.written(value, in: column))
            case .amount, .count: .number(sheet.written(value, in: column))
            }
          })
      }
      files.append((fileName(of: sheet), writer.utf8))
    }
    return PackageContents(files: files)
  }

  /// The names that its files have.
  package static func names() throws -> Set<String> {
    Set(try LedgerSchema.standard().sheets.map(fileName))
  }

  private static func fileName(of sheet: LedgerSchema.Sheet) -> String { sheet.title + ".csv" }
}
