import Accounts
import Formats
package import Tables

/// By what the tables of a form are known (表样的标志): cheaper to have than the form, of which only the differences are looked at.
package struct FormMarks: Sendable, Equatable {
  private var tables: [TableID: TableMarks] = [:]

  /// The marks of a form that was read.
  package init(of form: Form) {
    for table in form.tables {
      tables[table.id] = TableMarks(
        title: comparableWords(table.title), heads: Self.heads(table.headerRows.flatMap { $0.cells.map(\.text) }))
    }
  }

  /// The marks of the built-in form of a place and a year; nil where it has none of that year.
  package static func builtIn(_ place: String, year: Int) -> FormMarks? { known[place]?[year] }

  private static let known: [String: [Int: FormMarks]] = {
    var known: [String: [Int: FormMarks]] = [:]
    for place in [Form.ancestor] + Form.builtInNames.filter({ $0 != Form.ancestor }) {
      for year in Form.builtInYears(of: place) {
        guard let file = try? JSONText.parse(Form.builtInText(place, year: year)) else { continue }
        // It is based on its own year before, or on that year's or an earlier form of another place.
        let base = file[key: "basedOn"]?.text.flatMap { id in known[id]?.filter { $0.key <= year } }
        let latest = base.flatMap { years in years.keys.max().flatMap { years[$0] } }
        known[place, default: [:]][year] = FormMarks(file, basedOn: latest)
      }
    }
    return known
  }()

  /// Those of a form's file with what it takes over.
  private init(_ file: JSONNode, basedOn base: FormMarks?) {
    tables = base?.tables ?? [:]
    for node in file[key: "tables"]?.elements ?? [] {
      guard let id = node[key: "id"]?.text.flatMap(TableID.init(rawValue:)) else { continue }
      if let title = node[key: "title"]?.text {
        tables[id, default: TableMarks(title: "", heads: [])].title = comparableWords(title)
      }
      if let header = node[key: "header"]?.elements {
        let cells = header.flatMap { $0.elements ?? [] }.compactMap { $0.text ?? $0[key: "text"]?.text }
        tables[id, default: TableMarks(title: "", heads: [])].heads = Self.heads(cells)
      }
    }
    for node in file[key: "leavesOut"]?.elements ?? [] {
      if let id = node.text.flatMap(TableID.init(rawValue:)) { tables[id] = nil }
    }
  }

  /// How many titles and heads of a publication are those of the form: of each table at most two.
  package func count(in publication: TableSet) -> Int {
    publication.marks.reduce(0) { count, printed in
      guard let own = tables[printed.key] else { return count }
      return count + (own.title == printed.value.title ? 1 : 0) + (own.heads == printed.value.heads ? 1 : 0)
    }
  }

  /// The most that it counts.
  package var most: Int { tables.count * 2 }

  /// The words of a head that are no number of a column; the words above one column may be joined (`·`).
  static func heads(_ cells: some Sequence<String>) -> Set<String> {
    var words: Set<String> = []
    func take(_ word: String) {
      if !word.isEmpty, word != "栏次", Int(word) == nil { words.insert(word) }
    }
    for cell in cells {
      // By bytes: few heads have a dot, and all built-in forms pass here.
      guard cell.holds("·") else {
        take(comparableWords(cell))
        continue
      }
      for part in cell.split(separator: "·") { take(comparableWords(part)) }
    }
    return words
  }
}
