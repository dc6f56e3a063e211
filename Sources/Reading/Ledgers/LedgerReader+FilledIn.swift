package import Accounts

extension LedgerReader {
  /// Whether a file is a ledger in which something is filled in: any row of any sheet but for the year alone, which a blank
  /// workbook has too. True also of a workbook that cannot be looked into, which may be one; false of any other file.
  ///
  /// Throws where the file cannot be read.
  package func isFilledIn(_ path: String) throws(UnusableInput) -> Bool {
    let bytes = try InputFile.bytes(of: path)
    let kind = try FileKinds.standard().kind(of: bytes)
    if let kind, !kind.isReadable { return [.workbook, .locked].contains(kind.holds) }
    let file = InputFile.displayName(of: path)
    let ledger: RawLedger?
    if kind != nil {
      ledger = try? WorkbookLedger(bytes, file: file, schema: schema).ledger()
      if ledger == nil { return true }
    } else {
      ledger = try? JSONLedger(InputFile.decoded(bytes, of: path), file: file, schema: schema).ledger()
    }
    return ledger?.sheets.contains { sheet in
      // What cannot be read may be anything.
      sheet.headings.isEmpty || sheet.rows.contains { isFilledIn($0, of: sheet) }
    } ?? false
  }

  private func isFilledIn(_ row: RawSheet.Row, of sheet: RawSheet) -> Bool {
    let item = schema.sheet(sheet.id)?.columns.first { $0.type == .item }?.heading.foldedForComparison
    var named: String?
    var isFilled = false
    for (index, cell) in row.cells.enumerated() where cell.isUnreadable || !cell.text.trimmed.isEmpty {
      if index < sheet.headings.count, sheet.headings[index].text.foldedForComparison == item {
        named = schema.sheet(sheet.id)?.item(named: cell.text)?.id
      } else {
        isFilled = true
      }
    }
    return isFilled && !(sheet.id == .unit && named == UnitItem.year.rawValue)
  }
}
