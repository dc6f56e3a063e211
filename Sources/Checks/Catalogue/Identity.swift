import Formats
import Tables

/// An equation or inequality between printed figures (勾稽关系), as data.
package struct Identity: Sendable {
  /// What kind of rule it is, which decides how much rounding may hide.
  package enum Class: String, Sendable, CaseIterable {
    /// One quantity printed in two places: the digits agree.
    case same
    /// A whole is the sum of its parts: as far as rounding allows.
    case sum
    /// One figure is at most another: as far as rounding allows.
    case bound
    /// Holds where its condition is known to hold.
    case conditional

    /// The Chinese word.
    package var word: String {
      switch self {
      case .same: "同一数"
      case .sum: "合计"
      case .bound: "不超过"
      case .conditional: "有条件"
      }
    }

    /// What rounding may hide, in words.
    package var tolerance: String {
      switch self {
      case .same: "两处的数字必须相同"
      case .sum: "每个数代表一段可能的准确值，合计的一段须与分项之和的一段相交；同为两位小数的万元、m 个非空分项时，至多相差 ⌊m/2⌋ 个 0.01"
      case .bound: "同合计，只看是否一定超过"
      case .conditional: "条件成立时同合计，条件不明时不核对"
      }
    }
  }

  /// When a conditional identity applies.
  package struct Condition: Sendable {
    /// The condition in words.
    package let text: String
    /// Figures that must be blank or zero.
    package let blank: [String]?
    /// Figures of which exactly one must be a number.
    package let exactlyOne: [String]?
    /// The 公开口径 the disclosure must have.
    package let scope: String?

    /// Whether the figures can tell; otherwise the identity applies only where the user says that it does.
    package var isEvaluable: Bool { blank != nil || exactlyOne != nil || scope != nil }
  }

  /// The id, stable and never used again: table and number (`01-5`), or X and number between tables.
  package let id: String
  package let `class`: Class
  /// The formulas; see ``Formula`` for how they are written.
  package let formulas: [String]
  /// The same, read.
  let readFormulas: [Formula]
  /// The columns that `{栏}` stands for.
  package let columns: [Int]?
  package let condition: Condition?
  /// Identities that help to tell which figure is wrong.
  package let related: [String]?
  /// Identities that say the same more closely: while one of them is violated, this one says nothing.
  package let impliedBy: [String]?
}

extension Identity {
  /// What an entry of the catalogue has beyond that of other rules.
  static let keys = ["class", "formulas", "columns", "condition", "related", "impliedBy"]

  /// Reads what an entry of the catalogue has beyond that of other rules.
  init(_ node: JSONNode) throws(JSONFieldError) {
    id = try node.field("id").string()
    `class` = try node.field("class").word(Class.self)
    let formulas = try node.field("formulas")
    self.formulas = try formulas.strings()
    readFormulas = try formulas.array().map { node throws(JSONFieldError) in
      guard let formula = Formula(try node.string()) else {
        throw JSONFieldError(node, "应是一个公式，如 01.27.1 = 01.1-8.1，其中的表、行、栏都要有")
      }
      return formula
    }
    columns = try node.optional("columns")?.array().map { column throws(JSONFieldError) in try column.integer() }
    if let condition = node.optional("condition") {
      func figures(_ key: String) throws(JSONFieldError) -> [String]? {
        try condition.optional(key)?.array().map { node throws(JSONFieldError) in
          let address = try node.string()
          guard FigureAddress(address) != nil else { throw JSONFieldError(node, "应是一个数的位置，如 01.27.1") }
          return address
        }
      }
      self.condition = Condition(
        text: try condition.field("text").string(), blank: try figures("blank"),
        exactlyOne: try figures("exactlyOne"), scope: try condition.optional("scope")?.string())
    } else {
      condition = nil
    }
    related = try node.optional("related")?.strings()
    impliedBy = try node.optional("impliedBy")?.strings()
  }
}
