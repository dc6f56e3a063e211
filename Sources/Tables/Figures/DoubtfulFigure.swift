package import Accounts
import Formats

/// A figure that was recognised on a picture and is doubtful (存疑的数): its readings do not agree.
package struct DoubtfulFigure: Sendable, Equatable {
  package let address: FigureAddress
  /// Where it stands.
  package let place: SourceLocation
  /// What it was read as, each once.
  package let candidates: [Figure]
  /// Which of the parts of the tables that were not understood it is.
  let part: Int

  /// The sign behind a reading that is doubtful: the sign of uncertainty, U+2BD1.
  package static let sign: Unicode.Scalar = "\u{2BD1}"

  /// A text without the sign of doubt: the readings of one number with 或 between them.
  package static func readings(in text: String) -> String {
    var readings = String.UnicodeScalarView()
    var isBehindSign = false
    for scalar in text.unicodeScalars {
      if scalar == sign {
        isBehindSign = true
        continue
      }
      if isBehindSign, ("0"..."9").contains(scalar) || scalar == "-" {
        readings.append(contentsOf: " 或 ".unicodeScalars)
      }
      isBehindSign = false
      readings.append(scalar)
    }
    return String(readings)
  }
}

extension TableSet {
  /// The doubtful figures of the tables in their order; those that stand twice in one place say nothing. Linear in the cells.
  package var doubtfulFigures: [DoubtfulFigure] {
    guard unread.contains(where: { $0.reach == .figure && $0.place.isRecognised }) else { return [] }
    var parts = unread.indices.filter { unread[$0].reach == .figure && unread[$0].place.isRecognised }[...]
    var found: [DoubtfulFigure] = []
    for table in tables + supplementary {
      let unit = table.figures.lazy.map(\.figure.unit).first { if case .money = $0 { true } else { false } }
      let hasDecimals = table.figures.contains { figure in
        if case .number(_, let decimals) = figure.figure.content { decimals > 0 } else { false }
      }
      for cell in table.rows.lazy.flatMap(\.cells) {
        guard case .unread(let address, let text, _) = cell.content, text.unicodeScalars.contains(DoubtfulFigure.sign)
        else { continue }
        let readings = text.unicodeScalars.split(separator: DoubtfulFigure.sign).map { String($0) }
        // Cells and parts stand in one order.
        guard
          let next = parts.firstIndex(where: { part in
            unread[part].table == table.id && readings.contains { unread[part].text.begins(with: $0) }
          })
        else { continue }
        let part = parts[next]
        parts = parts[(next + 1)...]
        guard let unit else { continue }
        let candidates = readings.compactMap { Figure(printed: $0, unit: unit) }.filter { figure in
          // An amount that lost its point is none.
          if case .number(_, let decimals) = figure.content { decimals > 0 || !hasDecimals } else { false }
        }
        found.append(DoubtfulFigure(address: address, place: unread[part].place, candidates: candidates, part: part))
      }
    }
    return found
  }

  /// The tables with some doubtful figures read as they were settled; what was said of each says how.
  package func settling(_ figures: [(doubt: DoubtfulFigure, figure: Figure)]) -> TableSet {
    guard !figures.isEmpty else { return self }
    let known = Dictionary(figures.map { ($0.doubt.address, $0) }, uniquingKeysWith: { first, _ in first })
    func settled(_ tables: [Table]) -> [Table] {
      tables.map { table in
        table.with(
          table.rows.map { row in
            var cells = row.cells
            for (number, cell) in row.cells.enumerated() {
              guard case .unread(let address, _, _) = cell.content, let (doubt, figure) = known[address] else {
                continue
              }
              cells[number] = Cell(
                .figure(TableFigure(address, figure, place: doubt.place)), columns: cell.columns,
                isRowHeading: cell.isRowHeading, indent: cell.indent)
            }
            return Row(cells, isTotal: row.isTotal)
          })
      }
    }
    var changed = with(settled(tables))
    changed.supplementary = settled(supplementary)
    changed.settled.formUnion(known.keys)
    for (doubt, figure) in known.values {
      let old = unread[doubt.part]
      changed.unread[doubt.part] = UnreadPart(
        table: old.table, place: old.place, text: old.text,
        reason: "识别存疑：由它所在的合计确定为 \(figure.text)，已采用，这些合计不再算作核对过，请核对原件", reach: .words)
    }
    return changed
  }
}
