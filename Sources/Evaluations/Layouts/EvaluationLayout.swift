import FoundationEssentials

/// The layout in which a place prints its self-evaluation tables, and what is particular to its scoring, as data.
package struct EvaluationLayout: Hashable, Sendable, Codable {
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
  package struct FundColumn: Hashable, Sendable, Codable {
    /// The heading printed.
    package let title: String
    /// The heading above it, where two columns share one.
    package let group: String?
    package let cell: FundCell
  }

  /// A row of the fund block.
  package struct FundRowForm: Hashable, Sendable, Codable {
    /// The label printed: 其中：当年财政拨款.
    package let label: String
    /// The name used in addresses: 当年财政拨款.
    package let name: String
    package let role: FundRow.Role
  }

  /// A column of the indicator block.
  package struct IndicatorColumn: Hashable, Sendable, Codable {
    /// The heading printed.
    package let title: String
    package let cell: IndicatorCell
  }

  /// What is particular to the scoring of a layout.
  package struct Scoring: Hashable, Sendable, Codable {
    /// By how much a printed score may differ from the computed one: 0.5 where whole points are printed.
    package let tolerance: String
    /// The decimals to which amounts were rounded before printing, when rates are computed from exact ones.
    package let roundedAmountDecimals: Int?
    /// Whether indicators are scored in proportion to their attainment (填报注意事项 5).
    package let isProportional: Bool
    /// What closed words in 实际完成值 are worth, as a part of the 分值: 达成预期指标 all of it.
    package let verdicts: [String: String]
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
package struct EvaluationLayouts: Sendable, Codable {
  package let layouts: [EvaluationLayout]

  /// Reads the built-in layouts; throws when they are damaged.
  package static func standard() throws -> EvaluationLayouts {
    try JSONDecoder().decode(EvaluationLayouts.self, from: Data((embeddedFiles["layouts.json"] ?? "").utf8))
  }

  /// The layout of an id.
  package subscript(id: String) -> EvaluationLayout? { layouts.first { $0.id == id } }

  /// The layout that ledgers call so.
  package func layout(named shortName: String) -> EvaluationLayout? { layouts.first { $0.shortName == shortName } }
}
