import Accounts
import Mustache
import Tables

/// What the table template is given: a printed table's heading lines, header cells with spans and scopes, body cells.
///
/// A cell has every name that the template asks it for, so that none is looked for in all that is around it.
enum HTMLGrid {
  /// `draft` is what a draft shows on figures, nil for what is published; `isFirst` whether links lead here and not to
  /// the same table printed before; `originals` what the template of the pages that were read is given.
  static func context(
    of grid: PrintedGrid, draft: DraftParts?, isFirst: Bool, originals: MustacheValue = .null
  ) -> MustacheValue {
    // A publication may print a code twice; links lead to the first.
    var seen: Set<String> = []
    return .object([
      "originals": originals,
      "name": .text(grid.name),
      "file": .text("\(grid.fileName).csv"),
      "evaluation": grid.layout.map { .object(["layout": .text($0)]) } ?? .null,
      "title": .text(grid.title),
      "formCode": .text(grid.formCode),
      "unitLine": .text(grid.unitLine),
      "period": .text(grid.period),
      "currency": .text(grid.currency),
      "caption": .text(grid.caption),
      "wide": .bool(grid.isWide),
      "header": grid.header.isEmpty ? .null : .object(["rows": .list(grid.header.map(headerRow))]),
      "blocks": .list(
        grid.blocks.map { rows in
          .object([
            "rows": .list(
              rows.map { row in
                .object([
                  "kind": row.isTotal ? "total" : .null,
                  "cells": .list(
                    row.cells.map { cell in
                      if let draft, let (address, place) = cell.unread, place.box != nil {
                        return addressed(
                          cell, address, draft, isAnchor: isFirst && seen.insert(address).inserted)
                      }
                      guard let address = cell.address else { return words(cell) }
                      let isAnchor =
                        switch cell.content {
                        case .figure: draft != nil && isFirst && seen.insert(address).inserted
                        default: draft?.marks[address] != nil
                        }
                      return addressed(cell, address, draft, isAnchor: isAnchor)
                    }),
                ])
              })
          ])
        }),
      "notes": .list(grid.notes.map { .text($0) }),
    ])
  }

  private static func headerRow(_ row: HeaderRow) -> MustacheValue {
    .object([
      "kind": row.isColumnNumbers ? "numbers" : .null,
      "cells": .list(
        row.cells.map { $0.text.isEmpty ? plain($0, "", class: nil) : heading($0, $0.text, scope: columnScope(of: $0)) }
      ),
    ])
  }

  /// A cell of which no finding speaks.
  private static func words(_ cell: PrintedGrid.Cell) -> MustacheValue {
    switch cell.content {
    case .columnHeading(let text): heading(cell, text, scope: columnScope(of: cell))
    case .rowHeading(let text): heading(cell, text, scope: "row", isRepeated: cell.isOfEachRow)
    case .rowName(let text, let indent): heading(cell, text, scope: "row", indent: indent)
    case .number(let text): plain(cell, text, class: "number")
    case .entry(let text, _, let isNumber): plain(cell, text, class: isNumber ? "score" : nil)
    case .words, .figure, .empty: plain(cell, cell.text, class: nil)
    }
  }

  private static func columnScope(of cell: some SpanningCell) -> MustacheValue {
    cell.columns > 1 ? "colgroup" : "col"
  }

  private static func heading(
    _ cell: some SpanningCell, _ text: String, scope: MustacheValue, indent: Int = 0, isRepeated: Bool = false
  ) -> MustacheValue {
    .object([
      "scope": scope, "text": .text(text), "colspan": span(cell.columns), "rowspan": span(cell.rows),
      "indent": indent > 0 ? .text(String(indent)) : .null, "isRepeated": .bool(isRepeated && cell.rows > 1),
    ])
  }

  private static func plain(_ cell: some SpanningCell, _ text: String, class name: MustacheValue?) -> MustacheValue {
    .object([
      "scope": .null, "text": .text(text), "colspan": span(cell.columns), "rowspan": span(cell.rows),
      "class": name ?? .null, "address": .null, "mark": .null,
    ])
  }

  private static func addressed(
    _ cell: PrintedGrid.Cell, _ address: String, _ draft: DraftParts?, isAnchor: Bool
  ) -> MustacheValue {
    var name: MustacheValue = .null
    var fen: MustacheValue = .null
    var place = cell.unread?.place
    switch cell.content {
    case .figure(let figure):
      name = "figure"
      place = figure.place
      if let exact = figure.exact { fen = .text(String(exact.fen)) }
    case .entry(_, _, let isNumber): if isNumber { name = "score" }
    default: break
    }
    // A number that was recognised in two ways says both.
    let isDoubtful = cell.unread != nil && cell.text.unicodeScalars.contains(DoubtfulFigure.sign)
    let text = isDoubtful ? DoubtfulFigure.readings(in: cell.text) + "（存疑）" : cell.text
    let at = draft?.originals?.place(place) ?? .null
    return .object([
      "at": at, "readFrom": place.flatMap { draft?.originals?.words($0) }.map { .text($0) } ?? .null,
      "scope": .null, "text": .text(text), "colspan": span(cell.columns), "rowspan": span(cell.rows),
      "class": name, "fen": fen, "address": .text(address), "isAnchor": .bool(isAnchor),
      "before": draft?.before[address].map { .text($0) } ?? .null, "mark": draft?.marks[address] ?? .null,
    ])
  }

  /// A span attribute's value; null, so that the attribute is left out, for a cell that covers one column or row.
  private static func span(_ count: Int) -> MustacheValue { count > 1 ? .text(String(count)) : .null }
}
