import Accounts
import Tables

extension StructureCheck {
  /// C08: 项 on which fiscal money (财政拨款) was spent that had no such income in the year, together more than was carried
  /// over (年初结转和结余): the income was booked under another 项.
  static let expenditureWithoutMoney = StructureCheck(.expenditureWithoutMoney) { rule, input in
    guard let income = input.tables[.t02] else { return [] }
    let listed = ListedCodes(input.tables, in: .t02)
    let spent = ListedCodes(input.tables, in: .t03)
    var received: [String: Figure] = [:]
    for figure in income.figures where figure.address.column == 2 && received[figure.address.row] == nil {
      received[figure.address.row] = figure.figure
    }
    /// The most income that a 项 without income can have had, what rounds to 0.00; nil where it had some, or that is not
    /// known.
    func trifle(of code: String) -> Int64? {
      guard let isListed = listed.lists(code) else { return nil }
      guard isListed else { return 0 }
      guard let figure = received[code] else { return nil }
      if case .number(let count, _) = figure.content, count != 0 { return nil }
      return figure.bounds?.upperBound
    }
    let funds: [(table: TableID, carriedOver: FigureAddress)] = [
      (.t05, FigureAddress(.t04, "29", 1)), (.t08, FigureAddress(.t04, "31", 1)),
    ]
    return funds.compactMap { id, address -> Finding? in
      guard let opening = input.tables.figure(at: address), let left = opening.figure.bounds else { return nil }
      var most = Int128(left.upperBound)
      let unpaid = (input.codeRows.first { $0.table.id == id }?.rows ?? []).compactMap { row -> TableFigure? in
        guard row.code.utf8.count == 7, let figure = row.figure, figure.address.column == 1,
          case .number(let count, _) = figure.figure.content, count > 0, let trifle = trifle(of: row.code),
          // A code that 03 lacks is itself what is wrong, which C06 says.
          spent.lists(row.code) != false
        else { return nil }
        most += Int128(trifle)
        return figure
      }
      let least = unpaid.reduce(Int128(0)) { $0 + Int128($1.figure.bounds?.lowerBound ?? 0) }
      guard least > most else { return nil }
      let operands = (unpaid + [opening]).map { IdentityFinding.operand($0, input.tables) }
      return rule.finding(
        "\(input.name(of: id))的 \(unpaid.map(\.address.row).joined(separator: "、")) 有财政拨款支出，\(income.name)没有它的财政拨款收入，"
          + "年初结转和结余也不够",
        operands: operands, place: unpaid.first?.place)
    }
  }
}

extension Figure {
  /// The exact amounts it can stand for; a blank and a dash stand for nothing at all.
  var bounds: ClosedRange<Int64>? {
    switch content {
    case .blank, .dash: 0...0
    case .number: interval
    }
  }
}
