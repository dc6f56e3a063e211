import Accounts
import Formats

/// A ledger as one JSON object: an array of rows for each sheet, each row an object by headings.
///
/// Amounts may be strings or numbers; a number is taken as it is spelled, never as a binary fraction.
struct JSONLedger {
  private let text: [UInt8]
  private let file: String
  private let schema: LedgerSchema

  /// The key that says what the file is; its value is not looked at.
  static let formatKey = "格式"

  /// A ledger of the UTF-8 text of a file, which messages call `file`.
  init(_ text: [UInt8], file: String, schema: LedgerSchema) {
    self.text = text
    self.file = file
    self.schema = schema
  }

  /// The raw rows of every sheet, and all problems of their shape; throws when the text is no JSON object.
  func ledger() throws(UnusableInput) -> RawLedger {
    let root: JSONNode
    do throws(JSONTextError) {
      root = try JSONText.parse(text, limits: JSONLimits(depth: 8))
    } catch {
      throw UnusableInput([Problem(at: SourceLocation(file: file, line: error.line), error.message)])
    }
    guard let members = root.members else {
      throw UnusableInput([
        Problem(
          at: SourceLocation(file: file, line: root.line), found: "最外层不是对象",
          expected: "应是以表名为键的对象，如 {\"\(schema.title(.unit))\": […], \"\(schema.title(.income))\": […], …}")
      ])
    }
    var ledger = RawLedger()
    for member in members where member.key != Self.formatKey {
      let place = SourceLocation(file: file, sheet: member.key, line: member.line)
      guard let sheet = schema.sheets.first(where: { $0.title == member.key }) else {
        ledger.problems.append(
          Problem(
            at: SourceLocation(file: file, line: member.line), found: "键是\(Problem.quoted(member.key))",
            expected: "应是下列之一：\(schema.sheets.map(\.title).joined(separator: "、"))"))
        continue
      }
      guard let elements = member.value.elements else {
        let problem = Problem(at: place, found: "不是数组", expected: "应是数组，一行一个对象")
        ledger.sheets.append(.unreadable(sheet.id, place, [problem]))
        continue
      }
      ledger.sheets.append(self.sheet(sheet, elements, place))
    }
    return ledger
  }

  private func sheet(_ schema: LedgerSchema.Sheet, _ elements: [JSONNode], _ place: SourceLocation) -> RawSheet {
    var problems: [Problem] = []
    let headings = schema.columns.map {
      RawSheet.Heading(text: $0.heading, place: place.at(column: $0.heading))
    }
    var rows: [RawSheet.Row] = []
    for element in elements {
      var rowPlace = place
      rowPlace.line = element.line
      guard let members = element.members else {
        problems.append(Problem(at: rowPlace, found: "这一行不是对象", expected: "应是以标题为键的对象"))
        continue
      }
      var row = Array(repeating: RawSheet.Cell(text: ""), count: headings.count)
      for member in members {
        var cellPlace = rowPlace
        cellPlace.column = RawSheet.columnName(member.key)
        cellPlace.line = member.value.line
        guard let index = schema.columns.firstIndex(where: { $0.heading == member.key }) else {
          problems.append(
            Problem(
              at: cellPlace, found: "键是\(Problem.quoted(member.key))",
              expected: "“\(schema.title)”的键应为：\(schema.columns.map(\.heading).joined(separator: "、"))"))
          continue
        }
        switch member.value.kind {
        case .null: continue
        case .string(let text), .number(let text): row[index] = RawSheet.Cell(text: text, line: cellPlace.line)
        case .bool, .array, .object:
          problems.append(Problem(at: cellPlace, found: "不是文字或数字", expected: "应是文字、数字或 null"))
          row[index] = RawSheet.Cell(text: "", isUnreadable: true, line: cellPlace.line)
        }
      }
      // The row stands where its first column does.
      rowPlace.line = row.first?.line ?? element.line
      rows.append(RawSheet.Row(place: rowPlace, cells: row))
    }
    return RawSheet(id: schema.id, place: place, headings: headings, rows: rows, problems: problems)
  }
}
