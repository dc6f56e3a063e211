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

extension ComposedDisclosure {
  /// The text, read back.
  var prose: Prose { get throws { try #require(tables.prose) } }

  /// The text of a section of part 3, line by line.
  func text(_ section: String) throws -> [String] {
    try prose.lines.filter { $0.section == section && $0.kind == .paragraph }.map(\.text)
  }
}

/// Part 3 of the example states every number of the real publication's, in the section it belongs to.
@Suite struct DatongNarrativeTests {
  /// A number without separators and without zeros at the end of its decimals: the style in which it is written aside.
  private func plain(_ text: String) -> String {
    var digits = text.filter { $0 != "," && $0 != "%" }
    if digits.contains(".") {
      while digits.hasSuffix("0") { digits.removeLast() }
      if digits.hasSuffix(".") { digits.removeLast() }
    }
    return digits
  }

  @Test(arguments: NarrativeFact.all) func numberOfThePublicationIsStated(fact: NarrativeFact) throws {
    let composition = try Example.datong.composed
    let isFiscalBasic = fact.cur == "exp.basic" && fact.section == "六"
    let quantity = isFiscalBasic ? "一般公共预算财政拨款基本支出" : fact.quantity
    let prose = try composition.prose
    let stated = prose.claims.filter { claim in
      claim.quantity == quantity && claim.measure == fact.claimMeasure && claim.figure.content != .blank
        && prose.lines[claim.line].section == fact.sectionName
    }
    let claim = try #require(stated.first)
    #expect(plain(claim.figure.text) == plain(fact.printed))
    #expect(claim.direction == fact.claimDirection)
    #expect(claim.base == Claim.lastYear ? fact.claimBase == Claim.lastYear : claim.baseQuantity == fact.claimBase)
  }

  /// What is read is what was made: the words of the templates say what the claims behind them are.
  @Test(arguments: Example.allCases) func claimsAreReadAsTheyWereMade(example: Example) throws {
    let composition = try example.composed
    func key(_ claim: Claim) -> String {
      "\(claim.quantity) \(claim.measure) \(claim.base ?? "") \(claim.direction?.rawValue ?? "") \(plain(claim.figure.text))"
    }
    let made = Set(composition.document.claims.map(key))
    let prose = try composition.prose
    let read = Set(prose.claims.map(key))
    #expect(made.subtracting(read) == [])
    // What is read beside stands in the ledger's own texts, or is said in words alone.
    let rest = prose.claims.filter { !made.contains(key($0)) }
    #expect(
      rest.allSatisfy { claim in
        ["预算绩效"].contains(prose.lines[claim.line].section) || claim.measure == .absence
      }, "\(rest.map(key))")
  }

  @Test func onlyTheVehiclesAreWorthALook() throws {
    let composition = try Example.datong.composed
    let report = composition.report()
    #expect(Set(report.findings.map(\.rule)) == ["N11", "D07"])
    #expect(report.findings.allSatisfy { $0.severity == .note })
  }
}

/// Part 3 in the cases that the real publication lacks.
@Suite struct NarrativeCasesTests {
  @Test func fundsWithAmountsAreDescribed() throws {
    let composition = try Example.yunxi.composed
    let fund = try composition.text("政府性基金").joined()
    #expect(fund.contains("年初结转和结余218.00万元") && fund.contains("本年支出2,113.34万元"))
    #expect(!fund.contains("无此项"))
    #expect(try composition.text("国有资本").joined().contains("52.60万元"))
  }

  /// New, vanished and unbudgeted codes.
  @Test func newAndVanishedCodesSayThatThereWasOrIsNothing() throws {
    var ledger = try Example.yunxi.ledger
    let place = SourceLocation(file: "test")
    let fields = RowFields(
      [
        .item: .text("一般公共预算财政拨款支出"), .functionCode: .text("214"), .functionName: .text("交通运输支出"),
        .amount: .amount(Amount(fen: 1_234_567)),
      ], place: place)
    ledger.prior.append(try #require(PriorRow(fields)))
    ledger.budget.append(BudgetRow(code: try #require(FunctionCode("214")), initialBudget: .zero, place: place))
    let lines = try ComposedDisclosure(ledger).text("一般公共预算支出具体")
    let vanished = try #require(lines.first { $0.hasPrefix("交通运输支出") })
    #expect(vanished.contains("0.00万元") && vanished.contains("减少1.23万元，下降100.00%"))
    let new = try #require(lines.first { $0.hasPrefix("城乡社区支出") })
    #expect(new.contains("年初未安排预算") && new.contains("增加135.00万元（上年无此项）") && !new.contains("%"))
  }

  @Test func withoutComparativesNothingIsCompared() throws {
    var ledger = try Example.datong.ledger
    ledger.prior = []
    ledger.budget = []
    let composition = try ComposedDisclosure(ledger)
    #expect(try !composition.prose.claims.contains { [.change, .changeRate].contains($0.measure) })
    let text = try composition.prose.lines.filter { $0.part == 3 }.map(\.text).joined()
    #expect(!text.contains("上年") && !text.contains("年初预算") && !text.contains("。。") && !text.contains("，。"))
    // The budgets are asked for, and their sentences left out.
    #expect(composition.report().findings.allSatisfy { $0.severity == .note || ["L01", "D15"].contains($0.rule) })
  }

  @Test func noThreePublicExpensesAreNought() throws {
    var ledger = try Example.datong.ledger
    for index in ledger.threePublic.indices {
      (ledger.threePublic[index].finalBudget, ledger.threePublic[index].actual) = (.zero, .zero)
    }
    ledger.expenditure.removeAll { ["30231", "30217"].contains($0.economicCode?.digits) }
    let text = try ComposedDisclosure(ledger).text("三公总体").joined()
    #expect(text.contains("支出决算0.00万元") && !text.contains("完成") && text.contains("减少35.85万元，下降100.00%"))
  }

  /// A balance below nought stays below nought, and no rate is reckoned from it.
  @Test func whatFallsBelowNoughtHasNoRate() throws {
    var ledger = try Example.datong.ledger
    for index in ledger.prior.indices where ["收入总计", "支出总计"].contains(ledger.prior[index].item) {
      ledger.prior[index].amount = Amount(fen: -1_000_000)
    }
    let text = try ComposedDisclosure(ledger).text("收支总体").joined()
    #expect(text.contains("增加5,030.36万元") && !text.contains("%"))
  }

  @Test func aMissingReasonIsAsked() throws {
    var ledger = try Example.datong.ledger
    ledger.texts.removeAll { $0.section == "收入支出变动原因" || ($0.section == "科目支出变动原因" && $0.code?.digits == "210") }
    let composition = try ComposedDisclosure(ledger)
    let findings = composition.report().findings.filter { $0.rule == "N23" }
    #expect(findings.count == 2 && findings.allSatisfy { $0.severity == .warning })
    #expect(findings.map(\.message).contains { $0.contains("收支总体") })
    #expect(try !composition.prose.lines.contains { $0.text.contains("原因是。") })
  }
}
