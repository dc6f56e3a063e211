import Accounts
import Tables
import Testing

@testable import Checks

/// What is left in a sentence, or left out of it.
@Suite struct ReadinessTextTests {
  private let bench: ReadinessBench

  init() throws { bench = try ReadinessBench() }

  @Test(
    arguments: [
      "2024年度收入总计XX万元。", "20XX年度部门决算", "比上年增加××万元，增长××%。", "某某局2024年度决算", "由Ｘ Ｘ局负责。", "购置公务用车X辆。",
      "主要原因是{填写原因}。", "{{单位名称}}2024年度决算", "支出____万元。", "增长×%。", "×年×月×日", "主要原因是xxx。",
    ])
  func whatIsLeftToBeFilledInIsAnError(_ text: String) {
    for kind in [Prose.Line.Kind.paragraph, .row, .heading(level: 2)] {
      let findings = bench.findings(inParagraph: text, kind)
      #expect(findings.map(\.rule) == ["D15"], "\(findings.map(\.message))")
      #expect(findings.first?.severity == .error)
      #expect(findings.first?.place == SourceLocation(file: "决算.txt", line: 7))
    }
  }

  /// Each of the nine, wherever it stands.
  @Test(arguments: [UInt32](0x202A...0x202E) + [UInt32](0x2066...0x2069))
  func directionControlIsAnError(_ value: UInt32) throws {
    let control = try #require(Unicode.Scalar(value))
    for kind in [Prose.Line.Kind.paragraph, .row, .heading(level: 2), .contents] {
      let findings = bench.findings(inParagraph: "本年支出\(control)12.34万元。", kind)
      #expect(findings.map(\.rule) == ["D32"], "\(findings.map(\.message))")
      #expect(findings.first?.severity == .error)
      #expect(findings.first?.message.contains("看不见的方向控制符 U+\(String(value, radix: 16).uppercased())") == true)
      #expect(findings.first?.place == SourceLocation(file: "决算.txt", line: 7))
    }
  }

  /// Signs that look like them, and those that join or part characters, turn nothing.
  @Test(arguments: ["本年支出\u{2029}12.34万元。", "本年\u{200B}支出。", "\u{FEFF}本年支出。", "“本年”——支出…。", "①②③"])
  func otherSignsAreNoDirectionControls(_ text: String) {
    #expect(!bench.findings(inParagraph: text).contains { $0.rule == "D32" })
  }

  @Test(
    arguments: [
      "配备X光机2台。", "工作服XXL号30件。", "型号为GXX-200的设备。", "成本=单价×人数×天数。", "3×4米展板。", "“Z质量发展工作经费”项目自评为“中”。", "____",
      "车牌号晋BX1234的车辆。", "5G、Wi-Fi 6 与 AXX1 设备。", "采用{x}以外的办法",
    ].dropLast())
  func lettersAndSignsAreNoPlaces(_ text: String) {
    let findings = bench.findings(inParagraph: text)
    #expect(findings.isEmpty, "\(findings.map(\.message))")
  }

  @Test(
    arguments: [
      "没有政府性基金预算财政拨款收支的部门，仍保留该表格式，并在本表下方作下述说明：本年度没有。", "（此处简要说明增减变动原因）", "请根据实际情况填写。", "（说明增减变动原因）。",
      "如无此项请删除。", "各项目可自行增减。",
    ])
  func aSentenceOfTheTemplateIsAWarning(_ text: String) {
    let findings = bench.findings(inParagraph: text)
    #expect(findings.map(\.rule) == ["D16"], "\(findings.map(\.message))")
    #expect(findings.first?.severity == .warning)
  }

  @Test(arguments: [
    ("收入减少。。", true), ("货物，，服务", true), ("货物、、服务", true), ("货物，。", true), ("货物。，", true), ("其中:: 货物", true),
    ("货物；;服务", true),
    ("支出增加…… 。", false), ("——货物", false), ("为什么？！", false), ("（以下简称“市局”）。", false), ("“证照分离”、“双随机”", false),
    ("……", false),
    ("https://example.org/a", false), ("9:30至17:30", false), ("1.5%、2.5%", false),
  ])
  func marksStandOnce(_ text: String, _ isWrong: Bool) {
    let findings = bench.findings(inParagraph: text)
    #expect(findings.map(\.rule) == (isWrong ? ["D17"] : []), "\(findings.map(\.message))")
    #expect(findings.allSatisfy { $0.severity == .note })
  }

  @Test(arguments: [
    ("单价100万元（含以上设备。", "（"), ("单价100万元含）以上设备。", "）"), ("“三公经费支出", "“"), ("三公”经费支出", "”"), ("《办法的通知", "《"),
    ("【附件", "【"), ("根据同财〔2024]1号", "〔"), ("（一）因公出国（境费", "（"),
  ])
  func halfAPairIsANote(_ text: String, _ mark: String) {
    let findings = bench.findings(inParagraph: text)
    #expect(findings.map(\.rule) == ["D18"], "\(findings.map(\.message))")
    #expect(findings.first?.message.hasSuffix("中“\(mark)”不成对") == true, "\(findings.map(\.message))")
  }

