extension StringProtocol {
  /// Whether the text says anything: it has a letter, a Chinese character or a digit, and is not what a workbook shows for an
  /// error (#REF!). Boxes and question marks, as lost characters are shown, say nothing.
  package var isLegible: Bool {
    // Nearly every text begins with a letter, a digit or one of the common Chinese characters (U+5000 to U+9FFF).
    if let byte = utf8.first, (0xE5...0xE9).contains(byte) || (0x30...0x39).contains(byte) { return true }
    if first == "#", last == "!" || last == "?" || hasSuffix("/A") { return false }
    return unicodeScalars.contains { ("0"..."9").contains($0) || $0.properties.isAlphabetic }
  }
}
