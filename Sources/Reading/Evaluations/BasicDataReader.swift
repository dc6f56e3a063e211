import Accounts
import Evaluations
import Formats

/// Reads the data table (基础数据表) beside the evaluation of a whole department, from its title on.
///
/// Every cell stands below the heading of its column; what is left of a table that lost a block is read all the same.
struct BasicDataReader {
  let form: OverallForm
  let file: String

  private enum Block {
    case none
    case staffing([Int])
    case expenses([Int])
    case buildings([Int])
    case done
  }

  private static let staffing = ["编制数", "在职人数", "控制率"]

  /// Whether cells are the headings that stand first in the table.
  static func isHeading(_ cells: some Sequence<String>) -> Bool {
    staffing.allSatisfy { word in
      cells.contains { $0.ends(with: word) }
    }
  }

  /// The table; nil when none of its blocks is found.
  func data(_ rows: ArraySlice<TextGrid.Row>) -> BasicData? {
    var data = BasicData(year: 0)
    var block = Block.none
    var found = false
    for row in rows {
      if let columns = columns(Self.staffing, of: row, exactly: 3) {
        (block, found) = (.staffing(columns), true)
      } else if let columns = columns(["年决算数", "年预算数", "年决算数"], of: row, exactly: 3) {
        (block, found) = (.expenses(columns), true)
        data.year = year(row.cells[columns[2]].folded)
      } else if let columns = columns(form.buildings.columns.map { String($0.prefix(4)) }, of: row, exactly: 6) {
        (block, found) = (.buildings(columns), true)
      } else if let label = row.filled.first, label.folded == form.thrift {
        data.thrift = row.filled.count > 1 ? printed(row.filled[1]) : .blank
        block = .done
      } else {
        take(row, in: &block, into: &data)
      }
    }
    return found ? data : nil
  }

  private func take(_ row: TextGrid.Row, in block: inout Block, into data: inout BasicData) {
    switch block {
    case .staffing(let columns):
      (data.authorised, data.inService, data.staffRate) = (
        cell(row, columns[0]), cell(row, columns[1]), cell(row, columns[2])
      )
      block = .none
    case .expenses(let columns):
      guard row.cells.count > columns[0], let label = row.cells[..<columns[0]].last(where: { !$0.text.isEmpty })
      else { return }
      guard !label.text.isUnread else {
        data.hasLostRows = true
        return
      }
      let known = form.row(labelled: label.text)
      // Funds by their own names stand below 本级专项资金 alone.
      let isBelowFunds = data.expenses.last.map { $0.isFund || form.row(labelled: $0.name)?.isHead == true } ?? false
      guard known != nil || isBelowFunds else {
        // What stands in a row that the form lacks may be a part of any sum.
        if columns.contains(where: { cell(row, $0).number != nil }) { data.hasLostRows = true }
        return
      }
      var expense = BasicData.Expense(name: known?.name ?? label.text, isFund: known == nil)
      for (column, index) in zip(ExpenseColumn.allCases, columns) { expense[column] = cell(row, index) }
      data.expenses.append(expense)
    case .buildings(let columns):
      data.buildings.append(.init(columns.map { cell(row, $0) }))
    case .none, .done: return
    }
  }

  /// The columns whose headings hold certain words, from left to right; nil unless there are so many.
  private func columns(_ words: [String], of row: TextGrid.Row, exactly count: Int) -> [Int]? {
    var columns: [Int] = []
    for (index, cell) in row.cells.enumerated()
    where columns.count < count && cell.folded.contains(words[columns.count]) {
      columns.append(index)
    }
    return columns.count == count ? columns : nil
  }

  private func year(_ heading: String) -> Int { Int(heading.prefix { $0.isASCII && $0.isNumber }) ?? 0 }

  private func cell(_ row: TextGrid.Row, _ index: Int) -> PrintedCell {
    row.cells.indices.contains(index) ? printed(row.cells[index]) : .blank
  }

  private func printed(_ cell: TextGrid.Cell) -> PrintedCell {
    cell.text.isEmpty ? .blank : .read(cell.text, place: cell.place(in: file))
  }
}
