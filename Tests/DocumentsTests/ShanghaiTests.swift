import Accounts
import Checks
import Disclosing
import Documents
import Foundation
import Reading
import Rendering
import Tables
import TestSupport
import Testing

/// The disclosure of Shanghai: nine tables in its order, its wording, and the figures of every other form.
@Suite struct ShanghaiTests {
  /// The disclosures of the examples in this form, made once.
  private static let datong = Once { try ComposedDisclosure(Example.datong.ledger, form: "shanghai") }
  private static let yunxi = Once { try ComposedDisclosure(Example.yunxi.ledger, form: "shanghai") }

  private static let filesOfDatong = Once { try datong.get().files }
  private static let filesOfYunxi = Once { try yunxi.get().files }

  /// The files of a package in this form.
  private static func files(_ example: Example) throws -> [String: [UInt8]] {
    switch example {
    case .datong: try filesOfDatong.get()
    case .yunxi: try filesOfYunxi.get()
    }
  }

  private static func shanghai(_ example: Example) throws -> ComposedDisclosure {
    switch example {
    case .datong: try datong.get()
    case .yunxi: try yunxi.get()
    }
  }

  @Test func theFormPrintsNineTablesInItsOwnOrder() throws {
    let form = try Form.builtIn("shanghai", year: 2024)
    #expect(form.tables.map(\.id) == [.t01, .t02, .t03, .t04, .t05, .t06, .t09, .t07, .t08])
    #expect(form.thousands)
    #expect(form.tables.allSatisfy { $0.formCode.isEmpty && !$0.columnNumbers && $0.currency == "单位：万元" })
  }

  @Test(arguments: Example.allCases)
  func everyFigureIsThatOfTheNationalForm(example: Example) throws {
    let shanghai = try Self.shanghai(example).figures
    let national = try example.composed.figures
    let both = Set(shanghai.keys).intersection(national.keys)
    #expect(both.count > 700)
    for address in both where shanghai[address] != national[address] {
      // What has no amount is 0.00 in Shanghai's 06 and a blank in the national one.
      #expect(address.table == .t06, "\(address)")
      #expect(shanghai[address] == .number(count: 0, decimals: 2) && national[address] == .blank, "\(address)")
    }
    // What only one prints: 公开10, the 款 that Shanghai leaves out, blank lines; and the balances of 08.
    for address in Set(national.keys).subtracting(both) where address.table != .t10 {
      #expect(national[address] == .blank, "\(address)")
    }
    for address in Set(shanghai.keys).subtracting(both) {
      #expect(address.table == .t08 && ((4...6).contains(address.column) || shanghai[address] == .blank), "\(address)")
    }
  }

  @Test func theBalancesOfStateCapitalComeBehindItsNationalColumns() throws {
    let tables = try Self.shanghai(.yunxi).tables
    func text(_ address: String) -> String? { FigureAddress(address).flatMap { tables.figure(at: $0)?.figure.text } }
    #expect(["08.合计.4", "08.合计.5", "08.合计.1", "08.合计.6"].map(text) == ["6.00", "56.82", "52.60", "10.22"])
    #expect(text("01.31.1") == "12,504.89")
    #expect(tables[.t05]?.rows.last?.isTotal == true)
    #expect(tables[.t01]?.width == 4 && tables[.t04]?.width == 7)
  }

  @Test(arguments: Example.allCases)
  func theDisclosureIsInOrder(example: Example) throws {
    let report = try Self.shanghai(example).report()
    #expect(report.findings.filter { $0.severity != .note }.map(\.message) == [])
  }

  @Test(arguments: Example.allCases)
  func theTextStatesWhatTheNationalTextStates(example: Example) throws {
    struct Key: Hashable {
      let quantity: String
      let measure: Measure
      let base: String?
    }
    func stated(_ document: Document) -> [Key: Claim] {
      Dictionary(
        document.claims.map { (Key(quantity: $0.quantity, measure: $0.measure, base: $0.base), $0) },
        uniquingKeysWith: { first, _ in first })
    }
    let shanghai = stated(try Self.shanghai(example).document)
    let national = stated(try example.composed.document)
    let both = Set(shanghai.keys).intersection(national.keys)
    #expect(both.count > 50)
    for key in both {
      #expect(shanghai[key]?.figure.content == national[key]?.figure.content, "\(key)")
      #expect(shanghai[key]?.direction == national[key]?.direction, "\(key)")
    }
  }

  @Test(arguments: Example.allCases)
  func everyClaimOfTheTextIsReadBack(example: Example) throws {
    struct Statement: Hashable {
      let address: FigureAddress
      let base: String?
      let content: Figure.Content
    }
    func statements(_ claims: [Claim]) -> Set<Statement> {
      Set(claims.map { Statement(address: $0.address, base: $0.base, content: $0.figure.content) })
    }
    let shanghai = try Self.shanghai(example)
    let prose = try #require(shanghai.tables.prose)
    // What stands for itself in the ledger's own texts (更新执法车辆 1 辆) is no claim.
    let texts = try example.ledger.texts.map { $0.text.filter { $0 != " " } }
    #expect(prose.unattributed.filter { number in !texts.contains { $0.contains(number.text) } }.map(\.text) == [])
    #expect(statements(shanghai.document.claims).subtracting(statements(prose.claims)) == [])
  }

