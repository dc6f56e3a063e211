package import Accounts
import Evaluations
package import Tables

extension Document {
  /// Composes the disclosure of a ledger: the outline of its narrative in the form's wording, with the tables, the charts and
  /// the glossary where the outline wants them.
  ///
  /// Last year's figures are those of the sheet 上年决算 unless others are given. The wording is that of the form's place,
  /// and where that has none, of the places it is based on. Parts and sections keep their numbers where a text is missing,
  /// with a mark (待补) in its place, as `gaps` say. Throws what is wrong with the templates.
  package init(
    disclosing ledger: Ledger, awaiting gaps: LedgerGaps, tables: TableSet, form: Form, codes: CodeBook,
    library: TemplateLibrary,
    comparatives: Comparatives? = nil, hasCharts: Bool = true
  ) throws {
    let unit = ledger.unit
    let comparatives = try comparatives ?? Comparatives(ledger.prior, form: form, gaps: gaps)
    let wording = PlaceWording(form.wording, in: library)
    let evaluations = try [EvaluationTable](of: ledger)
    let narrative = try Narrative(
      ledger, awaiting: gaps, tables: tables, evaluations: evaluations, comparatives: comparatives, codes: codes,
      form: form,
      catalogue: .standard(),
      words: wording.words(), templates: wording.templates())
    var builder = DocumentBuilder(
      tables: tables, glossary: try wording.glossary(),
      charts: hasCharts ? Self.charts(tables, comparatives) : [:], evaluations: EvaluationSheet.sheets(of: evaluations),
      basicData: evaluations.contains(where: \.layout.isOfWholeDepartment)
        ? try BasicData(of: ledger).map(BasicDataSheet.init) : nil,
      text: narrative.text)
    for element in narrative.elements { builder.add(element) }
    self.init(
      title: "\(unit.name)\(unit.year)年度\(unit.scope.rawValue)决算公开", unit: unit, parts: builder.parts,
      unprinted: narrative.unprinted)
  }

  /// The charts by the names under which outlines ask for them.
  private static func charts(_ tables: TableSet, _ comparatives: Comparatives) -> [String: Chart] {
    var prior: [String: Figure] = [:]
    for item in [ThreePublicItem.abroad, .vehiclePurchase, .vehicleOperation, .reception] {
      prior[item.rawValue] = comparatives.figure(of: item.rawValue)
    }
    prior["“三公”经费"] = comparatives.figure(of: "“三公”经费")
    var charts: [String: Chart] = [:]
    charts["支出构成"] = Chart.shares(of: tables)
    charts["收入与支出"] = Chart.incomeAndExpenditure(of: tables)
    charts["三公经费"] = Chart.threePublic(of: tables, prior: prior)
    return charts
  }
}

/// Numbers parts, sections and subsections and gives each its anchor.
private struct DocumentBuilder {
  let tables: TableSet
  let glossary: Glossary
  let charts: [String: Chart]
  let evaluations: [EvaluationSheet]
  let basicData: BasicDataSheet?
  /// The text of the whole narrative, in which the glossary's terms occur or do not.
  let text: String
  private var open: [(id: String, title: String, isOptional: Bool, sections: [Document.Section])] = []
  private var section: (title: String, blocks: [Document.Block])?
  /// A subsection's title, until something stands below it.
  private var subheading: String?
  private var subheadings = 0

  init(
    tables: TableSet, glossary: Glossary, charts: [String: Chart], evaluations: [EvaluationSheet],
    basicData: BasicDataSheet?, text: String
  ) {
    self.tables = tables
    self.glossary = glossary
    self.charts = charts
    self.evaluations = evaluations
    self.basicData = basicData
    self.text = text
  }

  /// The parts in which something stands, each with the number that it has in the outline, where those that may be missing and are
  /// do not count.
  var parts: [Document.Part] {
    var finished = self
    finished.endSection()
    let counted = finished.open.filter { !$0.isOptional || !$0.sections.isEmpty }
    return counted.enumerated().filter { !$0.element.sections.isEmpty }.map { index, part in
      Document.Part(
        id: part.id, title: "第\(chineseNumeral(index + 1))部分　\(part.title)", sections: part.sections)
    }
  }

  mutating func add(_ element: OutlineElement) {
    switch element {
    case .part(let title, let isOptional):
      endSection()
      open.append(("part-\(open.count + 1)", title, isOptional, []))
    case .section(let title):
      endSection()
      section = (title.text, [])
    case .subsection(let title):
      markMissing()
      subheading = title.text
    case .paragraph(let runs): append(.paragraph(runs))
    case .directive("tables", _):
      endSection()
      for table in tables.tables { append(section: "table-\(table.id.rawValue)", table.title, [.table(table)]) }
    case .directive("chart", let name): if let chart = charts[name] { append(.chart(chart)) }
    case .directive("glossary", _):
      let terms = glossary.terms(occurringIn: tables, text: text)
      if !terms.isEmpty { append(.terms(terms)) }
    case .directive("evaluations", _):
      endSection()
      for sheet in evaluations {
        if sheet.table.layout.isOfWholeDepartment, let basicData {
          append(section: "evaluation-data", basicData.heading, [.basicData(basicData)])
        }
        append(section: "evaluation-\(sheet.number)", sheet.heading, [.evaluation(sheet)])
      }
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

  /// Puts the mark of a missing text below a heading of a subsection that has none.
  private mutating func markMissing() {
    if subheading != nil, open.last?.isOptional == false { append(.paragraph([.awaited])) }
  }

  private mutating func endSection() {
    markMissing()
    if section?.blocks.isEmpty == true, section?.title.isEmpty == false, open.last?.isOptional == false {
      section?.blocks.append(.paragraph([.awaited]))
    }
    if let section, !section.blocks.isEmpty {
      append(
        section: "\(open.last?.id ?? "part")-\((open.last?.sections.count ?? 0) + 1)", section.title, section.blocks)
    }
    section = nil
    subheading = nil
    subheadings = 0
  }

  private mutating func append(section id: String, _ title: String, _ blocks: [Document.Block]) {
    if open.isEmpty { open.append(("part-1", "", true, [])) }
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
