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
      let cells = [IndicatorCell.actual, .reason, .description]
      let saying = cells.first { cell in
        cell == .actual ? tools.scoring.undone.occur(in: row.indicator[cell].text) : saysNoSurvey(row.indicator[cell])
      }
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
        [operand(row, .score), operand(row, .actual)]
          + [saying].compactMap { $0 == .actual ? nil : $0 }.map {
            operand(row, $0)
          }, expected: "0")
    }
  }

  private func saysNoSurvey(_ cell: PrintedCell) -> Bool {
    !cell.isDamaged && tools.scoring.undone.sayNoSurvey(cell.text)
  }
}
