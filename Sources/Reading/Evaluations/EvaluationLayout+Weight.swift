import Evaluations
import Formats

extension EvaluationLayout {
  /// A 分值 without what the layout prints around it: 完成得0.5分.
  func plainWeight(_ cell: PrintedCell) -> PrintedCell {
    guard !weightPrefix.isEmpty, cell.text.begins(with: weightPrefix), cell.text.ends(with: weightSuffix) else {
      return cell
    }
    return .read(String(cell.text.dropFirst(weightPrefix.count).dropLast(weightSuffix.count)), place: cell.place)
  }
}
