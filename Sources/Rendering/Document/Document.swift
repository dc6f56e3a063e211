package import Accounts
package import Checks
package import Narrative
package import Tables

/// What is published, before it is a page: cover, parts, sections and what stands in them. Renderers walk it.
package struct Document: Sendable {
  /// 某某局2024年度单位决算公开.
  package let title: String
  /// Whose accounts it shows.
  package let unit: UnitInformation
  /// The parts in order.
  package let parts: [Part]
  /// What checking found, for a draft; nil for what is published. A draft bears a watermark, and the findings stand
  /// on the figures they concern.
  package let review: CheckReport?

  package init(title: String, unit: UnitInformation, parts: [Part], review: CheckReport? = nil) {
    self.title = title
    self.unit = unit
    self.parts = parts
    self.review = review
  }

  /// A numbered part (第二部分).
  package struct Part: Sendable {
    /// The anchor of the part.
    package let id: String
    /// 第二部分　2024年度单位决算表.
    package let title: String
    package let sections: [Section]

    package init(id: String, title: String, sections: [Section]) {
      self.id = id
      self.title = title
      self.sections = sections
    }
  }

  /// A titled section of a part.
  package struct Section: Sendable {
    /// The anchor of the section.
    package let id: String
    /// 一、收入支出决算总表.
    package let title: String
    package let blocks: [Block]

    package init(id: String, title: String, blocks: [Block]) {
      self.id = id
      self.title = title
      self.blocks = blocks
    }
  }

  /// What stands in a section.
  package enum Block: Sendable {
    /// The title of a subsection, with its anchor.
    case subheading(id: String, title: String)
    case paragraph([Run])
    case table(Table)
  }
}
