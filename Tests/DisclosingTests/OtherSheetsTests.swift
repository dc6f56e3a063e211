import Accounts
import Formats
import System
import Tables
import TestSupport
import Testing

/// Workbooks and web archives as other programs write them: a table over several sheets, rows and columns that are not shown,
/// pages saved with all that belongs to them.
@Suite struct OtherSheetsTests {
  private static var example: OtherPrint { get throws { try OtherPrint.example.get() } }

  @Test func aTableASheet() throws {
    let print = try Self.example
    try print.expectRead(as: ("公开.xlsx", print.workbook()))
  }

  /// The rows of long tables go on in a sheet of their own, with their header or without it.
  @Test(arguments: [true, false])
  func aTableOverSeveralSheets(hasHeader: Bool) throws {
    let print = try Self.example
    let bytes = try print.workbook { table, sheets in
      guard [TableID.t02, .t03, .t05, .t06, .t01].contains(table.id) else { return }
      let middle = table.rows.count / 2
      var (first, second) = (table, table)
      (first.rows, second.rows) = (Array(table.rows[..<middle]), Array(table.rows[middle...]))
      (first.notes, second.title, second.captions) = ([], "", ["", "", "", ""])
      if !hasHeader { second.header = [second.rows.removeFirst()] }
      sheets = [
        OtherPrint.sheet(of: first, named: "\(table.id.rawValue)之一"),
        OtherPrint.sheet(of: second, named: "\(table.id.rawValue)之二"),
      ]
    }
    try print.expectRead("\(hasHeader)", as: ("公开.xlsx", bytes))
  }

  @Test func hiddenRowsAndColumnsAreToldOf() throws {
    let print = try Self.example
    // The rows from 205 to 206 of 05, and the line of 教育支出 in 01, are not shown; a column of workings stands in 03.
    let bytes = try print.workbook { table, sheets in
      let first = OtherPrint.firstRow(of: table)
      switch table.id {
      case .t05: sheets[0].hiddenRows = Set((first + 1)...(first + 6))
      case .t03:
        sheets[0].hiddenColumns = [9]
        sheets[0].put(.text("校验"), at: CellReference(row: first - 1, column: 9))
        sheets[0].put(.text("11822.15"), at: CellReference(row: first, column: 9))
      case .t01:
        // Lines without an amount that are hidden are no loss.
        sheets[0].hiddenRows = [first]
        sheets[0].cells[CellReference(row: first, column: 3)] = nil
      default: break
      }
    }
    let tables = try print.reading(as: ("公开.xlsx", bytes)).tables
    let first = OtherPrint.firstRow(of: print.tables[4])
    let rows = tables.unread.filter { $0.table == .t05 }
    #expect(rows.map(\.text) == ["第 \(first + 1) 至 \(first + 6) 行"])
    #expect(rows.allSatisfy { $0.reach == .rows && $0.place.sheet == "公开05表" })
    #expect(tables.unread.filter { $0.table != .t05 }.map(\.text) == ["I 列"])
    #expect(tables.figure(at: FigureAddress(.t05, "205", 1)) == nil)
    #expect(tables.figure(at: FigureAddress(.t05, "合计", 1))?.figure.text == "9429.95")
    #expect(tables.figure(at: FigureAddress(.t03, "合计", 1))?.figure.text == "11822.15")
    #expect(tables.figure(at: FigureAddress(.t01, "2", 1))?.figure.text == "2083.12")
  }

  @Test func hiddenColumnsDoNotMoveTheOthers() throws {
    let print = try Self.example
    let bytes = try print.workbook { table, sheets in
      guard table.id == .t03, let sheet = sheets.first else { return }
      // Between the name and the figures stands a column of workings that is not shown.
      var moved = SheetOutput(name: sheet.name)
      func place(_ one: CellReference) -> CellReference {
        CellReference(row: one.row, column: one.column > 2 ? one.column + 1 : one.column)
      }
      for (reference, cell) in sheet.cells { moved.cells[place(reference)] = cell }
      moved.mergedRanges = sheet.mergedRanges.map { CellRange(place($0.first), place($0.last)) }
      moved.hiddenColumns = [3]
      sheets = [moved]
    }
    let read = try print.expectRead(as: ("公开.xlsx", bytes))
    let place = read.tables.figure(at: FigureAddress(.t03, "合计", 1))?.place
    #expect(place?.cell == "D\(OtherPrint.firstRow(of: print.tables[2]))")
  }

  // MARK: Web archives

  /// How the parts of a web archive are made fit for mail.
  enum Encoding: String, CaseIterable { case quotedPrintable, base64, eightBit }

