extension TableForm {
  /// The header as a table holds it, the row of 栏次 last where there is one.
  package var headerRows: [HeaderRow] {
    header.enumerated().map { index, cells in
      HeaderRow(
        cells.map { HeaderCell($0.text, columns: $0.columns, rows: $0.rows) },
        isColumnNumbers: columnNumbers && index == header.count - 1)
    }
  }
}
