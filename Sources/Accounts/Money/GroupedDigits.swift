/// A decimal number with its thousands set apart by commas: `-1,234,567.80` for `-1234567.80`.
package func groupedDigits(_ text: String) -> String {
  let sign = text.hasPrefix("-") ? "-" : ""
  var whole = Array(text.prefix { $0 != "." }.drop { $0 == "-" })
  for position in stride(from: whole.count - 3, to: 0, by: -3) { whole.insert(",", at: position) }
  return sign + String(whole) + text.drop { $0 != "." }
}
