import Accounts
package import Formats

/// What goes with the evaluation of a whole department, as data: the rows of the 基础数据表, and which figure of the
/// report is the sum, the ratio or the repetition of which (`Data/overall.json`).
package struct OverallForm: Sendable {
  /// The title of the data table.
  package let title: String
  /// What the title of the report ends in.
  package let reportTitle: String
  package let staffing: Block
  package let expenses: Expenses
  package let buildings: Block
  /// 厉行节约保障措施.
  package let thrift: String
  /// The sentences below the data table.
  package let notes: [String]
  /// The figures of the ten tables that a part of the fund block repeats, by the part's name.
  package let fundsPrintedAt: [String: [String]]
  /// Figures of the report that others add up to.
  package let sums: [Sum]
  /// Percentages of the report.
  package let ratios: [Ratio]
  /// Percentages by which something changed.
  package let changes: [Change]
  /// The row and column of the data table in which a figure of the report stands again.
  package let inBasicData: [String: [String]]
  /// The row and column of the fund block in which a figure of the report stands again.
  package let inFunds: [String: [String]]

  /// A caption and the headings beside it; `{年度}` stands for the year, `{上年度}` for the one before.
  package struct Block: Sendable {
    package let caption: String
    package let columns: [String]
  }

  /// 经费控制情况.
  package struct Expenses: Sendable {
    package let caption: String
    package let columns: [String]
    package let rows: [Row]
  }

  /// A row of 经费控制情况.
  package struct Row: Sendable {
    /// The name used in addresses.
    package let name: String
    /// The label printed.
    package let label: String
    /// The rows it is the sum of.
    package let parts: [String]?
    /// The rows that are some of it.
    package let among: [String]?
    /// Whether it is the sum of the rows of single funds below it.
    package let isHead: Bool
    /// The figures of the ten tables of which 决算数 repeats one.
    package let printedAt: [String]?
  }

  /// A total in the report, with the figures that must add up to it.
  package struct Sum: Sendable {
    package let whole: String
    package let parts: [String]
    /// Whether they are numbers of people, which nothing rounds.
    package let isExact: Bool
  }

  /// A ratio (完成率、控制率) in the report, with the two figures it is computed from.
  package struct Ratio: Sendable {
    package let ratio: String
    package let part: String
    package let whole: String
  }

  /// A rate of change (变动率) in the report, with the two figures it is computed from.
  package struct Change: Sendable {
    package let rate: String
    package let now: String
    package let before: String
  }

  /// Reads the built-in form; throws ``DamagedData`` when the file does not say what it has to.
  package static func standard() throws(DamagedData) -> OverallForm {
    try JSONText.builtIn("overall.json", of: embeddedFiles, OverallForm.init)
  }

  /// A caption or heading with its years.
  package static func text(_ text: String, year: Int) -> String {
    text.replacing("{年度}", with: String(year)).replacing("{上年度}", with: String(year - 1))
  }

  /// The row of a printed label, its number and 其中 left aside; nil for a fund by its own name.
  package func row(labelled label: String) -> Row? {
    let name = Self.plainLabel(label)
    return expenses.rows.first { Self.plainLabel($0.label) == name }
  }

  private static func plainLabel(_ label: String) -> String {
    var text = label.foldedForComparison[...]
    if text.begins(with: "其中:") { text = text.dropFirst(3) }
    if let mark = text.firstIndex(of: "、"), text[..<mark].allSatisfy({ $0.isASCII && $0.isNumber }) {
      text = text[text.index(after: mark)...]
    }
    if text.ends(with: ":") { text = text.dropLast() }
    return String(text)
  }
}

extension OverallForm {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    func lists(_ key: String) throws(JSONFieldError) -> [String: [String]] {
      try node.field(key).dictionary { list throws(JSONFieldError) in try list.strings() }
    }
    title = try node.field("title").string()
    reportTitle = try node.field("reportTitle").string()
    staffing = try Block(node.field("staffing"))
    expenses = try Expenses(node.field("expenses"))
    buildings = try Block(node.field("buildings"))
    thrift = try node.field("thrift").string()
    notes = try node.field("notes").strings()
    fundsPrintedAt = try lists("fundsPrintedAt")
    sums = try node.field("sums").array().map { sum throws(JSONFieldError) in
      Sum(
        whole: try sum.field("whole").string(), parts: try sum.field("parts").strings(),
        isExact: try sum.optional("exact")?.bool() ?? false)
    }
    ratios = try node.field("ratios").array().map { ratio throws(JSONFieldError) in
      Ratio(
        ratio: try ratio.field("ratio").string(), part: try ratio.field("part").string(),
        whole: try ratio.field("whole").string())
    }
    changes = try node.field("changes").array().map { change throws(JSONFieldError) in
      Change(
        rate: try change.field("rate").string(), now: try change.field("now").string(),
        before: try change.field("before").string())
    }
    inBasicData = try lists("inBasicData")
    inFunds = try lists("inFunds")
  }
}

extension OverallForm.Block {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    caption = try node.field("caption").string()
    columns = try node.field("columns").strings()
  }
}

extension OverallForm.Expenses {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    caption = try node.field("caption").string()
    columns = try node.field("columns").strings()
    rows = try node.field("rows").array().map { row throws(JSONFieldError) in
      OverallForm.Row(
        name: try row.field("name").string(), label: try row.field("label").string(),
        parts: try row.optional("parts")?.strings(), among: try row.optional("among")?.strings(),
        isHead: try row.optional("heads")?.bool() ?? false, printedAt: try row.optional("printedAt")?.strings())
    }
  }
}
