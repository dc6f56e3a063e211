import Accounts
import Testing

/// What a user is told of a CSV ledger that cannot be used: file, line, column, what was found, what should be there.
@Suite struct MalformedCSVTests {
  private static let columns = "“收入”的标题应为：功能科目编码、功能科目名称、收入来源、金额、单位、往来单位。"

  private func income(_ rows: String) throws -> [String] { try messages("收入.csv", "功能科目编码,收入来源,金额\n\(rows)\n") }

  // MARK: Files

  @Test func nothingThere() throws {
    #expect(
      try LedgerFolder().messages("没有")
        == ["账/没有: 错误: 没有这个文件或目录，应是账的工作簿、目录（内有 单位信息.csv 等）或 JSON 文件。请核对路径。"])
  }

  @Test func singleFile() throws {
    #expect(
      try LedgerFolder().messages("收入.csv")
        == ["账/收入.csv: 错误: 是单个 CSV 文件，账应是一个 .xlsx 工作簿、放着各 CSV 文件的目录，或一个 JSON 文件。请改用它所在的目录。"])
    #expect(
      try LedgerFolder(["账.xlsx": "PK"]).messages("账.xlsx") == [
        "账/账.xlsx: 错误: 内容不是 .xlsx 工作簿，应是 .xlsx 工作簿。请打开它，另存为“Excel 工作簿 (.xlsx)”。"
      ])
  }

  @Test func missingRequiredSheet() throws {
    #expect(
      try LedgerFolder(without: ["支出.csv"]).messages() == [
        "账: 错误: 没有“支出”，账里应有这一张表。没有数据时也请保留只有标题的表"
          + "（功能科目编码,功能科目名称,支出性质,资金性质,经济科目编码,经济科目名称,项目名称,金额,单位,往来单位）。"
      ])
    #expect(try LedgerFolder(without: ["单位信息.csv", "收入.csv", "支出.csv"]).messages().count == 3)
  }

  @Test func misspeltFileName() throws {
    #expect(
      try messages("支处.csv", "a\n") == [
        "账/支处.csv: 错误: 文件名不是账里的表，应是下列之一：单位信息.csv、收入.csv、支出.csv、结转结余.csv、预算.csv、三公经费.csv、"
          + "上年决算.csv、其他信息.csv、文字.csv、补充科目.csv、绩效项目.csv、绩效资金.csv、绩效指标.csv、绩效基础数据.csv。请改名，或移出这个目录。"
      ])
  }

  @Test func twoFilesOfOneSheet() throws {
    let copy = LedgerFolder.sound["支出.csv", default: ""]
    #expect(
      try messages("支 出.csv", copy) == ["账/支出.csv: 错误: “支出”已有文件 账/支 出.csv，每张表应只有一个文件。请把其中一个移出这个目录。"])
  }

  @Test func directoryInsteadOfAFile() throws {
    let folder = try LedgerFolder(without: ["支出.csv"])
    try folder.makeFolder("支出.csv")
    #expect(try folder.messages() == ["账/支出.csv: 错误: 是一个目录，这里应是一个文件。"])
  }

  @Test(arguments: ["", "\n\r\n", ",,\n,\n", "\u{FEFF}"])
  func emptyFile(text: String) throws {
    #expect(try messages("收入.csv", text) == ["账/收入.csv: 错误: 文件是空的，第一行应是标题。"])
  }

  // MARK: Bytes

  private static let remedy = "请在原软件中打开，另存为 UTF-8 编码（在 Excel 中选“CSV UTF-8”）后再试。"

  @Test func utf16() throws {
    #expect(
      try messages("收入.csv", bytes: [0xFF, 0xFE, 0x2D, 0x4E]) == [
        "账/收入.csv: 错误: 文件开头是 UTF-16 的标记（FF FE），这里只读 UTF-8 和 GB18030 的文本。\(Self.remedy)"
      ])
  }

  @Test func nulByte() throws {
    #expect(
      try messages("收入.csv", bytes: Array("功能\n".utf8) + [0x31, 0x00]) == [
        "账/收入.csv:2: 错误: 第 2 行（全文第 9 个字节）是空字节 0x00，文本里不应有空字节。文件可能是没有标记的 UTF-16 文本，"
          + "也可能根本不是文本。\(Self.remedy)"
      ])
  }

  @Test func damagedUTF8() throws {
    let start = Array("功能科目编码,收入来源,金额\n2013801,事业收入,1\n2013899,其他".utf8)
    #expect(
      try messages("收入.csv", bytes: start + [0xE6, 0x94] + Array("入,1\n".utf8)) == [
        "账/收入.csv:3: 错误: 第 3 行（全文第 77 个字节）的字节 0xE6 不合 UTF-8；文件其余部分是 UTF-8，这里应是完整的 UTF-8 字符，"
          + "可能已经损坏。请找回未损坏的原文件；如无原文件，\(Self.remedy)"
      ])
  }

  @Test func neitherUTF8NorGB18030() throws {
    #expect(
      try messages("收入.csv", bytes: [0xB9, 0xA6, 0x0A, 0xFF, 0xFF, 0x0A]) == [
        "账/收入.csv:2: 错误: 第 2 行（全文第 4 个字节）的字节 0xFF 不合 GB18030；文件也不是 UTF-8，应是这两种编码之一。\(Self.remedy)"
      ])
  }

  // MARK: Shape

  @Test func unclosedQuote() throws {
    #expect(
      try income("2013801,\"事业收入,1\n2013899,其他收入,2") == [
        "账/收入.csv:2: 错误: 第 2 行第 2 列：英文双引号在此开始，到文件末尾也没有结束，应有一个结束的双引号。"
          + "请补上结束的双引号；此行及以后的内容没有读取。"
      ])
  }

  @Test func quotesInTheWrongPlace() throws {
    #expect(
      try income("2013801,事业\"收入,1\n2013899,\"其他\"收入,2") == [
        "账/收入.csv:2: 错误: 第 2 行第 2 列：值的中间有英文双引号，而值的开头没有，应将整个值用双引号括起来。"
          + "请把整个值括起来，并把值里的双引号写成两个。",
        "账/收入.csv:3: 错误: 第 3 行第 2 列：结束的英文双引号后面还有文字，应是逗号或换行。"
          + "请删去多余的文字；值里要有双引号时，请写成两个双引号。",
      ])
  }

  @Test func raggedRows() throws {
    let advice = "应与标题一样有 3 列。请检查是否少了或多了逗号；含逗号的值要用英文双引号括起来。"
    #expect(
      try income("2013801,事业收入,1,234.50\n2013802,事业收入,1\n2013899,其他收入") == [
        "账/收入.csv:2: 错误: 有 4 列，\(advice)", "账/收入.csv:4: 错误: 有 2 列，\(advice)",
      ])
  }

  @Test func lineOfFiveMegabytes() throws {
    let line = "2013801,事业收入,\(String(repeating: "9", count: 5_000_000))"
    #expect(
      try income(line) == [
        "账/收入.csv:2: 错误: 第 2 行第 3 列：值长 5000000 字节，应不超过 1048576 字节。请检查此处是否漏了双引号或换行，或把内容缩短；"
          + "这个值没有读取。"
      ])
    #expect(
      try income(String(repeating: "1,", count: 2_500_000)) == [
        "账/收入.csv:2: 错误: 第 2 行：列数超过 1024 列，应不超过此数。请检查是否漏了换行，或删去多余的列；多出的列没有读取。"
      ])
  }

  @Test func longValuesAreCutInMessages() throws {
    let letters = String(repeating: "长", count: 300_000)
    let cut = String(repeating: "长", count: 40) + "…"
    #expect(
      try income("2013801,事业收入,\(letters)") == [
        "账/收入.csv:2「金额」: 错误: 填的是“\(cut)”，应为以元为单位的金额，如 1234.56。没有金额时请删去这一行，确为零填 0.00。"
      ])
    #expect(
      try messages("收入.csv", "功能科目编码,收入来源,金额,\(letters)\n") == [
        "账/收入.csv:1「\(cut)」: 错误: 标题是“\(cut)”，\(Self.columns)请改正标题或删去这一列。"
      ])
  }

  // MARK: Headings

  @Test func wrongHeading() throws {
    #expect(
      try messages("收入.csv", "功能科目编码,收入来源,金额,备注\n") == [
        "账/收入.csv:1「备注」: 错误: 标题是“备注”，\(Self.columns)请改正标题或删去这一列。"
      ])
  }

  @Test func headingInAnotherUnit() throws {
    #expect(
      try messages("收入.csv", "功能科目编码,收入来源,金额（千元）\n") == [
        "账/收入.csv: 错误: 没有“金额”这一列，\(Self.columns)",
        "账/收入.csv:1「金额（千元）」: 错误: 标题是“金额（千元）”，\(Self.columns)请改正标题或删去这一列。",
      ])
  }

  @Test func missingRequiredHeading() throws {
    #expect(
      try messages("收入.csv", "功能科目编码,金额\n2013801,1\n") == ["账/收入.csv: 错误: 没有“收入来源”这一列，\(Self.columns)"])
  }

  @Test func headingGivenTwice() throws {
    #expect(
      try messages("收入.csv", "功能科目编码,收入来源,金额,金额（万元）\n2013801,事业收入,1,2\n") == [
        "账/收入.csv:1「金额（万元）」: 错误: 标题“金额”出现了两次，每个标题只应有一列。"
      ])
  }

  @Test func valuesWithoutAHeading() throws {
    #expect(
      try messages("收入.csv", "功能科目编码,收入来源,金额,\n2013801,事业收入,1,\n2013899,其他收入,1,备注\n2013802,其他收入,1,又\n") == [
        "账/收入.csv:3: 错误: 第 4 列填了“备注”，而这一列没有标题，有值的列都应有标题。请补上标题或删去这一列。"
      ])
  }

  @Test func headingsCannotForgeMessages() throws {
    #expect(
      try messages("收入.csv", "功能科目编码,收入来源,金额,\"\u{1B}[2J\n账: 好\"\n") == [
        "账/收入.csv:1「\u{FFFD}[2J 账: 好」: 错误: 标题是“\u{FFFD}[2J 账: 好”，\(Self.columns)请改正标题或删去这一列。"
      ])
  }

  // MARK: Values

  @Test(arguments: [
    "一百", "1,23", "12.", ".5", "1 000", "--1", "=1+1", "0x10", "1_000", "NaN", "1.2.3", "%", "-",
  ])
  func lettersInAnAmount(written: String) throws {
    #expect(
      try income("2013801,事业收入,\"\(written)\"") == [
        "账/收入.csv:2「金额」: 错误: 填的是“\(written)”，应为以元为单位的金额，如 1234.56。"
          + "没有金额时请删去这一行，确为零填 0.00。"
      ])
  }

  @Test(arguments: [
    ("12元", "金额里不写货币符号和单位；整列以万元计时，请把标题写成“金额（万元）”。"),
    ("￥12", "金额里不写货币符号和单位；整列以万元计时，请把标题写成“金额（万元）”。"),
    ("1e3", "这是表格软件的科学计数，尾数可能已经丢失；请把这一列的格式设为数值、两位小数，重新导出。"),
    ("(1)", "负数请写成 -1234.56，不用括号。"),
  ])
  func amountsAsSpreadsheetsShowThem(written: String, advice: String) throws {
    #expect(
      try income("2013801,事业收入,\"\(written)\"") == [
        "账/收入.csv:2「金额」: 错误: 填的是“\(written)”，应为以元为单位的金额，如 1234.56。\(advice)"
      ])
    // A blank is right where an amount is not required, and the advice says so.
    #expect(
      try messages("结转结余.csv", "资金性质,年初结转和结余\n其他资金,x\n") == [
        "账/结转结余.csv:2「年初结转和结余」: 错误: 填的是“x”，应为以元为单位的金额，如 1234.56。没有金额时请留空。"
      ])
  }

  @Test func decimalsBeyondTheFen() throws {
    #expect(
      try income("2013801,事业收入,12.345") == [
        "账/收入.csv:2「金额」: 错误: 填的是“12.345”，应为最多 2 位小数的金额（单位元，准确到分）。若这一列以万元为单位，请把标题写成“金额（万元）”；否则请核对到分。"
      ])
    #expect(
      try messages("收入.csv", "功能科目编码,收入来源,金额（万元）\n2013801,事业收入,1.2345678\n") == [
        "账/收入.csv:2「金额（万元）」: 错误: 填的是“1.2345678”，应为最多 6 位小数的金额（单位万元，准确到分）。请核对到分。"
      ])
  }

  @Test(arguments: ["92233720368547758.08", "-92233720368547758.09", "99999999999999999999999999999999999999"])
  func amountPastInt64(written: String) throws {
    #expect(
      try income("2013801,事业收入,\(written)") == ["账/收入.csv:2「金额」: 错误: 填的是“\(written)”，应为不超过约九亿亿元的金额。请检查是否多写了位数，或单位填错。"])
  }

  /// Rows of one code and source are vouchers, each a row of the ledger.
  @Test func everyVoucherIsARow() throws {
    let folder = try LedgerFolder()
    try folder.write(
      Array("功能科目编码,收入来源,金额\n2013801,事业收入,1.25\n2013801,事业收入,2.50\n2013801,事业收入,-0.75\n".utf8), to: "收入.csv")
    let ledger = try folder.ledger()
    #expect(ledger.income.map(\.amount.fen) == [125, 250, -75])
    let lines = ledger.income.compactMap(\.place.line)
    #expect(lines == [2, 3, 4])
  }

  @Test func duplicateKey() throws {
    #expect(
      try messages("结转结余.csv", "资金性质,年初结转和结余\n一般公共预算财政拨款,1\n其他资金,1\n一般公共预算财政拨款,2\n") == [
        "账/结转结余.csv:4: 错误: 资金性质、功能科目编码、单位（一般公共预算财政拨款）与 账/结转结余.csv:2 重复，每一组只应有一行。请合并或删去重复的行。"
      ])
  }

  @Test func unknownChoice() throws {
    #expect(
      try income("2013801,捐赠收入,1") == [
        "账/收入.csv:2「收入来源」: 错误: 填的是“捐赠收入”，应为下列之一：一般公共预算财政拨款、政府性基金预算财政拨款、"
          + "国有资本经营预算财政拨款、上级补助收入、事业收入、经营收入、附属单位上缴收入、其他收入。"
      ])
  }

  @Test func unknownItem() throws {
    #expect(
      try messages("三公经费.csv", "项目,决算数\n会议费,1\n") == [
        "账/三公经费.csv:2「项目」: 错误: 填的是“会议费”，应为下列之一：因公出国（境）费、公务用车购置费、公务用车运行维护费、公务接待费、"
          + "国内接待费、外事接待费、国（境）外接待费。"
      ])
    // What the value of an unknown item should be nobody knows, so only the item is reported.
    #expect(try messages("其他信息.csv", "项目,数值\n无,\(String(repeating: "x", count: 300))\n").count == 1)
  }

  @Test(arguments: ["201380", "20138011", "２０１３８０", "2013801a", "201.3801", "-2013801"])
  func codeOfTheWrongLength(code: String) throws {
    #expect(
      try income("\(code),事业收入,1") == [
        "账/收入.csv:2「功能科目编码」: 错误: 填的是“\(code)”，应为七位数字的项级功能科目编码，如 2013801。"
      ])
  }

  @Test(arguments: [
    ("201", "这是类级科目，请按要求的级次填写。"), ("20138", "这是款级科目，请按要求的级次填写。"),
    ("合计", "合计、小计行请删去，由软件算出。"), ("2013801.0", "请把这一列的单元格格式设为文本，重新导出。"),
  ])
  func codesAsPeopleWriteThem(code: String, advice: String) throws {
    #expect(
      try income("\(code),事业收入,1") == [
        "账/收入.csv:2「功能科目编码」: 错误: 填的是“\(code)”，应为七位数字的项级功能科目编码，如 2013801。\(advice)"
      ])
  }

  @Test func nearestChoiceIsSuggested() throws {
    #expect(try income("2013801,一般预算,1").first?.hasSuffix("是否为“一般公共预算财政拨款”。") == true)
  }

  @Test func aWorkbookUnderTheNameOfCSV() throws {
    let folder = try LedgerFolder()
    try folder.write([0x50, 0x4B, 0x03, 0x04, 0x14], to: "收入.csv")
    #expect(
      try folder.messages() == ["账/收入.csv: 错误: 这是工作簿（.xlsx），应是文本文件。请在原软件中打开，把各表分别另存为“CSV UTF-8”。"])
  }

  @Test func codesOfOtherSheets() throws {
    #expect(
      try messages("支出.csv", "功能科目编码,支出性质,资金性质,经济科目编码,金额\n2013801,项目支出,其他资金,301,1\n") == [
        "账/支出.csv:2「经济科目编码」: 错误: 填的是“301”，应为五位数字的款级经济科目编码，如 30101。这是类级科目，请按要求的级次填写。"
      ])
    #expect(
      try messages("预算.csv", "功能科目编码,年初预算数\n2013,1\n") == [
        "账/预算.csv:2「功能科目编码」: 错误: 填的是“2013”，应为三位（类）、五位（款）或七位（项）的功能科目编码，如 2013801。"
      ])
    #expect(
      try messages("补充科目.csv", "分类,编码,名称\n功能,20,某\n") == ["账/补充科目.csv:2「编码」: 错误: 填的是“20”，应为三、五或七位数字的编码。"])
  }

  @Test(arguments: ["-1", "1.5", "1.0", "三", "9223372036854775808"])
  func countThatIsNone(count: String) throws {
    #expect(
      try messages("三公经费.csv", "项目,辆数\n公务用车购置费,\(count)\n") == ["账/三公经费.csv:2「辆数」: 错误: 填的是“\(count)”，应为不小于 0 的整数。"])
    #expect(
      try messages("其他信息.csv", "项目,数值\n其他用车,\(count)\n") == ["账/其他信息.csv:2「数值」: 错误: 填的是“\(count)”，应为不小于 0 的整数。"])
  }

  @Test func textTooLong() throws {
    #expect(
      try messages("补充科目.csv", "分类,编码,名称\n功能,2019901,\(String(repeating: "长", count: 201))\n") == [
        "账/补充科目.csv:2「名称」: 错误: 填的是“\(String(repeating: "长", count: 40))…”，应为不超过 200 字的文字。"
      ])
    #expect(try messages("补充科目.csv", "分类,编码,名称\n功能,2019901,\(String(repeating: "长", count: 200))\n") == [])
    let indicator = { (count: Int) in
      "项目名称,二级指标,三级指标\n某项目,数量指标,\(String(repeating: "长", count: count))\n"
    }
    #expect(try messages("绩效指标.csv", indicator(1_000)) == [])
    #expect(
      try messages("绩效指标.csv", indicator(1_001)) == [
        "账/绩效指标.csv:2「三级指标」: 错误: 填的是“\(String(repeating: "长", count: 40))…”，应为不超过 1000 字的文字。"
      ])
    #expect(
      try messages("文字.csv", "章节,内容\n单位职责,\(String(repeating: "长", count: 20_001))\n") == [
        "账/文字.csv:2「内容」: 错误: 填的是“\(String(repeating: "长", count: 40))…”，应为不超过 20000 字的文字。"
      ])
  }

  @Test func lineEndAndControlCharactersInAName() throws {
    #expect(
      try messages("补充科目.csv", "分类,编码,名称\n功能,2019901,\"甲\n乙\"\n经济,39999,\"a\u{1B}[31mb\"\n") == [
        "账/补充科目.csv:2「名称」: 错误: 填的是“甲 乙”，应为一行文字，中间不换行。",
        "账/补充科目.csv:4「名称」: 错误: 填的是“a\u{FFFD}[31mb”，应为不含控制字符的文字；控制字符看不见，多由复制粘贴带入，"
          + "请删去后重新填写。",
      ])
  }

  @Test func missingValues() throws {
    #expect(
      try income("2013801,,") == [
        "账/收入.csv:2「收入来源」: 错误: 没有填写，应为下列之一：一般公共预算财政拨款、政府性基金预算财政拨款、"
          + "国有资本经营预算财政拨款、上级补助收入、事业收入、经营收入、附属单位上缴收入、其他收入。收入的来源。",
        "账/收入.csv:2「金额」: 错误: 没有填写，应为金额。没有金额时请删去这一行，确为零填 0.00。",
      ])
  }

  // MARK: 单位信息

  private func information(_ rows: String) throws -> [String] { try messages("单位信息.csv", "项目,内容\n\(rows)\n") }

  @Test(arguments: [
    "2025-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "25-4-1", "2025年9月", "昨天", "2025-09-10 00:00",
  ])
  func impossibleDate(date: String) throws {
    #expect(
      try information("单位名称,某局\n年度,2024\n公开口径,单位\n单位性质,行政单位\n公开日期,\(date)") == [
        "账/单位信息.csv:6「内容」: 错误: 填的是“\(date)”，应为日期，如 2025-09-10。"
      ])
  }

  @Test(arguments: ["24", "1989", "2100", "2024年", "+2024", "2024.0", "99999999999999999999"])
  func impossibleYear(year: String) throws {
    #expect(
      try information("单位名称,某局\n年度,\(year)\n公开口径,单位\n单位性质,行政单位") == [
        "账/单位信息.csv:3「内容」: 错误: 填的是“\(year)”，应为四位数字的年度，如 2024。"
      ])
  }

  @Test func missingItems() throws {
    #expect(
      try information("单位名称,\n公开口径,处室") == [
        "账/单位信息.csv: 错误: 没有“年度”，“单位信息”应有这一项。决算年度，四位数字。",
        "账/单位信息.csv: 错误: 没有“单位性质”，“单位信息”应有这一项。决定机关运行经费列在哪一行。",
        "账/单位信息.csv:2「内容」: 错误: 没有填写，应为文字。该项目的内容。",
        "账/单位信息.csv:3「内容」: 错误: 填的是“处室”，应为下列之一：单位、部门。",
      ])
  }

  @Test func itemGivenTwice() throws {
    #expect(
      try information("单位名称,某局\n年度,2024\n公开口径,单位\n单位性质,行政单位\n年度,2025\n单位名称,某局") == [
        "账/单位信息.csv:6: 错误: “年度”出现了不止一次，应只有一行。",
        "账/单位信息.csv:7: 错误: 项目、内容（单位名称、某局）与 账/单位信息.csv:2 重复，每一组只应有一行。请合并或删去重复的行。",
      ])
  }

  // MARK: Together

  @Test func everyErrorOfEveryFileIsListedInOrder() throws {
    let folder = try LedgerFolder([
      "单位信息.csv": "项目,内容\n单位名称,某局\n年度,今年\n公开口径,单位\n单位性质,行政单位\n",
      "收入.csv": "功能科目编码,收入来源,金额\n2013801,事业收入,x\n2013801,事业收入\n",
      "支出.csv": "功能科目编码,支出性质,资金性质,金额\n201,基本支出,其他资金,1.234\n",
      "文字.csv": "章节,内容\n单位职责,\"没完\n",
    ])
    #expect(
      try folder.messages() == [
        "账/单位信息.csv:3「内容」: 错误: 填的是“今年”，应为四位数字的年度，如 2024。",
        "账/收入.csv:2「金额」: 错误: 填的是“x”，应为以元为单位的金额，如 1234.56。没有金额时请删去这一行，确为零填 0.00。",
        "账/收入.csv:3: 错误: 有 2 列，应与标题一样有 3 列。请检查是否少了或多了逗号；含逗号的值要用英文双引号括起来。",
        "账/支出.csv:2「功能科目编码」: 错误: 填的是“201”，应为七位数字的项级功能科目编码，如 2013801。这是类级科目，请按要求的级次填写。",
        "账/支出.csv:2「金额」: 错误: 填的是“1.234”，应为最多 2 位小数的金额（单位元，准确到分）。若这一列以万元为单位，请把标题写成“金额（万元）”；否则请核对到分。",
        "账/文字.csv:2: 错误: 第 2 行第 2 列：英文双引号在此开始，到文件末尾也没有结束，应有一个结束的双引号。"
          + "请补上结束的双引号；此行及以后的内容没有读取。",
      ])
  }

  @Test func misspeltAndMissingAreListedTogether() throws {
    let folder = try LedgerFolder(
      ["支处.csv": "x\n", "收入.csv": "功能科目编码,收入来源,金额\n1,事业收入,1\n"], without: ["支出.csv"])
    let found = try folder.messages()
    #expect(
      found.map { $0.prefix(while: { $0 != "，" }) } == [
        "账/支处.csv: 错误: 文件名不是账里的表", "账: 错误: 没有“支出”", "账/收入.csv:2「功能科目编码」: 错误: 填的是“1”",
      ])
  }

  @Test func wrongFileIsCutShort() throws {
    let found = try income(String(repeating: "x,y,z\n", count: 5000))
    #expect(found.count == 502)
    #expect(found.last == "账/收入.csv: 错误: 问题太多，以上只列出前 501 处。请先改正这些再试。")
    let ragged = try income(String(repeating: "x\n", count: 5000))
    #expect(ragged.count == 501)
    #expect(ragged.first?.hasPrefix("账/收入.csv:2: ") == true)
  }
}
