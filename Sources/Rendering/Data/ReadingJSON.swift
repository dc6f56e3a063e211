import Accounts
package import Documents
import Formats
package import Tables

/// What was read of a publication as data, in the shape of a package's `data.json`: its tables in the columns of the form,
/// every figure under its address as printed, its text with what its numbers state, its self-evaluation tables, and what was
/// not read.
package enum ReadingJSON {
  /// The JSON of what was read in a form; a row of a table stands on one line. Linear in what was read.
  package static func bytes(
    of tables: TableSet, form: Form, evaluations: [EvaluationSheet] = [], basicData: BasicDataSheet? = nil
  ) -> [UInt8] {
    var selfEvaluations: [(String, JSONOutput)] = []
    if !evaluations.isEmpty { selfEvaluations.append(("evaluations", .array(evaluations.map(EvaluationJSON.value)))) }
    if let sheet = basicData { selfEvaluations.append(("基础数据表", BasicDataJSON.value(of: sheet.data))) }
    let supplementary: [(String, JSONOutput)] =
      tables.supplementary.isEmpty ? [] : [("supplementary", .array(tables.supplementary.map(DisclosureJSON.table)))]
    return JSONWriter.utf8(
      of: .object(
        [
          ("format", .string(DisclosureJSON.format)),
          ("version", .integer(DisclosureJSON.version)),
          ("unit", tables.unitName.map { .string($0) } ?? .null),
          ("year", tables.year.map { .integer(Int64($0)) } ?? .null),
          ("scope", tables.scope.map { .string($0.rawValue) } ?? .null),
          ("form", .inline(.object([("id", .string(form.id)), ("year", .integer(Int64(form.year)))]))),
          ("text", .array(tables.prose.map(lines) ?? [])),
          ("tables", .array(tables.tables.map(DisclosureJSON.table))),
        ] + supplementary + selfEvaluations + [("unread", .array(tables.unread.map(unread)))]))
  }

  private static func lines(of prose: Prose) -> [JSONOutput] {
    let claims = Dictionary(grouping: prose.claims, by: \.line)
    return prose.lines.indices.map { index in
      let line = prose.lines[index]
      var members: [(String, JSONOutput)] = []
      if case .heading(let level) = line.kind { members.append(("heading", .integer(Int64(level)))) }
      members.append(("text", .string(line.text)))
      if let stated = claims[index] { members.append(("claims", .array(stated.map(DisclosureText.claim)))) }
      return .inline(.object(members))
    }
  }

  private static func unread(_ part: UnreadPart) -> JSONOutput {
    .inline(
      .object([
        ("table", part.table.map { .string($0.rawValue) } ?? .null), ("place", .string(part.place.description)),
        ("text", .string(part.text)), ("reason", .string(part.reason)),
      ]))
  }
}
