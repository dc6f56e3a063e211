import Accounts
package import Checks
import Formats

/// The working paper of a check as a Word file: whose it is, the findings in a list and each by itself, and every table.
package struct WorkingPaperDocument {
  private let paper: WorkingPaper
  private var sections: [WordSectionOutput] = []
  private var headings = 0

  /// The file; the same run gives the same bytes.
  package static func bytes(of run: CheckRun) -> [UInt8] { DOCXWriter.bytes(of: output(of: run)) }

  /// The document before it is a file.
  static func output(of run: CheckRun) -> WordOutput {
    var builder = WorkingPaperDocument(WorkingPaper(of: run, as: .document))
    builder.build()
    var document = WordOutput(sections: builder.sections)
    document.properties.title = "\(WorkingPaper.title)　\(builder.paper.subject)"
    document.properties.creator = run.record.tool
    return document
  }

  private init(_ paper: WorkingPaper) { self.paper = paper }

  private mutating func build() {
    add(first)
    for input in paper.inputs { add(summary(of: input)) }
    for table in paper.tables {
      let isWide = table.width > 110
      add([heading(table.name)] + blocks(of: table, isWide: isWide), isLandscape: isWide)
      // The list of findings comes first, then each with all there is to it.
      if table.name == paper.tables.first?.name { add(paper.findings.flatMap(details)) }
    }
    add([heading("说明")] + PaperRemarks.lines.map { .paragraph(WordParagraphOutput($0)) } + [signatures])
  }

  /// Adds blocks to the section before where it lies as they do, else to a new one.
  private mutating func add(_ blocks: [WordBlockOutput], isLandscape: Bool = false) {
    guard !blocks.isEmpty else { return }
    if let last = sections.last, last.page.isLandscape == isLandscape {
      sections[sections.count - 1].blocks += blocks
      return
    }
    let page = isLandscape ? WordPage(isLandscape: true, left: 15, right: 15) : WordPage(left: 22, right: 22)
    sections.append(
      WordSectionOutput(
        blocks, page: page,
        header: [WordParagraphOutput("\(WorkingPaper.title)　\(paper.subject)", style: .remark, alignment: .center)],
        footer: [
          WordParagraphOutput(
            [
              WordRunOutput("第 "), WordRunOutput(.pageNumber), WordRunOutput(" 页，共 "), WordRunOutput(.pageCount),
              WordRunOutput(" 页"),
            ], style: .remark, alignment: .center)
        ]))
  }

  /// A heading of the first level, numbered as official texts number theirs.
  private mutating func heading(_ text: String) -> WordBlockOutput {
    .paragraph(WordParagraphOutput(numbered(text), style: .heading(1)))
  }

  /// A text behind the next number of a heading: 一、汇总.
  private mutating func numbered(_ text: String) -> String {
    headings += 1
    return "\(WordNumberFormat.chineseCounting.spelling(headings))、\(text)"
  }

  // MARK: Head

  private var first: [WordBlockOutput] {
    var blocks: [WordBlockOutput] = [
      .paragraph(WordParagraphOutput(WorkingPaper.title, style: .title)),
      .paragraph(WordParagraphOutput(paper.subject, style: .subtitle)),
    ]
    if paper.run.isOfSeveral { blocks.append(.paragraph(WordParagraphOutput(paper.run.summary))) }
    blocks += [
      .paragraph(WordParagraphOutput([WordRunOutput("目录", isBold: true)], style: .plain, alignment: .center)),
      .contents(levels: 2),
    ]
    return blocks
  }

  private mutating func summary(of input: WorkingPaper.Input) -> [WordBlockOutput] {
    var head = WordParagraphOutput(
      numbered(paper.inputs.count > 1 ? "汇总：\(input.name)" : "汇总"), style: .heading(1))
    head.beginsPage = headings == 1
    var blocks: [WordBlockOutput] = [.paragraph(head)]
    if !input.files.isEmpty {
      blocks.append(
        Self.table(
          [("文件", 40), ("用途", 14), ("字节", 20), ("SHA-256", 92)],
          input.files.map { [$0.name, $0.use.word, String($0.size), $0.digest.hexadecimal] }, centered: [1]))
    }
    blocks.append(
      .table(
        WordTableOutput(
          columnWidths: [28, 138], headerRows: 0,
          rows: input.particulars.map { name, text in
            WordRowOutput([Self.head(name), WordCellOutput(text)], height: 7)
          })))
    if !input.findingsByTable.isEmpty {
      blocks.append(.paragraph(WordParagraphOutput("各表的发现：", style: .plain)))
      blocks.append(
        Self.table(
          Array(zip(WorkingPaper.tableHeadings, [76, 30, 30, 30])), input.findingsByTable, centered: [1, 2, 3]))
    }
    if !input.reasonsNotChecked.isEmpty {
      blocks.append(.paragraph(WordParagraphOutput("没有核对的：", style: .plain)))
      blocks.append(
        Self.table(
          [("项数", 20), ("为什么没有核对", 146)], input.reasonsNotChecked.map { [String($0.count), $0.reason] },
          centered: [0]))
    }
    return blocks
  }

  private var signatures: WordBlockOutput {
    .table(
      WordTableOutput(
        columnWidths: [22, 36, 20, 22, 22, 36], headerRows: 0,
        rows: ["编制人", "复核人"].map { name in
          WordRowOutput(
            [Self.head(name), WordCellOutput("", columns: 2), Self.head("日期"), WordCellOutput("", columns: 2)],
            height: 12)
        }))
  }

  // MARK: Findings

  /// A finding by itself: what it is, its figures, how it follows, what it explains, and room to write.
  private func details(of one: WorkingPaper.Numbered) -> [WordBlockOutput] {
    let finding = one.finding
    var blocks: [WordBlockOutput] = [
      .paragraph(
        WordParagraphOutput(
          "\(one.number)　\(finding.severity.word)　\(finding.rule)　\(finding.message)", style: .heading(2),
          bookmark: one.key))
    ]
    var particulars = [("编号", one.id), ("规则内容", paper.title(of: finding.rule)), ("位置", one.whereabouts)]
    if paper.inputs.count > 1 { particulars.append(("来源", one.input)) }
    particulars += [
      ("应为", finding.expected ?? ""), ("怎样得出，怎么办", one.howItFollows),
      ("与上次比", one.isNew.map { $0 ? "新出现" : "仍在" } ?? ""),
    ]
    let empty = ["核实情况", "处理意见", "核实人"]
    blocks.append(
      .table(
        WordTableOutput(
          columnWidths: [28, 138], headerRows: 0,
          rows: particulars.filter { !$0.1.isEmpty }.map { name, text in
            WordRowOutput([Self.head(name), WordCellOutput(text)])
          } + empty.map { WordRowOutput([Self.head($0), WordCellOutput("")], height: 8) })))
    if !finding.operands.isEmpty {
      blocks.append(
        Self.table(
          [("序号", 10), ("地址", 26), ("项目", 46), ("印出", 26), ("位置", 58)],
          finding.operands.enumerated().map { offset, operand in
            [
              String(offset + 1), operand.address, operand.label, operand.shown,
              operand.place?.description ?? operand.sourceWords,
            ]
          }, centered: [0], right: [3]))
    }
    if !finding.symptoms.isEmpty {
      blocks.append(
        .paragraph(WordParagraphOutput("由此而来的发现 \(finding.symptoms.count) 条：", style: .plain)))
      for (offset, symptom) in finding.symptoms.enumerated() {
        let number = "\(one.number)-\(offset + 1)"
        blocks.append(
          .paragraph(
            WordParagraphOutput(
              [
                WordRunOutput(number, color: CellColor(0x1A4F9C), link: "s" + Self.bookmark(number)),
                WordRunOutput("　\(symptom.rule)　\(symptom.message)"),
              ], style: .plain)))
      }
    }
    return blocks
  }

  /// A number as it stands in the name of a bookmark.
  private static func bookmark(_ number: String) -> String { number.replacing("-", with: "_") }

  // MARK: Tables

  private func blocks(of table: PaperTable, isWide: Bool) -> [WordBlockOutput] {
    guard !table.rows.isEmpty else { return [.paragraph(WordParagraphOutput("没有。"))] }
    let room = isWide ? 267.0 : 166.0
    let widths = table.columns.map { $0.width * room / table.width }
    let head = WordRowOutput(table.columns.map { Self.head($0.heading, alignment: .center) })
    // The findings have their bookmarks where each stands by itself.
    let isOfFindings = table.name == paper.tables.first?.name
    let rows = table.rows.map { row in
      let cells = zip(row.cells, table.columns).enumerated().map { position, one in
        let (text, column) = one
        let key = position == 0 && !isOfFindings ? row.key.map(Self.bookmark) : nil
        let link = row.links[position].map(Self.bookmark)
        let alignment: WordParagraphOutput.Alignment? =
          switch column.look {
          case .text, .blank: nil
          case .center: .center
          case .figure: .right
          }
        let run = WordRunOutput(text, color: link == nil ? nil : CellColor(0x1A4F9C), link: link)
        return WordCellOutput(
          [WordParagraphOutput([run], style: .cell, alignment: alignment, bookmark: key)],
          fill: row.fills[position], vertical: .top)
      }
      // A row of many figures is higher than a page.
      let lines = row.cells.map { $0.count { $0 == "\n" } }.max() ?? 0
      return WordRowOutput(cells, breaksAcrossPages: lines > 12)
    }
    return [.table(WordTableOutput(columnWidths: widths, rows: [head] + rows))]
  }

  private static func head(_ text: String, alignment: WordParagraphOutput.Alignment? = nil) -> WordCellOutput {
    WordCellOutput(text, isBold: true, alignment: alignment, fill: CellColor(0xF2F2F2))
  }

  /// A table of texts under heads, each with its width in millimetres.
  private static func table(
    _ columns: [(heading: String, width: Double)], _ rows: [[String]], centered: Set<Int> = [],
    right: Set<Int> = []
  ) -> WordBlockOutput {
    .table(
      WordTableOutput(
        columnWidths: columns.map(\.width),
        rows: [WordRowOutput(columns.map { head($0.heading, alignment: .center) })]
          + rows.map { row in
            WordRowOutput(
              row.enumerated().map { position, text in
                WordCellOutput(
                  text,
                  alignment: centered.contains(position) ? .center : right.contains(position) ? .right : nil)
              })
          }))
  }
}
