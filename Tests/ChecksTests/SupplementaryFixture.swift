import Accounts
import Disclosing
import Tables
import TestSupport

extension TableSet {
  /// The tables of an example with every table that only some places publish beside them, made of the same exact amounts, so
  /// that all that ties them holds.
  static func yunxiWithSupplementaryTables() throws -> TableSet {
    var tables = try Example.yunxi.composed.tables
    tables.supplementary = SupplementaryFixture(tables).tables
    return tables
  }
}

/// Makes the tables that only some places publish of the figures of the ten.
private struct SupplementaryFixture {
  private let exact: [FigureAddress: Amount]
  private let codes: [TableID: [String]]

  init(_ tables: TableSet) {
    var exact: [FigureAddress: Amount] = [:]
    var codes: [TableID: [String]] = [:]
    for figure in tables.tables.flatMap(\.figures) {
      exact[figure.address] = figure.exact
      if codes[figure.address.table]?.last != figure.address.row {
        codes[figure.address.table, default: []].append(figure.address.row)
      }
    }
    (self.exact, self.codes) = (exact, codes)
  }

  private func amount(_ table: TableID, _ row: String, _ column: Int) -> Amount {
    exact[FigureAddress(table, row, column)] ?? .zero
  }

  private func table(_ id: TableID, _ rows: [(row: String, amounts: [Int: Amount])]) -> Table {
    Table(
      id: id, title: id.rawValue, formCode: "", unitLine: "", period: "", currency: "", isWide: false, header: [],
      rows: rows.map { row, amounts in
        Row(
          [Cell(.label(row))]
            + amounts.sorted { $0.key < $1.key }.map { column, amount in
              Cell(
                .figure(
                  TableFigure(FigureAddress(id, row, column), Figure(amount, in: .wanyuan, decimals: 2), exact: amount))
              )
            })
      }, notes: [])
  }

  /// A table with a figure for each row of another.
  private func same(_ id: TableID, as other: TableID, _ column: Int, at own: [Int] = [1]) -> Table {
    table(
      id,
      (codes[other] ?? []).map { code in
        (code, Dictionary(uniqueKeysWithValues: own.map { ($0, amount(other, code, column)) }))
      })
  }

  /// A total, and a 类 and a 款 that have all of it.
  private func economic(_ id: TableID, _ amount: Amount, parts: Bool = false) -> Table {
    table(
      id,
      ["302", "30201", "合计"].map { ($0, [1: amount]) }
        + (parts ? [("公用经费合计", [1: amount]), ("人员经费合计", [1: .zero])] : []))
  }

  private func fiscal(_ row: String) -> Amount {
    let parts = [amount(.t05, row, 1), amount(.t07, row, 3), amount(.t08, row, 1)]
    return Amount(fen: parts.reduce(0) { $0 + $1.fen })
  }

  private func sum(_ amounts: Amount...) -> Amount { Amount(fen: amounts.reduce(0) { $0 + $1.fen }) }

  var tables: [Table] {
    let all = [1, 302, 30201]
    let fen = { (fen: Int64) in Amount(fen: fen) }
    let total = "合计"
    let fiscalCodes = Set((codes[.t05] ?? []) + (codes[.t07] ?? []) + (codes[.t08] ?? [])).sorted()
    var basics: [Int: Amount] = [1: amount(.t05, total, 2)]
    for category in ["301", "302", "303", "310"] { basics[Int(category) ?? 0] = amount(.t06, category, 1) }
    let (meetings, training) = (sum(amount(.t06, "30215", 1), fen(100)), sum(amount(.t06, "30216", 1), fen(100)))
    let items: [(String, Int)] = [
      ("“三公”经费", 7), ("因公出国（境）费", 8), ("公务用车购置及运行维护费", 9), ("公务用车购置费", 10), ("公务用车运行维护费", 11), ("公务接待费", 12),
      ("国内接待费", 12),
    ]
    let assets: [(String, Int64)] = [
      ("资产总额", 10), ("流动资产", 1), ("固定资产", 5), ("房屋", 2), ("车辆", 1), ("设备", 1), ("其他固定资产", 1), ("对外投资", 1), ("在建工程", 1),
      ("无形资产", 1), ("其他资产", 1),
    ]
    return [
      same(.projects, as: .t03, 3), same(.generalProjects, as: .t05, 3),
      economic(.generalProjectsByNature, amount(.t05, total, 3)),
      economic(.fundBasics, amount(.t07, total, 4), parts: true), same(.projectBalances, as: .t03, 3, at: [2, 3]),
      table(
        .generalBalances,
        [
          (
            total,
            [
              1: amount(.t04, "29", 1), 2: amount(.t04, "1", 1), 3: amount(.t05, total, 1), 4: amount(.t04, "60", 3),
            ]
          )
        ]),
      same(.details, as: .t03, 1, at: all), same(.basicDetails, as: .t03, 2, at: all),
      same(.projectDetails, as: .t03, 3, at: all), same(.generalDetails, as: .t05, 1, at: all),
      table(.generalBasicDetails, [(total, basics)]), same(.generalProjectDetails, as: .t05, 3, at: all),
      table(
        .fiscalDetails,
        fiscalCodes.map { code in (code, Dictionary(uniqueKeysWithValues: all.map { ($0, fiscal(code)) })) }),
      table(
        .meetings,
        [
          (
            total, [1: sum(amount(.t09, "1", 1), meetings, training), 2: sum(amount(.t09, "1", 7), meetings, training)]
          ),
          ("会议费", [1: meetings, 2: meetings]), ("培训费", [1: training, 2: training]),
        ]),
      table(
        .operations,
        items.map { item, column in (item, [3: amount(.t09, "1", column)]) } + [
          ("国（境）外接待费", [3: fen(0)]), ("会议费", [3: meetings]), ("培训费", [3: training]),
        ]),
      table(
        .procurement,
        zip(["合计", "货物", "工程", "服务"], 1...4).map { ($0, [1: amount(.t10, String($1), 1)]) } + [
          ("中小企业", [1: fen(200_000_000)]), ("小微企业", [1: fen(100_000_000)]),
        ]),
      table(.purchasedServices, [total, "201", "20101"].map { ($0, [1: fen(1_000_000)]) }),
      table(.stateAssets, assets.map { ($0, [1: fen($1 * 1_000_000)]) }),
    ]
  }
}
