package import Accounts
package import Tables

extension NextYear {
  /// The rows of a workbook that brings its tables (给定的公开表): without those that the tables are instead of, with the unit as they name
  /// it, and with a row in 预算 for each 类 of the general budget that has none yet.
  package func rows(
    _ rows: [SheetID: [RowFields]], besideTables tables: TableSet
  ) throws -> [SheetID: [RowFields]] {
    var rows = rows.filter { !$0.key.isGivenByTables }
    var unit = rows[.unit] ?? []
    func add(_ item: UnitItem, _ text: String?) {
      guard let text, !unit.contains(where: { $0.text(.item) == item.rawValue }) else { return }
      unit.append(item.row(text))
    }
    add(.name, tables.unitName)
    add(.year, String(year))
    add(.scope, tables.scope?.rawValue)
    rows[.unit] = unit
    // What else a budget of last year was given for is not asked for this year.
    let spent = (tables[.t05]?.codeRows ?? []).map(\.code)
    var budget = (rows[.budget] ?? []).filter { row in
      guard let code = row.text(.functionCode),
        row.text(.fund) ?? Fund.generalBudget.rawValue == Fund.generalBudget.rawValue
      else { return true }
      return spent.contains { $0.hasPrefix(code) }
    }
    for code in spent where code.utf8.count == 3 {
      guard !budget.contains(where: { $0.text(.functionCode)?.hasPrefix(code) == true }) else { continue }
      var row = RowFields(place: SourceLocation(file: ""))
      row.set(.functionCode, code)
      budget.append(row)
    }
    rows[.budget] = budget
    rows[.threePublic] = threePublic(rows[.threePublic] ?? [], tables)
    rows[.other] = contracts(rows[.other] ?? [], tables)
    return rows
  }

  /// The numbers of things in 机构运行信息表, by what it calls them, as 三公经费 has them.
  private static let counts: [(row: String, item: ThreePublicItem, column: ColumnID)] = [
    ("因公出国（境）团组数", .abroad, .groups), ("因公出国（境）人次数", .abroad, .people), ("公务用车购置数", .vehiclePurchase, .vehicles),
    ("公务用车保有量", .vehicleOperation, .vehicles), ("国内公务接待批次", .domesticReception, .batches),
    ("国内公务接待人次", .domesticReception, .people), ("外事接待批次", .foreignGuestReception, .batches),
    ("外事接待人次", .foreignGuestReception, .people), ("国（境）外公务接待批次", .receptionAbroad, .batches),
    ("国（境）外公务接待人次", .receptionAbroad, .people),
  ]

  /// 三公经费 with what 机构运行信息表 tells of it in 元: the amounts of the seven items, and the things they were spent on. What the rows
  /// say already stays; amounts of 万元 are rounded and stay out.
  private func threePublic(_ rows: [RowFields], _ tables: TableSet) -> [RowFields] {
    guard let table = tables[.operations] else { return rows }
    var rows = rows
    func set(_ item: ThreePublicItem, _ column: ColumnID, _ value: FieldValue) {
      let position = rows.firstIndex { $0.text(.item) == item.rawValue } ?? rows.count
      if position == rows.count {
        rows.append(RowFields([.item: .text(item.rawValue)], place: SourceLocation(file: "")))
      }
      if rows[position].values[column] == nil { rows[position].values[column] = value }
    }
    func figure(_ row: String, _ column: Int) -> Figure? {
      table.figures.first { $0.address == FigureAddress(.operations, row, column) }?.figure
    }
    for item in ThreePublicItem.allCases {
      for (number, column) in [(1, ThreePublicColumn.initialBudget), (2, .finalBudget), (3, .actual)] {
        if let amount = figure(item.rawValue, number)?.exactYuan { set(item, column.id, .amount(amount)) }
      }
    }
    for (row, item, column) in Self.counts {
      if case .number(let count, 0) = figure(row, 3)?.content { set(item, column, .count(count)) }
    }
    return rows
  }

  /// 其他信息 with the contracts that 政府采购情况表 tells of in 元.
  private func contracts(_ rows: [RowFields], _ tables: TableSet) -> [RowFields] {
    var rows = rows
    for (row, item) in [("中小企业", OtherItem.contractsToSmallAndMedium), ("小微企业", .contractsToSmallAndMicro)] {
      guard !rows.contains(where: { $0.text(.item) == item.rawValue }),
        let amount = tables.figure(at: FigureAddress(.procurement, row, 1))?.figure.exactYuan
      else { continue }
      rows.append(
        RowFields([.item: .text(item.rawValue), .value: .amount(amount)], place: SourceLocation(file: "")))
    }
    return rows
  }

  /// The rows taken over from last year's ledger that brought its tables: what stands in no table as the ledger has it, the rest as
  /// from a publication, since nobody knows the rows behind its figures. Throws where built-in data is damaged.
  package func rows(
    fromTablesOf ledger: Ledger, _ tables: TableSet, codes: CodeBook
  ) throws -> [SheetID: [RowFields]] {
    return try rows(from: tables, codes: codes).merging(
      framesOfEvaluations(of: ledger).merging([
        .unit: unitRows(of: ledger), .texts: ledger.rows(of: .texts), .ownCodes: ledger.rows(of: .ownCodes),
      ]) { $1 }
    ) { $1 }
  }
}

extension Figure {
  /// The amount it prints, where that is one of 元, which nobody rounded; nil for any other, for a blank and for a dash.
  fileprivate var exactYuan: Amount? {
    guard case .number = content, case .money(.yuan) = unit else { return nil }
    return shown
  }
}
