import FoundationEssentials

/// The one description of what a ledger holds: its sheets, their columns, types and help.
///
/// The readers, the writers, the error messages and `juesuan schema` all come from it. It is data
/// (`Data/ledger-schema.json`), so that a finance person can correct a heading or a word of help.
package struct LedgerSchema: Sendable, Codable {
  /// The sheets in the order in which people fill them in.
  package let sheets: [Sheet]

  /// One sheet: a file of a CSV folder, a sheet of a workbook, an array of a JSON ledger.
  package struct Sheet: Sendable, Codable {
    /// The name of the sheet (支出).
    package let title: String
    /// Whether a ledger without it is no ledger.
    package let required: Bool?
    /// What a row is, in one or two sentences.
    package let help: String
    /// The headings whose values together may occur once; nil when rows may repeat.
    package let key: [String]?
    /// The columns, in the order in which they are written.
    package let columns: [Column]
    /// For a sheet with one row an item, the items there are.
    package let items: [Item]?

    /// The column of a heading; nil when the sheet has none such.
    package func column(_ heading: String) -> Column? { columns.first { $0.heading == heading } }

    /// The item of a name, however its brackets are typed; nil when the sheet has none such.
    package func item(_ name: String) -> Item? {
      let folded = name.foldedForComparison
      return items?.first { $0.name.foldedForComparison == folded }
    }
  }

  /// One column of a sheet.
  package struct Column: Sendable, Codable {
    /// The heading.
    package let heading: String
    /// What its cells hold.
    package let type: ValueType
    /// Whether a row without it is wrong.
    package let required: Bool?
    /// What to fill in, in one line.
    package let help: String
    /// The closed list, for a choice.
    package let choices: [String]?
    /// Other spellings taken for a choice.
    package let aliases: [String: String]?
    /// What a blank cell means, where it means something.
    package let `default`: String?
  }

  /// One item of a sheet that has a row an item.
  package struct Item: Sendable, Codable {
    /// The name of the item (单位名称).
    package let name: String
    /// What its value column holds.
    package let type: ValueType
    /// Whether a ledger must have the item.
    package let required: Bool?
    /// Whether the item may occur more than once.
    package let repeatable: Bool?
    /// What to fill in, in one line.
    package let help: String
    /// The closed list, for a choice.
    package let choices: [String]?
    /// Other spellings taken for a choice.
    package let aliases: [String: String]?
  }

  /// What a cell holds.
  package enum ValueType: String, Sendable, Codable, CaseIterable {
    case text
    case longText
    /// A function code of any level.
    case function
    /// A function code of seven digits.
    case functionItem
    /// An economic code of five digits.
    case economicSection
    /// Any digits that can be a code.
    case code
    /// Money.
    case amount
    /// A whole number of things, not negative.
    case count
    case year
    case date
    case choice
    /// The name of one of the sheet's items.
    case item
    /// What the row's item says it is.
    case value
    /// An item without a value column of its own.
    case none

    /// What a person is told the cell should hold.
    package var expectation: String {
      switch self {
      case .text, .longText, .value, .none: "文字"
      case .function: "三位（类）、五位（款）或七位（项）的功能科目编码，如 2013801"
      case .functionItem: "七位数字的项级功能科目编码，如 2013801"
      case .economicSection: "五位数字的款级经济科目编码，如 30101"
      case .code: "三、五或七位数字的编码"
      case .amount: "金额"
      case .count: "不小于 0 的整数"
      case .year: "四位数字的年度，如 2024"
      case .date: "日期，如 2025-09-10"
      case .choice, .item: "下列之一"
      }
    }
  }

  /// The schema that ships with the tool.
  package static func standard() throws -> LedgerSchema {
    try JSONDecoder().decode(LedgerSchema.self, from: Data((embeddedFiles["ledger-schema.json"] ?? "").utf8))
  }

  /// The sheets beside those of the schema in a workbook for filling in; they hold nothing of the ledger.
  package enum Companion: String, Sendable, CaseIterable {
    /// How to fill the workbook in.
    case guide = "说明"
    /// Formulas that show while one types whether the sums agree.
    case checks = "校验"
    /// The function codes, to look them up.
    case functionCodes = "功能科目"
    /// The economic codes, to look them up.
    case economicCodes = "经济科目"
    /// The closed lists from which cells are chosen.
    case choices = "选项"
  }

  /// The sheet of a title; nil when the schema has none such.
  package func sheet(_ title: String) -> Sheet? { sheets.first { $0.title == title } }

  /// The schema as the JSON it is kept in.
  package static var standardText: String { embeddedFiles["ledger-schema.json"] ?? "" }
}
