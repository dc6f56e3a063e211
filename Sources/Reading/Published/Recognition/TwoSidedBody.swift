import Accounts
import Tables

extension TableBody {
  /// Reads a row with a line on the left and one on the right (01, 04): label, 行次, figures; label, 行次, figures.
  ///
  /// The places of 行次 are there only where the form prints them.
  mutating func readTwoSided(_ row: GridRow, _ left: LineIndex, _ right: LineIndex, isNumbered: Bool) {
    let slots = Slots(row, shape.width)
    let labels = isNumbered ? 2 : 1
    let middle = labels + 1
    let (leftCells, _) = side(
      slots, 0..<middle, left, isNumbered: isNumbered, firstColumn: 1, after: \.lastLines.left)
    let (rightCells, line) = side(
      slots, middle..<max(middle + 1, shape.width), right, isNumbered: isNumbered, firstColumn: 2,
      after: \.lastLines.right)
    let isTotal = line.map { $0.category == nil && $0.item?.holds("计") == true } ?? false
    append(Row(leftCells + rightCells, isTotal: isTotal))
  }

  private mutating func side(
    _ slots: Slots, _ range: Range<Int>, _ index: LineIndex, isNumbered: Bool, firstColumn: Int,
    after last: WritableKeyPath<TableBody, Int>
  ) -> (cells: [Cell], line: TableForm.Line?) {
    let all = range.map { slots[$0] }
    func unread() -> ([Cell], TableForm.Line?) { (all.map { wordCell($0.text) }, nil) }
    let isBlank = all.allSatisfy { $0.text.isEmpty }
    if isBlank, isNumbered { return unread() }
    let label = slots[range.lowerBound]
    let summary = all.filter { !$0.text.isEmpty }.map(\.text).joined(separator: " ")
    let line: TableForm.Line
    if isNumbered {
      let number = slots[range.lowerBound + 1]
      // A line with a number of its own and nothing in it fills the side that has fewer lines.
      if all.enumerated().allSatisfy({ $0.offset == 1 || $0.element.text.isEmpty }), number.text.lineNumber != nil,
        index.line(label: "", number: number.text.lineNumber) == nil
      {
        return (all.enumerated().map { $0.offset == 1 ? Cell(.number($0.element.text)) : Cell(.empty) }, nil)
      }
      guard let printed = number.text.lineNumber else {
        report(number.line, summary, "行次的位置上不是行次，可能错了列，没有读")
        return unread()
      }
      guard let found = index.line(label: label.text, number: printed) else {
        report(label.line, summary, "\(shape.form.name)没有这一行")
        return unread()
      }
      line = found
    } else {
      guard let found = index.line(label: label.text, after: self[keyPath: last]) else {
        if !isBlank { report(label.line, summary, "\(shape.form.name)没有这一行，或它应在前面") }
        return unread()
      }
      self[keyPath: last] = found.place
      line = found.line
    }
    guard take(String(line.line)) else {
      report(label.line, summary, "\(shape.form.name)的这一行前面已经有了，没有再读")
      return unread()
    }
    let isNamed = line.item != nil || line.category != nil
    var cells = [Cell(label.text.isEmpty ? .empty : .label(label.text), isRowHeading: isNamed)]
    if isNumbered { cells.append(Cell(.number(slots[range.lowerBound + 1].text))) }
    let labels = cells.count
    for column in range.dropFirst(labels) {
      cells.append(figure(String(line.line), firstColumn + column - range.lowerBound - labels, slots[column]))
    }
    return (cells, line)
  }
}
