import Documents
import Evaluations
import Mustache

/// What the template of a self-evaluation table is given: its rows by blocks, merged cells with their spans.
enum HTMLEvaluation {
  /// `marks` are the marks of a draft by address; empty for what is published.
  static func context(of form: EvaluationForm, marks: [String: MustacheValue]) -> MustacheValue {
    .object([
      "name": .text(form.name),
      "file": .text("\(form.fileName).csv"),
      "layout": .text(form.layout),
      "title": .text(form.title),
      "period": .text(form.period),
      "caption": .text(form.caption),
      "wide": .bool(form.isWide),
      "groups": .list(
        form.rows.blocks.map { rows in
          .object([
            "rows": .list(rows.map { row in .object(["cells": .list(row.map { cell($0, marks) })]) })
          ])
        }),
      "notes": .list(form.notes.map { .text($0) }),
    ])
  }

  private static func cell(_ cell: EvaluationGrid.Cell, _ marks: [String: MustacheValue]) -> MustacheValue {
    func span(_ count: Int) -> MustacheValue { count > 1 ? .text(String(count)) : .null }
    let scope: String? =
      switch cell.role {
      case .columnHeading: cell.columns > 1 ? "colgroup" : "col"
      case .rowHeading: "row"
      case .value: nil
      }
    return .object([
      "text": .text(cell.text), "columns": span(cell.columns), "rows": span(cell.rows),
      "scope": scope.map { .text($0) } ?? .null, "isNumber": .bool(cell.isNumber),
      "isOfEachRow": .bool(cell.isOfEachRow && cell.rows > 1),
      "address": cell.address.map { .text($0) } ?? .null,
      "mark": cell.address.flatMap { marks[$0] } ?? .null,
    ])
  }
}
