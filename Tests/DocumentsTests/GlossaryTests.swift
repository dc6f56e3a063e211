import Accounts
import Documents
import Foundation
import Reading
import Rendering
import Tables
import TestSupport
import Testing

/// Which terms a disclosure explains.
@Suite struct GlossaryTests {
  private static let json = """
    [{"term": "事业收入", "definition": "甲。", "words": ["事业收入"], "figures": ["01.5.1"]},
     {"term": "上缴上级支出", "definition": "乙。", "words": [], "figures": ["03.*.4"]},
     {"term": "因公出国（境）费", "definition": "丙。", "words": ["因公出国（境）费"]},
     {"term": "工资福利支出", "definition": "丁。", "figures": ["06.301.*"]}]
    """

  /// Tables in which these figures are printed.
  private func tables(_ printed: [(address: String, text: String)]) throws -> TableSet {
    let figures = try printed.map { printed in
      TableFigure(
        try #require(FigureAddress(printed.address)),
        try #require(Figure(printed: printed.text, unit: .money(.wanyuan))))
    }
    let ids = TableID.allCases.filter { id in figures.contains { $0.address.table == id } }
    return TableSet(
      unitName: "某局", year: 2024, scope: .unit,
      tables: ids.map { id in
        Table(
          id: id, title: "", formCode: "", unitLine: "", period: "", currency: "", isWide: false, header: [],
          rows: figures.filter { $0.address.table == id }.map { Row([Cell(.figure($0))]) }, notes: [])
      })
  }

  private func terms(_ printed: [(address: String, text: String)] = [], text: String = "") throws -> [String] {
    try Glossary(json: Self.json).terms(occurringIn: tables(printed), text: text).map(\.term)
  }

  @Test func aTermOccursWhereItsFigureIsPrinted() throws {
    #expect(try terms([("01.5.1", "68.10")]) == ["事业收入"])
    #expect(try terms([("01.5.1", "0.00")]) == ["事业收入"])
    #expect(try terms([("01.5.1", "-0.15")]) == ["事业收入"])
    #expect(try terms([("01.5.1", ""), ("01.6.1", "1.00"), ("02.5.1", "1.00"), ("01.5.2", "1.00")]) == [])
    #expect(try terms([("01.5.1", "——")]) == [])
  }

  @Test func anyRowOrColumnIsMeantByAStar() throws {
    #expect(try terms([("03.2070101.4", "3.00")]) == ["上缴上级支出"])
    #expect(try terms([("03.合计.4", "3.00")]) == ["上缴上级支出"])
    #expect(try terms([("03.合计.5", "3.00"), ("02.合计.4", "3.00")]) == [])
    #expect(try terms([("06.301.1", "3.00")]) == ["工资福利支出"])
    #expect(try terms([("06.30101.1", "3.00")]) == [])
  }

  @Test func aTermOccursWhereItsWordsStandInTheText() throws {
    #expect(try terms(text: "本年没有事业收入。") == ["事业收入"])
    #expect(try terms(text: "因公出国(境)费支出0万元") == ["因公出国（境）费"])
    #expect(try terms(text: "事业单位的收入") == [])
    #expect(try terms() == [])
  }

  /// A 项 is explained by its name, whatever 类 it stands in.
  @Test func codesThatHaveRowsAreExplained() throws {
    let terms = try Standard.library.text("places/national/glossary.json")
    let glossary = try Glossary(json: terms)
    func explained(_ example: Example) throws -> Set<String> {
      Set(try glossary.terms(occurringIn: example.tables, text: "").map(\.term))
    }
    // 公开03 of Datong prints 2013801, 2080505, 2101101 and 2210201, and nothing of an institution.
    let datong = try explained(.datong)
    #expect(datong.isSuperset(of: ["行政运行（项）", "机关事业单位基本养老保险缴费支出（项）", "住房公积金（项）"]))
    #expect(!datong.contains("事业运行（项）"))
  }

  /// What a place says of a term is printed in place of what the national glossary says.
  @Test func aPlaceReplacesTermByTerm() throws {
    let own = try Glossary(
      json: """
        [{"term": "上缴上级支出", "definition": "本地的话。", "figures": ["03.*.4"]}, {"term": "新词", "definition": "戊。", "words": ["新词"]}]
        """)
    let both = try Glossary(json: Self.json).replacing(with: own)
    #expect(both.entries.map(\.term) == ["事业收入", "上缴上级支出", "因公出国（境）费", "工资福利支出", "新词"])
    #expect(both.entries[1].definition == "本地的话。")
    #expect(both.terms(occurringIn: try tables([]), text: "新词").map(\.term) == ["新词"])
  }

  @Test func termsKeepTheirOrder() throws {
    #expect(
      try terms([("06.301.1", "3.00"), ("03.201.4", "1.00"), ("01.5.1", "2.00")], text: "因公出国（境）费")
        == ["事业收入", "上缴上级支出", "因公出国（境）费", "工资福利支出"])
  }

