import Accounts
import Tables

extension YearCheck {
  /// Y01: what last year closed with is what this year opens with.
  static let openingBalances = YearCheck(.openingBalances) { rule, input in
    var pairs: [(now: FigureAddress, prior: FigureAddress)] = [
      (FigureAddress(.t01, "29", 1), FigureAddress(.t01, "60", 2)),
      (FigureAddress(.t04, "28", 1), FigureAddress(.t04, "60", 2)),
      (FigureAddress(.t04, "29", 1), FigureAddress(.t04, "60", 3)),
      (FigureAddress(.t04, "30", 1), FigureAddress(.t04, "60", 4)),
      (FigureAddress(.t04, "31", 1), FigureAddress(.t04, "60", 5)),
    ]
    var codes: Set<String> = []
    for row in input.nowIndex.rows(of: .t07) + input.priorIndex.rows(of: .t07) where codes.insert(row).inserted {
      pairs.append((FigureAddress(.t07, row, 1), FigureAddress(.t07, row, 6)))
    }
    return pairs.map { now, prior in
      guard let opening = input.entry(now, in: input.nowIndex), let closing = input.entry(prior, in: input.priorIndex)
      else { return ClaimCheck.Result(subject: now, outcome: .notChecked("没有读到两年的\(now.table.publicName)上的这个数")) }
      guard opening.center != closing.center else { return ClaimCheck.Result(subject: now, outcome: .equal) }
      let residual = opening.center &- closing.center
      if opening.low <= closing.high, opening.high >= closing.low, opening.step != closing.step {
        return ClaimCheck.Result(
          subject: now, outcome: .withinRounding(residual: residual, allowed: max(opening.step, closing.step) / 2))
      }
      return ClaimCheck.Result(
        subject: now, outcome: .violated(residual: residual, allowed: 0),
        finding: rule.finding(
          "年初数与上年的年末数不一致", [input.nowOperand(now), input.priorOperand(prior)],
          expected: closing.figure.figure.text.isEmpty ? nil : closing.figure.figure.text,
          residual: opening.figure.figure.unit.text(ofDifference: residual)))
    }
  }
}
