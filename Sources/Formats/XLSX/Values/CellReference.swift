/// The place of a cell in a sheet.
package struct CellReference: Sendable, Hashable, Comparable {
  /// The last row a sheet can have.
  package static let lastRow = 1_048_576
  /// The last column a sheet can have, XFD.
  package static let lastColumn = 16_384

  /// The row, counted from 1.
  package let row: Int
  /// The column, counted from 1.
  package let column: Int

  /// A place by its row and column, both counted from 1.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The place a text such as B5 or $B$5 names; nil when it names none within XFD1048576.
  package init?(_ text: String) {
    var row = 0
    var column = 0
    for byte in text.utf8 where byte != ASCII.dollar {
      if ASCII.isDigit(byte) {
        guard column > 0, row > 0 || byte != ASCII.zero else { return nil }
        row = row * 10 + Int(byte - ASCII.zero)
        guard row <= Self.lastRow else { return nil }
      } else {
        // A letter without its case bit.
        let letter = byte & 0xDF
        guard row == 0, letter >= 0x41, letter <= 0x5A else { return nil }
        column = column * 26 + Int(letter - 0x40)
        guard column <= Self.lastColumn else { return nil }
      }
    }
    guard row > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// Whether a sheet has such a place.
  package var isInSheet: Bool {
    row >= 1 && row <= Self.lastRow && column >= 1 && column <= Self.lastColumn
  }

  /// The place as people write it, such as B5.
  package var name: String {
    Self.columnName(column) + String(row)
  }

  /// The place with a dollar sign before each part, such as $B$5, as it stands in a formula that may be copied.
  package var absoluteName: String {
    "$" + Self.columnName(column) + "$" + String(row)
  }

  /// The letters of a column counted from 1: A, Z, AA, XFD.
  package static func columnName(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      rest -= 1
      letters.append(0x41 + UInt8(truncatingIfNeeded: rest % 26))
      rest /= 26
    }
    letters.reverse()
    return String(decoding: letters, as: UTF8.self)
  }

  /// In the order of reading: by row, then by column.
  package static func < (left: CellReference, right: CellReference) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}
