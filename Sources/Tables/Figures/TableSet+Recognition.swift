import Accounts

/// How much of a publication was recognised on pictures (识别), and is therefore not certain.
package struct RecognisedFigures: Sendable, Equatable {
  /// How many figures of tables were recognised, two readings saying the same.
  package let figures: Int
  /// How many places of tables on pictures were not understood, doubtful figures among them.
  package let doubtful: Int
  /// The tables that have any of them.
  package let tables: Set<TableID>

  /// Both counts in one sentence.
  package var sentence: String {
    "识别出 \(figures) 个数，另有 \(doubtful) 处识别存疑没有采用；凡是识别出来的，都请核对原件。"
  }
}

extension TableSet {
  /// What was recognised on pictures; nil where nothing was. Linear in the figures.
  package var recognised: RecognisedFigures? {
    var figures = 0
    var found: Set<TableID> = []
    for table in tables + supplementary {
      let count = table.figures.count { $0.place?.isRecognised == true }
      figures += count
      if count > 0 { found.insert(table.id) }
    }
    let doubts = unread.filter { $0.place.isRecognised && [.figure, .rows, .table].contains($0.reach) }
    found.formUnion(doubts.compactMap(\.table))
    let hasText = prose?.claims.contains { prose?.place(of: $0)?.isRecognised == true } == true
    guard figures > 0 || !doubts.isEmpty || hasText else { return nil }
    return RecognisedFigures(figures: figures, doubtful: doubts.count, tables: found)
  }
}
