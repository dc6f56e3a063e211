import Accounts
import Checks
import Formats

/// The first sheet of a working paper: whose it is, how each input stands, the files, what was not checked, who signs.
struct PaperSummarySheet {
  private static let columns = 8
  private static let columnWidth = 13.0

  private var sheet = SheetOutput(name: WorkingPaperWorkbook.summaryName)
  private var row = 1

  static func output(of paper: WorkingPaper) -> SheetOutput {
    var builder = PaperSummarySheet()
    builder.putHead(of: paper)
    for input in paper.inputs { builder.put(input, isOne: paper.inputs.count == 1) }
    builder.putSignatures()
    return builder.sheet
  }

  private mutating func putHead(of paper: WorkingPaper) {
    sheet.showsGridLines = false
    sheet.page = PaperSheet.page(sheet.name, paper.subject, isLandscape: false)
    for column in 1...Self.columns { sheet.columnWidths[column] = Self.columnWidth }
    sheet.put(.text(WorkingPaper.title), across: PaperSheet.range(row, 1...Self.columns), style: TableLook.title)
    sheet.rowHeights[row] = 34
    row += 1
    sheet.put(
      .text(PaperSheet.fitting(paper.subject)), across: PaperSheet.range(row, 1...Self.columns),
      style: TableLook.line(.center))
    sheet.rowHeights[row] = 18
    row += 1
    guard paper.run.isOfSeveral else { return }
    put([("合计", 1), (paper.run.summary, 7)])
    put(
      [("序号", 1), ("来源", 2), ("结论", 1), ("错误", 1), ("警告", 1), ("提示", 1), ("未核对", 1)], isHead: true)
    for (index, input) in paper.run.inputs.enumerated() {
      let counts: [String] =
        switch input.outcome {
        case .unusable: ["", "", "", ""]
        case .report(let report, _):
          [report.count(.error), report.count(.warning), report.count(.note), report.counts.notChecked].map {
            String($0)
          }
        }
      let verdict = input.verdict(strict: paper.run.isStrict).word
      put([(String(index + 1), 1), (input.name, 2), (verdict, 1)] + counts.map { ($0, 1) })
    }
  }

  private mutating func put(_ input: WorkingPaper.Input, isOne: Bool) {
    row += 1
    for (name, text) in input.particulars { put([(name, 1), (text, 7)], isHeadFirst: true) }
    if !input.files.isEmpty {
      row += 1
      put([("文件", 3), ("用途", 1), ("字节", 1), ("SHA-256", 3)], isHead: true)
      for file in input.files {
        put([(file.name, 3), (file.use.word, 1), (String(file.size), 1), (file.digest.hexadecimal, 3)])
      }
    }
    if !input.findingsByTable.isEmpty {
      row += 1
      let widths = [2, 2, 2, 2]
      put(Array(zip(WorkingPaper.tableHeadings, widths)), isHead: true)
      for counts in input.findingsByTable { put(Array(zip(counts, widths)), isCentered: true) }
    }
    if !input.reasonsNotChecked.isEmpty {
      row += 1
      put([("未核对", 1), ("为什么", 7)], isHead: true)
      for (reason, count) in input.reasonsNotChecked { put([("\(count) 项", 1), (reason, 7)]) }
    }
  }

  private mutating func putSignatures() {
    row += 1
    put([("编制人", 1), ("", 1), ("日期", 1), ("", 1), ("复核人", 1), ("", 1), ("日期", 1), ("", 1)])
    sheet.rowHeights[row - 1] = 28
  }

  /// Puts texts side by side, each over some columns; with `isHeadFirst` the first is the head of its row.
  private mutating func put(
    _ texts: [(text: String, columns: Int)], isHead: Bool = false, isHeadFirst: Bool = false, isCentered: Bool = false
  ) {
    var column = 1
    var widths: [(text: String, width: Double)] = []
    for (index, (text, count)) in texts.enumerated() {
      let style =
        isHead || isHeadFirst && index == 0
        ? TableLook.heading : PaperSheet.style(count > 1 && !isCentered ? .text : .center)
      sheet.put(
        text.isEmpty ? .blank : .text(PaperSheet.fitting(text)),
        across: PaperSheet.range(row, column...(column + count - 1)), style: style)
      widths.append((text, Double(count) * Self.columnWidth))
      column += count
    }
    sheet.rowHeights[row] = PaperSheet.height(of: widths) + 3
    row += 1
  }
}
