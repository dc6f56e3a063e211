import Accounts
package import Formats

/// How words state the result of an indicator: its name with a number right behind it (抽检合格率达到98%), from
/// `Data/results.json`.
package struct ResultWords: Sendable {
  /// The fewest characters of a name that is looked for.
  private let shortestName: Int
  /// What may stand between the name and the number.
  private let fillers: Phrases
  /// What behind the number makes it none to compare.
  private let after: Phrases
  /// What before the name, in its sentence, makes it another year's number, or a target.
  private let other: Phrases

  /// The built-in words; throws ``DamagedData`` when the file does not say what it has to.
  package init() throws(DamagedData) {
    self = try JSONText.builtIn("results.json", of: embeddedFiles, ResultWords.init)
  }

  private init(_ node: JSONNode) throws(JSONFieldError) {
    shortestName = try node.field("shortestName").integer()
    fillers = try node.phrases("fillers")
    after = try node.phrases("after")
    other = try node.phrases("other")
  }

  /// The numbers that a folded text states of an indicator, with their units.
  package func numbers(of name: String, in text: [Unicode.Scalar], by reader: TargetReader) -> [Quantity] {
    let name = name.foldedScalars
    guard name.count >= shortestName, text.count > name.count else { return [] }
    var found: [Quantity] = []
    for start in 0..<(text.count - name.count)
    where text[start] == name[0] && text[start..<start + name.count].elementsEqual(name) {
      // 食品抽检合格率 is not 抽检合格率.
      guard start == 0 || text[start - 1].endsClause || "、.“\"".unicodeScalars.contains(text[start - 1]) else {
        continue
      }
      let sentence = Array(text[..<start].reversed().prefix { $0 != "。" && $0 != ";" }.reversed())
      guard !other.occur(in: sentence) else { continue }
      var next = start + name.count
      while let filler = fillers.length(in: text, at: next) { next += filler }
      if let quantity = quantity(in: text, from: next, by: reader) { found.append(quantity) }
    }
    return found
  }

  /// The number with its unit that stands at a position; nil where none does, or one that is not to be compared.
  private func quantity(in text: [Unicode.Scalar], from start: Int, by reader: TargetReader) -> Quantity? {
    guard start < text.count, "0"..."9" ~= text[start] else { return nil }
    let end = text[start...].firstIndex { $0.endsClause && $0 != "," } ?? text.count
    // The longest that reads as a number with a known unit, of such as may stand before other words.
    for last in stride(from: min(end, start + 24), to: start, by: -1) {
      let words = text[start..<last].reduce(into: "") { $0.unicodeScalars.append($1) }
      guard case .quantity(let quantity, .bare) = reader.target(words, year: 0), !quantity.unit.isEmpty else {
        continue
      }
      return after.length(in: text, at: last) == nil ? quantity : nil
    }
    return nil
  }
}
