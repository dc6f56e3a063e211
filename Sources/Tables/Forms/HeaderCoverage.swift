extension TableForm {
  /// Why the header does not cover the columns of the body just once; nil when it does.
  var headerFault: (found: String, expected: String)? {
    let height = header.count
    guard height > 0, header.allSatisfy({ !$0.isEmpty }) else { return ("\(name)没有表头，或有一行表头是空的", "每张表都应有表头") }
    guard width <= 100, height <= 20 else { return ("\(name)有 \(width) 列、\(height) 行表头", "应不超过 100 列、20 行") }
    /// Behind which row each column is free again.
    var coveredUntil = Array(repeating: 0, count: width)
    for (row, cells) in header.enumerated() {
      var column = 0
      for cell in cells {
        while column < width, coveredUntil[column] > row { column += 1 }
        let end = column + cell.columns
        guard end <= width, coveredUntil[column..<end].allSatisfy({ $0 <= row }) else {
          return ("\(name)的第 \(row + 1) 行表头到“\(cell.text)”为止超出了 \(width) 列，或与上一行跨下来的格子重叠", Self.expected(width))
        }
        guard row + cell.rows <= height else {
          return ("\(name)的表头“\(cell.text)”跨到了表头以下", "从第 \(row + 1) 行起至多跨 \(height - row) 行")
        }
        for covered in column..<end { coveredUntil[covered] = row + cell.rows }
        column = end
      }
      if let bare = coveredUntil.firstIndex(where: { $0 <= row }) {
        return ("\(name)的第 \(row + 1) 行表头没有盖住第 \(bare + 1) 列", Self.expected(width))
      }
    }
    if columnNumbers, !(header.last ?? []).contains(where: { Int($0.text) != nil }) {
      return ("\(name)的 columnNumbers 是 true，最后一行表头却没有栏次", "最后一行应是 1、2、3 等栏次，或 columnNumbers 应是 false")
    }
    return nil
  }

  private static func expected(_ width: Int) -> String { "各行表头应正好盖住表的 \(width) 列，一列不多，一列不少" }
}
