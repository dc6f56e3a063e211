import Testing

@testable import Reading

/// What the columns of a recognised table mean is decided by its whole head, and by none where two meanings are near.
@Suite struct RecognisedHeadsTests {
  /// Rows of cells, one a column; what stands over two columns or more is followed by `…`.
  private static func rows(_ texts: [[String]]) -> [GridRow] {
    texts.enumerated().map { index, cells in
      var row = GridRow(line: index + 1)
      var column = 0
      while column < cells.count {
        let span = 1 + cells[(column + 1)...].prefix { $0 == "…" }.count
        row.append(cells[column], at: column, columns: span, line: index + 1)
        column += span
      }
      return row
    }
  }

  private static func mended(_ head: [[String]], below lines: [String]) -> (head: [[String]], title: String?) {
    let width = head[0].count
    let body = [
      ["208", "社会保障和就业支出"] + Array(repeating: "1.50", count: width - 2),
      ["20805", "行政事业单位养老支出"] + Array(repeating: "1.50", count: width - 2),
    ]
    guard let (rows, title) = RecognisedHeads.standard?.mended(rows(head + body), below: lines) else {
      return ([], nil)
    }
    return (rows.prefix(head.count).map { $0.cells.map(\.text) }, title?.text)
  }

  private static let expenditure = ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"]

  @Test(arguments: [
    // A letter of several heads; dirt behind one; a short one.
    ["科目编码", "科目名称", "本年文出合计", "基木支出", "顶目支出", "上缴上级支岀", "经营支出", "对附属单位补助支出"],
    ["科目编码", "科目名称", "本年支出合计、", "基本支出", "项目支出", "上激上级支出", "经言支出", "对附厦单位补肋支出"],
    ["科日编码", "科目各称", "本年支出台计", "基本支山", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"],
  ])
  func aHeadWithLettersWrongIsWhatItsColumnsAllSay(_ read: [String]) {
    #expect(Self.mended([read], below: ["支出决算表", "公开03表"]).head == [Self.expenditure])
  }

  @Test(arguments: [
    // Another year, another side, and an amount that tables of this kind do not have: these are words, not letters read wrongly.
    ["科目编码", "科目名称", "上年支出合计", "基本支出", "项目支出", "上缴上级支出"],
    ["科目编码", "科目名称", "本年支出合计", "基本收入", "项目支出", "上缴上级支出"],
    ["科目编码", "科目名称", "本年支出合计", "人员支出", "公用支出", "上缴上级支出"],
    // Two columns of one meaning, and an order in which nobody prints them.
    ["科目编码", "科目名称", "本年支出合计", "基木支出", "基本支岀", "上缴上级支出"],
    ["科目编码", "科目名称", "本年支出合计", "顶目支出", "基木支出", "上缴上级支出"],
  ])
  func whatIsNoSuchHeadStaysAsItIs(_ read: [String]) {
    #expect(Self.mended([read], below: ["支出决算表"]).head == [read])
  }

  @Test func headsOverSeveralColumnsAreMendedToo() {
    let read = [
      ["科目编码", "科目名称", "年初结转划结余", "本年收人", "木年支出", "…", "…", "年未结转和结佘"],
      ["", "", "", "", "小讨", "基本支出", "项目支出", ""],
    ]
    let head = Self.mended(read, below: ["政府性基金预算财政拨款收入支出决算表"]).head
    #expect(head[0].filter { !$0.isEmpty } == ["科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出", "年末结转和结余"])
    #expect(["小计", "合计"].contains(head[1][4]))
  }

  @Test func titleAndHeadTellTogetherWhichTableItIs() {
    // The title alone is as near to that of income as to that of expenditure.
    let read = Self.mended([Self.expenditure], below: ["编制单位：某局", "2024年度部门攴岀决算表", "公开03表"])
    #expect(read.title == "支出决算表")
    // The same title above the heads of income is that of income.
    let income = ["科目编码", "科目名称", "本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入"]
    #expect(Self.mended([income], below: ["攴岀决算表"]).title == "收入决算表")
    // Under neither it is none.
    #expect(Self.mended([["科目编码", "科目名称", "甲", "乙"]], below: ["攴岀决算表"]).title == nil)
    // A title that is known is not made another.
    #expect(Self.mended([Self.expenditure], below: ["支出决算表"]).title == nil)
  }

  @Test func aTableWithoutATitleIsNotTouched() {
    let read = ["科目编码", "科目名称", "本年文出合计", "基木支出", "顶目支出", "上缴上级支出"]
    #expect(Self.mended([read], below: ["各部门情况一览"]).head == [read])
  }
}
