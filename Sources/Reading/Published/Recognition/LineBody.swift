import Accounts
import Tables

extension TableBody {
  /// Reads the one row of figures of 09.
  mutating func readSingle(_ row: GridRow) {
    // Words are what is left of a head whose lines were not joined, or a name: the form names no row here, and the figures of
    // one that is named stand in other columns.
    let isNamed =
      row.filled.first.map { first in
        first.text.unicodeScalars.contains { $0.properties.isIdeographic }
          && Figure(printed: first.text, unit: .money(money)) == nil
      } ?? false
    guard !isNamed else {
      report(row.line, row.summary, "\(shape.form.name)的这一行应都是数，却以字开头，没有读")
      keepWords(row)
      return
    }
    guard take("1") else {
      report(row.line, row.summary, "\(shape.form.name)只有一行数，前面已经有了，没有再读")
      keepWords(row)
      return
    }
    let slots = Slots(row, shape.width)
    var cells: [Cell] = []
    for (index, column) in shape.columns.enumerated() { cells.append(figure("1", column, slots[index])) }
    append(Row(cells))
  }

  /// Reads a row of titled lines (10): the title of a section, or label, 行次 and figure.
  mutating func readSection(_ row: GridRow, _ lines: LineIndex) {
    if shape.isSectionTitle(row.filled) {
      append(Row([Cell(.label(row.filled[0].text), columns: shape.width, isRowHeading: true)]))
      return
    }
    let slots = Slots(row, shape.width)
    let (label, number) = (slots[0], slots[1])
    guard let printed = number.text.lineNumber else {
      report(number.line, row.summary, "行次的位置上不是行次，可能错了列，没有读")
      keepWords(row)
      return
    }
    guard let line = lines.line(label: label.text, number: printed) else {
      report(label.line, row.summary, "\(shape.form.name)没有这一行")
      keepWords(row)
      return
    }
    guard take(String(line.line)) else {
      report(label.line, row.summary, "\(shape.form.name)的这一行前面已经有了，没有再读")
      keepWords(row)
      return
    }
    append(
      Row([
        wordHeading(label.text), Cell(.number(number.text)),
        figure(String(line.line), 1, slots[2], things: line.countsThings),
      ]))
  }

  private func wordHeading(_ text: String) -> Cell {
    Cell(text.isEmpty ? .empty : .label(text), isRowHeading: true)
  }
}
