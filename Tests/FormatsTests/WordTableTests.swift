import Formats
import Testing

/// The tables of documents, as ECMA-376 (ISO/IEC 29500), 17.4, has them printed.
@Suite struct WordTableTests {
  private typealias Parts = DocumentOfParts

  private func cell(_ text: String, _ properties: String = "") -> String {
    Parts.cell(Parts.paragraph(text), properties)
  }

  private func table(_ rows: String) throws -> WordTable {
    try #require(try Parts(Parts.table(rows)).read().tables.first)
  }

  @Test func cellsStandInTheirColumns() throws {
    let rows =
      Parts.row(cell("项目", "<w:vMerge w:val='restart'/>") + cell("金额", "<w:gridSpan w:val='2'/>"), "<w:tblHeader/>")
      + Parts.row(cell("", "<w:vMerge/>") + cell("基本") + cell("项目"), "<w:tblHeader/>")
      + Parts.row(cell("合计") + cell("1.00") + cell("2.00"))
      + Parts.row(cell("其中") + cell("") + cell(""), "<w:tblHeader/>")
    let table = try table(rows)
    #expect(table.number == 1 && table.story == .body && table.columnCount == 3)
    #expect(table.texts == [["项目", "金额"], ["", "基本", "项目"], ["合计", "1.00", "2.00"], ["其中", "", ""]])
    #expect(table.rows.map { $0.cells.map(\.column) } == [[0, 1], [0, 1, 2], [0, 1, 2], [0, 1, 2]])
    #expect(table.rows[0].cells.map(\.columnSpan) == [1, 2])
    #expect(table.rows[0].cells.map(\.rowSpan) == [2, 1])
    #expect(table.rows[1].cells.map(\.isContinuation) == [true, false, false])
    // 17.4.50: rows repeat only from the first on.
    #expect(table.rows.map(\.isHeader) == [true, true, false, false])
  }

  /// 17.4.16: columns left out before the first cell.
  @Test func columnsAreLeftOutBefore() throws {
    let rows =
      Parts.row(cell("a") + cell("b") + cell("c"))
      + Parts.row(cell("d", "<w:gridSpan w:val='2'/>"), "<w:gridBefore w:val='1'/><w:gridAfter w:val='0'/>")
    let last = try #require(try table(rows).rows.last?.cells.first)
    #expect(last.column == 1 && last.columnSpan == 2)
  }

  @Test func mergedCellsEndWhereTheyShould() throws {
    let restart = "<w:vMerge w:val='restart'/>"
    let goesOn = "<w:vMerge w:val='continue'/>"
    let rows =
      Parts.row(cell("甲", restart) + cell("1")) + Parts.row(cell("", goesOn) + cell("2"))
      + Parts.row(cell("乙", restart) + cell("3")) + Parts.row(cell("", goesOn) + cell("4"))
      + Parts.row(cell("", goesOn) + cell("5")) + Parts.row(cell("丙") + cell("6"))
      // Nothing above to go on from: it is a cell of its own.
      + Parts.row(cell("丁", goesOn) + cell("7")) + Parts.row(cell("", goesOn) + cell("8"))
    let first = try table(rows).rows.map { $0.cells[0] }
    #expect(first.map(\.rowSpan) == [2, 1, 3, 1, 1, 1, 2, 1])
    #expect(first.map(\.isContinuation) == [false, true, false, true, true, false, false, true])
    #expect(first.map(\.text) == ["甲", "", "乙", "", "", "丙", "丁", ""])
  }

  /// What stands in a cell merged with the one above is not shown, as if it were hidden.
  @Test func textOfContinuationsIsToldOf() throws {
    let rows =
      Parts.row(cell("甲", "<w:vMerge w:val='restart'/>")) + Parts.row(cell("看不见", "<w:vMerge/>"))
    let document = try Parts(Parts.table(rows)).read()
    #expect(document.tables.map(\.texts) == [[["甲"], [""]]])
    #expect(document.notices == [.hiddenText("看不见")])
  }

  /// 17.4.22: cells merged side by side, as older programs write them.
  @Test func cellsAreMergedSideBySide() throws {
    let rows = Parts.row(
      cell("甲", "<w:hMerge w:val='restart'/>") + cell("", "<w:hMerge/>") + cell("乙"))
    let cells = try table(rows).rows[0].cells
    #expect(cells.map(\.text) == ["甲", "乙"])
    #expect(cells.map(\.column) == [0, 2])
    #expect(cells.map(\.columnSpan) == [2, 1])
  }

