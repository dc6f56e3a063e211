import Checks
package import Tables
import Workbooks

/// The tables of a disclosure as a workbook: each as a sheet that looks like the page, and a sheet of the identities
/// between them.
package enum DisclosureWorkbook {
  /// The name of the file in a package.
  package static let fileName = "决算公开.xlsx"

  /// The file; the same tables give the same bytes on every machine. Throws ``LedgerWorkbookError`` when a text is too
  /// long for a cell, or when the built-in checks are damaged.
  package static func bytes(of tables: TableSet, title: String, isDraft: Bool, form: Form) throws -> [UInt8] {
    do {
      return try XLSXWriter.bytes(of: workbook(of: tables, title: title, isDraft: isDraft, form: form), deflates: false)
    } catch let error as XLSXWriterError {
      throw LedgerWorkbookError(message: "juesuan: 错误: \(fileName): \(error.message)")
    }
  }

  /// The workbook before it is a file.
  static func workbook(of tables: TableSet, title: String, isDraft: Bool, form: Form) throws -> WorkbookOutput {
    var figures = PlacedFigures()
    var names: Set<String> = [IdentitiesSheet.name]
    var sheets = tables.tables.map { table in
      TableSheet.output(
        of: table, name: name(of: table, besides: &names), banner: isDraft ? "仅供内部审核" : "", figures: &figures)
    }
    let relations = try Checker(form: form, codes: nil).relations(between: tables)
    var totals = TotalFormulas(figures)
    for relation in relations {
      guard let (total, content) = totals.formula(of: relation),
        let index = sheets.firstIndex(where: { $0.name == total.sheet })
      else { continue }
      sheets[index].cells[total.cell]?.content = content
    }
    let titles = Dictionary(
      try Rule.all().map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    sheets.append(IdentitiesSheet(figures, titles: titles).output(of: relations))
    var workbook = WorkbookOutput(sheets: sheets)
    workbook.properties.title = title
    return workbook
  }

  /// 公开01, or where a form has no codes the title as far as a tab allows.
  private static func name(of table: Table, besides taken: inout Set<String>) -> String {
    let code = table.formCode.hasSuffix("表") ? String(table.formCode.dropLast()) : table.formCode
    let wanted = (code.isEmpty ? table.title : code).filter { !":\\/?*[]'".contains($0) && !$0.isNewline }
    var name = String(wanted.prefix(27))
    if name.isEmpty { name = table.id.rawValue }
    if !taken.insert(name).inserted {
      name += "-" + table.id.rawValue
      taken.insert(name)
    }
    return name
  }
}