  @Test(arguments: Encoding.allCases)
  func aPageWithAllThatBelongsToIt(encoding: Encoding) throws {
    let print = try Self.example
    let page = Array(print.page.utf8)
    let (name, body): (String, [UInt8]) =
      switch encoding {
      case .quotedPrintable: ("quoted-printable", Self.quoted(page))
      case .base64: ("base64", Self.base64(page))
      case .eightBit: ("8bit", page)
      }
    let head = """
      MIME-Version: 1.0\r
      X-Document-Type: Worksheet\r
      Content-Type: multipart/related;\r
      \tboundary="----=_NextPart_01DA"\r
      \r
      本文件是单个文件网页。\r
      \r
      ------=_NextPart_01DA\r
      Content-Location: file:///C:/1/page.htm\r
      Content-Transfer-Encoding: \(name)\r
      Content-Type: text/html; charset="utf-8"\r
      \r

      """
    let end = """
      \r
      ------=_NextPart_01DA\r
      Content-Location: file:///C:/1/image001.gif\r
      Content-Transfer-Encoding: base64\r
      Content-Type: image/gif\r
      \r
      R0lGODlhAQABAAAAACw=\r
      ------=_NextPart_01DA--\r

      """
    try print.expectRead("\(encoding)", as: ("公开.mht", Array(head.utf8) + body + Array(end.utf8)))
  }

  /// Quoted-printable as RFC 2045 has it, in lines of 76 signs.
  private static func quoted(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var length = 0
    for byte in bytes {
      if byte == 0x0A {
        text += [0x0D, 0x0A]
        length = 0
        continue
      }
      let isPlain = (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "=")
      let hexadecimal = Array((byte < 16 ? "=0" : "=").utf8) + Array(String(byte, radix: 16, uppercase: true).utf8)
      let sign = isPlain ? [byte] : hexadecimal
      if length + sign.count > 75 {
        text += Array("=\r\n".utf8)
        length = 0
      }
      text += sign
      length += sign.count
    }
    return text
  }

  private static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let three = (0..<3).map { start + $0 < bytes.count ? UInt32(bytes[start + $0]) : 0 }
      let value = three[0] << 16 | three[1] << 8 | three[2]
      let known = min(3, bytes.count - start)
      for sign in 0..<4 {
        text.append(sign <= known ? signs[Int(value >> UInt32(18 - 6 * sign) & 63)] : UInt8(ascii: "="))
      }
      if start % 57 == 54 { text += [0x0D, 0x0A] }
    }
    return text
  }

  // MARK: Pages of content systems

  @Test func tablesInsideTables() throws {
    let print = try Self.example
    let page = print.page.replacing("<body>", with: "<body><table><tr><td>导航</td><td><div>")
      .replacing("</body>", with: "</div></td></tr></table></body>")
    try print.expectRead(as: ("公开.html", Array(page.utf8)))
  }

  @Test func aPageThatDoesNotSayItIsGB18030() throws {
    let print = try Self.example
    let page = try #require(Self.gb18030(print.page))
    try print.expectRead(as: ("公开.htm", page))
  }

  /// The bytes of a text in GB18030; nil where the machine has no conversion.
  private static func gb18030(_ text: String) -> [UInt8]? {
    let handle = iconv_open("GB18030", "UTF-8")
    guard handle != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(handle) }
    var source = Array(text.utf8CString.dropLast())
    var target = [CChar](repeating: 0, count: 2 * source.count + 16)
    let size = target.count
    let left: Int? = source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        var sourceLeft = source.count
        var targetLeft = size
        let failed = iconv(handle, &from, &sourceLeft, &to, &targetLeft) == Int(bitPattern: UInt.max)
        return failed ? nil : targetLeft
      }
    }
    return left.map { target.prefix(size - $0).map { UInt8(bitPattern: $0) } }
  }

  /// Cells that say they cover a row more than there is, and columns beyond the table.
  @Test func spansThatReachTooFar() throws {
    let print = try Self.example
    let page = print.page.replacing("<td rowspan=\"2\">公务接待费</td></tr>", with: "<td rowspan=\"2\">公务接待费</td>")
    let tables = try print.reading(as: ("公开.html", Array(page.utf8))).tables
    // What was not damaged is read as before, and nothing is read wrong.
    for figure in tables.tables.flatMap(\.figures) where !figure.figure.text.isEmpty {
      #expect(print.printed[figure.address] == figure.figure.text)
    }
    #expect(tables[.t05]?.figures.count == print.tables[4].rows.joined().count { $0.address != nil })
  }
}
