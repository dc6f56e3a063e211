import Tables

extension TableBody {
  /// Reads a row with a line on the left and one on the right (01, 04): label, 行次, figures; label, 行次, figures.
  mutating func readTwoSided(_ row: GridRow, _ left: LineIndex, _ right: LineIndex) {
    let slots = Slots(row, shape.width)
    let (leftCells, _) = side(slots, 0..<3, left, firstColumn: 1)
    let (rightCells, line) = side(slots, 3..<max(4, shape.width), right, firstColumn: 2)
    let isTotal = line.map { $0.category == nil && $0.item?.contains("计") == true } ?? false
    append(Row(leftCells + rightCells, isTotal: isTotal))
  }

  private mutating func side(
    _ slots: Slots, _ range: Range<Int>, _ index: LineIndex, firstColumn: Int
  ) -> (cells: [Cell], line: TableForm.Line?) {
    let all = range.map { slots[$0] }
    func unread() -> ([Cell], TableForm.Line?) { (all.map { wordCell($0.text) }, nil) }
    guard all.contains(where: { !$0.text.isEmpty }) else { return unread() }
    let label = slots[range.lowerBound]
    let number = slots[range.lowerBound + 1]
    let summary = all.filter { !$0.text.isEmpty }.map(\.text).joined(separator: " ")
    guard let printed = number.text.lineNumber else {
      report(number.line, summary, "行次的位置上不是行次，可能错了列，没有读")
      return unread()
    }
    guard let line = index.line(label: label.text, number: printed) else {
      report(label.line, summary, "\(shape.form.formCode)没有这一行")
      return unread()
    }
    guard take(String(line.line)) else {
      report(label.line, summary, "\(shape.form.formCode)的这一行前面已经有了，没有再读")
      return unread()
    }
    let isNamed = line.item != nil || line.category != nil
    var cells = [
      Cell(label.text.isEmpty ? .empty : .label(label.text), isRowHeading: isNamed), Cell(.number(number.text)),
    ]
    for column in range.dropFirst(2) {
      cells.append(figure(String(line.line), firstColumn + column - range.lowerBound - 2, slots[column]))
    }
    return (cells, line)
  }
}
