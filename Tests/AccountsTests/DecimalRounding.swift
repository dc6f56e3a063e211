/// 四舍五入 done on decimal digits, as on paper: the fen written out, the last digits cut, one carried over by hand.
///
/// It shares nothing with the code under test: no integer division, no Int64 bounds.
func roundedOnPaper(fen: String, dropping places: Int, decimals: Int) -> String {
  let isNegative = fen.hasPrefix("-")
  var digits = fen.drop { $0 == "-" }.map { Int(String($0)) ?? 0 }
  while digits.count < places + decimals + 1 { digits.insert(0, at: 0) }
  let firstDropped = places > 0 ? digits[digits.count - places] : 0
  digits.removeLast(places)
  if firstDropped >= 5 {
    var position = digits.count - 1
    while position >= 0, digits[position] == 9 {
      digits[position] = 0
      position -= 1
    }
    if position >= 0 { digits[position] += 1 } else { digits.insert(1, at: 0) }
  }
  while digits.count > decimals + 1, digits[0] == 0 { digits.removeFirst() }
  var text = digits.dropLast(decimals).map(String.init).joined()
  if decimals > 0 { text += "." + digits.suffix(decimals).map(String.init).joined() }
  let isZero = digits.allSatisfy { $0 == 0 }
  return isNegative && !isZero ? "-" + text : text
}
