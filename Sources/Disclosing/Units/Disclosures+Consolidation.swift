package import Accounts
import Checks
import Formats
import Reading
import Tables

extension Disclosures {
  /// The ledgers at some paths, consolidated into that of the department (汇总).
  ///
  /// `name` is the department's; nil where the units' own 主管部门 says it. Throws ``UnusableInput`` with everything that keeps them
  /// from being one department, all at once.
  package mutating func consolidation(
    of paths: [String], named name: String?, code: String?
  ) throws -> Consolidation {
    var problems: [Problem] = []
    var units: [(path: String, unit: Consolidation.Unit)] = []
    for path in paths {
      do {
        if let unit = try consolidatedUnit(at: path, &problems) { units.append((path, unit)) }
      } catch let error as UnusableInput {
        problems += error.problems
      }
    }
    problems += Self.problems(between: units.map { ($0.path, $0.unit.ledger) })
    let supervisors = Set(units.compactMap(\.unit.ledger.unit.supervisor))
    if name == nil, supervisors.count != 1, let first = units.first {
      let schema = first.unit.ledger.schema
      problems.append(
        Problem(
          at: SourceLocation(file: InputFile.displayName(of: first.path), sheet: schema.title(.unit)),
          found: supervisors.isEmpty
            ? "各单位都没有填主管部门，不知道部门的名称" : "各单位填的主管部门不同：\(supervisors.sorted().joined(separator: "、"))",
          expected: "应有一个部门名称", advice: "请用 --name 给出部门的名称"))
    }
    guard problems.isEmpty, let department = name ?? supervisors.first else { throw UnusableInput(problems) }
    do {
      let consolidation = try Consolidation(of: units.map(\.unit), named: department, code: code)
      // What two units contradict each other in, such as the names of codes, is told here.
      _ = try tables(of: consolidation.ledger)
      return consolidation
    } catch is AmountOverflow {
      throw UnusableInput([
        Problem(
          at: SourceLocation(file: InputFile.displayName(of: paths)), found: "各单位的金额加在一起超出了可表示的范围",
          expected: "合计应在约九亿亿元以内", advice: "请检查金额是否多写了位数，或单位填错")
      ])
    }
  }

  /// The unit of a ledger that can be printed by itself; nil where it says less than a sum needs.
  private mutating func consolidatedUnit(
    at path: String, _ problems: inout [Problem]
  ) throws -> Consolidation.Unit? {
    let file = InputFile.displayName(of: path)
    guard InputFile.kind(of: path) == .missing || PublishedReader.looksLikeLedger(path) else {
      throw UnusableInput([
        Problem(
          at: SourceLocation(file: file), found: "不是账", expected: "汇总要各单位的账（工作簿、目录或 JSON 文件），印好的数四舍五入过，不能相加",
          advice: "只有公开文件的，用 juesuan check 部门的公开 --units 各单位的公开 核对")
      ])
    }
    let ledger = try ledger(at: path)
    if let given = ledger.given {
      problems.append(
        Problem(
          at: given.place, found: "账里带的是公开表，没有收支的明细",
          expected:
            "汇总要“\(ledger.schema.title(.income))”“\(ledger.schema.title(.expenditure))”“\(ledger.schema.title(.balances))”",
          advice: "请换成有明细的账"))
      return nil
    }
    let tables = try tables(of: ledger, at: path)
    let gaps = try LedgerGaps(ledger, form: form(of: ledger.unit.year), codes: codeBook(of: ledger.unit.year))
    problems += gaps.all.filter { $0.sheet == .balances }.map {
      Problem(at: $0.place, found: $0.message, expected: "年初数不知道，合计就不知道", advice: "请补填，没有的填 0")
    }
    let cost = tables.figure(at: FigureAddress(.t06, "公用经费合计", 1))?.exact
    return Consolidation.Unit(ledger, operatingCost: cost ?? .zero)
  }

  /// What keeps ledgers from being those of one department's units.
  private static func problems(between units: [(path: String, ledger: Ledger)]) -> [Problem] {
    guard let first = units.first else { return [] }
    var problems: [Problem] = []
    func place(_ unit: (path: String, ledger: Ledger), _ item: UnitItem) -> SourceLocation {
      let schema = unit.ledger.schema
      return SourceLocation(
        file: InputFile.displayName(of: unit.path), sheet: schema.title(.unit),
        column: schema.name(of: item.rawValue, in: .unit))
    }
    let years = Dictionary(grouping: units) { $0.ledger.unit.year }
    let year = years.max { ($0.value.count, -$0.key) < ($1.value.count, -$1.key) }?.key ?? first.ledger.unit.year
    for (position, unit) in units.enumerated() {
      let own = unit.ledger.unit
      if own.year != year {
        problems.append(
          Problem(
            at: place(unit, .year), found: "是 \(own.year) 年度的账", expected: "汇总的各单位应是同一年度，其余的是 \(year) 年度",
            advice: "请换成 \(year) 年度的账，或不把它列入"))
      }
      for other in units[..<position] {
        if other.ledger.unit.name.foldedForComparison == own.name.foldedForComparison {
          problems.append(
            Problem(
              at: place(unit, .name),
              found: "\(Problem.quoted(own.name))在 \(InputFile.displayName(of: other.path)) 已经有了",
              expected: "每个单位只能汇总一次", advice: "请去掉重复的一个，或改正单位名称"))
        }
        if let code = own.code, code == other.ledger.unit.code {
          problems.append(
            Problem(
              at: place(unit, .code), found: "单位代码 \(code) 与 \(InputFile.displayName(of: other.path)) 的相同",
              expected: "不同单位的代码应不同", advice: "请核对单位代码"))
        }
      }
      if own.scope == .department,
        let twice = units.first(where: { other in
          own.subordinates.contains { $0.foldedForComparison == other.ledger.unit.name.foldedForComparison }
        })
      {
        problems.append(
          Problem(
            at: place(unit, .subordinate), found: "已经汇总了\(Problem.quoted(twice.ledger.unit.name))",
            expected: "同一单位不能汇总两次（\(InputFile.displayName(of: twice.path))）", advice: "请去掉其中一个"))
      }
      problems += transfersToItself(unit.ledger)
    }
    return problems
  }

  private static func transfersToItself(_ ledger: Ledger) -> [Problem] {
    func isOwn(_ name: String?) -> Bool { name?.foldedForComparison == ledger.unit.name.foldedForComparison }
    let places =
      ledger.expenditure.filter { isOwn($0.counterparty) }.map { ledger.schema.place(of: $0, at: .counterparty) }
      + ledger.income.filter { isOwn($0.counterparty) }.map { ledger.schema.place(of: $0, at: .counterparty) }
    return places.map {
      Problem(at: $0, found: "填的是本单位", expected: "应是往来的另一方", advice: "请改成对方单位的名称")
    }
  }
}
