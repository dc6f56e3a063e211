package import Accounts
import Formats

/// The form in which a place prints its tables in a year: order, titles, headers, labels and notes.
///
/// A form is data (`Data/forms/`). What each line and column holds is said by a word of the field (`item`) or the
/// code of a 类 (`class`), which the derivation of that table knows.
package struct Form: Sendable {
  /// The name by which `--form` asks for it.
  package let id: String
  /// The fiscal year it is for.
  package let year: Int
  /// What people call it.
  package let name: String
  /// Where it was taken from.
  package let source: String
  /// The unit in which money is printed.
  package let unit: MoneyUnit
  /// The decimals printed.
  package let decimals: Int
  /// Whether the thousands of amounts are set apart by commas; nil is no.
  package let thousands: Bool?
  /// The tables in the order in which they are printed.
  package let tables: [TableForm]
}

/// The form of one table.
package struct TableForm: Sendable {
  package let id: TableID
  package let title: String
  /// 公开01表; empty where none is printed.
  package let formCode: String
  /// What stands before the unit's name: 部门名称; empty where neither the unit nor the year stands above the table.
  package let unitCaption: String
  /// 金额单位：万元.
  package let currency: String
  /// Whether it is printed across the page.
  package let wide: Bool
  package let header: [[Heading]]
  /// Whether the last header row numbers the columns (栏次).
  package let columnNumbers: Bool
  /// Whether the 行次 of a two-sided table are printed; nil is yes. A line keeps the 行次 of its address either way.
  package let lineNumbers: Bool?
  /// Whether the row of totals is the last (02, 03, 05, 07, 08); nil is no.
  package let totalLast: Bool?
  /// Whether a line without an amount prints 0.00 (06), unless no line has any; nil is no.
  package let zeros: Bool?
  /// The lines on the left and right of a two-sided table (01, 04).
  package let left: [Line]?
  package let right: [Line]?
  /// The columns of figures (02, 03, 05, 07, 08, 09).
  package let columns: [Column]?
  /// The blocks of codes side by side (06).
  package let blocks: [Block]?
  /// The sections one below the other (10).
  package let sections: [Section]?
  /// The line under the table that says what it shows.
  package let note: String
  /// The sentence added where rounded parts do not add up to their rounded total.
  package let roundingNote: String?
  /// The line under the table that says it is empty, where it is.
  package let emptyNote: String?

  /// A header cell.
  package struct Heading: Sendable {
    package let text: String
    package let columns: Int?
    package let rows: Int?
  }

  /// What the table is called in a message: 公开01表, or its title where it has no code.
  package var name: String { formCode.isEmpty ? "《\(title)》" : formCode }

  /// A line of a two-sided table or of a section.
  package struct Line: Sendable {
    /// 行次, of the national form of 2024.
    package let line: Int
    package let label: String
    /// What the line holds, in words; nil when it is empty or a 类.
    package let item: String?
    /// The 类 whose expenditure the line holds.
    package let category: String?

    package enum CodingKeys: String, CodingKey {
      case line, label, item
      case category = "class"
    }
  }

  /// A column of figures.
  package struct Column: Sendable {
    /// 栏次.
    package let column: Int
    /// 预算数 or 决算数, in 09.
    package let side: String?
    /// What the column holds, in words.
    package let item: String
  }

  /// A block of codes, three columns wide.
  package struct Block: Sendable {
    /// 人员经费 or 公用经费.
    package let group: String
    package let rows: [CodeLine]
  }

  /// An economic code and its name as printed.
  package struct CodeLine: Sendable {
    package let code: String
    package let name: String
  }

  /// A titled group of lines.
  package struct Section: Sendable {
    package let title: String
    package let rows: [Line]
  }
}

/// A form that cannot be used.
package struct FormError: Error, Sendable {
  /// What is wrong with it, in Chinese.
  package let message: String

  package init(_ message: String) { self.message = message }
}

extension Form {
  /// The built-in form of a name for a fiscal year: that year's, else the latest before it, else the earliest after.
  ///
  /// Throws ``FormError`` when there is none of that name.
  package static func builtIn(_ id: String, year: Int) throws -> Form {
    try Form(json: builtInText(id, year: year))
  }

  /// The JSON of that form.
  package static func builtInText(_ id: String, year: Int) throws(FormError) -> String {
    let years = embeddedFiles.keys.compactMap { path -> (year: Int, path: String)? in
      guard path.hasPrefix("forms/\(id)-"), path.hasSuffix(".json") else { return nil }
      return Int(path.dropFirst("forms/\(id)-".count).dropLast(".json".count)).map { ($0, path) }
    }
    .sorted { $0.year < $1.year }
    guard let choice = years.last(where: { $0.year <= year }) ?? years.first else {
      throw FormError("没有名为“\(id)”的表样，现有：\(builtInNames.joined(separator: "、"))")
    }
    return embeddedFiles[choice.path] ?? ""
  }

  /// The names of the built-in forms.
  package static var builtInNames: [String] {
    Set(
      embeddedFiles.keys.compactMap { path in
        path.hasPrefix("forms/") ? path.dropFirst("forms/".count).split(separator: "-").first.map(String.init) : nil
      }
    )
    .sorted()
  }

  /// Reads a form from its JSON; throws ``FormError`` when it is none, or asks for decimals that money has not or for
  /// a heading that covers no cell.
  package init(json: String) throws(FormError) {
    do {
      try self.init(JSONText.parse(Array(json.utf8)))
    } catch let error as JSONTextError {
      throw FormError("表样文件不是有效的表样：\(error.message)")
    } catch let error as JSONFieldError {
      throw FormError("表样文件不是有效的表样：\(error.message)")
    } catch {
      throw FormError("表样文件不是有效的表样：\(error)")
    }
    guard (0...unit.exactDecimals).contains(decimals) else {
      throw FormError("表样的小数位数是 \(decimals)，以\(unit.rawValue)为单位时应为 0 至 \(unit.exactDecimals)")
    }
    for table in tables {
      for heading in table.header.flatMap({ $0 }) {
        guard (1...100).contains(heading.columns ?? 1), (1...100).contains(heading.rows ?? 1) else {
          throw FormError("表样 \(table.name) 的表头“\(heading.text)”跨的列数、行数应为 1 至 100")
        }
      }
    }
  }
}
