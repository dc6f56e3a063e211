extension StringProtocol {
  /// Whether the text says anything: it has a letter, a Chinese character or a digit, and is not what a workbook shows for an
  /// error (#REF!). Boxes and question marks, as lost characters are shown, say nothing.
  package var isLegible: Bool {
    if first == "#", last == "!" || last == "?" || hasSuffix("/A") { return false }
    return unicodeScalars.contains { ("0"..."9").contains($0) || $0.properties.isAlphabetic }
  }
}
