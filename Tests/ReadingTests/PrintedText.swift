import Accounts
import Tables
import TestSupport

extension PrintedTables.Table {
  /// The body cell by cell like ``Table/printedBody``, without the heading 10 repeats above its second section.
  var printedBody: [[String]] {
    rows.filter { $0.first?.label != "项目" }.map { row in
      row.map { cell in
        let content = cell.label.map { "label \($0)" } ?? cell.number.map { "number \($0)" }
        let figure = cell.at.map { "figure \($0) \(cell.print ?? "")" }
        return "\(content ?? figure ?? "empty") ×\(cell.columns ?? 1)"
      }
    }
  }

  /// The texts of a row, one a column, blank where a cell covers.
  func texts(_ row: [PrintedTables.Cell]) -> [String] {
    row.flatMap { cell in
      [cell.label ?? cell.number ?? cell.print ?? ""] + Array(repeating: "", count: (cell.columns ?? 1) - 1)
    }
  }
}

extension Table {
  /// The body cell by cell: what kind a cell is, what stands in it, how many columns it covers.
  var printedBody: [[String]] {
    rows.map { row in
      row.cells.map { cell in
        let content =
          switch cell.content {
          case .label(let text): "label \(text)"
          case .number(let text): "number \(text)"
          case .figure(let figure): "figure \(figure.address) \(figure.figure.text)"
          case .unread(let address, let text, _): "unread \(address) \(text)"
          case .empty: "empty"
          }
        return "\(content) ×\(cell.columns)"
      }
    }
  }
}

/// A disclosure as text, with all that copying it out of a document did to a real one.
struct PrintedText {
  var lines: [String] = []
  /// The number of the line on which a figure's row stands.
  var lineOfFigure: [String: Int] = [:]

  init(_ printed: PrintedTables) {
    lines = ["", "", printed.unit, "", "\(printed.year)年度单位决算公开", "", "目 录", ""]
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    for (numeral, table) in zip(numerals, printed.tables) { lines.append("\(numeral)、\(table.title)\t7") }
    lines += ["", "第一部分 概况", "", "一、职责", "", "（一）某某。2024年度 若干。", "", "第二部分 \(printed.year)年部门决算表", ""]
    for table in printed.tables { add(table) }
    lines += ["第三部分 情况说明", "", "一、收入支出决算总体情况说明", "", "2024年度收入总计1.00万元，支出总计1.00万元。", ""]
    lines += ["说明：这一行不在任何表下。", "", "项目支出绩效自评表", "", "（2024年度）", ""]
    lines += [
      "项目名称\t\t某项目\t\t", "主管部门及代码\t\t040-某局[部门]\t预算单位\t040001-某局",
      "项目资金预算安排及执行进度(万元)\t资金总额:\t年初预算数\t全年预算数\t得分", "\t\t0\t146.2\t190.7", "合计\t1\t100\t\t", "201\t一般公共服务支出\t3\t4\t5",
    ]
  }

  private mutating func add(_ table: PrintedTables.Table) {
    lines += [table.title, ""]
    // The form code broken in two, and two heading lines run together.
    lines += table.id == "02" ? ["公开02", "", "表", ""] : [table.formCode, ""]
    lines += table.id == "04" ? ["\(table.unitLine) \(table.period)", ""] : [table.unitLine, "", table.period, ""]
    lines += [table.currency, ""]
    for row in header(table) { lines.append(row.joined(separator: "\t")) }
    for (index, row) in table.rows.enumerated() {
      // A page ends inside the table.
      if ["01", "04", "06"].contains(table.id), index == 12 { lines.append("") }
      var texts = table.texts(row)
      if table.id == "02", index == 0 { texts.swapAt(0, 1) }
      if table.id == "06", index == table.rows.count - 1 { texts.swapAt(10, 11) }
      lines.append(texts.joined(separator: "\t"))
      for cell in row { if let address = cell.at { lineOfFigure[address] = lines.count } }
      if table.id == "10", index == 0 { lines.append("项目\t行次\t统计数") }
    }
    lines.append("")
    for note in table.notes { lines += [note, ""] }
  }

  private func header(_ table: PrintedTables.Table) -> [[String]] {
    var header = table.header
    switch table.id {
    case "02": header[1].replaceSubrange(2..., with: (1...7).map(String.init))
    case "04": header[2] = ["栏次", "1", "栏次", "2", "3", "4", "5", "", ""]
    // Its heading stands below the title of the first section.
    case "10": return []
    default: break
    }
    return header
  }

  var text: String { lines.joined(separator: "\n") }

  /// The number of the only line that has the text.
  func line(_ text: String) -> Int { (lines.firstIndex { $0.contains(text) } ?? -1) + 1 }

  /// Changes the only line that begins with the text.
  mutating func change(_ beginning: String, _ change: (String) -> String?) {
    guard let index = lines.firstIndex(where: { $0.hasPrefix(beginning) }) else { return }
    if let changed = change(lines[index]) { lines[index] = changed } else { lines.remove(at: index) }
  }
}