  @Test(
    arguments: [
      "单价100万元（含)以上设备(不含车辆）0台（套）。", "1)货物；2)工程；3)服务。", "一）货物。", "a)货物", "（一）“三公”经费（含“两费”）", "《〈办法〉的通知》",
      "it’s", "（1）货物（2）工程", "12）货物",
    ])
  func pairsAndListNumbersAreRight(_ text: String) {
    let findings = bench.findings(inParagraph: text)
    #expect(findings.isEmpty, "\(findings.map(\.message))")
  }

  @Test func theNextParagraphMayCloseWhatAPagesEndCut() {
    func rules(_ texts: [String]) -> [String] {
      let lines = texts.map { Prose.Line(.paragraph, $0, part: 1) }
      return bench.findings(bench.tables.with(Prose(lines: lines))).map(\.rule)
    }
    #expect(rules(["负责（含标准样品", "的立项）的审查。"]).isEmpty)
    #expect(rules(["负责（含标准样品", "的立项”的审查。"]) == ["D18", "D18"])
    #expect(rules(["负责（含标准样品", "的立项。", "的审查）。"]) == ["D18", "D18"])
  }

  @Test(arguments: [
    ("下降1.34%，主要原因是。", true), ("主要原因：；", true), ("主要原因是：。", true), ("主要原因为……。", true), ("其中：；", true), ("主要原因是：", true),
    ("主要原因是人员减少。", false), ("主要原因是，人员减少。", false), ("分析了增减变动的主要原因。", false), ("其中：", false), ("主要原因：\n", true),
    ("主要原因是——人员减少。", false),
  ])
  func aReasonFollowsWhereOneIsAnnounced(_ text: String, _ isWrong: Bool) {
    let findings = bench.findings(inParagraph: text)
    #expect(findings.map(\.rule) == (isWrong ? ["D19"] : []), "\(findings.map(\.message))")
  }

  @Test func aReasonMayFollowOnTheNextLine() {
    let lines = ["主要原因是：", "1.人员减少。"].map { Prose.Line(.paragraph, $0, part: 1) }
    #expect(bench.findings(bench.tables.with(Prose(lines: lines))).isEmpty)
  }

  @Test(arguments: [
    ("仅供内部审核", true), ("（征求意见稿）", true), ("仅供内部审核 仅供内部审核", true), ("起草《管理办法（征求意见稿）》。", false), ("内部审核制度健全。", false),
  ])
  func aMarkOfADraftStandsAlone(_ text: String, _ isWrong: Bool) {
    let findings = bench.findings(inParagraph: text)
    #expect(findings.map(\.rule) == (isWrong ? ["D23"] : []), "\(findings.map(\.message))")
  }

  /// Sentences with what stands in real disclosures.
  @Test(
    arguments: [
      "2024年度收入总计5,029.36万元，支出总计5,029.36万元。同上年比较，收入总计减少68.13万元，下降1.34%。",
      "因公出国（境）费支出0万元，与上年相同，主要原因是：年内没有人员因公出国（境）；", "公务接待费支出0.59万元，共接待9批次，68人次。",
      "根据《中华人民共和国预算法》和晋财库〔2021〕15号、同财绩〔2024〕3号文件要求，开展绩效自评。", "授予中小企业的政府采购合同金额655.56万元，占政府采购支出总额的52.77%。",
      "截至2024年12月31日，本部门车辆共17辆。其中：机要通信用车1辆、执法执勤用车15辆。", "一般公共服务支出（类）市场监督管理事务（款）行政运行（项）2013801支出18478900元。",
      "统一社会信用代码：11140200012345678X。", "项目代码14020024P000110100125，预算单位040001-大同市市场监督管理局。",
      "拨打12315、12345热线，或400-800-8000。",
      "资金13,800,000,000元，另有13800000000元。", "网址：https://www.example.gov.cn/zwgk/20250908/t20250908_123456.html。",
      "银行手续费0.6万元，账户余额6200000000000000元。", "合同编号：13912345678，订单号 6222020000000000000。", "电话接通率不低于99%，电话费2072500元。",
      "无。", "资料性数据见2023-2024年统计年鉴。", "专利号ZL202410000000.5。",
    ])
  func realSentencesAreRight(_ text: String) {
    for kind in [Prose.Line.Kind.paragraph, .row] {
      let findings = bench.findings(inParagraph: text, kind)
      #expect(findings.isEmpty, "\(findings.map(\.message))")
    }
  }

  /// Text made to be slow is read in one pass like any other.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("（", "】"), ("国防支出（类）", "（类）"), ("“", "’"), ("原因是…", "："), ("联系人 张", "填表人"), ("1)", "x"), ("{", "@"),
      ("2023年", "。"),
      ("138 ", "0000-"), ("某局2023年度收入总计", ""),
    ] as [(String, String)])
  func hostileTextTakesNoLonger(_ first: String, _ second: String) {
    let text = String(repeating: first, count: 10_000) + String(repeating: second, count: 10_000)
    _ = bench.findings(inParagraph: text)
    _ = bench.findings(inParagraph: text, .row)
  }
}
