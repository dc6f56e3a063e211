import Tables
import TestSupport
import Testing

@testable import Reading

/// Tables that only spaces lay out, as `pdftotext -layout` and editors do: what a person sees in them, and what nobody can.
struct SpacedTableTests {
  private typealias Page = PrintedPage

  private func rows(_ text: String) -> [[String]] { Page.rows(PageLayout.blocks(ofText: Array(text.utf8))) }

  /// A page of a table by function as a program lays it out that counts letters: figures end right of the middle of their
  /// heads and left of the next ones.
  private let page = """
     科目编码            科目名称           本年支出合计        基本支出         项目支出         经营支出
                    合计                  61,392.21    23,853.39    37,520.62       18.21
    201       一般公共服务支出                52,651.31    17,524.26    35,108.85       18.21
    20102      政协事务                     7,460.42                   7,460.42
    """
  private let pageRows = [
    ["0 科目编码", "1 科目名称", "2 本年支出合计", "3 基本支出", "4 项目支出", "5 经营支出"],
    ["1 合计", "2 61,392.21", "3 23,853.39", "4 37,520.62", "5 18.21"],
    ["0 201", "1 一般公共服务支出", "2 52,651.31", "3 17,524.26", "4 35,108.85", "5 18.21"],
    ["0 20102", "1 政协事务", "2 7,460.42", "4 7,460.42"],
  ]

  @Test func figuresStandUnderTheHeadsTheyEndBehind() { #expect(rows(page) == pageRows) }

  @Test func everyPageHasColumnsOfItsOwn() {
    // On the second page the figures stand where those of other columns stood on the first.
    let next = """
       科目编码        科目名称    本年支出合计    基本支出       项目支出       经营支出
      211       节能环保支出     2,411.77             2,411.77
      221       住房保障支出     2,107.25  2,107.25
      """
    #expect(
      rows(page + "\n\u{0C}" + next) == pageRows + [
        ["0 211", "1 节能环保支出", "2 2,411.77", "4 2,411.77"], ["0 221", "1 住房保障支出", "2 2,107.25", "3 2,107.25"],
      ])
  }

