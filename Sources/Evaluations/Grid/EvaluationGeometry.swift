/// Where in the grid of a layout its cells stand: what a print is drawn by, and read back by.
///
/// Every block has the same width: a column for the caption, then one for each column of the indicator block.
package struct EvaluationGeometry {
  private let layout: EvaluationLayout

  package init(_ layout: EvaluationLayout) { self.layout = layout }

  /// The number of columns.
  package var width: Int { 1 + layout.indicatorColumns.count }

  /// The column in which the right half begins, where a block has two.
  package var middle: Int { width / 2 + 1 }

  /// The columns of a heading of the header lines, and those of what follows it.
  package func header(_ index: Int, of count: Int) -> (label: Range<Int>, value: Range<Int>) {
    if index > 0 { return (middle..<middle + 2, middle + 2..<width) }
    return (0..<2, 2..<(count > 1 ? middle : width))
  }

  /// The column in which the cells of the fund block begin.
  package var firstFundColumn: Int { width - layout.fundColumns.count }

  /// The columns of the two goals.
  package var goals: [Range<Int>] { [1..<middle, middle..<width] }

  /// The columns of the parts 按收入性质 and 按支出性质.
  package var parts: [Range<Int>] { [1..<middle, middle..<width] }

  /// The column of an indicator's cell; nil where the layout has none such.
  package func column(of cell: IndicatorCell) -> Int? {
    layout.indicatorColumns.firstIndex { $0.cell == cell }.map { $0 + 1 }
  }

  /// The columns of the label of the total, of what it is out of, of the score, and of the grade.
  package var total: (label: Range<Int>, weight: Int?, score: Int, grade: Int?) {
    let score = column(of: .score) ?? width - 2
    let weight = layout.totalShowsWeight ? column(of: .weight) : nil
    return (0..<(weight ?? score), weight, score, layout.showsGrade ? score + 1 : nil)
  }

  /// The columns of a title of the analysis, and those of its text.
  package var analysis: (title: Range<Int>, text: Range<Int>) { (1..<3, 3..<width) }
}
