extension RuledTable {
  /// A table over one or more pages (跨页的一张表).
  struct Whole: Sendable, Equatable {
    /// Its parts, a page each.
    var parts: [RuledTable]
    /// The lines above its first part.
    var captions: [String] = []

    var page: Int { parts[0].page }
    var top: Int { parts[0].top }
    var rows: [LayoutRow] { RuledTable.rows(parts) }
  }

  /// Which of the tables of some pages are wanted, and which of them are parts of one.
  struct Search {
    /// Whether a table is wanted, below lines.
    let isWanted: (RuledTable, [PageLine]) -> Bool
    /// The first table of a page, below lines, as a part of the last one of the page before; nil where it is none.
    let part: (RuledTable, [PageLine], Whole) -> RuledTable?
    /// Whether the pages are pictures that were recognised; what stands above the parts of a table is then taken with them.
    var isRecognised = false
  }

  /// Takes the words of tables out of pages, and gives the tables by the number of the page on which each begins.
  ///
  /// Takes time in proportion to the words and the rules of the pages that have any.
  static func taken(
    from pages: inout [WordPage], rules: [Int: PageRules], _ search: Search
  ) -> [Int: [Whole]] {
    var found: [Int: [Whole]] = [:]
    var open: Whole?
    func close() {
      if let open { found[open.page, default: []].append(open) }
      open = nil
    }
    for index in pages.indices {
      let page = pages[index].number
      guard let own = rules[page] else { continue }
      let turn = PageTurn(of: pages[index].words)
      var words = turn.applied(to: pages[index].words)
      let lines = PageLine.lines(of: WordPage(number: page, words: words))
      var hasTaken = false
      var above = Int.min
      for (place, var table) in tables(turn.applied(to: own), page: page).enumerated() {
        let captions = lines.filter { above < $0.middle && $0.middle < table.top }
        above = table.bottom
        var rest = words
        table.take(&rest, lines: lines, isRecognised: search.isRecognised)
        if place == 0, let last = open, let part = search.part(table, captions, last) {
          open?.parts.append(part)
          if search.isRecognised { rest.removeAll { $0.middle < table.top } }
        } else if search.isWanted(table, captions) {
          close()
          open = Whole(parts: [table], captions: captions.map(\.text))
        } else {
          close()
          continue
        }
        (words, hasTaken) = (rest, true)
      }
      if hasTaken { pages[index].words = words } else { close() }
    }
    close()
    return found
  }
}
