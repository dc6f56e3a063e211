/// The data table of a whole department as it is printed.
package struct BasicDataGrid {
  private let data: BasicData
  private let form: OverallForm
  /// A column for the labels, and six that amounts take two of each.
  package let width = 7

  package init(_ data: BasicData, form: OverallForm) {
    self.data = data
    self.form = form
  }

  /// Rows whose merged cells reach no further.
  package var blocks: [[[EvaluationGrid.Cell]]] { [staffing, expenses, buildings, [thrift]] }

  private typealias Cell = EvaluationGrid.Cell

  private func text(_ text: String) -> String { OverallForm.text(text, year: data.year) }

  private func value(_ cell: PrintedCell, _ row: String, _ column: String, columns: Int) -> Cell {
    Cell(
      role: .value, text: cell.text, columns: columns, address: BasicData.address(row, column), isNumber: true)
  }

  private func headings(_ block: [String], columns: Int) -> [Cell] {
    block.map { Cell(role: .columnHeading, text: text($0), columns: columns) }
  }

  private var staffing: [[Cell]] {
    let caption = Cell(role: .rowHeading, text: text(form.staffing.caption), columns: 1, rows: 2)
    let cells = [("编制数", data.authorised), ("在职人数", data.inService), ("控制率", data.staffRate)]
    return [
      [caption] + headings(form.staffing.columns, columns: 2),
      cells.map { value($0.1, BasicData.staffing, $0.0, columns: 2) },
    ]
  }

  private var expenses: [[Cell]] {
    let caption = Cell(role: .columnHeading, text: text(form.expenses.caption), columns: 1)
    return [[caption] + headings(form.expenses.columns, columns: 2)]
      + data.expenses.map { row in
        let label = row.isFund ? row.name : form.expenses.rows.first { $0.name == row.name }?.label ?? row.name
        return [Cell(role: .rowHeading, text: label, columns: 1)]
          + ExpenseColumn.allCases.map { value(row[$0], row.name, $0.rawValue, columns: 2) }
      }
  }

  private var buildings: [[Cell]] {
    let caption = Cell(
      role: .rowHeading, text: text(form.buildings.caption), columns: 1, rows: data.buildings.count + 1)
    return [[caption] + headings(form.buildings.columns, columns: 1)]
      + data.buildings.enumerated().map { index, building in
        zip(BasicData.buildingCells, building.cells).map {
          value($1, "楼堂馆所.\(index + 1)", $0, columns: 1)
        }
      }
  }

  private var thrift: [Cell] {
    [
      Cell(role: .rowHeading, text: form.thrift, columns: 1),
      Cell(
        role: .value, text: data.thrift.text, columns: width - 1, address: BasicData.address(form.thrift, "说明")),
    ]
  }
}
