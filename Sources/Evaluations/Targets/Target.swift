package import Accounts

/// What a target (年度指标值) or an actual value (实际完成值) says.
///
/// Both are written in the same forms: an actual often repeats the target's sign (`≥96%`) and is then read as the
/// figure.
package enum Target: Hashable, Sendable {
  /// A number with a unit, and perhaps what is asked of it.
  case quantity(Quantity, Form)
  /// Several numbers with their labels: 药品140批次，医疗器械20批次.
  case list([Quantity])
  /// By a day: 2024年11月底前. A month stands for its last day.
  case deadline(CalendarDay)
  /// A day, or the last of a month or year: 2024年12月底.
  case day(CalendarDay)
  /// Months in which something happens: 1-11月. That they end is not said.
  case months(first: Int, last: Int)
  /// Within a span of time: 1年内完成.
  case span(Quantity)
  /// A scale (优良中低差), or a step of one.
  case scale(String)
  /// 定性.
  case qualitative
  /// Words without a figure.
  case words(String)
  /// A sign and a unit whose number is missing: ≥次.
  case template(Comparison, unit: String)
  /// Nothing is asked: /, 无 or a blank.
  case none

  /// The forms in which a quantity is written.
  package enum Form: String, Hashable, Sendable {
    /// Sign, number, unit.
    case sign = "A1"
    /// Number, unit.
    case bare = "A2"
    /// A word for the sign in front: 不少于3条.
    case wordBefore = "A3"
    /// A word for the sign behind: 60分钟以内.
    case wordAfter = "A4"
    /// Text in front of a sum or a sign: 药械抽检共计168000元.
    case textBefore = "A5"
    /// A Chinese numeral: 大于一年.
    case numeral = "A7"
    /// So often a year: 每年1次.
    case frequency = "A8"
  }

  /// The short name of the form, as in the grammar: A1 … A8, D1 … D4, S1, S2, T, F, N.
  package var form: String {
    switch self {
    case .quantity(_, let form): form.rawValue
    case .list: "A6"
    case .deadline: "D1"
    case .day: "D2"
    case .months: "D3"
    case .span: "D4"
    case .scale: "S1"
    case .qualitative: "S2"
    case .words: "T"
    case .template: "F"
    case .none: "N"
    }
  }

  /// The quantity, where it is one.
  package var quantity: Quantity? { if case .quantity(let quantity, _) = self { quantity } else { nil } }
}