  @Test func aPageWithoutHeadsGoesOnWhereItHasAsManyColumns() {
    let next = """
      211   节能环保支出   2,411.77      0.00  2,411.77  0.00
      221   住房保障支出   2,107.25  2,107.25      0.00  0.00
      """
    #expect(
      rows(page + "\n\u{0C}" + next).suffix(2) == [
        ["0 211", "1 节能环保支出", "2 2,411.77", "3 0.00", "4 2,411.77", "5 0.00"],
        ["0 221", "1 住房保障支出", "2 2,107.25", "3 2,107.25", "4 0.00", "5 0.00"],
      ])
  }

  @Test func aPageWithoutHeadsAndWithFewerColumnsIsDoubtful() {
    // Which three of the four columns these are nobody can tell.
    let next = """
      211   节能环保支出   2,411.77  2,411.77  1.00
      221   住房保障支出   2,107.25  2,107.25  1.00
      """
    let figures = rows(page + "\n\u{0C}" + next).suffix(2).joined().filter { $0.contains(".") }
    #expect(!figures.isEmpty)
    #expect(figures.allSatisfy { $0.contains("? ") })
  }

  @Test func aPageWithoutHeadsHasTheColumnsThatTheTotalHas() {
    // Nothing was received but in two columns, says the total; without it the second could be any of three.
    let head = "     科目编码            科目名称           本年支出合计        基本支出         项目支出         经营支出\n"
    let total = "                    合计                  61,392.21    23,853.39\n"
    let body = """
          201       一般公共服务支出                  52,651.31    17,524.26
          20102      政协事务                      7,460.42     7,460.42
          2010201     行政运行                     7,460.42     7,460.42

      """
    let next = """
      211   节能环保支出   2,411.77   411.77
      221   住房保障支出   2,107.25   107.25
      """
    #expect(
      rows(head + total + body + "\u{0C}" + next).suffix(2) == [
        ["0 211", "1 节能环保支出", "2 2,411.77", "3 411.77"], ["0 221", "1 住房保障支出", "2 2,107.25", "3 107.25"],
      ])
    #expect(
      rows(head + body + "\u{0C}" + next).suffix(2) == [
        ["0 211", "1 节能环保支出", "2-5? 2,411.77 411.77"], ["0 221", "1 住房保障支出", "2-5? 2,107.25 107.25"],
      ])
  }

  @Test func aNameOverTheColumnOfFiguresIsAName() {
    // Where the figures are shorter the names on the right begin further left, below other figures.
    let text = """
             项目        行次      金额             项目             行次      金额
      一、财政拨款收入         1      23855.79 一、一般公共服务支出             32
      二、上级补助收入         2               二、外交支出                 33
      三、事业收入           3     211.67 三、国防支出          34                   1307.13
      四、经营收入           4            四、公共安全支出        35                   212.43
          本年收入合计       27  24337.28      本年支出合计     58                  24240.98
      使用非财政拨款结余        28           结余分配            59                     32.10
      年初结转和结余          29      4.62 年末结转            60                     82.10
      """
    #expect(
      rows(text).suffix(3) == [
        ["0 本年收入合计", "1 27", "2 24337.28", "3 本年支出合计", "4 58", "5 24240.98"],
        ["0 使用非财政拨款结余", "1 28", "3 结余分配", "4 59", "5 32.10"],
        ["0 年初结转和结余", "1 29", "2 4.62", "3 年末结转", "4 60", "5 82.10"],
      ])
  }

  @Test func aHeadStandsWhereItsLinesApartStand() {
    // One space parts the first lines of the last three heads, and several their second lines: these stand where they are.
    let text = """
                    收入                                        支出
                                                                    一般公共预算财 政府性基金预算 国有资本经营预
             项目           决算数                项目         合计
                                                                      政拨款    财政拨款    算财政拨款
                                      二十五、债务付息支出
                                      二十六、抗疫特别国债安排的支出
           本年收入合计         82,374.59        本年支出合计       81,743.19     78,031.72        3,711.47
      年初财政拨款结转和结余            662.23 年末财政拨款结转和结余          1,293.64        386.24         907.40
      一、一般公共预算财政拨款           643.73
      二、政府性基金预算财政拨款
      三、国有资本经营预算财政拨款         18.50
             总计           83,036.83          总计         83,036.83     78,417.96        4,618.87
      """
    #expect(rows(text).last == ["0 总计", "1 83,036.83", "2 总计", "3 83,036.83", "4 78,417.96", "6 4,618.87"])
  }

  @Test func aCodeAboveItsNameIsOneRowWithIt() {
    let text = """
      经济分类                        经济分类
                科目名称      决算数                   科目名称       决算数
      科目编码                        科目编码
      30310    个人农业生产补贴    0.00   30231    公务用车运行维护费       0.00
      30311    代缴社会保险费     1.00   30239    其他交通费用          2.43
               其他对个人和家庭
      30399                3.00   30240    税金及附加费用         4.00
              的补助
                                  30299
                                      其他商品和服务支出            0.20
                                  31002
                                      办公设备购置               5.00
      """
    #expect(
      rows(text).suffix(3) == [
        ["0 30399", "1 其他对个人和家庭的补助", "2 3.00", "3 30240", "4 税金及附加费用", "5 4.00"],
        ["3 30299", "4 其他商品和服务支出", "5 0.20"], ["3 31002", "4 办公设备购置", "5 5.00"],
      ])
  }

  @Test func aNameGoesOnWhereItFillsItsColumnWhereverThatIs() {
    // The names of the second block begin further right on some lines, and are as wide on all.
    let text = """
                 人员经费                                                    公用经费
      科目代                          科目代                         科目代                     科目代
                科目名称       决算数              科目名称       决算数              科目名称      决算数                科目名称        决算数
        码                            码                           码                      码
      301   工资福利支出         7268.18 302   商品和服务支出       1102.17 307   债务利息及费用支出        31012        拆迁补偿
      30101  基本工资          1007.74 30201  办公费            85.77 30701  国内债务付息          31013        公务用车购置
      30102  津贴补贴           262.19 30202  印刷费           100.15 30702  国外债务付息          31019        其他交通工具购置
      30103  奖金              94.17 30203  咨询费            51.27 30703  国内债务发行费用        31021        文物和陈列品购置
      30106  伙食补助费                 30204  手续费             0.00 30704  国外债务发行费用        31022        无形资产购置
                                                                     资本性支出（基本建
      30107    绩效工资        1436.42 30205   水费            91.56 309                    31099        其他资本性支出
                                                                     设）
      30109    职业年金缴费      224.33 30207    邮电费                 30902    办公设备购置            31101     其他资本性支出
      30115    医疗费         337.80 30213   维修(护)费             30908     物资储备              31204    费用补贴
                                                                        信息网络及软件购置                  政府投资基金股权投
      30112    其他社会保障缴费           30212    因公出国（境）费用           30907                      31203
                                                                        更新                         资
      """
    let row = rows(text).first { $0.contains("0 30107") }
    #expect(row?.contains("6 309") == true && row?.contains("7 资本性支出（基本建设）") == true)
  }

  @Test func anAmountOverThreeLinesIsOneOrNone() {
    // Too long for its column, it is broken above and below the line of its row; what is left of one is no amount.
    let text = """
                 项目          行次        金额                       项目         行次        金额
                                  1,077,796,700.6
      一、一般公共预算财政拨款收入         1                    一、一般公共服务支出               32
                                                0
      二、政府性基金预算财政拨款收入        2                      二、外交支出                 33
      三、国有资本经营预算财政拨款收入       3                      三、国防支出                 34
      八、其他收入                 8                      八、社会保障和就业支出            39     43,874,623.77
                             9                      九、卫生健康支出               40      2,852,282.43
      年初结转和结余                29     19,721,751.00 年末结转和结余                  60      9,860,875.50
                             30                                            61
                                  1,097,518,451.6                               1,097,518,451.6
                 总计          31                                 总计         62
                                                0                                             0
      """
    let found = rows(text)
    #expect(found[1] == ["0 一、一般公共预算财政拨款收入", "1 1", "2 1,077,796,700.60", "3 一、一般公共服务支出", "4 32"])
    #expect(found.last == ["0 总计", "1 31", "2 1,097,518,451.60", "3 总计", "4 62", "5 1,097,518,451.60"])
  }

  @Test func aFigureBetweenTwoHeadsIsDoubtful() {
    // It ends under the first half of the second head: it may be wide, or set in the middle.
    let text = """
      科目编码   科目名称         基本支出   项目支出
      201    一般公共服务支出          9.00
      202    外交支出              8.00
      """
    #expect(rows(text)[1...].map { $0.last } == ["2-3? 9.00", "2-3? 8.00"])
  }

  @Test func aRowWithAFigureForEveryHeadTellsTheColumns() {
    // Heads with one space between them are drawn left: the last figure ends far right of its own.
    let text = """
      科目编码   科目名称        合计  一般公共预算 政府性基金预算 国有资本经营预算
      201    一般公共服务支出     9.00        6.00         2.00        1.00
      202    外交支出         8.00                                8.00
      """
    #expect(
      rows(text)[1...] == [
        ["0 201", "1 一般公共服务支出", "2 9.00", "3 6.00", "4 2.00", "5 1.00"],
        ["0 202", "1 外交支出", "2 8.00", "5 8.00"],
      ])
  }

  @Test func aNameOverThreeLinesHasItsFiguresInTheMiddle() {
    let text = """
      科目编码    科目名称            本年支出合计     基本支出
      208     社会保障和就业支出           9.00      9.00
              机关事业单位基本养老保险
      2080505                     7.00      7.00
              缴费支出
      2080506 职业年金缴费              2.00      2.00
      """
    #expect(
      rows(text)[1...] == [
        ["0 208", "1 社会保障和就业支出", "2 9.00", "3 9.00"],
        ["0 2080505", "1 机关事业单位基本养老保险缴费支出", "2 7.00", "3 7.00"],
        ["0 2080506", "1 职业年金缴费", "2 2.00", "3 2.00"],
      ])
  }

  @Test func twoReadingsLeaveNoHead() {
    let heads = [(0, 4), (10, 14), (20, 24)].map { SpacedColumns.Head(left: $0.0, right: $0.1) }
    func found(_ ends: Int...) -> [[Int]] {
      SpacedColumns(
        heads: heads, figures: ends.map { .init(left: $0 - 4, ends: $0...$0, lines: []) }, letter: 1
      ).headsOfFigures()
    }
    // Under each head; under the first half of the second, alone and with another one that takes it.
    #expect(found(5, 15, 25) == [[0], [1], [2]])
    #expect(found(11) == [[0, 1]])
    #expect(found(11, 14) == [[0], [1]])
    // Three columns for the last two heads.
    #expect(found(15, 16, 25) == [[], [], []])
  }

  /// The tables of a real disclosure laid out with spaces: every figure is read as it is printed, and no other is.
  @Test(arguments: [1, 2])
  func aRealDisclosureIsReadAsPrinted(ideograph: Int) throws {
    let printed = try PrintedTables.datong
    let text = printed.tables.map { SpacedTable($0, ideograph: ideograph).text }.joined(separator: "\n\n\u{0C}")
    let read = try published("\(printed.unit)\n\(printed.year)年度单位决算公开\n\n" + text).figureTexts
    let expected = printed.figureTexts
    #expect(read.filter { !$0.value.isEmpty } == expected.filter { !$0.value.isEmpty })
  }
}

