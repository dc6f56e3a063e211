import Accounts
package import Documents
package import Mustache

/// What the page's chart template is given: the picture's marks with their places, the words, and the table.
package enum HTMLChart {
  /// The context of a chart, to stand under `chart` in a block.
  package static func context(of chart: Chart) -> MustacheValue {
    let picture = ChartPicture(chart)
    return .object([
      "id": .text(chart.id),
      "title": .text(chart.title),
      "summary": .text(chart.summary),
      "width": .text(units(ChartPicture.width)),
      "height": .text(units(picture.height)),
      "marks": .list(picture.marks.map(mark)),
      "columns": .list(
        chart.columns.enumerated().map { .object(["text": .text($1), "isFigure": .bool($0 > 0)]) }),
      "rows": .list(
        chart.rows.map { row in
          .object([
            "label": .text(row.label), "isTotal": .bool(row.isTotal),
            "figures": .list(row.figures.map { .text($0) }),
          ])
        }),
    ])
  }

  private static func mark(_ mark: ChartPicture.Mark) -> MustacheValue {
    switch mark {
    case .bar(let x, let y, let width, let height, let style):
      .object([
        "bar": true, "x": .text(units(x)), "y": .text(units(y)), "width": .text(units(width)),
        "height": .text(units(height)), "style": .text(style),
      ])
    case .text(let text, let x, let y, let anchor, let style):
      .object([
        "text": .text(text), "x": .text(units(x)), "y": .text(units(y)), "anchor": .text(anchor.rawValue),
        "style": .text(style),
      ])
    }
  }

  /// Hundredths of a unit as a number without needless noughts: `340`, `0.5`.
  private static func units(_ hundredths: Int) -> String {
    var text = decimalText(Int64(hundredths), decimals: 2)
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
