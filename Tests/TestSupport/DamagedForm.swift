/// A form with one to three places changed: a byte, a number, a key, a line left out or doubled.
package func damagedForm(_ text: String, _ dice: inout some RandomNumberGenerator) -> String {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  for _ in 0..<Int.random(in: 1...3, using: &dice) {
    let index = Int.random(in: 0..<lines.count, using: &dice)
    switch Int.random(in: 0..<6, using: &dice) {
    case 0:
      var bytes = Array(lines[index].utf8)
      guard !bytes.isEmpty else { continue }
      bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 32...126, using: &dice)
      lines[index] = String(decoding: bytes, as: UTF8.self)
    case 1:
      let parts = lines[index].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 1 else { continue }
      let number = numbers.randomElement(using: &dice) ?? "0"
      let at = Int.random(in: 1..<parts.count, using: &dice)
      let rest = parts[at].drop { $0 != "," && $0 != "}" }
      lines[index] = (parts[..<at] + [" " + number + rest] + parts[(at + 1)...]).joined(separator: ":")
    case 2:
      let parts = lines[index].split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 2 else { continue }
      var changed = parts
      changed[1 + 2 * Int.random(in: 0..<(parts.count - 1) / 2, using: &dice)] =
        ["甲", "", "item", "class", "line", "01", "10", "column"].randomElement(using: &dice) ?? ""
      lines[index] = changed.joined(separator: "\"")
    case 3: lines.remove(at: index)
    case 4: lines.insert(lines[index], at: index)
    default: lines.swapAt(index, Int.random(in: 0..<lines.count, using: &dice))
    }
    if lines.isEmpty { return "" }
  }
  return lines.joined(separator: "\n")
}

private let numbers = [
  "0", "-1", "1", "2", "3", "99", "100", "101", "999", "1000", "9223372036854775807", "-9223372036854775808", "1e9",
  "0.5", "null", "\"\"", "[]", "{}", "true",
]
