/// The one description of what a ledger holds: its sheets, their columns, types and help.
///
/// The readers, the writers, the error messages and `juesuan schema` all come from it. It is data
/// (`Data/ledger-schema.json`), so that a finance person can correct a heading or a word of help; the program knows its
/// sheets, columns and items by their ids.
package struct LedgerSchema: Sendable {
  /// The sheets in the order in which people fill them in.
  package let sheets: [Sheet]

  /// One sheet: a file of a CSV folder, a sheet of a workbook, an array of a JSON ledger.
  package struct Sheet: Sendable {
    /// What the program knows the sheet by.
    package let id: SheetID
    /// The name of the sheet (支出).
    package let title: String
    /// Whether a ledger without it is no ledger.
    package let required: Bool
    /// What a row is, in one or two sentences.
    package let help: String
    /// The columns whose values together say what a row is; nil when rows may repeat.
    package let key: [ColumnID]?
    /// Whether rows with the same key are added up, as where every voucher (凭证) has its row; else a key may occur once.
    package let addsUp: Bool
    /// The columns, in the order in which they are written.
    package let columns: [Column]
    /// For a sheet with one row an item, the items there are.
    package let items: [Item]?
    /// The columns without which its rows are not complete enough to publish what they say.
    package let asks: [ColumnID]
    /// The sections (章节) of which a disclosure must have a text.
    package let asksFor: [String]
    /// The values of the first column that a blank workbook lists, a row each, to be filled in.
    package let prompts: [String]

    /// The column of an id; nil when the sheet has none such.
    package func column(_ id: ColumnID) -> Column? { columns.first { $0.id == id } }

    /// What a column is called: its heading.
    package func heading(_ column: ColumnID) -> String { self.column(column)?.heading ?? column.rawValue }

    /// The item of a name, however its brackets are typed; nil when the sheet has none such.
    package func item(named name: String) -> Item? {
      let folded = name.foldedForComparison
      return items?.first { $0.name.foldedForComparison == folded }
    }

    /// The item of an id; nil when the sheet has none such.
    package func item(_ id: String) -> Item? { items?.first { $0.id == id } }

    /// What an item is called.
    package func name(of item: String) -> String { self.item(item)?.name ?? item }

    /// When an item must be filled in, as one sentence.
    package func words(of asked: Asked) -> String {
      let scope = asked.scope.map { "公开口径为\($0.rawValue)时" } ?? ""
      let wholes = asked.ifAny.map { "“\(name(of: $0))”" }.joined()
      return scope + (wholes.isEmpty ? "" : "\(wholes)有数时") + "必填，没有的填 0。"
    }

    /// A value of a column as people write it: an item by its name, amounts in 元.
    package func written(_ value: FieldValue, in column: Column) -> String {
      if column.type == .item, case .text(let item) = value { return name(of: item) }
      return value.written
    }
  }

  /// One column of a sheet.
  package struct Column: Sendable {
    /// What the program knows the column by.
    package let id: ColumnID
    /// The heading.
    package let heading: String
    /// What its cells hold.
    package let type: ValueType
    /// Whether a row without it is wrong.
    package let required: Bool
    /// What to fill in, in one line.
    package let help: String
    /// The closed list, for a choice.
    package let choices: [String]?
    /// Other spellings taken for a choice.
    package let aliases: [String: String]?
    /// What a blank cell means, where it means something.
    package let `default`: String?
    /// Words that the document writes before the text itself (主要原因是), so that a text that begins with them is not
    /// given them twice.
    package let leads: [String]
    /// The most characters a text may have; nil where its type says.
    package let characters: Int?
  }

  /// One item of a sheet that has a row an item.
  package struct Item: Sendable {
    /// What the program knows the item by: of an item that is a figure the name the forms, templates and checks have for
    /// the figure.
    package let id: String
    /// The name of the item (单位名称).
    package let name: String
    /// What its value column holds.
    package let type: ValueType
    /// Whether a ledger must have the item.
    package let required: Bool
    /// Whether the item may occur more than once.
    package let repeatable: Bool
    /// What to fill in, in one line.
    package let help: String
    /// The closed list, for a choice.
    package let choices: [String]?
    /// Other spellings taken for a choice.
    package let aliases: [String: String]?
    /// What must be filled in of it before anything is published; nil where it may be left out.
    package let asked: Asked?
  }

  /// What a ledger must say of an item: blank is not none.
  package struct Asked: Sendable {
    /// The columns that must be filled in, with 0 where there is none.
    package let columns: [ColumnID]
    /// The columns that must be filled in where the item's 决算数 is not zero.
    package let ifSpent: [ColumnID]
    /// The items of which one must have an amount for this one to be asked for; empty where it always is.
    package let ifAny: [String]
    /// The 公开口径 it is asked for in; nil for both.
    package let scope: DisclosureScope?
  }

  /// What a cell holds.
  package enum ValueType: String, Sendable, CaseIterable {
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

    /// Whether its cells hold codes, behind which names may stand.
    package var isCode: Bool {
      switch self {
      case .function, .functionItem, .economicSection, .code: true
      default: false
      }
    }

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

  /// The section of 文字 that need not be written where there are self-evaluations, since what they say is put into words.
  package static let sectionOfEvaluations = "预算绩效情况"

  /// The sheets beside those of the schema in a workbook for filling in; they hold nothing of the ledger.
  package enum Companion: String, Sendable, CaseIterable {
    /// How to fill the workbook in.
    case guide = "说明"
    /// What is still to be filled in.
    case tasks = "待办"
    /// Formulas that show while one types whether the sums agree.
    case checks = "校验"
    /// The function codes, to look them up.
    case functionCodes = "功能科目"
    /// The economic codes, to look them up.
    case economicCodes = "经济科目"
    /// The closed lists from which cells are chosen.
    case choices = "选项"
  }

  /// The sheet of an id; nil when the schema has none such.
  package func sheet(_ id: SheetID) -> Sheet? { sheets.first { $0.id == id } }

  /// What a sheet is called: its title.
  package func title(_ sheet: SheetID) -> String { self.sheet(sheet)?.title ?? sheet.rawValue }

  /// What a column of a sheet is called: its heading.
  package func heading(_ sheet: SheetID, _ column: ColumnID) -> String {
    self.sheet(sheet)?.heading(column) ?? column.rawValue
  }

  /// What an item of a sheet is called.
  package func name(of item: String, in sheet: SheetID) -> String { self.sheet(sheet)?.name(of: item) ?? item }

  /// Where a cell of a row stands, its column named as the schema calls it.
  package func place<Row: LedgerRow>(of row: Row, at column: ColumnID) -> SourceLocation {
    row.place.at(column: heading(Row.sheet, column))
  }
}
