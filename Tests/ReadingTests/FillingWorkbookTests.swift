import Accounts
import Documents
import Formats
import Reading
import Rendering
import TestSupport
import Testing

/// The workbook for filling in: codes are chosen with their names, names are shown beside codes, and what must be filled in
/// stands there.
@Suite struct FillingWorkbookTests {
  private func bytes(of rows: [SheetID: [RowFields]]) throws -> [UInt8] {
    try LedgerWorkbook(schema: Standard.schema, codes: Standard.codes, library: Standard.library)
      .bytes(of: rows, title: "填报")
  }

  private func cells(_ bytes: [UInt8], _ sheet: String) throws -> [String: XLSXCell] {
    var cells: [String: XLSXCell] = [:]
    let workbook = try XLSXWorkbook(bytes)
    var rows = try workbook.rows(ofSheet: sheet)
    while let row = try rows.next() { for cell in row.cells { cells[cell.reference.name] = cell } }
    return cells
  }

  private func texts(_ bytes: [UInt8], _ sheet: String) throws -> Set<String> {
    Set(try cells(bytes, sheet).values.compactMap { if case .text(let text) = $0.value { text } else { nil } })
  }

  @Test func listsShowNames() throws {
    let lists = try texts(bytes(of: [:]), "选项")
    for item in ["2013801 行政运行", "201 一般公共服务支出", "30101 基本工资"] { #expect(lists.contains(item), "\(item)") }
    #expect(!lists.contains("2013801"))
  }

  @Test func ownCodesAreListedToo() throws {
    let rows: [SheetID: [RowFields]] = [.ownCodes: try Example.yunxi.ledger.rows(of: .ownCodes)]
    #expect(try texts(bytes(of: rows), "选项").contains("2079801 文旅融合示范项目"))
  }

  /// B of 收入 is 功能科目名称, A the code; 支出 names economic codes in F.
  @Test func namesAreLookedUp() throws {
    let income = try cells(bytes(of: [:]), "收入")
    #expect(income["B2"]?.formula?.contains("'功能科目'!$A:$B") == true)
    #expect(income["B2"]?.formula?.contains("'补充科目'!$B:$C") == true)
    #expect(income["B300"]?.formula != nil)
    let expenditure = try cells(bytes(of: [:]), "支出")
    #expect(expenditure["B2"]?.formula?.contains("'功能科目'!$A:$B") == true)
    #expect(expenditure["F2"]?.formula?.contains("'经济科目'!$A:$B") == true)
    // A name that somebody typed stays.
    let filled = try cells(bytes(of: Example.datong.ledger.rows), "收入")
    #expect(filled["B2"]?.formula == nil && filled["B2"]?.value == .text("行政运行"))
  }

  /// The looked-up names are the code tables', not the ledger's; the reader passes over them.
  @Test func aLedgerWithoutNamesComesBackWithoutNames() throws {
    var ledger = try Example.yunxi.ledger
    ledger.income = ledger.income.map { row in
      var row = row
      row.name = nil
      return row
    }
    let folder = try TemporaryFolder(["账.xlsx": bytes(of: ledger.rows)])
    let read = try LedgerReader().ledger(at: folder.path + "/账.xlsx")
    #expect(read.income.count == ledger.income.count && read.income.allSatisfy { $0.name == nil })
    #expect(read.rows(of: .expenditure).map(\.values) == ledger.rows(of: .expenditure).map(\.values))
    #expect(read.problems(codes: try Standard.codes).isEmpty)
  }

  @Test func whatIsAskedForStandsInABlankWorkbook() throws {
    let blank = try bytes(of: [.unit: [UnitItem.year.row("2025")]])
    #expect(try texts(blank, "结转结余").isSuperset(of: ["一般公共预算财政拨款", "其他资金"]))
    #expect(try texts(blank, "文字").isSuperset(of: ["单位职责", "机构设置", "预算绩效情况", "其他说明"]))
    #expect(try texts(blank, "三公经费").isSuperset(of: ThreePublicItem.allCases.map(\.rawValue)))
    #expect(try texts(blank, "其他信息").isSuperset(of: OtherItem.allCases.map(\.rawValue)))
  }

  /// A row that only names what is asked for is no row.
  @Test func promptsAreNoRows() throws {
    var rows = try Example.datong.ledger.rows
    for sheet in [SheetID.balances, .texts, .threePublic, .other] { rows[sheet] = [] }
    let folder = try TemporaryFolder(["账.xlsx": bytes(of: rows)])
    let read = try LedgerReader().ledger(at: folder.path + "/账.xlsx")
    #expect(read.balances.isEmpty && read.texts.isEmpty && read.threePublic.isEmpty && read.other.isEmpty)
  }
}
