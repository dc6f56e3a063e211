import Accounts
import Tables

extension StructureCheck {
  /// D31: tables whose explanation in words (情况说明) was not read: the reader of the findings would assume it was.
  static let explanationNotRead = StructureCheck(.explanationNotRead) { rule, input in
    guard let prose = input.tables.prose, !input.tables.tables.isEmpty else { return [] }
    let text = prose.lines.filter { $0.kind == .paragraph }
    guard text.contains(where: { $0.section != nil }) else {
      // Titles, headings and notes stand beside tables alone too.
      let isWorkbook =
        text.allSatisfy { $0.place?.sheet != nil } && input.tables.tables.contains { $0.place?.sheet != nil }
      guard !isWorkbook, text.contains(where: { $0.text.holds("。") }) else {
        return [rule.finding("只有表，没有情况说明的文字，文字没有核对", in: isWorkbook ? .workbookOfTables : nil)]
      }
      // That the part is missing altogether has its own rule.
      guard !missingParts(input).contains(where: { $0.isNarrative == true }) else { return [] }
      return [rule.finding("文字里没有找到情况说明，没有一节的标题是认得的，其中的数没有核对", place: text.first?.place)]
    }
    let unknown = prose.unattributed.filter { prose.lines[$0.line].section != nil }
    guard let first = unknown.first, !prose.claims.contains(where: { $0.figure.content != .blank }) else { return [] }
    return [
      rule.finding("情况说明里的 \(unknown.count) 个数没有一个读懂，没有核对", place: prose.lines[first.line].place)
    ]
  }
}
