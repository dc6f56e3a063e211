import Accounts

extension StructureCheck {
  /// T16: what a word processor leaves of its fields, or a workbook of a formula: PAGEREF _Toc…, 错误!未定义书签, #REF!.
  static let wordResidue = StructureCheck(.wordResidue) { rule, input in
    guard let text = input.text else { return [] }
    return (text.lines + text.cells).compactMap { line -> Finding? in
      guard let range = input.words.wording.residues.first(in: line.folded) else { return nil }
      return rule.finding("\(line.quoted(range))是文字处理软件留下的域代码或出错信息", place: line.place)
    }
  }
}
