package import Accounts
package import Checks
package import Narrative
package import Tables

extension Document {
  /// The disclosure of a ledger: the outline of its narrative, with the tables where the outline wants them.
  ///
  /// Sections and subsections in which nothing stands are left out. With a review it is a draft.
  package init(disclosing ledger: Ledger, tables: TableSet, narrative: Narrative, review: CheckReport? = nil) {
    let unit = ledger.unit
    var builder = DocumentBuilder(tables: tables)
    for element in narrative.elements { builder.add(element) }
    self.init(
      title: "\(unit.name)\(unit.year)年度\(unit.scope.rawValue)决算公开", unit: unit, parts: builder.parts,
      review: review)
  }
}

/// Numbers parts, sections and subsections and gives each its anchor.
private struct DocumentBuilder {
  let tables: TableSet
  private var open: [(id: String, title: String, sections: [Document.Section])] = []
  private var section: (title: String, blocks: [Document.Block])?
  /// A subsection's title, until something stands below it.
  private var subheading: String?
  private var subheadings = 0

  init(tables: TableSet) { self.tables = tables }

  /// The parts in which something stands.
  var parts: [Document.Part] {
    var finished = self
    finished.endSection()
    return finished.open.filter { !$0.sections.isEmpty }.enumerated().map { index, part in
      Document.Part(
        id: part.id, title: "第\(chineseNumeral(index + 1))部分　\(part.title)", sections: part.sections)
    }
  }

  mutating func add(_ element: OutlineElement) {
    switch element {
    case .part(let title):
      endSection()
      open.append(("part-\(open.count + 1)", title, []))
    case .section(let title):
      endSection()
      section = (title.text, [])
    case .subsection(let title): subheading = title.text
    case .paragraph(let runs): append(.paragraph(runs))
    case .directive("tables", _):
      endSection()
      for table in tables.tables { append(section: "table-\(table.id.rawValue)", table.title, [.table(table)]) }
    case .directive: break
    }
  }

  private mutating func append(_ block: Document.Block) {
    if section == nil { section = ("", []) }
    if let title = subheading {
      subheadings += 1
      let id = "\(open.last?.id ?? "part")-\((open.last?.sections.count ?? 0) + 1)-\(subheadings)"
      section?.blocks.append(.subheading(id: id, title: "（\(chineseNumeral(subheadings))）\(title)"))
      subheading = nil
    }
    section?.blocks.append(block)
  }

  private mutating func endSection() {
    if let section, !section.blocks.isEmpty {
      append(section: "\(open.last?.id ?? "part")-\((open.last?.sections.count ?? 0) + 1)", section.title, section.blocks)
    }
    section = nil
    subheading = nil
    subheadings = 0
  }

  private mutating func append(section id: String, _ title: String, _ blocks: [Document.Block]) {
    if open.isEmpty { open.append(("part-1", "", [])) }
    let number = open[open.count - 1].sections.count + 1
    let numbered = title.isEmpty ? "" : "\(chineseNumeral(number))、\(title)"
    open[open.count - 1].sections.append(Document.Section(id: id, title: numbered, blocks: blocks))
  }
}

/// A number from 1 to 99 as headings are numbered: 一, 十, 十一, 二十三.
package func chineseNumeral(_ number: Int) -> String {
  let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  guard (1...99).contains(number) else { return String(number) }
  let tens = number / 10
  return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[number % 10]
}
