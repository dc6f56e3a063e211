import Formats
import Tables

/// Publications in the formats of other programs, made plainly of tables: what the readers of these are given damaged.
enum FuzzCorpus {
  /// Tab-separated text as publications are pasted: a title, heading lines, rows, notes, table after table.
  static func tabbedText(of tables: TableSet) -> [UInt8] {
    var lines: [String] = []
    for table in tables.tables {
      lines += [table.title, "", table.formCode, "", table.unitLine, "", table.period, "", table.currency, ""]
      lines += rows(of: table).map { $0.joined(separator: "\t") } + [""] + table.notes + [""]
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// A page as browsers save it with all that belongs to it.
  static func webArchive(of page: [UInt8]) -> [UInt8] {
    let head = """
      MIME-Version: 1.0
      Content-Type: multipart/related; boundary="----=_NextPart"

      ------=_NextPart
      Content-Type: text/html; charset="utf-8"
      Content-Transfer-Encoding: quoted-printable


      """
    let body = page.flatMap { $0 == UInt8(ascii: "=") ? Array("=3D".utf8) : [$0] }
    return Array(head.utf8) + body + Array("\n------=_NextPart--\n".utf8)
  }

  /// Text whose columns stand under one another by spaces, an ideograph as wide as two of them.
  static func spacedText(of tables: TableSet) -> [UInt8] {
    var lines: [String] = []
    for table in tables.tables {
      lines += [table.title, table.formCode, table.unitLine + "    " + table.currency]
      let rows = rows(of: table)
      let widths = (rows.first ?? []).indices.map { column in
        rows.map { $0.indices.contains(column) ? width($0[column]) : 0 }.max() ?? 0
      }
      lines += rows.map { row in
        zip(row, widths).map { text, most in String(repeating: " ", count: most - width(text) + 3) + text }.joined()
      }
      lines += table.notes
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// Words in boxes, as `pdftotext -bbox` prints them: a page for each table, columns 120 points apart.
  static func boxes(of tables: TableSet) -> [UInt8] {
    var text = "<html><body><doc>\n"
    for table in tables.tables {
      let lines = [[table.title], [table.formCode], [table.unitLine, table.currency]] + rows(of: table)
      text += "<page width=\"842.000000\" height=\"595.000000\">\n"
      for (row, line) in (lines + table.notes.map { [$0] }).enumerated() {
        for (column, word) in line.enumerated() where !word.isEmpty {
          let (right, top) = (120 * (column + 1), 40 + 14 * row)
          text +=
            "<word xMin=\"\(right - 5 * width(word)).000000\" yMin=\"\(top).000000\" xMax=\"\(right).500000\" "
            + "yMax=\"\(top + 10).250000\">\(escaped(word))</word>\n"
        }
      }
      text += "</page>\n"
    }
    return Array((text + "</doc></body></html>\n").utf8)
  }

  /// A picture of a page with a bar for each word of the first table, as PGM, and what an engine would say of these bars.
  static func picture(of tables: TableSet) -> (pgm: [UInt8], tsv: [UInt8]) {
    guard let table = tables.tables.first else { return ([], []) }
    let lines = [[table.title], [table.formCode], [table.unitLine, table.currency]] + rows(of: table)
    let (width, height) = (1600, 40 + 24 * lines.count)
    var dots = [UInt8](repeating: 255, count: width * height)
    var tsv = ""
    var count = 0
    for (row, line) in lines.enumerated() {
      for (column, word) in line.enumerated() where !word.isEmpty {
        let (right, top) = (min(width, 200 * (column + 1)), 20 + 24 * row)
        for y in top..<top + 12 {
          for x in max(0, right - 6 * Self.width(word))..<right where x % 6 < 4 { dots[y * width + x] = 0 }
        }
        // Each on a page of its own.
        count += 1
        tsv += "5\t\(count)\t1\t1\t1\t1\t6\t6\t\(6 * Self.width(word))\t12\t90\t\(word)\n"
      }
    }
    return (Array("P5\n\(width) \(height)\n255\n".utf8) + dots, Array(tsv.utf8))
  }

  /// A Word document of paragraphs and tables, with merged cells where the table has them.
  static func wordDocument(of tables: TableSet) -> [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(escaped(text))</w:t></w:r></w:p>" }
    var body = ""
    for table in tables.tables {
      body += [table.title, table.formCode, table.unitLine, table.currency].map(paragraph).joined()
      let rows =
        table.header.map { row in row.cells.map { ($0.text, $0.columns) } }
        + table.rows.map { row in row.cells.map { ($0.text, $0.columns) } }
      body += "<w:tbl>"
      for row in rows {
        body += "<w:tr>"
        for (text, columns) in row {
          body += "<w:tc><w:tcPr><w:gridSpan w:val=\"\(columns)\"/></w:tcPr>\(paragraph(text))</w:tc>"
        }
        body += "</w:tr>"
      }
      body += "</w:tbl>" + table.notes.map(paragraph).joined()
    }
    var writer = ZIPWriter()
    writer.add(
      "_rels/.rels",
      Array(
        ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r0\" "
          + "Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>").utf8))
    writer.add(
      "word/document.xml",
      Array(
        ("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\(body)</w:body>"
          + "</w:document>").utf8))
    return writer.archive
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  private static func rows(of table: Table) -> [[String]] {
    table.header.map { row in
      row.cells.flatMap { [$0.text] + Array(repeating: "", count: $0.columns - 1) }
    } + table.rows.map(\.texts)
  }

  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
