/// The styles of a workbook to be written, each listed once, in the order in which they are first asked for.
struct StyleTable {
  /// A list in which each thing stands once and is known by its number.
  private struct Numbered<Item: Hashable> {
    private(set) var items: [Item] = []
    private var numbers: [Item: Int] = [:]

    func knownNumber(of item: Item) -> Int? { numbers[item] }

    mutating func number(of item: Item) -> Int {
      if let number = numbers[item] { return number }
      numbers[item] = items.count
      items.append(item)
      return items.count - 1
    }
  }

  private struct Entry: Hashable {
    var style: CellStyle
    /// Whether text stays text even when it is edited, though it begins like a formula.
    var keepsText: Bool

    /// Cells ask for their style one by one, so only what tells most styles apart quickly is hashed.
    func hash(into hasher: inout Hasher) {
      hasher.combine(style.numberFormat.utf8.count)
      hasher.combine(style.alignment)
      hasher.combine(style.isLocked)
      hasher.combine(style.fill)
      hasher.combine(style.font?.isBold)
      hasher.combine(keepsText)
    }
  }

  /// The number of formats that begin where those known to all programs end.
  private static let firstFormatNumber = 164
  private static let builtInNumbers = [
    "General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10, "@": 49,
  ]

  private let defaultFont: CellFont
  private var entries = Numbered<Entry>()
  private var fonts = Numbered<CellFont>()
  private var fills = Numbered<CellColor>()
  private var borders = Numbered<CellBorders>()
  private var formats = Numbered<String>()
  private var looks = Numbered<ConditionalFormat.Look>()

  init(defaultFont: CellFont) {
    self.defaultFont = defaultFont
    _ = number(of: nil, keepsText: false)
  }

  var count: Int { entries.items.count }

  /// The fonts in use, for checking.
  var usedFonts: [CellFont] { fonts.items }

  mutating func number(of style: CellStyle?, keepsText: Bool) -> Int {
    let style = style ?? CellStyle()
    let entry = Entry(style: style, keepsText: keepsText)
    if let number = entries.knownNumber(of: entry) { return number }
    _ = fonts.number(of: style.font ?? defaultFont)
    if let fill = style.fill { _ = fills.number(of: fill) }
    _ = borders.number(of: style.borders)
    if Self.builtInNumbers[style.numberFormat] == nil { _ = formats.number(of: style.numberFormat) }
    return entries.number(of: entry)
  }

  /// The number of a look that cells take on, counted by itself.
  mutating func number(of look: ConditionalFormat.Look) -> Int { looks.number(of: look) }

  /// The part that lists them all.
  mutating func part() -> [UInt8] {
    var xml = XMLWriter()
    xml.element("styleSheet", ["xmlns": XMLNamespace.spreadsheetURI]) { xml in
      writeFormats(to: &xml)
      xml.element("fonts", ["count": String(fonts.items.count)]) { xml in
        for font in fonts.items { Self.write(font, to: &xml) }
      }
      writeFills(to: &xml)
      xml.element("borders", ["count": String(borders.items.count)]) { xml in
        for border in borders.items { Self.write(border, to: &xml) }
      }
      xml.element("cellStyleXfs", ["count": "1"]) { xml in
        xml.element("xf", ["numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"])
      }
      xml.element("cellXfs", ["count": String(entries.items.count)]) { xml in
        for entry in entries.items { write(entry, to: &xml) }
      }
      xml.element("cellStyles", ["count": "1"]) { xml in
        xml.element("cellStyle", ["name": "Normal", "xfId": "0", "builtinId": "0"])
      }
      writeLooks(to: &xml)
    }
    return xml.utf8
  }

  private func writeFormats(to xml: inout XMLWriter) {
    guard !formats.items.isEmpty else { return }
    xml.element("numFmts", ["count": String(formats.items.count)]) { xml in
      for (index, code) in formats.items.enumerated() {
        xml.element("numFmt", ["numFmtId": String(Self.firstFormatNumber + index), "formatCode": code])
      }
    }
  }

