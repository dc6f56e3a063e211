import Accounts
import Tables

extension StructureCheck {
  /// D31: tables whose explanation in words (情况说明) was not read: the reader of the findings would assume it was.
  static let explanationNotRead = StructureCheck(.explanationNotRead) { rule, input in
    guard let prose = input.tables.prose, !input.tables.tables.isEmpty else { return [] }
    // Titles, headings and notes stand beside tables alone too, and amounts in what is written in self-evaluations.
    let isWorkbook =
      input.tables.tables.contains { $0.place?.sheet != nil }
      && prose.lines.allSatisfy { $0.kind != .paragraph || $0.place?.sheet != nil }
    switch input.explanation {
    case .recognised: break
    case .unrecognised where isWorkbook:
      return [rule.finding("只有表，没有情况说明的文字，文字没有核对", in: .workbookOfTables)]
    case .unrecognised(let place):
      return [rule.finding("文字里没有找到情况说明，没有一节是认得的，其中的数没有核对", place: place)]
    case .missing, nil:
      // That the part is missing, or has nothing but its heading, has a rule of its own.
      guard !missingParts(input).contains(where: { $0.isNarrative == true }), input.headingOfExplanation == nil
      else { return [] }
      return [rule.finding("只有表，没有情况说明的文字，文字没有核对", in: isWorkbook ? .workbookOfTables : nil)]
    }
    let unknown = prose.unattributed.filter { prose.lines[$0.line].section != nil }
    guard let first = unknown.first, !prose.claims.contains(where: { $0.figure.content != .blank }) else { return [] }
    return [
      rule.finding("情况说明里的 \(unknown.count) 个数没有一个读懂，没有核对", place: prose.lines[first.line].place)
    ]
  }
}
