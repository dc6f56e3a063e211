package import Accounts
package import Documents
import Formats
package import Tables

/// A ledger as a workbook for filling in: a sheet for each of the schema, lists to choose from, help on every heading,
/// and formulas that show while one types whether the sums agree.
///
/// The ledger reader reads it back unchanged.
package struct LedgerWorkbook {
  private let schema: LedgerSchema
  private let codes: CodeBook
  private let library: TemplateLibrary
  private let checks: [LedgerCheck]
  private let tasks: LedgerTasks

  /// A workbook after a schema, with the codes of a year to choose from, for what is printed in a form, or in none in particular;
  /// throws when the built-in data is damaged.
  package init(schema: LedgerSchema, codes: CodeBook, library: TemplateLibrary, form: Form? = nil) throws {
    self.schema = schema
    self.codes = codes
    self.library = library
    checks = try LedgerCheck.standard()
    tasks = try LedgerTasks(schema, sides: form?.sidesOfThreePublic ?? [])
  }

  /// The file with a ledger's rows by sheet, and with the tables that it brings instead of 收入, 支出 and 结转结余; throws
  /// ``LedgerWorkbookError`` when a text is too long for a cell.
  package func bytes(
    of rows: [SheetID: [RowFields]], given: TableSet? = nil, title: String
  ) throws(LedgerWorkbookError) -> [UInt8] {
    do throws(XLSXWriterError) {
      return try XLSXWriter.bytes(of: workbook(of: rows, given: given, title: title))
    } catch {
      throw LedgerWorkbookError(message: "juesuan: 错误: \(error.message)")
    }
  }

  /// The workbook before it is a file.
  func workbook(of rows: [SheetID: [RowFields]], given: TableSet? = nil, title: String) -> WorkbookOutput {
    var lists = ChoiceLists()
    // The unit's own codes are chosen and named like the others.
    var codes = codes
    for row in (rows[.ownCodes] ?? []).compactMap(OwnCodeRow.init)
    where codes.entry(row.classification, row.code) == nil {
      codes.add(CodeBook.Entry(code: row.code, name: row.name, group: "", evidence: .ledger), to: row.classification)
    }
    func isThere(_ sheet: SheetID) -> Bool { given == nil || !sheet.isGivenByTables }
    let toDo = TasksSheet(schema, tasks, codes: codes, isThere: isThere)
    let sheets = schema.sheets.filter { isThere($0.id) }.map { sheet in
      var output = LedgerSheet(sheet, of: schema, codes: codes).output(of: rows[sheet.id] ?? [], lists: &lists)
      toDo.mark(sheet.id, in: &output, downTo: LedgerSheet.lastRow)
      return output
    }
    var places = PlacedFigures()
    let tables = (given?.tables ?? []).map { table in
      GridSheet.output(of: table.printed, name: table.id.publicName, banner: "", figures: &places)
    }
    // A formula over a sheet that is not there could not be computed.
    let checks = checks.filter { ($0.left + $0.right).allSatisfy { isThere($0.sheet) } }
    let guide = library.text(given == nil ? "workbook/guide.txt" : "workbook/guide-tables.txt")
    var workbook = WorkbookOutput(
      sheets: [GuideSheet.output(guide), toDo.output(on: rows, beside: sheets)] + sheets + tables + [
        LedgerChecksSheet(schema, checks).output(on: rows),
        CodesSheet.output(.functionCodes, codes.entries(.function)),
        CodesSheet.output(.economicCodes, codes.entries(.economic)),
        lists.output,
      ])
    workbook.definedNames = toDo.names
    workbook.properties.title = title
    workbook.recalculatesOnOpening = true
    return workbook
  }
}

/// A ledger that no workbook can hold.
package struct LedgerWorkbookError: Error, Sendable {
  /// What is wrong with it, in Chinese.
  package let message: String
}
