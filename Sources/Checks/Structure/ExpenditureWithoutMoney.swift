import Accounts
import Tables

extension StructureCheck {
  /// C08: 项 on which fiscal money (财政拨款) was spent that had no such income in the year, together more than was carried
  /// over (年初结转和结余): the income was booked under another 项.
  static let expenditureWithoutMoney = StructureCheck(.expenditureWithoutMoney) { rule, input in
    guard let income = input.tables[.t02], !takesBackIncome(input.tables) else { return [] }
    let listed = ListedCodes(input.tables, in: .t02, input.coverage)
    let spent = ListedCodes(input.tables, in: .t03, input.coverage)
    var received: [String: Figure] = [:]
    for figure in income.figures where figure.address.column == 2 && received[figure.address.row] == nil {
      received[figure.address.row] = figure.figure
    }
    /// Whether a 项 is known to have had no income; 0.00 may be income and what was paid back of it.
    func hadNone(_ code: String) -> Bool {
      switch listed.lists(code) {
      case nil: return false
      case false?: return true
      case true?:
        switch received[code]?.content {
        case .blank, .dash: return true
        case .number, .awaited, nil: return false
        }
      }
    }
    let funds: [(table: TableID, carriedOver: FigureAddress)] = [
      (.t05, FigureAddress(.t04, "29", 1)), (.t08, FigureAddress(.t04, "31", 1)),
    ]
    return funds.compactMap { id, address -> Finding? in
      guard let opening = input.tables.figure(at: address), let left = opening.figure.bounds else { return nil }
      let unpaid = (input.codeRows.first { $0.table.id == id }?.rows ?? []).compactMap { row -> TableFigure? in
        guard row.code.utf8.count == 7, let figure = row.figure, figure.address.column == 1,
          case .number(let count, _) = figure.figure.content, count > 0, hadNone(row.code),
          // A code that 03 lacks is itself what is wrong, which C06 says.
          spent.lists(row.code) != false
        else { return nil }
        return figure
      }
      let least = unpaid.reduce(Int128(0)) { $0 + Int128($1.figure.bounds?.lowerBound ?? 0) }
      guard least > Int128(left.upperBound) else { return nil }
      let operands = (unpaid + [opening]).map { IdentityFinding.operand($0, input.tables) }
      return rule.finding(
        "\(input.name(of: id))的 \(unpaid.map(\.address.row).joined(separator: "、")) 有财政拨款支出，\(income.name)没有它的财政拨款收入，"
          + "年初结转和结余也不够",
        operands: operands, place: unpaid.first?.place)
    }
  }
}

/// Whether income of a fund (一般公共预算、政府性基金、国有资本经营预算) was less than nothing, so that under one 项 it may have
/// cancelled that of another, and 02 prints nothing.
private func takesBackIncome(_ tables: TableSet) -> Bool {
  ["1", "2", "3"].contains { line in
    guard let figure = tables.figure(at: FigureAddress(.t04, line, 1)),
      case .number(let count, _) = figure.figure.content
    else { return false }
    return count < 0
  }
}

extension Figure {
  /// The exact amounts it can stand for; a blank and a dash stand for nothing at all.
  var bounds: ClosedRange<Int64>? {
    switch content {
    case .blank, .dash: 0...0
    case .number: interval
    case .awaited: nil
    }
  }
}