/// A table of a publication as an editor or a program lays it out with spaces: names begin at the left of their columns,
/// figures end at the right, heads stand in the middle.
private struct SpacedTable {
  private(set) var text = ""
  private let ideograph: Int
  private let header: [[String]]
  private var widths: [Int] = []

  init(_ table: PrintedTables.Table, ideograph: Int) {
    self.ideograph = ideograph
    header = table.header.map { row in row.map { $0.filter { $0 != " " } } }
    widths = Array(repeating: 4, count: header[0].count)
    for row in header.indices {
      for column in widths.indices where end(row, column) == column + 1 {
        widths[column] = max(widths[column], width(header[row][column]))
      }
    }
    for row in table.rows {
      var column = 0
      for cell in row {
        let words = cell.label ?? cell.number ?? cell.print ?? ""
        if cell.columns ?? 1 == 1 { widths[column] = max(widths[column], width(words)) }
        column += cell.columns ?? 1
      }
    }
    let all = widths.reduce(0, +) + 3 * widths.count
    func middle(_ text: String) -> String { spaces((all - width(text)) / 2) + text }
    let captions = [middle(table.title), spaces(all - 8) + table.formCode, table.unitLine + middle(table.period)]
    let rows = header.indices.map(head) + table.rows.map(row)
    text = (captions + [spaces(all - 16) + table.currency] + rows + table.notes).joined(separator: "\n")
  }

  private func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2000 ? 1 : ideograph) }
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  /// The column behind a cell of the header: it covers those that nothing stands in, there and above.
  private func end(_ row: Int, _ column: Int) -> Int {
    var end = column + 1
    while end < widths.count, !header[row][column].isEmpty, header[...row].allSatisfy({ $0[end].isEmpty }) { end += 1 }
    return end
  }

  private func head(_ row: Int) -> String {
    var line = ""
    var column = 0
    while column < widths.count {
      let end = end(row, column)
      let words = header[row][column]
      let room = widths[column..<end].reduce(0, +) + 3 * (end - column - 1)
      let left = (room - width(words)) / 2
      line += spaces(left) + words + spaces(room - left - width(words)) + "   "
      column = end
    }
    return line
  }

  private func row(_ cells: [PrintedTables.Cell]) -> String {
    var line = ""
    var column = 0
    for cell in cells {
      let words = cell.label ?? cell.number ?? cell.print ?? ""
      let end = column + (cell.columns ?? 1)
      let room = widths[column..<end].reduce(0, +) + 3 * (end - column - 1)
      let gap = spaces(room - width(words))
      line += (cell.at == nil ? words + gap : gap + words) + "   "
      column = end
    }
    return line
  }
}
