import Accounts
import Formats
import Tables

extension StructureCheck {
  /// D24: a 类, 款 or 项 that the narrative names and no table lists, or that the tables list elsewhere than below the one
  /// named before it; one of which nothing was spent need not be listed.
  static let categoryNoTableHas = StructureCheck(.categoryNoTableHas) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    // A name that was not read may be in a row that was not, or in a table that was not.
    guard TableID.allCases.allSatisfy({ input.coverage.gap(in: $0) == nil && input.coverage.isKnown($0) })
    else { return [] }
    let printed = PrintedNames(input.codeRows)
    var reported: Set<String> = []
    return lines.flatMap { line -> [Finding] in
      guard line.section != nil, line.kind == .paragraph || line.headingLevel != nil else { return [] }
      let categories = line.categories
      guard !categories.isEmpty else { return [] }
      let nothing = line.lastNothing(input.words.nothing) ?? -1
      let unlinked = zip(categories, categories.dropFirst()).compactMap { upper, lower -> Finding? in
        guard lower.start == upper.end, !printed.isLinked(upper, lower) else { return nil }
        let (above, below) = (upper.words(in: line), lower.words(in: line))
        guard reported.insert("\(above)\(below)").inserted else { return nil }
        return rule.finding(
          "正文写到“\(above)（\(upper.level.word)）\(below)（\(lower.level.word)）”，各表的这一\(lower.level.word)不在这一\(upper.level.word)之下",
          place: line.place)
      }
      return unlinked
        + categories.compactMap { category -> Finding? in
          let level = printed.names[category.level] ?? []
          guard !level.isEmpty, !category.isNamed(in: level), !input.words.notCategories.end(category.words),
            nothing < category.end
          else { return nil }
          let name = category.words(in: line)
          guard reported.insert("\(category.level)\(name)").inserted else { return nil }
          return rule.finding(
            "正文写到“\(name)（\(category.level.word)）”，各表都没有这一\(category.level.word)", place: line.place)
        }
    }
  }
}

/// How deep a functional code is.
private enum CategoryLevel: Hashable {
  case category, group, item

  /// 类, 款 or 项.
  var word: String {
    switch self {
    case .category: "类"
    case .group: "款"
    case .item: "项"
    }
  }

  /// The level that a word stands for.
  init?(_ character: Unicode.Scalar) {
    switch character {
    case "类": self = .category
    case "款": self = .group
    case "项": self = .item
    default: return nil
    }
  }

  /// The level of a code of so many digits.
  init?(digits: Int) {
    switch digits {
    case 3: self = .category
    case 5: self = .group
    case 7: self = .item
    default: return nil
    }
  }
}

/// The names that the tables print beside functional codes, folded, by level.
private struct PrintedNames {
  private(set) var names: [CategoryLevel: Set<[Unicode.Scalar]>] = [:]
  /// The functional codes that bear a name.
  private var codes: [CategoryLevel: [[Unicode.Scalar]: Set<String>]] = [:]

  init(_ codeRows: [(table: Table, rows: [Table.CodeRow])]) {
    for (table, rows) in codeRows {
      for row in rows {
        // Economic codes have three and five digits too, and may be named the same way.
        guard let level = CategoryLevel(digits: row.code.utf8.count), !row.name.isEmpty else { continue }
        if table.id == .t06, names[level] == nil { continue }
        let name = row.name.foldedScalars
        names[level, default: []].insert(name)
        if table.id != .t06 { codes[level, default: [:]][name, default: []].insert(row.code) }
      }
    }
  }

  /// Whether a name can stand right below another: some code of the one is below some code of the other, or one of them is
  /// not known.
  func isLinked(_ upper: NamedCategory, _ lower: NamedCategory) -> Bool {
    let (above, below) = (codes(of: upper), codes(of: lower))
    return above.isEmpty || below.isEmpty
      || below.contains { code in above.contains { $0.utf8.count < code.utf8.count && code.begins(with: $0) } }
  }

  /// The codes of the longest name that the words end with.
  private func codes(of category: NamedCategory) -> Set<String> {
    guard let known = codes[category.level] else { return [] }
    let named = known.keys.filter { category.isNamed(in: [$0]) }
    guard let length = named.map(\.count).max() else { return [] }
    return named.filter { $0.count == length }.reduce(into: []) { $0.formUnion(known[$1] ?? []) }
  }
}

/// Words before （类）, （款） or （项）.
private struct NamedCategory {
  let level: CategoryLevel
  /// The words before the bracket, as far as a name may reach.
  let words: [Unicode.Scalar]
  /// Behind the bracket.
  let end: Int

  /// Where the words begin.
  var start: Int { end - 3 - words.count }

  /// The words as the line writes them.
  func words(in line: ReadableLine) -> String { line.words(start..<end - 3) }

  /// Whether the words end with one of the names; the 支出 at a name's end may be left out or put there.
  func isNamed(in names: Set<[Unicode.Scalar]>) -> Bool {
    let spending: [Unicode.Scalar] = ["支", "出"]
    return names.contains { name in
      let short = name.count > 4 && name.suffix(2).elementsEqual(spending) ? Array(name.dropLast(2)) : name
      return [name, short, short + spending].contains { $0.count <= words.count && words.suffix($0.count) == $0[...] }
    }
  }
}

extension ReadableLine {
  /// What stands before each （类）, （款） or （项） of the line.
  fileprivate var categories: [NamedCategory] {
    guard folded.count > 4 else { return [] }
    var found: [NamedCategory] = []
    for open in 1..<folded.count - 2 {
      guard folded[open] == "(", folded[open + 2] == ")", let level = CategoryLevel(folded[open + 1])
      else { continue }
      // A name reaches back to a mark, a digit, or the bracket of the level above; brackets of its own are part of it, and so
      // is what it quotes: “三西”农业建设专项补助.
      var start = open
      var quotes = 0
      while start > 0, !folded[start - 1].isPunctuation, !folded[start - 1].isDigit, !endsLevel(at: start - 1),
        !endsNumber(at: start - 1), folded[start - 1] != "“" || quotes > 0, folded[start - 1] != "."
      {
        start -= 1
        quotes += folded[start] == "”" ? 1 : folded[start] == "“" ? -1 : 0
      }
      if start < open { found.append(NamedCategory(level: level, words: Array(folded[start..<open]), end: open + 3)) }
    }
    return found
  }

  /// Whether the bracket at a position ends （类）, （款） or （项）.
  private func endsLevel(at position: Int) -> Bool {
    folded[position] == ")" && position > 1 && folded[position - 2] == "("
      && CategoryLevel(folded[position - 1]) != nil
  }

  /// Whether the bracket at a position ends the number of a list, （一） or 1).
  private func endsNumber(at position: Int) -> Bool {
    folded[position] == ")" && position <= 4
  }
}
