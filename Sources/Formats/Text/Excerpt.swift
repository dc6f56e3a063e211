/// A beginning of a text from a file, fit to stand in a message.
enum Excerpt {
  /// At most 40 characters, with control characters given by their number.
  static func of(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let shown = scalars.prefix(40).map { scalar in
      scalar.value < 0x20 || scalar.value == 0x7F
        ? "<0x\(ASCII.hexadecimal(UInt8(truncatingIfNeeded: scalar.value)))>" : String(scalar)
    }
    return shown.joined() + (scalars.dropFirst(40).isEmpty ? "" : "…")
  }
}
