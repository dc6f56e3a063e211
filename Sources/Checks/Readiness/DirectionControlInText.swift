import Accounts
import Tables

extension StructureCheck {
  /// D32: a character nobody sees that turns the direction of what follows, so that eyes read something else than what is
  /// written and checked.
  static let directionControl = StructureCheck(.directionControl) { rule, input in
    func found(_ text: String, _ where: String, _ place: @autoclosure () -> SourceLocation?) -> Finding? {
      text.directionControl.map {
        rule.finding("\(`where`)\(Problem.quoted(text))里有看不见的方向控制符 \($0.codePointName)", place: place())
      }
    }
    let lines = (input.text?.lines ?? []).compactMap { found($0.text, "", $0.place) }
    let unread = input.tables.unread.compactMap { found($0.text, "", $0.place) }
    let cells = input.tables.tables.flatMap { table -> [Finding] in
      let name = table.name + "的"
      let headings = [table.title, table.formCode, table.unitLine, table.period, table.currency]
      let texts = headings + table.header.flatMap { $0.cells.map(\.text) }
      return texts.compactMap { found($0, name, table.place) }
        + table.rows.flatMap { row in
          row.cells.compactMap { found($0.text, name, row.cells.lazy.compactMap(\.place).first ?? table.place) }
        }
    }
    return lines + cells + unread
  }
}

extension Cell {
  /// Where its figure stands in the source; nil for other cells.
  fileprivate var place: SourceLocation? { if case .figure(let figure) = content { figure.place } else { nil } }
}
