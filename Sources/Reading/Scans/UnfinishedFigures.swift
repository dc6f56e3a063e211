/// Numbers that are no amounts in columns of amounts (缺小数的数): parts of figures that were cut off, by a line of print over them
/// or at the edge of their cells, or that lost their point, which all readings have alike; and the numbers of columns.
enum UnfinishedFigures {
  /// The rows of a table that was recognised, with such numbers marked as doubtful and without those that number the columns and
  /// do not say so. Numbers of lines, codes and counts in columns of their own are none, nor are counts whose label says what is
  /// counted.
  static func doubted(_ rows: [GridRow], _ counted: [String] = MisreadWords.standard.counted) -> [GridRow] {
    func hasDecimals(_ text: String) -> Bool? {
      RecognisedFigure(reading(of: text)).map { $0.hasDecimals || $0.isPercentage }
    }
    func isAmount(_ cell: GridCell) -> Bool { hasDecimals(cell.text) == true }
    let columns = Set(rows.flatMap(\.cells).filter(isAmount).map(\.column))
    let first = rows.firstIndex { $0.cells.contains(where: isAmount) } ?? rows.count
    return rows.enumerated().compactMap { index, row in
      if index < first, numbersColumns(row) { return nil }
      var texts: [Int: String] = [:]
      var label = ""
      for (place, cell) in row.cells.enumerated() {
        guard hasDecimals(cell.text) == false else {
          if cell.text.unicodeScalars.contains(where: { $0.properties.isIdeographic }) { label = cell.text }
          continue
        }
        // Above the first amount stands the number of the column.
        guard index >= first, columns.contains(cell.column), !counted.contains(where: label.contains),
          cell.text.unicodeScalars.last != RecognisedPage.doubt
        else { continue }
        texts[place] = cell.text + String(Character(RecognisedPage.doubt))
      }
      return texts.isEmpty ? row : row.replacing(texts)
    }
  }

  /// What a cell was read as, the first way where there are several.
  private static func reading(of text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix { $0 != RecognisedPage.doubt }))
  }

  /// Whether a row numbers the columns and does not say so (没有“栏次”的栏次行): of its cells, each of a few letters, most have the
  /// number that counting from one gives them. A row of figures has none such.
  private static func numbersColumns(_ row: GridRow) -> Bool {
    let texts = row.filled.map { reading(of: $0.text) }
    guard texts.allSatisfy({ $0.unicodeScalars.count <= longestNumber }), !texts.contains(where: { $0.hasSuffix("次") })
    else { return false }
    // What stands before all numbers may be a label that was not understood.
    return [texts[...], texts.dropFirst()].contains { numbers in
      let known = numbers.enumerated().count { $0.element == String($0.offset + 1) }
      return known >= fewestKnown && known * 3 >= numbers.count * 2
    }
  }

  /// A number of two digits may be taken for so many letters.
  private static let longestNumber = 4
  private static let fewestKnown = 3
}
