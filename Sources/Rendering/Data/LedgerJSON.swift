package import Accounts
import Formats

/// A ledger as JSON, which the ledger reader reads back unchanged; amounts are strings in 元.
package enum LedgerJSON {
  /// The JSON of a ledger after the schema: a sheet without rows is left out, a blank cell too.
  package static func bytes(of ledger: Ledger, schema: LedgerSchema) -> [UInt8] {
    var members: [(String, JSONOutput)] = [("格式", .string("juesuan-ledger 1"))]
    for sheet in schema.sheets {
      let rows = ledger.rows(of: sheet.id)
      guard !rows.isEmpty || sheet.required else { continue }
      members.append(
        (
          sheet.title,
          .array(
            rows.map { row in
              .inline(
                .object(
                  sheet.columns.compactMap { column in
                    row.values[column.id].map { value in
                      if case .count(let count) = value { return (column.heading, .integer(count)) }
                      return (column.heading, .string(sheet.written(value, in: column)))
                    }
                  }))
            })
        ))
    }
    return JSONWriter.utf8(of: .object(members))
  }
}
