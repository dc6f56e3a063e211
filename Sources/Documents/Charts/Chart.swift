/// A picture of some figures of the tables: bars with their printed figures, the same as words and as a small table.
///
/// It is made from what the tables print, so picture, words and tables cannot disagree. How long a bar is follows from
/// integer division of printed counts; no floating point touches an amount or a percentage.
package struct Chart: Sendable {
  /// How the bars are arranged.
  package enum Arrangement: Sendable {
    /// A bar under each label, on a track that stands for the whole.
    case listed
    /// The bars of a group end to end, each explained in a line of its own.
    case stacked
    /// The bars of a group under one another, from the same line on.
    case compared
  }

  /// A line of the table beside the picture.
  package struct Row: Sendable {
    /// What the figures are of; names everything that a bar of the rest stands for.
    package let label: String
    /// The printed figures, one for each column after the first.
    package let figures: [String]
    /// How long the row's bars are, one for each of ``Chart/series``; in ten-thousandths of the longest possible.
    package let lengths: [Int]
    /// Whether it is a row of totals.
    package let isTotal: Bool

    package init(_ label: String, _ figures: [String], lengths: [Int] = [], isTotal: Bool = false) {
      self.label = label
      self.figures = figures
      self.lengths = lengths
      self.isTotal = isTotal
    }
  }

  /// Bars that belong together.
  package struct Group: Sendable {
    /// What they are of together; empty where nothing stands above them.
    package let label: String
    /// Its printed figure; empty where none is.
    package let figure: String
    package let bars: [Bar]

    package init(_ label: String, _ figure: String = "", bars: [Bar]) {
      self.label = label
      self.figure = figure
      self.bars = bars
    }
  }

  /// One bar with what is printed at it.
  package struct Bar: Sendable {
    package let label: String
    /// The printed amount.
    package let amount: String
    /// The printed share of the whole; empty where none is stated.
    package let share: String
    /// How long it is, in ten-thousandths of the longest possible; 0 where nothing can be drawn.
    package let length: Int
    /// Which of the colours it has, from 1.
    package let tone: Int

    package init(_ label: String, amount: String, share: String = "", length: Int, tone: Int) {
      self.label = label
      self.amount = amount
      self.share = share
      self.length = length
      self.tone = tone
    }
  }

  /// The name of the chart, unique in a document: `shares`.
  package let id: String
  /// What it shows, with the unit of its amounts.
  package let title: String
  /// What it shows in one or two sentences with the figures, for who does not see it.
  package let summary: String
  /// The headings of the table beside the picture.
  package let columns: [String]
  package let rows: [Row]
  /// What the lengths of a row are of; as many as each row that has a bar has lengths.
  package let series: [String]
  package let arrangement: Arrangement
  package let groups: [Group]

  package init(
    id: String, title: String, summary: String, columns: [String], rows: [Row], series: [String],
    arrangement: Arrangement, groups: [Group]
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.columns = columns
    self.rows = rows
    self.series = series
    self.arrangement = arrangement
    self.groups = groups
  }
}
