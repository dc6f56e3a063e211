import Accounts
import Reading
import Tables
import TestSupport
import Testing

/// Every number of a text that is an amount, a count or a percentage is in a claim or listed as not understood, once.
@Suite struct NumbersOfTextTests {
  private func prose(_ lines: [String]) throws -> Prose {
    try ProseReader(form: Standard.form).prose(of: lines, beside: Example.datong.tables)
  }

  private func count(_ prose: Prose) -> Int {
    prose.claims.count { $0.figure.content != .blank } + prose.unattributed.count
  }

  /// Counted by hand.
  @Test(arguments: [
    ("2024年12月31日，本单位共有车辆17辆。", 1), ("财预〔2016〕143号文第3条规定的比例为5%。", 1), ("1、公务接待费0.59万元。2、会议费0万元。", 2),
    ("（1）货物12.5万元；（2）服务3万元。", 2), ("2080505机关事业单位基本养老保险缴费支出210.55万元。", 1), ("（30101）基本工资731.94万元。", 1),
    ("拨打12345热线或0352-2083811。", 0), ("执行GB/T9704标准，建设5G基站3座。", 1), ("2023-2024年支出100万元，2024.12.31止。", 1),
    ("发布时间：2025-09-10 10:24", 0), ("单价100万元（含）以上设备（不含车辆）0台（套）。", 1), ("第七届、18楼、1-12月", 0),
    ("增长1.5个百分点，达到3亿元，惠及1,200人。", 3), ("公开01表　附表2", 0), ("表1　单位名称", 0), ("占，88%", 1), ("比上年减少-5.3万元", 1),
    ("收入５，０２９．３６万元", 1),
    ("内设34个科室、3至5个下属单位", 3), ("没有数", 0),
  ])
  func whatCountsSomethingIsCounted(text: String, expected: Int) throws {
    for heading in ["七、财政拨款“三公”经费支出决算情况说明", "二、机构设置"] {
      #expect(try count(prose([heading, text])) == expected, "\(text)")
    }
  }

  /// Pieces of sentences put together at random: as many numbers come out as were put in.
  @Test(arguments: 0..<40) func asManyComeOutAsWerePutIn(seed: UInt64) throws {
    let pieces: [(text: String, numbers: Int)] = [
      ("公务接待费支出0.59万元，", 1), ("培训费支出1,234.56万元，", 1), ("完成全年预算的100.00%，", 1), ("比上年减少9.48万元，下降26.97%。", 2),
      ("其中：", 0), ("2024年度", 0), ("主要用于维修3辆公务用车，", 1), ("（上年为279.62万元）", 1), ("截至2024年12月31日，", 0), ("主要原因是", 0),
      ("一般公共服务支出（类）3,864.28万元、", 1), ("出国（境）团组0个、0人次；", 2), ("与上年持平。", 0), ("按第12条执行，", 0), ("合计5元。", 1),
      ("占本年支出合计的52%；", 1), ("收入、支出总计均为5,029.36万元。", 1), ("（", 0), ("）", 0), ("面积120平方米，", 1),
    ]
    let headings = [
      "一、收入支出决算总体情况说明", "五、一般公共预算财政拨款支出决算情况说明", "六、一般公共预算财政拨款基本支出决算情况说明", "七、财政拨款“三公”经费支出决算情况说明",
      "（三）国有资产占用情况说明", "三、没有这一节",
    ]
    var generator = SeededGenerator(seed: seed)
    var lines: [String] = []
    var expected = 0
    for _ in 0..<12 {
      lines.append(headings.randomElement(using: &generator) ?? "")
      var text = ""
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        guard let piece = pieces.randomElement(using: &generator) else { continue }
        text += piece.text
        expected += piece.numbers
      }
      lines.append(text)
    }
    #expect(try count(prose(lines)) == expected, "\(lines)")
  }

  /// A file with tables alone has a text without a line, so that its absence can be told.
  @Test func tablesAloneHaveAnEmptyText() throws {
    let folder = try TemporaryFolder([
      "01.csv": Array("收入支出决算总表\n项目,行次,金额,项目,行次,金额\n总计,31,5029.36,总计,62,5029.36\n".utf8)
    ])
    let prose = try #require(try Standard.reader.disclosure(at: folder.path).prose)
    #expect(prose.claims.isEmpty && prose.unattributed.isEmpty)
    #expect(prose.lines.allSatisfy { $0.section == nil && !$0.text.contains("。") })
  }
}
