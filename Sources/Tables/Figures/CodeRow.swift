import Accounts

extension Table {
  /// A row of a code table: the code, the name beside it, and where it stands.
  package struct CodeRow {
    /// The digits.
    package let code: String
    /// What is printed beside it; empty where that could not be read.
    package let name: String
    /// The row's first figure, which a finding marks; nil for a row without one.
    package let figure: TableFigure?
    /// The cells behind the code.
    private let cells: ArraySlice<Cell>

    /// A row whose name could not be read has none.
    fileprivate init(code: String, name: String, figure: TableFigure?, cells: ArraySlice<Cell>) {
      self.code = code
      self.name = name.isLegible ? name : ""
      self.figure = figure
      self.cells = cells
    }

    /// The row's figures.
    package var figures: [TableFigure] {
      cells.compactMap { if case .figure(let figure) = $0.content { figure } else { nil } }
    }
  }

  /// The rows with a code, in order; none in 01, 04, 09 and 10, whose digits are 行次.
  package var codeRows: [CodeRow] {
    guard ![TableID.t01, .t04, .t09, .t10].contains(id) else { return [] }
    var found: [CodeRow] = []
    for row in rows {
      for (index, cell) in row.cells.enumerated() {
        guard case .number(let code) = cell.content else { continue }
        var name = ""
        var first: TableFigure?
        let rest = row.cells[(index + 1)...]
        for cell in rest {
          if case .label(let text) = cell.content, name.isEmpty { name = text }
          if case .figure(let figure) = cell.content {
            first = figure
            break
          }
        }
        found.append(CodeRow(code: code, name: name, figure: first, cells: rest))
      }
    }
    return found
  }
}
