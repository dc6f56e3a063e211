/// A chart to be written: bars from left to right, a real one that can be changed, with the figures in it as a small workbook.
package struct WordChartOutput: Sendable, Equatable {
  /// Bars of one colour, one for each category.
  package struct Series: Sendable, Equatable {
    /// What they are of; shown where there are several series.
    package let name: String
    /// Their lengths in plain digits, such as -12.50; nil where there is none.
    package let values: [String?]
    package let color: CellColor
    /// Colours of single bars that differ from it, by their places.
    package var otherColors: [Int: CellColor] = [:]

    package init(_ name: String, values: [String?], color: CellColor) {
      self.name = name
      self.values = values
      self.color = color
    }
  }

  /// What stands above the bars.
  package var title: String
  /// What it shows, in words, for who does not see it.
  package var summary: String
  /// What stands beside the bars, from top to bottom.
  package var categories: [String]
  package var series: [Series]
  /// How the figures at the bars are printed, as a spreadsheet says it: #,##0.00.
  package var numberFormat: String
  /// How large it is, in millimetres.
  package var width: Double
  package var height: Double

  package init(
    title: String, summary: String, categories: [String], series: [Series], numberFormat: String = "General",
    width: Double, height: Double
  ) {
    self.title = title
    self.summary = summary
    self.categories = categories
    self.series = series
    self.numberFormat = numberFormat
    self.width = width
    self.height = height
  }
}
