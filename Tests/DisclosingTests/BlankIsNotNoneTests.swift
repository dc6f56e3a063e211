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

/// What a ledger does not say is asked for by sheet and row, and never published as nothing.
@Suite struct BlankIsNotNoneTests {
  private func composed(_ ledger: Ledger, form: String = "national") throws -> ComposedDisclosure {
    try ComposedDisclosure(
      ledger, form: Standard.form(form), codes: Standard.codes, checker: Standard.checker(form),
      library: Standard.library)
  }

  private func asked(_ disclosure: ComposedDisclosure) -> [String] {
    disclosure.report().findings.filter { $0.rule == "L01" }.map(\.message)
  }

  @Test(arguments: Example.allCases, Form.builtInNames)
  func theExamplesSayEverything(example: Example, form: String) throws {
    let disclosure = try composed(example.ledger, form: form)
    #expect(asked(disclosure) == [])
    #expect(!disclosure.document.textLines.contains { $0.contains("待补") })
    #expect(!disclosure.tables.tables.flatMap(\.figures).contains { $0.figure.content == .awaited })
  }

  /// Each sheet taken away, and one row of it: nothing is said of it but that it is missing. `juesuan-bench withheld` takes
  /// away every row.
  @Test(arguments: Example.allCases, WithheldRows.sheets)
  func nothingIsSaidOfWhatIsMissing(example: Example, sheet: SheetID) throws {
    let count = try example.ledger.rows(of: sheet).count
    for row in [nil, count / 2] {
      // Where nothing can be composed of the rest nothing is said either.
      #expect(try WithheldRows(example, sheet, row: row).faults ?? [] == [])
    }
  }

  /// What is left of the other sheets is composed, so that something is said.
  @Test func allButBalancesCanBeMissing() throws {
    for sheet in WithheldRows.sheets where sheet != .balances {
      #expect(try WithheldRows(.yunxi, sheet).disclosure != nil, "\(sheet)")
    }
  }

  /// The page of a draft, read back: the marks are found, and nothing that follows from them.
  @Test(arguments: Example.allCases, WithheldRows.sheets)
  func theDraftsPageHasNoFalseFinding(example: Example, sheet: SheetID) throws {
    guard let disclosure = try WithheldRows(example, sheet).disclosure else { return }
    let review = Review(disclosure.report(), of: disclosure.tables, input: "账")
    let files = try disclosure.package(disclosure.report(), reviewed: review, formats: [.html]).files
    let page = try #require(files.first { $0.path == "index.html" })
    let folder = try TemporaryFolder(["index.html": page.bytes])
    let read = try Standard.reader.publication(at: folder.path + "/index.html").tables
    let findings = try Standard.checker.check(read).findings
    let marks: Set = ["D15", "D08", "D23", "N23", "G11", "G14", "G18"]
    let others = findings.filter { $0.severity != .note && !marks.contains($0.rule) && $0.rule != "C02" }
    #expect(others.isEmpty, "\(sheet) \(others.map { $0.rule + $0.message })")
    #expect(findings.contains { $0.rule == "D15" } || sheet == .prior, "\(sheet)")
  }