  private func writeLooks(to xml: inout XMLWriter) {
    guard !looks.items.isEmpty else { return }
    xml.element("dxfs", ["count": String(looks.items.count)]) { xml in
      for look in looks.items {
        xml.element("dxf") { xml in
          if look.isBold || look.color != nil {
            xml.element("font") { xml in
              if look.isBold { xml.element("b") }
              if let color = look.color { xml.element("color", ["rgb": color.argb]) }
            }
          }
          // Of a look it is the colour behind a pattern that fills the cell.
          if let fill = look.fill {
            xml.element("fill") { $0.element("patternFill") { $0.element("bgColor", ["rgb": fill.argb]) } }
          }
        }
      }
    }
  }

  private static func write(_ font: CellFont, to xml: inout XMLWriter) {
    xml.element("font") { xml in
      if font.isBold { xml.element("b") }
      if font.isItalic { xml.element("i") }
      xml.element("sz", ["val": Measure.text(font.size)])
      if let color = font.color { xml.element("color", ["rgb": color.argb]) }
      xml.element("name", ["val": font.name])
    }
  }

  /// The first two fills are the same in all workbooks.
  private func writeFills(to xml: inout XMLWriter) {
    xml.element("fills", ["count": String(fills.items.count + 2)]) { xml in
      xml.element("fill") { $0.element("patternFill", ["patternType": "none"]) }
      xml.element("fill") { $0.element("patternFill", ["patternType": "gray125"]) }
      for color in fills.items {
        xml.element("fill") { xml in
          xml.element("patternFill", ["patternType": "solid"]) { xml in
            xml.element("fgColor", ["rgb": color.argb])
            xml.element("bgColor", ["indexed": "64"])
          }
        }
      }
    }
  }

  private static func write(_ borders: CellBorders, to xml: inout XMLWriter) {
    xml.element("border") { xml in
      let sides = [
        ("left", borders.left), ("right", borders.right), ("top", borders.top), ("bottom", borders.bottom),
        ("diagonal", nil),
      ]
      for (name, line) in sides {
        guard let line else {
          xml.element(name)
          continue
        }
        xml.element(name, ["style": line.style.rawValue]) { xml in
          if let color = line.color {
            xml.element("color", ["rgb": color.argb])
          } else {
            xml.element("color", ["auto": "1"])
          }
        }
      }
    }
  }

  private mutating func write(_ entry: Entry, to xml: inout XMLWriter) {
    let style = entry.style
    let format =
      Self.builtInNumbers[style.numberFormat] ?? Self.firstFormatNumber + formats.number(of: style.numberFormat)
    let font = fonts.number(of: style.font ?? defaultFont)
    let fill = style.fill.map { fills.number(of: $0) + 2 } ?? 0
    let border = borders.number(of: style.borders)
    let isAligned = style.alignment != CellAlignment()
    let attributes: KeyValuePairs<String, String?> = [
      "numFmtId": String(format), "fontId": String(font), "fillId": String(fill), "borderId": String(border),
      "xfId": "0", "quotePrefix": entry.keepsText ? "1" : nil, "applyNumberFormat": format > 0 ? "1" : nil,
      "applyFont": font > 0 ? "1" : nil, "applyFill": fill > 0 ? "1" : nil, "applyBorder": border > 0 ? "1" : nil,
      "applyAlignment": isAligned ? "1" : nil, "applyProtection": style.isLocked ? nil : "1",
    ]
    guard isAligned || !style.isLocked else { return xml.element("xf", attributes) }
    xml.element("xf", attributes) { xml in
      if isAligned {
        let alignment = style.alignment
        // Without a side to be set in from, an indent is passed over.
        let horizontal = alignment.horizontal ?? (alignment.indent > 0 ? .left : nil)
        xml.element(
          "alignment",
          [
            "horizontal": horizontal?.rawValue, "vertical": alignment.vertical?.rawValue,
            "wrapText": alignment.wraps ? "1" : nil, "indent": alignment.indent > 0 ? String(alignment.indent) : nil,
          ])
      }
      if !style.isLocked { xml.element("protection", ["locked": "0"]) }
    }
  }
}
