import Accounts

extension StructureCheck {
  /// T16: what a word processor leaves of its fields, or a workbook of a formula: PAGEREF _Toc…, 错误!未定义书签, #REF!; once
  /// for the whole text, since every entry of the contents (目录) may have one.
  static let wordResidue = StructureCheck(.wordResidue) { rule, input in
    guard let text = input.text else { return [] }
    let residues = input.words.wording.residues
    let found = (text.lines + text.cells).compactMap { line in
      residues.first(in: line.folded).map { (line: line, range: $0) }
    }
    guard let first = found.first else { return [] }
    return [
      rule.finding(
        "\(first.line.quoted(first.range))是文字处理软件留下的域代码或出错信息\(found.count > 1 ? "，全文共 \(found.count) 行" : "")",
        place: first.line.place)
    ]
  }
}
