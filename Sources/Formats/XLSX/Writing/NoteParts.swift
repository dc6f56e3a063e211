/// The two parts that hold the notes of one sheet: their texts, and the boxes in which Excel shows them.
struct NoteParts {
  private let notes: [(place: CellReference, note: CellNote)]
  /// The numbers of boxes go in blocks of 1,024, each of which belongs to one sheet.
  let blocks: Range<Int>

  init(of sheet: SheetOutput, firstBlock: Int) {
    notes = sheet.cells.compactMap { place, cell in cell.note.map { (place, $0) } }.sorted { $0.place < $1.place }
    blocks = firstBlock..<(firstBlock + (notes.count + 1023) / 1024)
  }

  var isEmpty: Bool { notes.isEmpty }

  /// The part with the texts.
  var comments: [UInt8] {
    var authors: [String] = []
    for (_, note) in notes where !authors.contains(note.author) { authors.append(note.author) }
    var xml = XMLWriter()
    xml.element("comments", ["xmlns": XMLNamespace.spreadsheetURI]) { xml in
      xml.element("authors") { xml in
        for author in authors { xml.element("author", text: author) }
      }
      xml.element("commentList") { xml in
        for (place, note) in notes {
          let author = authors.firstIndex(of: note.author) ?? 0
          xml.element("comment", ["ref": place.name, "authorId": String(author)]) { xml in
            xml.element("text") { xml in
              xml.element("r") { xml in
                xml.element("rPr") { xml in
                  xml.element("sz", ["val": "9"])
                  xml.element("rFont", ["val": "宋体"])
                }
                xml.element("t", ["xml:space": "preserve"], text: note.text)
              }
            }
          }
        }
      }
    }
    return xml.utf8
  }

  /// The part with the boxes, in the language Excel has had for them since before there was .xlsx.
  var drawing: [UInt8] {
    let blockList = blocks.map(String.init).joined(separator: ",")
    var xml = XMLWriter()
    let attributes: KeyValuePairs<String, String?> = [
      "xmlns:v": "urn:schemas-microsoft-com:vml", "xmlns:o": "urn:schemas-microsoft-com:office:office",
      "xmlns:x": "urn:schemas-microsoft-com:office:excel",
    ]
    xml.element("xml", attributes) { xml in
      xml.element("o:shapelayout", ["v:ext": "edit"]) { $0.element("o:idmap", ["v:ext": "edit", "data": blockList]) }
      xml.element(
        "v:shapetype",
        ["id": "_x0000_t202", "coordsize": "21600,21600", "o:spt": "202", "path": "m,l,21600r21600,l21600,xe"]
      ) { xml in
        xml.element("v:stroke", ["joinstyle": "miter"])
        xml.element("v:path", ["gradientshapeok": "t", "o:connecttype": "rect"])
      }
      for (index, (place, note)) in notes.enumerated() {
        write(place, note, id: blocks.lowerBound * 1024 + index, to: &xml)
      }
    }
    return xml.utf8
  }

  private func write(_ place: CellReference, _ note: CellNote, id: Int, to xml: inout XMLWriter) {
    xml.element(
      "v:shape",
      [
        "id": "_x0000_s\(id)", "type": "#_x0000_t202",
        "style": "position:absolute;width:200pt;height:80pt;z-index:1;visibility:hidden", "fillcolor": "#ffffe1",
        "o:insetmode": "auto",
      ]
    ) { xml in
      xml.element("v:fill", ["color2": "#ffffe1"])
      xml.element("v:shadow", ["on": "t", "color": "black", "obscured": "t"])
      xml.element("v:path", ["o:connecttype": "none"])
      xml.element("v:textbox", ["style": "mso-direction-alt:auto"]) { $0.element("div", ["style": "text-align:left"]) }
      xml.element("x:ClientData", ["ObjectType": "Note"]) { xml in
        xml.element("x:MoveWithCells")
        xml.element("x:SizeWithCells")
        xml.element("x:Anchor", text: Self.anchor(of: place, lineCount: Self.lineCount(note.text)))
        xml.element("x:AutoFill", text: "False")
        xml.element("x:Row", text: String(place.row - 1))
        xml.element("x:Column", text: String(place.column - 1))
      }
    }
  }

  /// Column, distance, row and distance of the upper left corner, then of the lower right one, counted from 0.
  private static func anchor(of place: CellReference, lineCount: Int) -> String {
    // At the right edge of the sheet the box stands at the left of its cell.
    let left = place.column + 3 <= CellReference.lastColumn ? place.column : place.column - 5
    let height = min(max(4, lineCount + 1), 24)
    let top = min(max(0, place.row - 2), CellReference.lastRow - 1 - height)
    return "\(left), 15, \(top), 10, \(left + 3), 15, \(top + height), 4"
  }

  /// About how many lines a text takes; a Chinese character is twice as wide as a letter.
  private static func lineCount(_ text: String) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { count, line in
      count + line.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } / 32 + 1
    }
  }
}
