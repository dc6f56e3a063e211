import Accounts
import Formats

/// A ledger as a workbook with a sheet for each sheet of the schema, bearing its title.
struct WorkbookLedger {
  /// Far more than the largest department's sheet; what cells cost in memory is bounded by it.
  private static let limits = XLSXLimits(rows: 300_000, cells: 5_000_000, textBytes: 1 << 20)

  private let bytes: [UInt8]
  private let file: String
  private let schema: LedgerSchema

  /// A ledger of the bytes of a workbook, which messages call `file`.
  init(_ bytes: [UInt8], file: String, schema: LedgerSchema) {
    self.bytes = bytes
    self.file = file
    self.schema = schema
  }

  /// Whether bytes are a workbook with a sheet by which a ledger is known.
  static func isLedger(_ bytes: [UInt8], _ schema: LedgerSchema) -> Bool {
    guard let workbook = try? XLSXWorkbook(bytes, limits: limits) else { return false }
    let title = schema.title(.unit).foldedForComparison
    return workbook.sheets.contains { $0.name.foldedForComparison == title }
  }

  /// The raw rows of every sheet, and all problems of all sheets; throws when the file is no workbook.
  ///
  /// The sheets that help to fill it in are passed over, and so are blank ones; a sheet with something in it that is
  /// none of the schema's is a problem, since its rows would silently be missing.
  func ledger() throws(UnusableInput) -> RawLedger {
    let workbook: XLSXWorkbook
    do throws(XLSXError) {
      workbook = try XLSXWorkbook(bytes, limits: Self.limits)
    } catch {
      throw UnusableInput([Problem(at: SourceLocation(file: file), error.message)])
    }
    var ledger = RawLedger()
    let companions = Set(LedgerSchema.Companion.allCases.map(\.rawValue.foldedForComparison))
    var given: [String] = []
    for sheet in workbook.sheets where sheet.hasCells && !companions.contains(sheet.name.foldedForComparison) {
      if GivenTablesReader.isTitle(sheet.name) {
        given.append(sheet.name)
      } else {
        take(sheet, of: workbook, into: &ledger)
      }
    }
    if !given.isEmpty { try GivenTablesReader(bytes, file: file, sheets: given).read(into: &ledger) }
    ledger.notices += workbook.notices.filter(isWorthTelling).map { "\(file): 提醒: \($0.message)" }
    return ledger
  }

  /// Hidden sheets that were read are told of with their rows, and hidden ones of our own are to be hidden.
  private func isWorthTelling(_ notice: XLSXNotice) -> Bool {
    if case .hiddenSheet = notice { false } else { true }
  }

  private func take(_ sheet: XLSXSheet, of workbook: XLSXWorkbook, into ledger: inout RawLedger) {
    // A cell is needed for the place to be that of a sheet; the first is as good as any.
    let place = SourceLocation(file: file, sheet: sheet.name, cell: "A1")
    let name = sheet.name.foldedForComparison
    let known = schema.sheets.first { $0.title.foldedForComparison == name }
    do throws(XLSXError) {
      guard let known else {
        guard try !isBlank(sheet, of: workbook) else { return }
        ledger.problems.append(
          Problem(
            at: place, found: "工作表名不是账里的表",
            expected: "应是下列之一：\(schema.sheets.map(\.title).joined(separator: "、"))，或给定的公开表（公开01 至 公开10）",
            advice: "请改名，或把它移到别的工作簿"))
        return
      }
      if let first = ledger.sheets.first(where: { $0.id == known.id }) {
        ledger.problems.append(
          Problem(
            at: place, found: "“\(known.title)”已有工作表“\(first.place.sheet ?? "")”", expected: "每张表应只有一张工作表",
            advice: "请合并，或把其中一张移到别的工作簿"))
        return
      }
      var grid = LedgerGrid(known, of: schema, place: place)
      var rows = try workbook.rows(of: sheet)
      while let row = try rows.next() { grid.take(row) }
      ledger.sheets.append(grid.sheet(merged: rows.mergedRanges))
      ledger.notices += grid.notices(of: sheet, hiddenColumns: rows.hiddenColumns)
    } catch {
      let problem = Problem(at: SourceLocation(file: file), error.message)
      if let known {
        ledger.sheets.append(.unreadable(known.id, place, [problem]))
      } else {
        ledger.problems.append(problem)
      }
    }
  }

  private func isBlank(_ sheet: XLSXSheet, of workbook: XLSXWorkbook) throws(XLSXError) -> Bool {
    var rows = try workbook.rows(of: sheet)
    while let row = try rows.next() {
      if row.cells.contains(where: { $0.value != .blank }) { return false }
    }
    return true
  }
}
