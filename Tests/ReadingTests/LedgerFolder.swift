import Accounts
import Formats
import Reading
import TestSupport

/// A folder of CSV files that is gone with the last use of it: a small sound ledger, but for the files a test gives.
struct LedgerFolder {
  private let folder: TemporaryFolder

  static let sound: [String: String] = [
    "单位信息.csv": "项目,内容\n单位名称,某局\n年度,2024\n公开口径,单位\n单位性质,行政单位\n",
    "收入.csv": "功能科目编码,收入来源,金额\n2013801,一般公共预算财政拨款,100.00\n",
    "支出.csv": "功能科目编码,支出性质,资金性质,经济科目编码,金额\n2013801,基本支出,一般公共预算财政拨款,30101,100.00\n",
  ]

  init(_ files: [String: String] = [:], without missing: Set<String> = []) throws {
    folder = try TemporaryFolder(
      Self.sound.merging(files, uniquingKeysWith: { $1 }).filter { !missing.contains($0.key) }
        .mapValues { Array($0.utf8) })
  }

  /// A ledger as CSV files under the headings of a schema; its texts stand as they are, without the apostrophe that keeps
  /// formulas off.
  init(_ ledger: Ledger, _ schema: LedgerSchema) throws {
    folder = try TemporaryFolder()
    for sheet in schema.sheets {
      let records =
        [sheet.columns.map { CSVField.number($0.heading) }]
        + ledger.rows(of: sheet.id).map { row in
          sheet.columns.map { column in
            CSVField.number(row.values[column.id].map { sheet.written($0, in: column) } ?? "")
          }
        }
      try folder.write(CSVWriter.utf8(of: records), to: sheet.title + ".csv")
    }
  }

  var path: String { folder.path }

  func write(_ bytes: [UInt8], to name: String) throws { try folder.write(bytes, to: name) }

  func makeFolder(_ name: String) throws { try folder.makeFolder(name) }

  func ledger(_ name: String? = nil) throws -> Ledger {
    try LedgerReader().ledger(at: name.map { path + "/" + $0 } ?? path)
  }

  /// What is wrong with the ledger, as the user reads it, with 账 for the path of the folder.
  func messages(_ name: String? = nil) throws -> [String] {
    do {
      _ = try ledger(name)
      return []
    } catch let error as UnusableInput {
      return error.problems.map { shortened($0.message) }
    }
  }

  func shortened(_ message: String) -> String { message.replacing(path, with: "账") }
}

/// What is wrong with the sound ledger when one of its files is this.
func messages(_ name: String, _ text: String) throws -> [String] { try LedgerFolder([name: text]).messages() }

/// What is wrong with the sound ledger when one of its files has these bytes.
func messages(_ name: String, bytes: [UInt8]) throws -> [String] {
  let folder = try LedgerFolder()
  try folder.write(bytes, to: name)
  return try folder.messages()
}

/// The bytes written as pairs of hexadecimal digits.
func bytes(hex: String) -> [UInt8] {
  let digits = hex.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
}