  @Test(arguments: [
    ("", "文本到此就结束了"), ("{}", "应是一个数组"), ("[{\"term\": \"甲\"}]", "应有“definition”一项"),
    ("[{\"term\": \"甲\", \"definition\": \"乙\", \"word\": []}]", "没有这一项，应是“words”"),
    ("[{\"term\": \"甲\", \"definition\": \"乙\", \"figures\": [\"11.1.1\"]}]", "名词“甲”的地址“11.1.1”"),
    ("[{\"term\": \"甲\", \"definition\": \"乙\", \"figures\": [\"03.*\"]}]", "名词“甲”的地址“03.*”"),
    ("[{\"term\": \"甲\", \"definition\": \"乙\", \"figures\": [\"03..1\"]}]", "名词“甲”的地址“03..1”"),
    ("[{\"term\": \"甲\", \"definition\": \"乙\", \"figures\": [\"03.*.0\"]}]", "名词“甲”的地址“03.*.0”"),
  ])
  func aGlossaryThatCannotBeUsedSaysWhy(json: String, words: String) {
    let error = #expect(throws: UnusableInput.self) { try Glossary(json: json) }
    #expect(error?.problems.count == 1 && error?.problems[0].message.contains(words) == true)
  }

  @Test func aWordOfNothingOccursNowhere() throws {
    let glossary = try Glossary(json: "[{\"term\": \"甲\", \"definition\": \"乙\", \"words\": [\" \"]}]")
    #expect(glossary.terms(occurringIn: try tables([]), text: "丙 丁").isEmpty)
  }
}

/// The glossary that is shipped.
@Suite struct BuiltInGlossaryTests {
  private let glossary: Glossary

  init() throws { glossary = try Glossary(json: Standard.library.text("places/national/glossary.json")) }

  @Test func everyTermIsExplainedOnceInASentence() {
    let terms = glossary.entries.map(\.term)
    #expect(terms.count >= 35)
    #expect(Set(terms).count == terms.count)
    for entry in glossary.entries {
      #expect(entry.definition.hasSuffix("。"), "\(entry.term)")
      // An explanation by the word itself explains nothing.
      #expect(!entry.definition.hasPrefix(entry.term))
    }
  }

  /// By the printed tables alone: no business income, no fund but the general one, no travel abroad; of the 项 of 公开03 those that
  /// other offices have too.
  @Test func anAgencyExplainsWhatItHas() throws {
    let terms = glossary.terms(occurringIn: try Example.datong.tables, text: "").map(\.term)
    #expect(
      terms == [
        "财政拨款收入", "一般公共预算财政拨款收入", "年初结转和结余", "年末结转和结余", "基本支出", "项目支出", "人员经费", "公用经费",
        "工资福利支出", "商品和服务支出", "对个人和家庭的补助", "资本性支出", "“三公”经费", "公务用车购置及运行维护费", "公务用车运行维护费",
        "公务接待费", "全年预算数", "机关运行经费", "政府采购", "行政运行（项）", "行政单位离退休（项）",
        "机关事业单位基本养老保险缴费支出（项）", "机关事业单位职业年金缴费支出（项）", "行政单位医疗（项）", "公务员医疗补助（项）",
        "住房公积金（项）", "提租补贴（项）",
      ])
  }

  @Test func aDepartmentWithInstitutionsExplainsTheirIncomeToo() throws {
    let terms = Set(glossary.terms(occurringIn: try Example.yunxi.tables, text: "绩效自评").map(\.term))
    #expect(
      terms.isSuperset(of: [
        "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入",
        "使用非财政拨款结余（含专用结余）", "结余分配", "绩效自评",
      ]))
  }
}
