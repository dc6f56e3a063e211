import Accounts
package import Formats

/// The names of 一级指标 and 二级指标, with the spellings in which they are printed (`Data/levels.json`).
package struct IndicatorLevels: Sendable {
  /// In their order.
  package let levels: [Level]
  /// Clipped and shortened labels, and the name each stands for.
  private let spellings: [String: String]
  /// Labels of whole blocks, which stand in front of a row without being a level.
  private let blockLabels: [String]
  /// What the last row of the block begins with.
  private let totalLabels: [String]

  /// A 一级指标 and its 二级指标.
  package struct Level: Hashable, Sendable {
    package let level1: String
    package let level2: [String]
  }

  /// Reads the built-in names; throws ``DamagedData`` when the file does not say what it has to.
  package static func standard() throws(DamagedData) -> IndicatorLevels {
    try JSONText.builtIn("levels.json", of: embeddedFiles, IndicatorLevels.init)
  }

  private init(_ node: JSONNode) throws(JSONFieldError) {
    levels = try node.field("levels").array().map { level throws(JSONFieldError) in
      Level(level1: try level.field("level1").string(), level2: try level.field("level2").strings())
    }
    spellings = try node.field("spellings").dictionary { text throws(JSONFieldError) in try text.string() }
    blockLabels = try node.field("blockLabels").strings()
    totalLabels = try node.field("totalLabels").strings()
  }

  /// The 一级指标 a label names, its 分值 left aside (`产出指标（50分）`); nil when it names none.
  package func level1(_ label: String) -> String? {
    let folded = label.foldedForComparison
    let name = folded.prefix { $0 != "(" }
    return levels.first { $0.level1 == name }?.level1
  }

  /// The 二级指标 a label names; nil when it names none.
  package func level2(_ label: String) -> String? {
    let folded = label.foldedForComparison
    let name = spellings[folded] ?? folded
    return levels.contains { $0.level2.contains(name) } ? name : nil
  }

  /// The 一级指标 that a 二级指标 belongs to.
  package func level1(of level2: String) -> String? { levels.first { $0.level2.contains(level2) }?.level1 }

  /// Whether a label names a whole block (绩效指标).
  package func isBlockLabel(_ label: String) -> Bool { blockLabels.contains(label.foldedForComparison) }

  /// Whether a label begins the row of the total (总分).
  package func isTotalLabel(_ label: String) -> Bool {
    let folded = label.foldedForComparison
    return totalLabels.contains { folded.begins(with: $0) }
  }
}
