package import Accounts

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
  /// The rows of the header from the top; together they cover every column of the body once.
  package let header: [[Heading]]
  /// Whether the last header row numbers the columns (栏次).
  package let columnNumbers: Bool
  package let body: Body
  /// The line under the table that says what it shows.
  package let note: String
  /// The sentence added where rounded parts do not add up to their rounded total.
  package let roundingNote: String?
  /// The line under the table that says it is empty, where it is.
  package let emptyNote: String?

  /// What the table is called in a message: 公开01表, or its title where it has no code.
  package var name: String { formCode.isEmpty ? "《\(title)》" : formCode }

  /// What stands below the header: one of the kinds of table there are, with what it alone needs.
  package enum Body: Sendable {
    /// Income on the left and expenditure on the right, line beside line (01, 04).
    case twoSided(TwoSided)
    /// A row for every function code that has an amount (02, 03, 05, 07, 08).
    case functionCodes(CodeTable)
    /// Economic codes in blocks side by side (06).
    case economicCodes(EconomicBlocks)
    /// One row of figures: the three public expenses (09).
    case singleRow([Column])
    /// Titled groups of lines, one below the other (10).
    case sections([Section])
  }

  /// A header cell.
  package struct Heading: Sendable {
    package let text: String
    /// How many columns it covers, 1 to 100.
    package let columns: Int
    /// How many rows it covers, 1 to 100.
    package let rows: Int
  }

  /// A line of a two-sided table or of a section.
  package struct Line: Sendable {
    /// 行次, of the national form; 1 to 999, none twice in a table.
    package let line: Int
    package let label: String
    /// What the line holds, in words; nil when it is empty or a 类.
    package let item: String?
    /// The 类 whose expenditure the line holds.
    package let category: String?
  }

  /// The lines of a two-sided table.
  package struct TwoSided: Sendable {
    /// Whose income and expenditure it is.
    package enum Scope: Sendable {
      /// All of it (01).
      case everything
      /// That of 财政拨款, its expenditure also fund by fund (04).
      case fiscal
    }

    package let scope: Scope
    package let left: [Line]
    package let right: [Line]
    /// Whether the 行次 are printed. A line keeps the 行次 of its address either way.
    package let lineNumbers: Bool

    /// How many columns of figures the right side has.
    package var rightColumns: Int {
      switch scope {
      case .everything: 1
      case .fiscal: 4
      }
    }
  }

  /// A table of function codes.
  package struct CodeTable: Sendable {
    /// What of each code it shows.
    package enum Content: Sendable {
      /// Income by source (02).
      case income
      /// Expenditure by kind, from all funds (03).
      case expenditure
      /// Expenditure of the general budget (05).
      case generalBudget
      /// Income, expenditure and balances of one fund (07, 08).
      case fund(Fund)
    }

    package let content: Content
    package let columns: [Column]
    /// Whether the row of totals is the last and not the first.
    package let totalLast: Bool
  }

  /// A column of figures.
  package struct Column: Sendable {
    /// 栏次, of the national form; 1 to 999, none twice in a table.
    package let column: Int
    /// 年初预算数, 全年预算数 or 决算数, in 09.
    package let side: String?
    /// What the column holds, in words.
    package let item: String
  }

  /// The blocks of a table of economic codes, from left to right.
  package struct EconomicBlocks: Sendable {
    package let blocks: [Block]
    /// Whether a line without an amount prints 0.00, unless no line has any.
    package let zeros: Bool
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

extension TableForm {
  /// The columns of figures that run through the whole table (02, 03, 05, 07, 08, 09); empty in the others.
  package var columns: [Column] {
    switch body {
    case .functionCodes(let table): table.columns
    case .singleRow(let columns): columns
    case .twoSided, .economicCodes, .sections: []
    }
  }

  /// The lines that hold expenditure (01, 04); empty in the others.
  package var expenditureLines: [Line] {
    if case .twoSided(let sides) = body { sides.right } else { [] }
  }

  /// The columns of figures on the right of 01 and 04, as addresses number them; empty in the others.
  package var rightFigureColumns: [Int] {
    if case .twoSided(let sides) = body { Array(2..<(2 + sides.rightColumns)) } else { [] }
  }

  /// The economic codes in the order of the blocks (06); empty in the others.
  package var economicCodes: [CodeLine] {
    if case .economicCodes(let blocks) = body { blocks.blocks.flatMap(\.rows) } else { [] }
  }

  /// The lines by their 行次, those of the left side before those of the right (01, 04, 10); empty in the others.
  var lines: [Line] {
    switch body {
    case .twoSided(let sides): sides.left + sides.right
    case .sections(let sections): sections.flatMap(\.rows)
    case .functionCodes, .economicCodes, .singleRow: []
    }
  }

  /// How many columns the body has, those of labels, codes and 行次 among them.
  var width: Int {
    switch body {
    case .twoSided(let sides): (sides.lineNumbers ? 4 : 2) + 1 + sides.rightColumns
    case .functionCodes(let table): 2 + table.columns.count
    case .economicCodes(let blocks): 3 * blocks.blocks.count
    case .singleRow(let columns): columns.count
    case .sections: 3
    }
  }
}
