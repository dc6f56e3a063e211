import Accounts
import Foundation
import Reading
import Tables
import TestSupport
import Testing

/// What is damaged in a publication is reported where it stands, and never read as something else.
@Suite struct PublishedDamageTests {
  private let sound: PrintedText
  private let soundFigures: [String: String]

  init() throws {
    let printed = try PrintedTables.datong
    sound = PrintedText(printed)
    soundFigures = printed.figureTexts
  }

  /// What is read of the sound text after a change to it.
  private func read(_ beginning: String, _ change: (String) -> String?) throws -> TableSet {
    var text = sound
    text.change(beginning, change)
    return try published(text.text)
  }

  /// The addresses whose figures are missing or others than in the sound text.
  private func changed(_ read: TableSet) -> [String] {
    let figures = read.figureTexts
    return Set(figures.keys).union(soundFigures.keys).filter { figures[$0] != soundFigures[$0] }.sorted()
  }

  @Test func aRowThatIsMissingLeavesOnlyItsFiguresMissing() throws {
    let read = try read("2013805\t") { _ in nil }
    #expect(read.unreadTexts == [])
    #expect(changed(read) == (1...7).map { "02.2013805.\($0)" })
  }

  @Test func lettersInAFigureAreNoFigure() throws {
    let read = try read("2013805\t") { $0.replacing("44.44", with: "44.4l", maxReplacements: 1) }
    #expect(read.unreadTexts == ["02:\(sound.line("2013805\t")) 44.4l：这里应是一个数，却不是数"])
    #expect(changed(read) == ["02.2013805.1"])
    // The cell still shows what is printed.
    let row = try #require(read[.t02]?.rows.first { $0.cells[0].text == "2013805" })
    #expect(row.cells.map(\.text) == ["2013805", "市场秩序执法", "44.4l", "44.44", "", "", "", "", ""])
  }

