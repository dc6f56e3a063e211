import Accounts
import Documents
import RandomDisclosures
import Rendering
import System
import Tables

/// A unit of a made-up season (虚构的单位): what it publishes, in one of five ways, what is wrong with it, and whether it is late
/// or missing; all of it follows from its number.
struct MadeUpUnit: Sendable {
  /// In which place's form its tables are printed, and as what they are published.
  enum Kind: String, CaseIterable {
    case nationalWorkbook = "全国格式的工作簿"
    case nationalFolder = "全国格式的 CSV"
    case shanghaiWorkbook = "上海格式的工作簿"
    case shanghaiFolder = "上海格式的 CSV"
    case nationalPage = "全国格式的网页"
  }

  /// A figure that is printed wrong: which is told by its address.
  enum Fault: String, CaseIterable {
    case total = "01.62.2"
    case income = "02.合计.1"
    case expenditure = "03.合计.1"
    case fiscal = "04.64.2"
    case general = "05.合计.1"
  }

  let number: Int
  var name: String { "虚构\(number)市民政局" }
  var kind: Kind { Kind.allCases[number % Kind.allCases.count] }
  /// Every fifth has a fault; which ones and of which kind does not depend on the way it is published.
  var fault: Fault? { number / 5 % 5 == number % 5 ? Fault.allCases[number / 25 % Fault.allCases.count] : nil }
  var isMissing: Bool { number % 20 == 7 }
  var isLate: Bool { number % 20 == 13 }

  /// Its row of the list.
  var row: String { "\(name),2025-09-01,\(isLate ? "2025-09-30" : isMissing ? "" : "2025-09-15")\n" }

  /// The tables in order; with `isFaulty` one figure is another than it has to be. The fault that was put in, where there was one.
  func tables(codes: CodeBook, isFaulty: Bool) throws -> (tables: TableSet, fault: FigureAddress?) {
    let isShanghai = kind == .shanghaiWorkbook || kind == .shanghaiFolder
    let form = try Form.builtIn(isShanghai ? "shanghai" : Form.ancestor, year: 2024)
    let made = try RandomDisclosure(seed: UInt64(number), .derived, form: form, codes: codes, items: 12).tables
    let tables = named(made)
    guard isFaulty, let fault, let address = FigureAddress(fault.rawValue),
      let figure = tables.figure(at: address)?.figure, case .number(let count, let decimals) = figure.content
    else { return (tables, nil) }
    let shift = max(1, count.magnitude / 3) + 1_000
    guard let wrong = Figure(printed: decimalText(count + Int64(shift), decimals: decimals), unit: figure.unit) else {
      return (tables, nil)
    }
    return (tables.replacing(wrong, at: address), address)
  }

  /// Writes what it publishes into its folder.
  func publish(_ tables: TableSet, below folder: String) throws {
    let own = folder + "/" + name
    switch kind {
    case .nationalFolder, .shanghaiFolder:
      try WholeFolder(own).write(ReadingFolder.contents(of: tables, evaluations: []).files)
    case .nationalPage:
      let page = try HTMLRenderer(TemplateLibrary()).page(of: Document(published: tables, evaluations: []))
      try WholeFolder(own).write([("\(name)决算公开.html", Array(page.utf8))])
    case .nationalWorkbook, .shanghaiWorkbook:
      try WholeFolder(own).write([("\(name)决算公开表.xlsx", try ReadingWorkbook.bytes(of: tables))])
    }
  }

  /// The tables with its name above them.
  private func named(_ tables: TableSet) -> TableSet {
    let line = "部门名称：\(name)"
    return TableSet(
      unitName: name, year: tables.year, scope: tables.scope,
      tables: tables.tables.map { table in
        Table(
          id: table.id, title: table.title, formCode: table.formCode, unitLine: line, period: table.period,
          currency: table.currency, isWide: table.isWide, header: table.header, rows: table.rows, notes: table.notes)
      })
  }
}
