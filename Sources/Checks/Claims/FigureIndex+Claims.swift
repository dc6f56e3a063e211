import Accounts
import Tables

extension FigureIndex.Entry {
  /// What an amount or a change of the text can exactly stand for; nil for other claims.
  ///
  /// A change is the difference of two printed figures, so that rounding moves it by up to a whole last place.
  init?(_ claim: Claim, place: SourceLocation?) {
    let figure = TableFigure(claim.address, claim.figure, place: place)
    switch claim.measure {
    case .amount:
      self.init(figure)
      // 0万元 is how places that drop zeros write nought, and not what rounds to a whole 万元.
      if case .money(let unit) = claim.figure.unit, center == 0, step > unit.fen / 100 {
        self.init(figure, center: 0, step: unit.fen / 200)
      }
    case .change where claim.base == Claim.lastYear:
      guard let direction = claim.direction else { return nil }
      // 持平 says nothing of its digits: what prints alike to two decimals of 万元 differs by less than 0.01.
      guard let stated = FigureIndex.Entry(figure), stated.isNumber else {
        guard direction == .equal else { return nil }
        self.init(figure, center: 0, step: 10_000)
        return
      }
      self.init(figure, center: direction == .less ? -stated.center : stated.center, step: stated.step)
    default: return nil
    }
  }

  private init(_ figure: TableFigure, center: Int64, step: Int64) {
    self.init(figure: figure, low: center &- (step &- 1), high: center &+ (step &- 1), center: center, step: step)
  }
}