  @Test func eachRowIsAskedForByItsName() throws {
    var ledger = try Example.yunxi.ledger
    ledger.other.removeAll { $0.item == .procuredWorks || $0.item == .largeEquipment }
    let receptions: [ThreePublicItem] = [.reception, .domesticReception, .foreignGuestReception, .receptionAbroad]
    ledger.threePublic.removeAll { receptions.contains($0.item) }
    ledger.balances.removeAll { $0.fund == .other }
    ledger.budget.removeAll { $0.code.digits == "208" }
    ledger.prior.removeAll { $0.item == "一般公共预算财政拨款支出" && $0.code?.digits == "221" }
    ledger.texts.removeAll { $0.section == "机构设置" }
    // Without its row of 结转结余 the fund's expenditure is greater than its income, which is refused before.
    ledger.income = ledger.income.map { row in
      var row = row
      if row.source == .other, row.amount.fen > 0 { row.amount = Amount(fen: row.amount.fen + 500_000_000) }
      return row
    }
    let disclosure = try composed(ledger)
    #expect(
      asked(disclosure) == [
        "“结转结余”没有“其他资金”这一行（年初结转和结余）", "“预算”没有“208 社会保障和就业支出”这一行（年初预算数）",
        "“三公经费”没有“公务接待费”这一行（全年预算数、决算数）", "“上年决算”没有“一般公共预算财政拨款支出 221 住房保障支出”这一行",
        "“其他信息”没有“政府采购工程支出”这一行", "“其他信息”没有“单价100万元（含）以上设备（不含车辆）”这一行", "“文字”没有“机构设置”这一行",
      ])
    let finding = try #require(disclosure.report().findings.first { $0.rule == "L01" && $0.message.contains("公务接待费") })
    #expect(finding.place?.file.hasSuffix("yunxi-2024/三公经费.csv") == true)
    // A total over a part is no total.
    for address in ["09.1.7", "09.1.12", "10.1.1", "10.3.1", "01.29.1", "01.31.1", "01.60.2"] {
      let address = try #require(FigureAddress(address))
      #expect(disclosure.tables.figure(at: address)?.figure.text == "待补", "\(address)")
    }
    for address in ["09.1.8", "10.2.1", "01.1.1", "03.合计.1"] {
      let address = try #require(FigureAddress(address))
      #expect(try disclosure.tables.figure(at: address)?.figure == Example.yunxi.tables.figure(at: address)?.figure)
    }
  }

  /// A ledger that says 0 has said it.
  @Test func nothingIsAskedOfAnItemThatIsZero() throws {
    var ledger = try Example.yunxi.ledger
    ledger.threePublic = ThreePublicItem.allCases.compactMap { item in
      var fields = RowFields(place: SourceLocation(file: "三公经费.csv", line: 2))
      fields.set(.item, item.rawValue)
      fields.set(.finalBudget, Amount.zero)
      fields.set(.actual, Amount.zero)
      if item == .vehicleOperation { fields.set(.vehicles, count: 0) }
      return ThreePublicRow(fields)
    }
    ledger.other = OtherItem.allCases.filter { ![.contractsToSmallAndMedium, .contractsToSmallAndMicro].contains($0) }
      .compactMap { item in
        let isMoney = OtherItem.procurement.contains(item) || item.rawValue.hasPrefix("机关运行")
        let place = SourceLocation(file: "其他信息.csv", line: 2)
        return OtherRow(
          RowFields([.item: .text(item.rawValue), .value: isMoney ? .amount(.zero) : .count(0)], place: place))
      }
    #expect(asked(try composed(ledger)) == [])
  }

  /// What a 项 has no budget for makes no total of its 类, and no rate of completion.
  @Test func aBudgetOfSomeItemsIsNone() throws {
    var ledger = try Example.yunxi.ledger
    let rows = ["2080501", "2080502"].compactMap { digits in
      FunctionCode(digits).map {
        BudgetRow(
          code: $0, initialBudget: Amount(fen: 100_000_000), finalBudget: Amount(fen: 100_000_000),
          place: SourceLocation(file: "预算.csv", line: 90))
      }
    }
    ledger.budget = ledger.budget.filter { $0.code.digits != "208" } + rows
    let disclosure = try composed(ledger)
    #expect(
      asked(disclosure)
        == ["2080505 机关事业单位基本养老保险缴费支出", "2080506 机关事业单位职业年金缴费支出", "2080801 死亡抚恤"]
        .map { "“预算”没有“\($0)”这一行（年初预算数）" })
    let text = disclosure.document.textLines
    #expect(!text.contains { $0.hasPrefix("社会保障和就业支出年初预算") })
    #expect(!text.contains { $0.contains("一般公共预算财政拨款支出年初预算") })
    #expect(text.contains { $0.hasPrefix("住房保障支出年初预算305.00万元") })
  }

  /// Reasons are printed at the level at which the text goes through the codes; what has no place is told of.
  @Test func noReasonIsLost() throws {
    var ledger = try Example.yunxi.ledger
    let index = try #require(ledger.texts.firstIndex { $0.section == "科目支出变动原因" && $0.code?.digits == "208" })
    ledger.texts[index].code = FunctionCode("2080801")
    ledger.texts[index].text = "抚恤金标准提高"
    let disclosure = try composed(ledger)
    let text = disclosure.document.textLines.joined(separator: "\n")
    #expect(text.contains("主要原因是抚恤金标准提高（死亡抚恤）。"))
    #expect(text.contains("与预算有差异的原因：部分轮训改为线上举办，场地和差旅支出减少（培训支出）。"))
    #expect(text.contains("体育彩票公益金追加分配（其他支出）"))
    #expect(text.contains("其他资金的支出与预算有差异的原因：事业收入增加，相应安排培训和演出支出（文化旅游体育与传媒支出）。"))
    #expect(disclosure.report().findings.filter { $0.rule == "L02" }.isEmpty)
    // Nothing was spent on it, this year or last, so that the text has no place for it.
    ledger.texts[index].code = FunctionCode("2240101")
    let lost = try composed(ledger).report().findings.filter { $0.rule == "L02" }
    #expect(lost.map(\.message) == ["“科目支出变动原因 2240101”的文字没有印进公开文件"])
    #expect(lost.first?.place?.file.hasSuffix("文字.csv") == true)
  }

  /// What the document writes before a reason is not written twice.
  @Test(arguments: ["主要原因是", "主要原因是：", "原因是", "主要是", "主要原因：", "主要是因为", ""])
  func aReasonIsNotAnnouncedTwice(lead: String) throws {
    var ledger = try Example.datong.ledger
    for index in ledger.texts.indices where ledger.texts[index].section.hasSuffix("原因") {
      ledger.texts[index].text = lead + "压减支出。"
    }
    let text = try composed(ledger).document.textLines.joined(separator: "\n")
    #expect(text.contains("主要原因是压减支出。"))
    #expect(!text.contains("是主要") && !text.contains("是原因") && !text.contains("是：") && !text.contains("压减支出。。"))
  }

  @Test(arguments: Form.builtInNames)
  func expenditureIsSaidOnce(form: String) throws {
    var ledger = try Example.datong.ledger
    ledger.budget = []
    for index in ledger.threePublic.indices { ledger.threePublic[index].finalBudget = nil }
    let text =
      try composed(ledger, form: form).document.textLines
      + composed(Example.datong.ledger, form: form).document.textLines
    #expect(!text.contains { $0.contains("支出支出") })
  }

  /// The parts and sections keep the numbers that they have where every text is there.
  @Test(arguments: ["单位职责", "机构设置", "预算绩效情况", "其他说明"])
  func headingsKeepTheirNumbers(section: String) throws {
    func headings(_ document: Document) -> [String] {
      document.parts.flatMap { part in
        [part.title]
          + part.sections.flatMap { section in
            [section.title]
              + section.blocks.compactMap { block in
                if case .subheading(_, let title) = block { title } else { nil }
              }
          }
      }
    }
    var ledger = try Example.datong.ledger
    ledger.texts.removeAll { $0.section == section }
    let document = try composed(ledger).document
    #expect(try headings(document) == headings(Example.datong.composed.document))
    #expect(document.textLines.contains("（待补）"))
  }

  @Test func aCoverShowsTheDateAsPeopleWriteIt() throws {
    let unit = UnitInformation(
      name: "某局", year: 2025, scope: .unit, nature: .administrative, publicationDate: "2026-09-10")
    #expect(unit.printedPublicationDate == "2026年9月10日")
  }
}