  @Test(arguments: Example.allCases, ["index.html", "index.md", "data.json"])
  func theFilesReadBackToTheSameFigures(example: Example, file: String) throws {
    let shanghai = try Self.shanghai(example)
    let folder = try TemporaryFolder([file: #require(Self.files(example)[file])])
    let read = try Standard.reader("shanghai").disclosure(at: folder.path + "/" + file)
    #expect(read.unread.map(\.text) == [])
    #expect(read.unitName == shanghai.tables.unitName && read.year == 2024)
    func printed(_ tables: TableSet) -> [String] {
      tables.tables.flatMap(\.figures).map { "\($0.address) \($0.figure.text)" }
    }
    #expect(printed(read) == printed(shanghai.tables))
    #expect(read.tables.map(\.notes) == shanghai.tables.tables.map(\.notes))
  }

  @Test func aMissingTableIsOneThatTheFormHas() throws {
    let shanghai = try Self.shanghai(.datong)
    let fewer = TableSet(
      unitName: nil, year: 2024, scope: nil, tables: shanghai.tables.tables.filter { $0.id != .t09 })
    let missing = try Standard.checker("shanghai").with(shanghai.codes).check(fewer).findings
      .filter { $0.rule == "D01" }
    #expect(missing.map(\.message) == ["没有《财政拨款“三公”经费支出决算表》"])
  }

  @Test func anItemIsComparedWithItsBudgetAndToldWhyOnlyWhereTheLedgerTells() throws {
    var ledger = try Example.datong.ledger
    func budget(_ code: String, initial: Int64? = nil, final: Int64? = nil, reason: String? = nil) throws -> BudgetRow {
      BudgetRow(
        code: try #require(FunctionCode(code)), initialBudget: initial.map { Amount(fen: $0 * 1_000_000) },
        finalBudget: final.map { Amount(fen: $0 * 1_000_000) },
        reason: reason, place: SourceLocation(file: "预算.csv"))
    }
    ledger.budget += [
      try budget("2013801", initial: 2000, final: 1860, reason: "人员变动。"),
      try budget("2013804", initial: 300), try budget("2013805", final: 44, reason: "  "),
      try budget("2013808", initial: 32, final: 32, reason: "没有变动"),
    ]
    let code = try #require(FunctionCode("2013801"))
    let use = try #require(ledger.texts.firstIndex { $0.section == "科目支出用途" })
    ledger.texts[use].code = code
    ledger.texts[use].text = "主要用于：人员经费。"
    let shanghai = try ComposedDisclosure(ledger, form: "shanghai")
    let lead = "一般公共服务支出（类）市场监督管理事务（款）"
    #expect(
      shanghai.paragraphs("（项）。").prefix(5) == [
        "1、\(lead)行政运行（项）。主要用于：人员经费。年初预算为2,000.00万元，全年预算为1,860.00万元，支出决算为1,847.89万元，"
          + "完成全年预算的99.35%。决算数小于全年预算数的主要原因：人员变动。",
        "2、\(lead)市场主体管理（项）。年初预算为300.00万元，支出决算为344.96万元，完成年初预算的114.99%。决算数大于年初预算数。",
        "3、\(lead)市场秩序执法（项）。全年预算为44.00万元，支出决算为44.44万元，完成全年预算的101.00%。决算数大于全年预算数。",
        "4、\(lead)信息化建设（项）。年初预算为32.00万元，全年预算为32.00万元，支出决算为32.00万元，"
          + "完成全年预算的100.00%。决算数与全年预算数持平。",
        "5、\(lead)质量基础（项）。支出决算为90.99万元。",
      ])
    #expect(shanghai.report().findings.filter { $0.severity == .error }.map(\.message) == [])
  }

  @Test func whatThereIsNoneOfIsOneSentence() throws {
    let unit = UnitInformation(name: "云溪市档案馆", year: 2024, scope: .unit, nature: .administrative)
    let shanghai = try ComposedDisclosure(Ledger(unit: unit, schema: .standard()).sayingNone, form: "shanghai")
    #expect(shanghai.paragraphs("年度无财政拨款收入和支出。").count == 1)
    #expect(shanghai.paragraphs("无收入").count == 2 && shanghai.paragraphs("本年无支出。").count == 1)
    for words in ["“三公”经费财政拨款支出", "政府性基金预算财政拨款收入和支出", "国有资本经营预算财政拨款收入和支出"] {
      #expect(shanghai.paragraphs(words) == ["云溪市档案馆2024年度无\(words)。"])
    }
    #expect(shanghai.paragraphs("主要原因").isEmpty && shanghai.paragraphs("主要包括").isEmpty)
    // A table without an amount is blank, 06 too.
    #expect(shanghai.tables[.t06]?.figures.allSatisfy { $0.figure.text.isEmpty } == true)
    #expect(shanghai.report().findings.filter { $0.severity == .error }.map(\.message) == [])
  }

  @Test func whatNoTablePrintsIsStatedAllTheSame() throws {
    let shanghai = try Self.shanghai(.datong)
    #expect(shanghai.paragraphs("机关运行经费支出252.49万元").count == 1)
    #expect(shanghai.paragraphs("政府采购金额1,242.27万元").count == 1)
    #expect(shanghai.paragraphs("共有车辆17辆").count == 1)
  }
}

extension ComposedDisclosure {
  /// The figures by address, as numbers and not as characters.
  fileprivate var figures: [FigureAddress: Figure.Content] {
    Dictionary(tables.tables.flatMap(\.figures).map { ($0.address, $0.figure.content) }, uniquingKeysWith: { $1 })
  }

  /// The paragraphs of the text that begin or go on so.
  fileprivate func paragraphs(_ words: String) -> [String] { document.textLines.filter { $0.contains(words) } }
}
