import Accounts

/// A table in plain text, its columns set to the right.
struct TextTable {
  private var rows: [[String]]

  init(_ headings: [String]) { rows = [headings] }

  mutating func add(_ row: [String]) { rows.append(row) }

  /// The rows, each ended by a line feed.
  var text: String {
    let widths = rows[0].indices.map { column in rows.map { Self.width($0[column]) }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { String(repeating: " ", count: $1 - Self.width($0)) + $0 }.joined(separator: "  ") + "\n"
    }
    .joined()
  }

  /// Chinese characters take two places.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}

/// A number with so many decimals, rounded.
func decimal(_ value: Double, _ places: Int) -> String {
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  return decimalText(Int64((value * scale).rounded()), decimals: places)
}
