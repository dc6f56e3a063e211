import Accounts
import Evaluations

/// The check of points for a survey (满意度调查) that was not made.
extension CheckedTable {
  /// An actual value left out, or one that says so itself, or a reason that does: there is nothing to give points for.
  mutating func checkSurveys() {
    guard applies(.pointsForNoSurvey) else { return }
    for row in rows where row.indicator.isSatisfaction {
      let at = row.address(of: .score)
      guard let score = row.score.value else {
        notChecked(.pointsForNoSurvey, at: at, row.score == .open ? "得分未填" : "得分残缺或不是数字")
        continue
      }
      guard score > .zero else {
        held(.pointsForNoSurvey)
        continue
      }
      let saying = [IndicatorCell.actual, .reason, .description].first { saysNoSurvey(row.indicator[$0], $0) }
      let isLeftOut = !row.indicator.actual.isDamaged && tools.reader.isNothing(row.indicator.actual.text)
      guard isLeftOut || saying != nil else {
        if row.indicator.actual.isDamaged || row.indicator.reason.isDamaged {
          notChecked(.pointsForNoSurvey, at: at, "原文残缺")
        } else {
          held(.pointsForNoSurvey)
        }
        continue
      }
      violated(
        .pointsForNoSurvey, saying == nil ? "“\(row.name)”没有完成值而得了分" : "“\(row.name)”写明没有调查而得了分",
        ([.score, .actual] + [saying].compactMap(\.self).filter { $0 != .actual }).map { operand(row, $0) },
        expected: "0")
    }
  }

  /// Whether a cell says that there was no survey; of the actual value any denial says so.
  private func saysNoSurvey(_ cell: PrintedCell, _ name: IndicatorCell) -> Bool {
    let undone = tools.scoring.undone
    return !cell.isDamaged && (name == .actual ? undone.occur(in: cell.text) : undone.sayNoSurvey(cell.text))
  }
}
