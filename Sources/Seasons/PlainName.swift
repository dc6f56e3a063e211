import Formats

/// What a file or folder is called after something people named: as it is, as far as file systems and links can bear it; where
/// something had to go, a digest tells it from others alike.
package func plainName(of source: String) -> String {
  var plain = ""
  for scalar in source.unicodeScalars {
    let isBad = scalar.value < 0x20 || "/\\:*?\"<>|#%&' ".unicodeScalars.contains(scalar)
    plain.unicodeScalars.append(isBad ? "-" : scalar)
  }
  plain = String(plain.prefix(48))
  while plain.hasPrefix(".") { plain.removeFirst() }
  return plain == source && !plain.isEmpty
    ? plain : "\(plain)-\(SHA256(of: Array(source.utf8)).hexadecimal.prefix(8))"
}
