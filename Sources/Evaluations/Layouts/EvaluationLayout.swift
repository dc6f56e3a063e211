package import Formats

/// The layout in which a place prints its self-evaluation tables, and what is particular to its scoring, as data.
package struct EvaluationLayout: Hashable, Sendable {
  /// A, B, C or D.
  package let id: String
  /// What a ledger calls it: 丰台.
  package let shortName: String
  /// What people call it.
  package let name: String
  /// Where it was taken from.
  package let source: String
  /// The title of each table; `{项目名称}` stands for the project.
  package let title: String
  /// The lines above the fund block, a list of headings each.
  package let header: [[String]]
  /// 项目资金（万元）.
  package let fundCaption: String
  package let fundColumns: [FundColumn]
  package let fundRows: [FundRowForm]
  /// What stands behind an 执行率.
  package let rateSuffix: String
  /// Whether a source that a project has no money from is printed all the same.
  package let showsEverySource: Bool
  /// Whether the sources of the money have an 执行率 each.
  package let sourcesShowRate: Bool
  /// What stands in a cell that does not apply.
  package let notApplicable: String
  /// 年度总体目标.
  package let goalCaption: String
  /// The headings of the two goal cells.
  package let goalColumns: [String]
  package let indicatorColumns: [IndicatorColumn]
  /// What stands in front of a 三级指标, `{序号}` for its number; empty where nothing does.
  package let level3Prefix: String
  /// What stands around a 分值 of the indicator block.
  package let weightPrefix: String
  package let weightSuffix: String
  /// Whether the 一级指标 prints its 分值: 产出指标（50分）.
  package let level1ShowsWeight: Bool
  /// The label of the last row.
  package let totalLabel: String
  /// Whether 总分 prints 100 before the score.
  package let totalShowsWeight: Bool
  /// Whether a grade is printed.
  package let showsGrade: Bool
  /// The titled parts below the table.
  package let analysis: [String]
  /// The sentences below.
  package let notes: [String]
  package let scoring: Scoring

  /// Whether its tables are about the whole department and so name no project.
  package var isOfWholeDepartment: Bool { header.count == 1 }

  /// What its tables are about where they name no project: 部门整体支出.
  package var subject: String { title.replacing("绩效自评表", with: "") }

  /// The title of a project's table.
  package func title(of project: String) -> String { title.replacing("{项目名称}", with: project) }

  /// The heading of an indicator's cell in this layout; nil where it has no such column.
  package func heading(of cell: IndicatorCell) -> String? { indicatorColumns.first { $0.cell == cell }?.title }

  /// A column of the fund block.
  package struct FundColumn: Hashable, Sendable {
    /// The heading printed.
    package let title: String
    /// The heading above it, where two columns share one.
    package let group: String?
    package let cell: FundCell
  }

  /// A row of the fund block.
  package struct FundRowForm: Hashable, Sendable {
    /// The label printed: 其中：当年财政拨款.
    package let label: String
    /// The name used in addresses: 当年财政拨款.
    package let name: String
    package let role: FundRow.Role
  }

  /// A column of the indicator block.
  package struct IndicatorColumn: Hashable, Sendable {
    /// The heading printed.
    package let title: String
    package let cell: IndicatorCell
  }

  /// What is particular to the scoring of a layout.
  package struct Scoring: Hashable, Sendable {
    /// By how much a printed score may differ from the computed one: 0.5 where whole points are printed.
    package let tolerance: Rational
    /// The decimals to which amounts were rounded before printing, when rates are computed from exact ones.
    package let roundedAmountDecimals: Int?
    /// Whether indicators are scored in proportion to their attainment (填报注意事项 5).
    package let isProportional: Bool
    /// What closed words in 实际完成值 are worth, as a part of the 分值: 达成预期指标 all of it.
    package let verdicts: [String: Rational]
    /// Which scores no rule of the layout determines, so that a person has to give them.
    package let leftToPeople: String
    /// Whether a blank 得分 says that there are no points.
    package let blankScoreIsZero: Bool
    /// The 分值 of each 一级指标.
    package let level1Weights: [String: String]
    /// The 分值 of 二级指标, where they are fixed.
    package let level2Weights: [String: String]
    /// Whether these weights are kept to so closely that they tell the level of a row whose label has slipped.
    package let weightsTellLevels: Bool
    /// 二级指标 that need a 三级指标 each.
    package let requiredLevel2: [String]
  }
}

