package import Checks
package import Documents
import Evaluations
import Formats
package import Tables

/// The files of a disclosure package, by their paths inside it.
package struct PackageContents: Sendable {
  /// A kind of file that `--only` can ask for.
  package enum Format: String, Sendable, CaseIterable {
    case html, md, csv, json, xlsx, docx
  }

  /// The files in a fixed order.
  package private(set) var files: [(path: String, bytes: [UInt8])] = []

  /// Renders a disclosure, and what checking it found, in the formats asked for, with its PDF where it was printed; throws what is wrong with its
  /// templates.
  package init(
    document: Document, reviewed review: Review? = nil, form: Form, examination: Examination, report: CheckReport,
    library: TemplateLibrary,
    formats: Set<Format> = Set(Format.allCases), pdf: [UInt8]? = nil
  ) throws {
    let workbook =
      formats.contains(.xlsx)
      ? try DisclosureWorkbook.bytes(
        of: document, examination: examination, report: report, isDraft: review != nil) : nil
    if formats.contains(.html) {
      // Whoever is sent the page alone has the workbook in it.
      let parts = PageParts(
        data: workbook.map {
          [.init(file: DisclosureWorkbook.fileName, bytes: $0, type: xlsxType, id: "workbook")]
        } ?? [])
      files.append(
        ("index.html", Array(try HTMLRenderer(library).page(of: document, reviewed: review, adding: parts).utf8)))
    }
    if formats.contains(.md) {
      files.append(("index.md", Array(try MarkdownRenderer(library).page(of: document, reviewed: review).utf8)))
    }
    let beforeData = files.count
    if formats.contains(.csv) {
      let tables = examination.tables.tables.map { ("tables", $0.printed) }
      for (folder, grid) in tables + document.evaluationForms.map({ ("evaluations", $0.printed) }) {
        files.append(("\(folder)/\(grid.fileName).csv", GridCSV.bytes(of: grid)))
      }
    }
    if let workbook { files.append((DisclosureWorkbook.fileName, workbook)) }
    if formats.contains(.docx) {
      files.append((DisclosureDocument.fileName, try DisclosureDocument.bytes(of: document, reviewed: review, library)))
    }
    if let pdf { files.append((PDFPrinter.fileName, pdf)) }
    if formats.contains(.json) {
      let data = DisclosureJSON.bytes(of: document, form: form, besides: files, isDraft: review != nil)
      files.insert((DisclosureJSON.fileName, data), at: beforeData)
    }
  }

  /// Files that are no whole disclosure: what was read of one.
  init(files: [(path: String, bytes: [UInt8])]) { self.files = files }

  /// The digests of the files in hexadecimal, by their paths.
  package var digests: [String: String] {
    Dictionary(files.map { ($0.path, SHA256(of: $0.bytes).hexadecimal) }, uniquingKeysWith: { $1 })
  }
}

/// The media type of a workbook.
private let xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
