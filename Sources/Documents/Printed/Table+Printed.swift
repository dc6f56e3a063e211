package import Tables

extension Table {
  /// The table as it is printed.
  package var printed: PrintedGrid {
    PrintedGrid(
      name: id.rawValue, fileName: fileName, layout: nil, title: title, formCode: formCode, unitLine: unitLine,
      period: period, currency: currency, caption: "\(title)（\(currency)）", isWide: isWide, header: header,
      blocks: [rows.map { PrintedGrid.Row($0.cells.map(\.printed), isTotal: $0.isTotal) }], notes: notes,
      width: rows.reduce(width) { max($0, $1.cells.reduce(0) { $0 + $1.columns }) })
  }
}

extension Cell {
  fileprivate var printed: PrintedGrid.Cell {
    switch content {
    case .label(let text): .init(isRowHeading ? .rowName(text, indent: indent) : .words(text), columns: columns)
    case .number(let text): .init(.number(text), columns: columns)
    case .figure(let figure): .init(.figure(figure), columns: columns)
    case .unread(let address, let text, let place):
      .init(.words(text), columns: columns, unread: place.map { (address.description, $0) })
    case .empty: .init(.empty, columns: columns)
    }
  }
}
