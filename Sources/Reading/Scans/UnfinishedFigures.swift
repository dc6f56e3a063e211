/// Numbers that are no amounts in columns of amounts (缺小数的数): parts of figures that were cut off, by a line of print over them
/// or at the edge of their cells, or that lost their point, which all readings have alike; and the numbers of columns.
enum UnfinishedFigures {
  /// The rows of a table that was recognised, with such numbers marked as doubtful. Numbers of lines, codes and counts in columns
  /// of their own are none, nor are counts whose label says what is counted.
  static func doubted(_ rows: [GridRow], _ counted: [String] = MisreadWords.standard.counted) -> [GridRow] {
    func hasDecimals(_ text: String) -> Bool? {
      let plain = text.unicodeScalars.prefix { $0 != RecognisedPage.doubt }
      return RecognisedFigure(String(plain)).map { $0.hasDecimals || $0.isPercentage }
    }
    func isAmount(_ cell: GridCell) -> Bool { hasDecimals(cell.text) == true }
    let columns = Set(rows.flatMap(\.cells).filter(isAmount).map(\.column))
    let first = rows.firstIndex { $0.cells.contains(where: isAmount) } ?? rows.count
    return rows.enumerated().map { index, row in
      var texts: [Int: String] = [:]
      let countsOn = countsOn(row)
      var label = ""
      for (place, cell) in row.cells.enumerated() {
        guard hasDecimals(cell.text) == false else {
          if cell.text.unicodeScalars.contains(where: { $0.properties.isIdeographic }) { label = cell.text }
          continue
        }
        // Above the first amount stands the number of the column.
        let isAmongAmounts = index >= first && columns.contains(cell.column)
        guard countsOn || isAmongAmounts && !counted.contains(where: label.contains),
          cell.text.unicodeScalars.last != RecognisedPage.doubt
        else { continue }
        texts[place] = cell.text + String(Character(RecognisedPage.doubt))
      }
      return texts.isEmpty ? row : row.replacing(texts)
    }
  }

  /// Whether a row numbers the columns and does not say so: its numbers count on from cell to cell.
  private static func countsOn(_ row: GridRow) -> Bool {
    let numbers = row.filled.compactMap { Int($0.text) }
    let steps = zip(numbers, numbers.dropFirst()).count { $1 == $0 + 1 }
    return steps >= fewestSteps && row.filled.allSatisfy { $0.text.utf8.count <= 12 }
      && !row.filled.contains { $0.text.hasSuffix("次") }
  }

  private static let fewestSteps = 3
}
