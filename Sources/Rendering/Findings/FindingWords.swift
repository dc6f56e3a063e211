package import Accounts
package import Tables

extension Finding {
  /// By how much the figures differ and what should stand there, as one clause; empty when nothing can be said.
  var differenceWords: String {
    var words: [String] = []
    if let gap { words.append("相差 \(gap)" + (allowed.map { "，四舍五入至多 \($0)" } ?? "")) }
    if let expected { words.append("应为 \(expected)") }
    return words.joined(separator: "；")
  }

  /// By how much the figures differ, without a sign: what should stand there says which way.
  var gap: String? { residual.map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 } }

  /// What to do, as a sentence; empty when nothing is advised.
  var adviceSentence: String { advice.isEmpty || advice.hasSuffix("。") ? advice : advice + "。" }

  /// Everything in one paragraph, for formats that show no more than a text.
  var paragraph: String {
    let figures = operands.map(\.words).joined(separator: "；")
    let explained =
      symptoms.isEmpty ? "" : "由此而来的发现 \(symptoms.count) 条：" + symptoms.map(\.symptomWords).joined(separator: "。")
    return [message, figures, differenceWords, advice, explained]
      .map { $0.hasSuffix("。") ? String($0.dropLast()) : $0 }
      .filter { !$0.isEmpty }.joined(separator: "。") + "。"
  }

  /// A finding that another explains, in a line: its rule, what it says and all the figures it says it of.
  var symptomWords: String {
    let figures = operands.map(\.words).joined(separator: "；")
    return "[\(rule)] \(message)" + (figures.isEmpty ? "" : "：\(figures)")
  }

  /// Where a reader should look, in words: its place, else the table of its first figure, else the input.
  package func whereabouts(_ input: String, _ tables: TableSet) -> String {
    if let place = firstPlace { return place.description }
    if let table = operands.lazy.compactMap({ FigureAddress($0.address)?.table }).first {
      return tables.name(ofTable: table.rawValue)
    }
    return input
  }
}

extension TableSet {
  /// What people call the table of an id, or what findings that concern no figure are listed under.
  func name(ofTable key: String) -> String {
    if key == TableID.prose.rawValue { return "情况说明" }
    if let id = TableID(rawValue: key) { return self[id]?.name ?? "公开\(key)表" }
    return key
  }
}

/// An address for people: one of the text tells them nothing that the label beside it does not say.
func addressInWords(_ address: String) -> String { address.hasPrefix("文.") ? "文字" : address }

extension Finding.Operand {
  /// What is printed, in words where nothing is.
  var shown: String { printed.isEmpty ? "空白" : printed }

  /// The address as people are shown it.
  var shownAddress: String { addressInWords(address) }

  /// The cells of the ledger behind it, those of one column together; empty where none are known.
  var sourceWords: String {
    var columns: [[SourceLocation]] = []
    var positions: [[String?]: Int] = [:]
    for source in sources {
      let key = [source.file, source.sheet, source.column]
      if let position = positions[key], source.line != nil {
        columns[position].append(source)
      } else {
        positions[key] = columns.count
        columns.append([source])
      }
    }
    return columns.map(Self.words(ofColumn:)).joined(separator: "、")
  }

  /// Cells of one column: `支出 第3、5—9行 金额`.
  private static func words(ofColumn cells: [SourceLocation]) -> String {
    guard cells.count > 1, var first = cells.first else { return cells.first?.cellWords ?? "" }
    var ranges: [ClosedRange<Int>] = []
    for line in Set(cells.compactMap(\.line)).sorted() {
      if let last = ranges.last, last.upperBound == line - 1 {
        ranges[ranges.count - 1] = last.lowerBound...line
      } else {
        ranges.append(line...line)
      }
    }
    let lines = ranges.map { $0.count > 1 ? "\($0.lowerBound)—\($0.upperBound)" : "\($0.lowerBound)" }
    let column = first.column
    (first.line, first.cell, first.column) = (nil, nil, nil)
    return first.cellWords + " 第\(lines.joined(separator: "、"))行" + (column.map { " " + $0 } ?? "")
  }

  /// `01.31.1 收入总计 1,234.56`, `文字 收入总计比上年增减 减少68.13万元`.
  var words: String { [shownAddress, label, shown].filter { !$0.isEmpty }.joined(separator: " ") }

  /// Where it stands, in short where that is in the file of a place already named; empty when it is not known.
  func shortPlace(after named: SourceLocation?) -> String {
    guard let place else { return sourceWords }
    guard place.file == named?.file else { return place.description }
    if let cell = place.cell { return (place.sheet.map { $0 + "!" } ?? "") + cell }
    return place.lineWords ?? place.description
  }
}
