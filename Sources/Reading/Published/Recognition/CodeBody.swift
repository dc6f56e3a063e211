import Accounts
import Formats
import Tables

extension TableBody {
  /// Reads a row of function codes (02, 03, 05, 07, 08): code, name, figures; 合计 stands in either of the first two.
  mutating func readFunctionCode(_ row: GridRow) {
    let slots = Slots(row, shape.width)
    let (code, name) = (slots[0], slots[1])
    let joined = codeAndName(code, name)
    let words = [code.text, name.text].map { comparableWords($0) }.filter { !$0.isEmpty }
    if words == ["合计"] {
      let label = code.text.isEmpty ? name.text : code.text
      append(Row([Cell(.label(label), columns: 2, isRowHeading: true)] + figures("合计", slots), isTotal: true))
    } else if let digits = FunctionCode(joined.code), !name.text.isNumber, !(name.text.isEmpty && hasWords(slots)) {
      let indent = (digits.level.rawValue - 3) / 2
      checkName(name)
      // Some places print the code again before the name.
      let named =
        joined.name.begins(with: digits.digits)
        ? String(joined.name.dropFirst(digits.digits.count)).trimmed : joined.name
      let heading = Cell(.label(CodedName.withoutLevel(named)), isRowHeading: true, indent: indent)
      append(Row([Cell(.number(digits.digits)), heading] + figures(digits.digits, slots)))
    } else {
      let isMoved = FunctionCode(code.text) != nil
      report(
        code.line, row.summary, isMoved ? "科目名称的位置上是数，可能错了列，没有读" : "既不是科目编码（三、五或七位数字），也不是合计，没有读")
      keepWords(row)
    }
  }

  /// A code and the name beside it; both may stand in the cell of the code, where that has no other.
  private func codeAndName(_ code: Slot, _ name: Slot) -> (code: String, name: String) {
    guard name.text.isEmpty, let named = CodedName([code.text]),
      named.name.unicodeScalars.first?.properties.isIdeographic ?? false
    else { return (code.text, name.text) }
    return (named.code, named.name)
  }

  /// Whether words stand where figures should.
  private func hasWords(_ slots: Slots) -> Bool {
    shape.columns.indices.contains { index in
      slots[2 + index].text.unicodeScalars.contains { $0.properties.isIdeographic }
    }
  }

  private mutating func figures(_ address: String, _ slots: Slots) -> [Cell] {
    var cells: [Cell] = []
    for (index, column) in shape.columns.enumerated() { cells.append(figure(address, column, slots[2 + index])) }
    return cells
  }

  /// Reads a row of blocks of economic codes side by side (06), or the row of their totals.
  mutating func readBlocks(_ row: GridRow, _ totals: [String: String]) {
    if row.cells.contains(where: { totals[comparableWords($0.text)] != nil }) {
      readBlockTotals(row, totals)
      return
    }
    let slots = Slots(row, shape.width)
    var cells: [Cell] = []
    for start in stride(from: 0, to: shape.width - 2, by: 3) {
      let (code, name, figure) = (slots[start], slots[start + 1], slots[start + 2])
      let joined = codeAndName(code, name)
      if code.text.isEmpty, name.text.isEmpty, figure.text.isEmpty {
        cells += Array(repeating: Cell(.empty), count: 3)
      } else if let digits = EconomicCode(joined.code), !name.text.isNumber {
        checkName(name)
        cells.append(Cell(.number(digits.digits)))
        cells.append(Cell(.label(joined.name), isRowHeading: true, indent: digits.level == .category ? 0 : 1))
        cells.append(self.figure(digits.digits, 1, figure))
      } else {
        let text = [code, name, figure].map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
        report(
          code.line, text,
          EconomicCode(code.text) == nil ? "不是经济分类科目编码（三或五位数字），没有读" : "科目名称的位置上是数，可能错了列，没有读")
        cells += [code, name, figure].map { wordCell($0.text) }
      }
    }
    append(Row(cells))
  }

  /// Reads 人员经费合计 and 公用经费合计: a label, and the next figure wherever under its blocks it is printed.
  mutating func readBlockTotals(_ row: GridRow, _ totals: [String: String]) {
    let filled = row.filled
    var cells: [Cell] = []
    var covered = 0
    for (index, cell) in filled.enumerated() {
      guard let address = totals[comparableWords(cell.text)] else { continue }
      let rest = filled[(index + 1)...].prefix { totals[comparableWords($0.text)] == nil }
      let end = index + 1 + rest.count < filled.count ? filled[index + 1 + rest.count].column : shape.width
      guard rest.count <= 1, take(address) else {
        report(cell.line, row.summary, rest.count > 1 ? "合计之后不止一个数，没有读" : "这个合计前面已经有了，没有再读")
        keepWords(row)
        return
      }
      if cell.column > covered { cells.append(Cell(.empty, columns: cell.column - covered)) }
      let slot =
        rest.first.map { Slot(text: $0.text, line: $0.line, column: $0.column, fen: $0.fen, seen: $0.seen) }
        ?? Slot(text: "", line: cell.line, column: cell.column + 1)
      cells.append(Cell(.label(cell.text), columns: max(1, end - cell.column - 1), isRowHeading: true))
      cells.append(figure(address, 1, slot))
      covered = end
    }
    append(Row(cells, isTotal: true))
  }
}
