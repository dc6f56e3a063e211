package import Accounts
package import Tables

/// What is published, before it is a page: cover, parts, sections and what stands in them. Renderers walk it.
package struct Document: Sendable {
  /// 某某局2024年度单位决算公开.
  package let title: String
  /// Whose accounts it shows.
  package let unit: UnitInformation
  /// The parts in order.
  package let parts: [Part]
  /// The texts of the ledger that stand nowhere in it.
  package let unprinted: [LedgerText]

  /// The same document with other tables in the places of those of the same ids.
  package func showing(_ tables: TableSet) -> Document {
    Document(
      title: title, unit: unit,
      parts: parts.map { part in
        Part(
          id: part.id, title: part.title,
          sections: part.sections.map { section in
            Section(
              id: section.id, title: section.title,
              blocks: section.blocks.map { block in
                if case .table(let table) = block { .table(tables[table.id] ?? table) } else { block }
              })
          })
      }, unprinted: unprinted)
  }

  /// The text of the document line by line, tables aside, in the order in which it is read.
  package var textLines: [String] {
    var lines = [title]
    for part in parts {
      lines.append(part.title)
      for section in part.sections {
        if !section.title.isEmpty { lines.append(section.title) }
        for block in section.blocks {
          switch block {
          case .subheading(_, let title): lines.append(title)
          case .paragraph(let runs): lines.append(runs.text)
          case .terms(let entries): lines += entries.map { "\($0.term)：\($0.definition)" }
          case .table, .chart, .evaluation, .basicData: break
          }
        }
      }
    }
    return lines
  }

  /// The self-evaluation tables, in their order.
  package var evaluations: [EvaluationSheet] {
    parts.flatMap(\.sections).flatMap(\.blocks).compactMap { block in
      if case .evaluation(let sheet) = block { sheet } else { nil }
    }
  }

  /// The data table beside the evaluation of the whole department; nil where there is none.
  package var basicData: BasicDataSheet? {
    for block in parts.lazy.flatMap(\.sections).flatMap(\.blocks) {
      if case .basicData(let sheet) = block { return sheet }
    }
    return nil
  }

  /// The tables of the self-evaluations as renderers take them, in the order in which they stand.
  package var evaluationForms: [EvaluationForm] {
    parts.flatMap(\.sections).flatMap(\.blocks).compactMap { block in
      switch block {
      case .evaluation(let sheet): sheet.form
      case .basicData(let sheet): sheet.form
      default: nil
      }
    }
  }

  /// The claims that the document makes, in the order in which it is read.
  package var claims: [Claim] {
    parts.flatMap(\.sections).flatMap(\.blocks).flatMap { block -> [Claim] in
      guard case .paragraph(let runs) = block else { return [] }
      return runs.compactMap(\.claim)
    }
  }

  package init(title: String, unit: UnitInformation, parts: [Part], unprinted: [LedgerText] = []) {
    self.title = title
    self.unit = unit
    self.parts = parts
    self.unprinted = unprinted
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
    /// Terms and what they mean.
    case terms([Glossary.Entry])
    case chart(Chart)
    case table(Table)
    case evaluation(EvaluationSheet)
    case basicData(BasicDataSheet)
  }
}