  @Test func paragraphsOfACellAreLines() throws {
    let content =
      Parts.paragraph("一般公共预算") + Parts.paragraph("")
      + "<w:p>\(Parts.run("财政"))<w:r><w:br/></w:r>\(Parts.run("拨款"))</w:p>"
    let cell = try table(Parts.row(Parts.cell(content))).rows[0].cells[0]
    #expect(cell.text == "一般公共预算\n财政\n拨款")
    #expect(cell.blocks.isEmpty && !cell.holdsTables)
  }

  @Test func rowsAndCellsStandInContentControls() throws {
    let control = { (content: String) in "<w:sdt><w:sdtPr/><w:sdtContent>\(content)</w:sdtContent></w:sdt>" }
    let rows = control(Parts.row(control(cell("甲")) + cell("乙"))) + "<w:customXml>\(Parts.row(cell("丙")))</w:customXml>"
    #expect(try table(rows).texts == [["甲", "乙"], ["丙"]])
  }

  // MARK: Changes and hidden rows

  @Test func deletedRowsAndCellsAreGone() throws {
    let nested = Parts.table(Parts.row(cell("内")))
    let rows =
      Parts.row(cell("甲") + cell("旧", "<w:cellDel w:id='1'/>") + cell("乙"))
      + Parts.row(Parts.cell(nested + Parts.paragraph("删")), "<w:del w:id='2'/>")
      + Parts.row(cell("丙") + cell("丁"), "<w:ins w:id='3'/>")
    let gone = Parts.table(Parts.row(cell("全删"), "<w:del w:id='4'/>"))
    let document = try Parts(gone + Parts.table(rows) + Parts.table(Parts.row(cell("末")))).read()
    #expect(document.tables.map(\.texts) == [[["甲", "乙"], ["丙", "丁"]], [["末"]]])
    #expect(document.tables.map(\.number) == [1, 2])
    #expect(document.tables[0].rows[0].cells.map(\.column) == [0, 1])
    #expect(document.notices == [.trackedChanges])
  }

  @Test func hiddenRowsAreNotPrinted() throws {
    let hidden = Parts.cell("<w:p>\(Parts.run("隐", "<w:vanish/>"))</w:p>")
    let rows = Parts.row(cell("甲")) + Parts.row(hidden, "<w:hidden/>") + Parts.row(cell("乙"), "<w:hidden/>")
    let document = try Parts(Parts.table(rows)).read()
    #expect(document.tables.map(\.texts) == [[["甲"], ["乙"]]])
    #expect(document.notices == [.hiddenText("隐")])
  }

  // MARK: Tables in tables

  @Test func tablesInCellsAreTablesOfTheirOwn() throws {
    let inner = Parts.table(Parts.row(cell("内一") + cell("内二")))
    let outer = Parts.table(
      Parts.row(Parts.cell(Parts.paragraph("上") + inner + Parts.paragraph("下")) + cell("旁")))
    let document = try Parts(outer + Parts.table(Parts.row(cell("末")))).read()
    #expect(document.tables.map(\.number) == [1, 3])
    let first = try #require(document.tables.first?.rows.first?.cells.first)
    #expect(first.text == "上\n下" && first.holdsTables)
    #expect(first.blocks.count == 3)
    // Behind the table they stand in, in order.
    let flat = document.flattened.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(flat.map(\.number) == [1, 2, 3])
    #expect(flat.map(\.texts) == [[["上\n下", "旁"]], [["内一", "内二"]], [["末"]]])
  }

  /// A table that only arranges a page: its titles and tables stand one after another.
  @Test func framesAreReplacedByWhatIsInThem() throws {
    let inner = { (text: String) in Parts.table(Parts.row(cell(text) + cell("1.00"))) }
    let frame = Parts.table(
      Parts.row(cell("导航"))
        + Parts.row(Parts.cell(Parts.paragraph("表一") + inner("甲") + Parts.paragraph("表二") + inner("乙") + "<w:p/>")))
    let document = try Parts(frame).read()
    #expect(document.tables.first?.isFrame == true)
    let flat = document.flattened.map { block in
      switch block {
      case .paragraph(let paragraph): paragraph.text
      case .table(let table): table.texts.joined().joined(separator: "|")
      }
    }
    #expect(flat == ["导航", "表一", "甲|1.00", "表二", "乙|1.00", ""])
  }
}
