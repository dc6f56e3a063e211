/// The characters of symbol fonts, which stand at places of their own, as Unicode has them.
enum WordSymbol {
  /// The character a symbol (w:sym) shows: its number is hexadecimal; nil when it is no character at all.
  ///
  /// One that is not known here stays at its place in the private use area, which no text has otherwise.
  static func character(_ number: String, font: String) -> Unicode.Scalar? {
    guard let code = UInt32(number, radix: 16), let scalar = Unicode.Scalar(code) else { return nil }
    // The characters of symbol fonts are given with or without the start of the private use area.
    let place = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code
    guard place <= 0xFF, let known = characters(of: font) else { return code < 0x20 ? nil : scalar }
    return known[place] ?? Unicode.Scalar(0xF000 + place)
  }

  private static func characters(of font: String) -> [UInt32: Unicode.Scalar]? {
    switch font.lowercased() {
    case "symbol": symbol
    case "wingdings": wingdings
    case "wingdings 2": wingdings2
    case "webdings", "wingdings 3": [:]
    default: nil
    }
  }

  private static let symbol: [UInt32: Unicode.Scalar] = {
    // Digits and most marks stand where ASCII has them.
    var known: [UInt32: Unicode.Scalar] = [:]
    for code in UInt32(0x20)...0x7D where !(0x40...0x5A ~= code || 0x60...0x7A ~= code) {
      known[code] = Unicode.Scalar(code)
    }
    known.merge([
      0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x5C: "∴", 0x5E: "⊥", 0x7E: "∼", 0xA3: "≤", 0xA5: "∞",
      0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
      0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xD0: "∠", 0xD6: "√", 0xD7: "⋅", 0xE5: "∑",
      0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x61: "α", 0x62: "β", 0x64: "δ", 0x6D: "μ", 0x70: "π", 0x73: "σ",
    ]) { $1 }
    return known
  }()

  private static let wingdings: [UInt32: Unicode.Scalar] = [
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA1: "○", 0xA8: "□",
    0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④", 0x85: "⑤", 0x86: "⑥", 0x87: "⑦", 0x88: "⑧", 0x89: "⑨", 0x8A: "⑩",
  ]

  private static let wingdings2: [UInt32: Unicode.Scalar] = [
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐",
  ]
}
