package import Checks
package import Documents
import Formats
import Tables

/// The tables of a disclosure as a workbook: each as a sheet that looks like the page, and a sheet of the identities
/// between them.
package enum DisclosureWorkbook {
  /// The name of the file in a package.
  package static let fileName = "决算公开.xlsx"

  /// The file; the same tables give the same bytes on every machine. Throws ``LedgerWorkbookError`` when a text is too
  /// long for a cell.
  ///
  /// `examination` is of its tables, and `report` what came of checking them.
  package static func bytes(
    of document: Document, examination: Examination, report: CheckReport, isDraft: Bool = false
  ) throws(LedgerWorkbookError) -> [UInt8] {
    do throws(XLSXWriterError) {
      return try XLSXWriter.bytes(
        of: workbook(of: document, examination: examination, report: report, isDraft: isDraft))
    } catch {
      throw LedgerWorkbookError(message: "juesuan: 错误: \(fileName): \(error.message)")
    }
  }

  /// The workbook before it is a file.
  static func workbook(
    of document: Document, examination: Examination, report: CheckReport, isDraft: Bool
  ) -> WorkbookOutput {
    var figures = PlacedFigures()
    var names = Set([IdentitiesSheet.name, CoverSheet.name] + document.evaluationForms.map(\.sheetName))
    let banner = isDraft ? "仅供内部审核" : ""
    let grids =
      examination.tables.tables.map { (name: name(of: $0, besides: &names), grid: $0.printed) }
      + document.evaluationForms.map { (name: $0.sheetName, grid: $0.printed) }
    var sheets = grids.map { GridSheet.output(of: $0.grid, name: $0.name, banner: banner, figures: &figures) }
    let relations = examination.relations
    var totals = TotalFormulas(figures)
    for relation in relations {
      guard let (total, content) = totals.formula(of: relation),
        let index = sheets.firstIndex(where: { $0.name == total.sheet })
      else { continue }
      sheets[index].cells[total.cell]?.content = content
    }
    sheets.append(IdentitiesSheet(figures, titles: examination.titles).output(of: relations, results: report.results))
    let cover = CoverSheet.output(of: document, tables: examination.tables, banner: banner)
    var workbook = WorkbookOutput(sheets: [cover] + sheets)
    workbook.properties.title = document.title
    return workbook
  }

  /// 公开01, or where a form has no codes the title as far as a tab allows.
  static func name(of table: Table, besides taken: inout Set<String>) -> String {
    let code = table.formCode.hasSuffix("表") ? String(table.formCode.dropLast()) : table.formCode
    var name = ""
    for scalar in (code.isEmpty ? table.title : code).unicodeScalars {
      // A tab takes 31 units; some are left for what tells two of one name apart.
      guard name.utf16.count < 27 else { break }
      if scalar.value >= 0x20, !":\\/?*[]'".unicodeScalars.contains(scalar) { name.unicodeScalars.append(scalar) }
    }
    if name.isEmpty { name = table.id.rawValue }
    if !taken.insert(name.lowercased()).inserted {
      name += "-" + table.id.rawValue
      taken.insert(name.lowercased())
    }
    return name
  }
}
