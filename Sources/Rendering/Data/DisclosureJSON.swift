import Accounts
package import Documents
import Formats
package import Tables

/// A disclosure as data: every figure with its address, exactly as printed.
package enum DisclosureJSON {
  /// The format's name, by which a reader knows the file.
  package static let format = "juesuan-disclosure"
  /// The format's version.
  package static let version: Int64 = 1

  /// The name of the file in a package.
  package static let fileName = "data.json"

  /// The JSON of a disclosure; a row of a table stands on one line. At its end stand the digests of the package's other
  /// files, and its own.
  package static func bytes(
    of document: Document, form: Form, besides files: [(path: String, bytes: [UInt8])] = [], isDraft: Bool = false
  ) -> [UInt8] {
    let unit = document.unit
    let tables = document.parts.flatMap(\.sections).flatMap(\.blocks)
      .compactMap { block -> Table? in if case .table(let table) = block { table } else { nil } }
    let evaluations = document.evaluations
    var selfEvaluations: [(String, JSONOutput)] = []
    if !evaluations.isEmpty { selfEvaluations.append(("evaluations", .array(evaluations.map(EvaluationJSON.value)))) }
    if let sheet = document.basicData { selfEvaluations.append(("基础数据表", BasicDataJSON.value(of: sheet.data))) }
    let text = JSONWriter.utf8(
      of: .object(
        [
          ("format", .string(format)),
          ("version", .integer(version)),
          ("draft", .bool(isDraft)),
          ("title", .string(document.title)),
          ("unit", .string(unit.name)),
          ("unitCode", unit.code.map { .string($0) } ?? .null),
          ("year", .integer(Int64(unit.year))),
          ("scope", .string(unit.scope.rawValue)),
          ("nature", .string(unit.nature.rawValue)),
          ("publicationDate", unit.publicationDate.map { .string($0) } ?? .null),
          ("remark", unit.dataRemark.map { .string($0) } ?? .null),
          (
            "form",
            .inline(
              .object([
                ("id", .string(form.id)), ("year", .integer(Int64(form.year))), ("unit", .string(form.unit.rawValue)),
                ("decimals", .integer(Int64(form.decimals))),
              ]))
          ),
          ("text", DisclosureText.lines(of: document)),
          ("tables", .array(tables.map(table))),
        ] + selfEvaluations + PackageDigests.members(for: files)))
    return PackageDigests.sealed(text)
  }

  static func table(_ table: Table) -> JSONOutput {
    .object([
      ("id", .string(table.id.rawValue)),
      ("title", .string(table.title)),
      ("formCode", .string(table.formCode)),
      ("unitLine", .string(table.unitLine)),
      ("period", .string(table.period)),
      ("currency", .string(table.currency)),
      ("wide", .bool(table.isWide)),
      (
        "header",
        .array(
          table.header.map { row in
            .inline(
              .object([
                ("columnNumbers", .bool(row.isColumnNumbers)),
                (
                  "cells",
                  .array(
                    row.cells.map {
                      .object([
                        ("text", .string($0.text)), ("columns", .integer(Int64($0.columns))),
                        ("rows", .integer(Int64($0.rows))),
                      ])
                    })
                ),
              ]))
          })
      ),
      ("rows", .array(table.rows.map { row in .inline(.array(row.cells.map(cell))) })),
      ("notes", .array(table.notes.map { .string($0) })),
    ])
  }

  /// A cell: `{"label"}`, `{"number"}` (行次, 科目编码), `{"address","text"}` or `{}`; `columns` where it covers several.
  private static func cell(_ cell: Cell) -> JSONOutput {
    var members: [(String, JSONOutput)] =
      switch cell.content {
      case .label(let text), .unread(_, let text, _): [("label", .string(text))]
      case .number(let text): [("number", .string(text))]
      case .figure(let figure):
        [("address", .string(figure.address.description)), ("text", .string(figure.figure.text))]
      case .empty: []
      }
    if cell.columns > 1 { members.append(("columns", .integer(Int64(cell.columns)))) }
    return .object(members)
  }
}
