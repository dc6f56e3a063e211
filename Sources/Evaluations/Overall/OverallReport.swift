package import Accounts

/// The report (整体支出绩效自评报告) on a whole department, as far as its numbers speak: what it states of which quantity,
/// and what it says consists of what.
package struct OverallReport: Hashable, Sendable {
  /// The numbers stated, by quantity; of one stated more than once the first.
  package var statements: [Statement] = []
  /// Wholes followed by their parts.
  package var sums: [Sum] = []
  /// Its paragraphs, in their order.
  package var lines: [PrintedCell] = []
  /// The day on which the report is dated; nil where none is found.
  package var day: Day?
  /// The day on which it says it was published; nil where it says none.
  package var published: Day?

  package init() {}

  /// Whether it states nothing.
  package var isEmpty: Bool { statements.isEmpty && sums.isEmpty }

  /// A number stated of a quantity.
  package struct Statement: Hashable, Sendable {
    /// 编制数, 一般公共预算支出.
    package let quantity: String
    /// The digits as printed, a percent sign with them.
    package let cell: PrintedCell

    package init(quantity: String, cell: PrintedCell) {
      self.quantity = quantity
      self.cell = cell
    }
  }

  /// A whole and the parts listed of it (其中), or the last row of a table and those above.
  package struct Sum: Hashable, Sendable {
    /// The words in front of the whole.
    package let words: String
    package let whole: PrintedCell
    package let parts: [PrintedCell]
    /// Whether the parts are all there are: those of a table.
    package let isComplete: Bool

    package init(words: String, whole: PrintedCell, parts: [PrintedCell], isComplete: Bool) {
      self.words = words
      self.whole = whole
      self.parts = parts
      self.isComplete = isComplete
    }
  }

  /// A date as printed, to the day.
  package struct Day: Hashable, Sendable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int
    package let text: String
    package let place: SourceLocation?

    package init(year: Int, month: Int, day: Int, text: String, place: SourceLocation?) {
      self.year = year
      self.month = month
      self.day = day
      self.text = text
      self.place = place
    }

    package static func < (left: Day, right: Day) -> Bool {
      (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
  }

  /// The number stated of a quantity; nil when none is.
  package func cell(of quantity: String) -> PrintedCell? {
    statements.first { $0.quantity == quantity }?.cell
  }

  /// The address of a statement.
  package static func address(_ quantity: String) -> String { "自评报告.\(quantity)" }
}

/// What stands beside the score table of a whole department.
package struct OverallEvaluation: Hashable, Sendable {
  package var basicData: BasicData?
  package var report: OverallReport?

  package init(basicData: BasicData? = nil, report: OverallReport? = nil) {
    self.basicData = basicData
    self.report = report
  }

  /// Whether there is neither.
  package var isEmpty: Bool { basicData == nil && report == nil }
}
