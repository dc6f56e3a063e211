import Accounts
import Documents
import Mustache
import Tables

/// What the table template is given: a table's heading lines, header cells with spans and scopes, and body cells.
enum HTMLTable {
  /// `draft` is what a draft shows on figures, nil for what is published; `isFirst` whether links lead here and not to
  /// the same table printed before.
  static func context(of table: Table, draft: DraftParts?, isFirst: Bool) -> MustacheValue {
    // A publication may print a code twice; links lead to the first.
    var seen: Set<FigureAddress> = []
    return .object([
      "id": .text(table.id.rawValue),
      "title": .text(table.title),
      "formCode": .text(table.formCode),
      "unitLine": .text(table.unitLine),
      "file": .text("\(table.fileName).csv"),
      "period": .text(table.period),
      "currency": .text(table.currency),
      "wide": .bool(table.isWide),
      "header": .list(table.header.map(headerRow)),
      "rows": .list(
        table.rows.map { row in
          .object([
            "isTotal": .bool(row.isTotal),
            "cells": .list(
              row.cells.map { one in
                var isAnchor = false
                if draft != nil, isFirst, case .figure(let figure) = one.content {
                  isAnchor = seen.insert(figure.address).inserted
                }
                return cell(one, draft, isAnchor: isAnchor)
              }),
          ])
        }),
      "notes": .list(table.notes.map { .text($0) }),
    ])
  }

  private static func headerRow(_ row: HeaderRow) -> MustacheValue {
    .object([
      "isNumbers": .bool(row.isColumnNumbers),
      "cells": .list(
        row.cells.map { cell in
          .object([
            "text": .text(cell.text),
            "isEmpty": .bool(cell.text.isEmpty),
            "columns": span(cell.columns),
            "rows": span(cell.rows),
            "scope": .text(cell.columns > 1 ? "colgroup" : "col"),
          ])
        }),
    ])
  }

  private static func cell(_ cell: Cell, _ draft: DraftParts?, isAnchor: Bool) -> MustacheValue {
    var values: [String: MustacheValue] = ["text": .text(cell.text), "columns": span(cell.columns)]
    switch cell.content {
    case .label:
      values[cell.isRowHeading ? "isHeading" : "isLabel"] = true
      if cell.indent > 0 { values["indent"] = .text(String(cell.indent)) }
    case .number: values["isNumber"] = true
    case .figure(let figure):
      values["isFigure"] = true
      let address = figure.address.description
      values["address"] = .text(address)
      if let exact = figure.exact { values["fen"] = .text(String(exact.fen)) }
      if let draft {
        values["isAnchor"] = .bool(isAnchor)
        if let mark = draft.marks[address] { values["mark"] = mark }
        if let before = draft.before[address] { values["before"] = .text(before) }
      }
    case .empty: values["isLabel"] = true
    }
    return .object(values)
  }

  /// A span attribute's value; null, so that the attribute is left out, for a cell that covers one column or row.
  private static func span(_ count: Int) -> MustacheValue { count > 1 ? .text(String(count)) : .null }
}
