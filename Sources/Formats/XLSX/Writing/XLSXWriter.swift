/// The writing of XLSX workbooks, always the same for the same workbook.
package enum XLSXWriter {
  private static let styleLimit = 64_000
  private static let partLimit = Int(Int32.max)

  /// The file of a workbook; its memory is several times that of the file.
  ///
  /// What a spreadsheet program would have to repair is not written but thrown.
  package static func bytes(of workbook: WorkbookOutput, deflates: Bool = true) throws(XLSXWriterError) -> [UInt8] {
    try WorkbookOutputCheck.check(workbook)
    let parts = WorkbookParts(workbook)
    guard parts.styleCount <= styleLimit else { throw XLSXWriterError(.tooManyStyles(limit: styleLimit)) }
    guard parts.all.reduce(0, { $0 + $1.utf8.count }) <= partLimit else { throw XLSXWriterError(.tooLarge) }
    var archive = ZIPWriter()
    for part in parts.all { archive.add(part.name, part.utf8) }
    return archive.archive
  }
}