/// The layouts that ship with the tool (`Data/layouts.json`).
package struct EvaluationLayouts: Sendable {
  package let layouts: [EvaluationLayout]

  /// Reads the built-in layouts; throws ``DamagedData`` when the file does not say what it has to.
  package static func standard() throws(DamagedData) -> EvaluationLayouts {
    try JSONText.builtIn("layouts.json", of: embeddedFiles) { file throws(JSONFieldError) in
      EvaluationLayouts(
        layouts: try file.field("layouts").array().map { layout throws(JSONFieldError) in
          try EvaluationLayout(layout)
        })
    }
  }

  /// The layout of an id.
  package subscript(id: String) -> EvaluationLayout? { layouts.first { $0.id == id } }

  /// The layout that ledgers call so.
  package func layout(named shortName: String) -> EvaluationLayout? { layouts.first { $0.shortName == shortName } }
}

extension EvaluationLayout {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    id = try node.field("id").string()
    shortName = try node.field("shortName").string()
    name = try node.field("name").string()
    source = try node.field("source").string()
    title = try node.field("title").string()
    header = try node.field("header").array().map { line throws(JSONFieldError) in try line.strings() }
    fundCaption = try node.field("fundCaption").string()
    fundColumns = try node.field("fundColumns").array().map { column throws(JSONFieldError) in
      FundColumn(
        title: try column.field("title").string(), group: try column.optional("group")?.string(),
        cell: try column.field("cell").word(FundCell.self))
    }
    fundRows = try node.field("fundRows").array().map { row throws(JSONFieldError) in
      FundRowForm(
        label: try row.field("label").string(), name: try row.field("name").string(),
        role: try row.field("role").word(FundRow.Role.self))
    }
    rateSuffix = try node.field("rateSuffix").string()
    showsEverySource = try node.field("showsEverySource").bool()
    sourcesShowRate = try node.field("sourcesShowRate").bool()
    notApplicable = try node.field("notApplicable").string()
    goalCaption = try node.field("goalCaption").string()
    goalColumns = try node.field("goalColumns").strings()
    indicatorColumns = try node.field("indicatorColumns").array().map { column throws(JSONFieldError) in
      IndicatorColumn(
        title: try column.field("title").string(), cell: try column.field("cell").word(IndicatorCell.self))
    }
    level3Prefix = try node.field("level3Prefix").string()
    weightPrefix = try node.field("weightPrefix").string()
    weightSuffix = try node.field("weightSuffix").string()
    level1ShowsWeight = try node.field("level1ShowsWeight").bool()
    totalLabel = try node.field("totalLabel").string()
    totalShowsWeight = try node.field("totalShowsWeight").bool()
    showsGrade = try node.field("showsGrade").bool()
    analysis = try node.field("analysis").strings()
    notes = try node.field("notes").strings()
    scoring = try Scoring(node.field("scoring"))
  }
}

extension EvaluationLayout.Scoring {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    func texts(_ key: String) throws(JSONFieldError) -> [String: String] {
      try node.field(key).dictionary { text throws(JSONFieldError) in try text.string() }
    }
    tolerance = try node.field("tolerance").rational()
    roundedAmountDecimals = try node.optional("roundedAmountDecimals")?.integer()
    isProportional = try node.field("isProportional").bool()
    verdicts = try node.field("verdicts").dictionary { part throws(JSONFieldError) in try part.rational() }
    leftToPeople = try node.field("leftToPeople").string()
    blankScoreIsZero = try node.field("blankScoreIsZero").bool()
    level1Weights = try texts("level1Weights")
    level2Weights = try texts("level2Weights")
    weightsTellLevels = try node.field("weightsTellLevels").bool()
    requiredLevel2 = try node.field("requiredLevel2").strings()
  }
}
