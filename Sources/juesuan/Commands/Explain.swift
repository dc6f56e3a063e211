import Accounts
import Disclosing
import Tables

extension Command {
  /// `juesuan explain LEDGER ADDRESS…`: the rows of the ledger that make up a figure, with their places and sum.
  static let explain = Command(
    "explain", "列出构成一个数的账目，各在何处，合计多少",
    operands: Operands(2...Int.max, Parameter("账 地址…", .files), "一个账和至少一个数的地址，如 05.208.2"),
    options: .form, .place, .codes,
    discussion: [
      "地址是 表.行.栏：01、04、10 的行是行次，02、03、05、07、08 的行是科目编码或“合计”，06 的行是经济科目编码、人员经费合计或公用经费合计，"
        + "09 的行是 1；栏是栏次（06、10 总是 1）。"
    ],
    examples: ["juesuan explain Examples/datong-2024 05.208.2 01.60.2"],
    run: { try $0.explain($1) })
}

extension Arguments {
  fileprivate func explain(_ terminal: Terminal) throws -> ExitStatus {
    var addresses: [FigureAddress] = []
    for text in operands.dropFirst() {
      guard let address = FigureAddress(text) else {
        throw UsageError("“\(text)”不是数的地址，应为 表.行.栏，如 05.208.2、01.27.1、06.30217.1。")
      }
      addresses.append(address)
    }
    var disclosures = Disclosures(try choices, tell: terminal.warn)
    let ledger = try disclosures.ledger(at: operands[0])
    let tables = try disclosures.tables(of: ledger, at: operands[0])
    let index = ContributionIndex(ledger)
    var status = ExitStatus.success
    for address in addresses {
      guard let figure = tables.figure(at: address) else {
        status = terminal.report("juesuan: 错误: 没有 \(address) 这个数；\(Self.rowsOf(tables[address.table]))")
        continue
      }
      try terminal.print(Self.explanation(of: figure, in: tables, index))
    }
    return status
  }

  private static func rowsOf(_ table: Table?) -> String {
    guard let table else { return "这个账的公开文件里没有这张表。" }
    var seen: Set<String> = []
    let rows = table.figures.map(\.address.row).filter { seen.insert($0).inserted }
    return "\(table.name)的行有：\(rows.joined(separator: "、"))。"
  }

  private static func explanation(of figure: TableFigure, in tables: TableSet, _ index: ContributionIndex) -> String {
    let table = tables[figure.address.table]
    var lines = ["\(figure.address)　\(table?.title ?? "")　\(table?.words(at: figure.address) ?? "")"]
    let contributions = figure.composition.flatMap { index.contributions(to: $0) }
    if let place = figure.place, figure.composition.isEmpty {
      let given = figure.figure.text.isEmpty ? "空白" : figure.figure.text
      lines.append("    账里给的公开表就印着它，没有更细的账目：\(place)；表上印 \(given)")
      return lines.joined(separator: "\n")
    }
    if contributions.isEmpty {
      lines.append("    账里没有构成这个数的行，所以是空白。")
      return lines.joined(separator: "\n")
    }
    let isMoney = if case .money = figure.figure.unit { true } else { false }
    func written(_ value: Int64) -> String { isMoney ? Amount(fen: value).yuanText : String(value) }
    let values = contributions.map { written($0.value) }
    let sum = written(contributions.reduce(0) { $0 &+ $1.value })
    let width = (values + [sum]).map(\.count).max() ?? 0
    func padded(_ text: String) -> String { String(repeating: " ", count: width - text.count) + text }
    for (contribution, value) in zip(contributions, values) {
      lines.append("    \(padded(value))　\(contribution.words.joined(separator: " "))　\(contribution.place)")
    }
    lines.append("    \(String(repeating: "-", count: width))")
    let unit =
      switch figure.figure.unit {
      case .money(let unit): " " + unit.rawValue
      case .things, .percent: ""
      }
    let printed = figure.figure.text.isEmpty ? "空白" : figure.figure.text + unit
    lines.append("    \(padded(sum))\(isMoney ? " 元" : "")，\(contributions.count) 行；表上印 \(printed)")
    return lines.joined(separator: "\n")
  }
}
