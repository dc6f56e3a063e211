/// Something a disclosure says that cannot be right, is likely a mistake, or deserves a look.
///
/// Everything a reader is shown is made from these values; nothing is ever parsed back from a message.
package struct Finding: Hashable, Sendable {
  /// How bad it is.
  package enum Severity: String, Sendable, CaseIterable, Comparable {
    /// 错误: the figures contradict each other.
    case error
    /// 警告: a likely mistake, or something missing.
    case warning
    /// 提示: worth a look.
    case note

    /// The Chinese word.
    package var word: String {
      switch self {
      case .error: "错误"
      case .warning: "警告"
      case .note: "提示"
      }
    }

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .note: 2
      }
    }

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  }

  /// A figure concerned: its address, what it is called, what is printed, and where.
  package struct Operand: Hashable, Sendable {
    /// `01.31.1`.
    package let address: String
    /// What the figure is called: 收入总计.
    package let label: String
    /// As printed; empty for a blank.
    package let printed: String
    /// Where it stands in the source; nil for a figure that was derived and not yet printed.
    package let place: SourceLocation?
    /// The cells of a ledger that it was derived from; empty where it was read.
    package var sources: [SourceLocation] = []

    package init(address: String, label: String, printed: String, place: SourceLocation?) {
      self.address = address
      self.label = label
      self.printed = printed
      self.place = place
    }
  }

  /// The rule's id in the catalogue: `01-5`.
  package let rule: String
  package let severity: Severity
  /// What is wrong, in one sentence without the figures: 收入总计与支出总计不一致.
  package let message: String
  /// The figures concerned, the one to look at first in front.
  package var operands: [Operand]
  /// Where it stands, when it concerns no figure.
  package let place: SourceLocation?
  /// What the first figure would have to be, as printed; nil when that cannot be said.
  package let expected: String?
  /// By how much the sides differ, as printed; nil when nothing differs in amount.
  package let residual: String?
  /// By how much they may differ through rounding, as printed.
  package let allowed: String?
  /// What to do.
  package let advice: String
  /// Rules that help to tell which figure is wrong.
  package let related: [String]
  /// What else was found and is explained by this (症状); empty where it explains nothing else.
  package var symptoms: [Finding]

  package init(
    rule: String, severity: Severity, message: String, operands: [Operand] = [], place: SourceLocation? = nil,
    expected: String? = nil, residual: String? = nil, allowed: String? = nil, advice: String = "",
    related: [String] = [], symptoms: [Finding] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.operands = operands
    self.place = place
    self.expected = expected
    self.residual = residual
    self.allowed = allowed
    self.advice = advice
    self.related = related
    self.symptoms = symptoms
  }

  /// Where a reader should look: the finding's own place, else that of the first figure that has one.
  package var firstPlace: SourceLocation? { place ?? operands.lazy.compactMap(\.place).first }
}