  @Test func aCodeThatIsNoneIsReportedWithItsRow() throws {
    let read = try read("2013805\t") { "20138O5" + $0.dropFirst(7) }
    #expect(
      read.unreadTexts == [
        "02:\(sound.line("2013805\t")) 20138O5 市场秩序执法 44.44 44.44：既不是科目编码（三、五或七位数字），也不是合计，没有读"
      ])
    #expect(changed(read) == (1...7).map { "02.2013805.\($0)" })
  }

  @Test func cellsThatMovedAreNotReadAsOthers() throws {
    // A cell too many in front of the row, and one too few.
    for moved in ["\t2013805\t市场秩序执法\t44.44\t44.44\t\t\t\t", "2013805\t44.44\t44.44\t\t\t\t\t\t"] {
      let read = try read("2013805\t") { _ in moved }
      #expect(read.unreadTexts.count == 1)
      #expect(changed(read) == (1...7).map { "02.2013805.\($0)" })
    }
    let line = sound.line("五、事业收入")
    let wide = try read("五、事业收入") { $0 + "\t1.00" }
    #expect(
      wide.unreadTexts == ["01:\(line) 五、事业收入 5 五、教育支出 36 1.00：这一行有 7 格，表头只有 6 列，可能错了列，没有读"])
    #expect(changed(wide) == ["01.36.2", "01.5.1"])
    let shifted = try read("五、事业收入") { _ in "五、事业收入\t\t5\t\t五、教育支出\t36" }
    #expect(
      shifted.unreadTexts == [
        "01:\(line) 五、事业收入 5：行次的位置上不是行次，可能错了列，没有读", "01:\(line) 五、教育支出 36：行次的位置上不是行次，可能错了列，没有读",
      ])
    #expect(changed(shifted) == ["01.36.2", "01.5.1"])
    // A cell missing on the left moves the right side into other places, too.
    let short = try read("一、一般公共预算财政拨款收入") { _ in "一、一般公共预算财政拨款收入\t5023.02\t一、一般公共服务支出\t32\t3864.28" }
    #expect(short.unreadTexts.count == 2)
    #expect(changed(short) == ["01.1.1", "01.32.2"])
  }

  @Test func aLabelWithATypoIsNoLineOfTheTable() throws {
    let read = try read("五、事业收入") { $0.replacing("五、事业收入", with: "五、亊业收入") }
    #expect(read.unreadTexts == ["01:\(sound.line("五、事业收入")) 五、亊业收入 5：公开01表没有这一行"])
    #expect(changed(read) == ["01.5.1"])
    let vehicles = try self.read("8. 其他用车") { $0.replacing("用车", with: "用年") }
    #expect(vehicles.unreadTexts == ["10:\(sound.line("8. 其他用车")) 8. 其他用年 15：公开10表没有这一行"])
    #expect(changed(vehicles) == ["10.15.1"])
  }

  @Test func aLabelIsFoundHoweverItIsSpacedAndNumbered() throws {
    for label in ["五、 事业收入", "五．事业收入", "（五）事业收入", "事业收入", "５、事 业 收 入"] {
      let read = try read("五、事业收入") { $0.replacing("五、事业收入", with: label) }
      #expect(read.unreadTexts == [], "\(label)")
      #expect(changed(read) == [], "\(label)")
    }
  }

  @Test func aLineNumberThatDiffersIsKeptAsPrintedUnderTheFormsAddress() throws {
    let read = try read("(二) 单价100万元") { $0.replacing("\t17\t", with: "\t16\t3") }
    #expect(read.unreadTexts == [])
    #expect(read.figure(at: FigureAddress(.t10, "17", 1))?.figure.text == "3")
    #expect(read[.t10]?.rows.last?.cells[1].text == "16")
  }

  @Test func aLineThatStandsTwiceIsReadOnce() throws {
    let read = try read("货物\t2") { $0 + "\n货物\t2\t99.99" }
    #expect(read.unreadTexts == ["10:\(sound.line("货物\t2") + 1) 货物 2 99.99：公开10表的这一行前面已经有了，没有再读"])
    #expect(read.figure(at: FigureAddress(.t10, "2", 1))?.figure.text == "46.47")
    // Codes that stand twice are read twice; a check reports them.
    let codes = try self.read("2013805\t") { $0 + "\n" + $0 }
    #expect(codes.unreadTexts == [])
    #expect(codes[.t02]?.rows.count == 30)
  }

  @Test func aTableThatStandsTwiceIsReadTwice() throws {
    let start = try #require(sound.lines.firstIndex(of: "收入决算表"))
    let end = try #require(sound.lines.firstIndex(of: "支出决算表"))
    var text = sound
    text.lines.insert(contentsOf: sound.lines[start..<end], at: end)
    let read = try published(text.text)
    #expect(read.tables.map(\.id.rawValue) == ["01", "02", "02", "03", "04", "05", "06", "07", "08", "09", "10"])
    #expect(read.unreadTexts == [])
    #expect(read.tables[1].printedBody == read.tables[2].printedBody)
  }

  @Test func aTableUnderAnotherTitleIsNotGuessedAt() throws {
    var text = sound
    let title = try #require(text.lines.lastIndex(of: "支出决算表"))
    text.lines[title] = "支出情况表"
    let read = try published(text.text)
    #expect(read.tables.count == 9)
    #expect(read[.t03] == nil)
    #expect(
      read.unreadTexts == [
        "?:\(sound.line("上缴上级支出")) 项目 本年支出合计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出："
          + "是决算公开表的表头，上方却没有认得的标题，这张表没有读"
      ])
    // What follows is not taken for the table before.
    #expect(changed(read).allSatisfy { $0.hasPrefix("03.") })
  }

  @Test func aTitleOverAnotherTablesHeaderIsReported() throws {
    var text = sound
    let title = try #require(text.lines.lastIndex(of: "支出决算表"))
    text.lines[title] = "收入支出决算总表"
    let read = try published(text.text)
    #expect(
      read.unreadTexts == [
        "?:\(sound.line("上缴上级支出")) 收入支出决算总表：标题下是公开03表的表头，与标题不符，这张表没有读"
      ])
    #expect(changed(read).allSatisfy { $0.hasPrefix("03.") })
  }

  @Test func aTableWithoutItsHeaderIsReported() throws {
    var text = sound
    let title = try #require(text.lines.lastIndex(of: "支出决算表"))
    let first = try #require(text.lines[title...].firstIndex { $0.hasPrefix("合计\t") })
    text.lines.removeSubrange((first - 3)..<first)
    let read = try published(text.text)
    #expect(read.unreadTexts == ["03:\(first - 1) 支出决算表：标题之后没有认得的表头，不知道各列是什么，这张表没有读"])
    #expect(changed(read).allSatisfy { $0.hasPrefix("03.") })
    // One row of three is enough.
    text.lines.insert("科目代码\t科目名称", at: first - 3)
    #expect(try published(text.text).figureTexts == soundFigures)
  }

  @Test func titlesAreFoundHoweverTheyAreWritten() throws {
    for title in ["支出　决算表", "三、支出决算表", "（三）支出决算表", "2024年度支出决算表", "公开03表 支出决算表"] {
      var text = sound
      let index = try #require(text.lines.lastIndex(of: "支出决算表"))
      text.lines[index] = title
      let read = try published(text.text)
      #expect(read.unreadTexts == [], "\(title)")
      #expect(read.figureTexts == soundFigures, "\(title)")
    }
    let quotes = try published(sound.text.replacing("“三公”", with: "\"三公\""))
    #expect(quotes.figureTexts == soundFigures)
  }

  @Test func pageNumbersBetweenRowsAreNothing() throws {
    let read = try read("2013805\t") { "- 12 -\n\n" + $0 }
    #expect(read.unreadTexts == [])
    #expect(changed(read) == [])
  }

  @Test func aHeaderRepeatedOnTheNextPageIsNoRow() throws {
    let header = "项目\t\t本年收入合计\t财政拨款收入\t上级补助收入\t事业收入\t经营收入\t附属单位上缴收入\t其他收入\n科目代码\t科目名称\n栏次\t\t1\t2\t3\t4\t5\t6\t7\n"
    let read = try read("2013805\t") { header + $0 }
    #expect(read.unreadTexts == [])
    #expect(changed(read) == [])
  }

  @Test func rowsBehindOtherWordsAreReportedOnce() throws {
    let read = try read("2013805\t") { "仅供内部审核\n" + $0 }
    let line = sound.line("2013805\t") + 1
    #expect(
      read.unreadTexts == ["02:\(line) 2013805 市场秩序执法 44.44 44.44：与这张表之间隔着别的文字，不能断定仍属这张表，从这一行起没有读"])
    #expect(read[.t02]?.rows.count == 5)
    #expect(read.tables.count == 10)
  }

  @Test func unitOfMoneyIsTheOneEachTableNames() throws {
    var text = sound
    for (index, line) in text.lines.enumerated() where line == "金额单位：万元" { text.lines[index] = "单位：元" }
    let read = try published(text.text)
    #expect(read[.t01]?.currency == "单位：元")
    #expect(read[.t01]?.figures.allSatisfy { $0.figure.unit == .money(.yuan) } == true)
    #expect(read[.t07]?.figures.allSatisfy { $0.figure.unit == .money(.wanyuan) } == true)
    #expect(read.figure(at: FigureAddress(.t10, "7", 1))?.figure.unit == .things)
    // Where a table does not say, the form does.
    let silent = try published(sound.lines.filter { !$0.contains("单位：万元") }.joined(separator: "\n"))
    #expect(silent[.t01]?.currency == "")
    #expect(silent[.t01]?.figures.allSatisfy { $0.figure.unit == .money(.wanyuan) } == true)
  }

  @Test func theDepartmentsNameAndTheYearComeFromWhatIsPrinted() throws {
    let read = try published(
      sound.text.replacing("2024年度单位决算公开", with: "某市教育局（本级）2023 年度部门决算公开").replacing("2024年度", with: "2023 年度")
        .replacing("大同市市场监督管理局", with: "某 局"))
    #expect(read.scope == .department)
    #expect(read.year == 2023)
    #expect(read.unitName == "某 局")
    let bare = try published(
      "收入支出决算总表\n收入\t\t\t支出\t\t\n总计\t31\t1.00\t总计\t62\t1.00\n")
    #expect(bare.unitName == nil && bare.year == nil && bare.scope == nil)
    #expect(bare[.t01]?.formCode == "公开01表")
    let titled = try published("某局2022年度部门决算\n收入支出决算总表\n收入\t\t\t支出\t\t\n总计\t31\t1.00\t总计\t62\t1.00\n")
    #expect(titled.unitName == "某局" && titled.year == 2022 && titled.scope == .department)
  }
}
