/// A unit taken apart for comparing: what it counts, and how many of that one is.
struct UnitOfMeasure: Hashable, Sendable {
  /// The spellings it may be compared under: 家(次) is 家 or 家次. Money is 元 with what it is paid for.
  let names: Set<String>
  /// How many of the named unit one is: 10000 for 万元.
  let factor: Int64
  /// Whether it is money.
  let isMoney: Bool

  /// Takes a unit as printed apart.
  init(_ text: String, words: TargetWords) {
    let spelling = words.misprints[text] ?? text
    let slash = spelling.utf8.firstIndex(of: UInt8(ascii: "/")) ?? spelling.endIndex
    if let yuan = words.money[String(spelling[..<slash])] {
      names = ["元" + spelling[slash...]]
      factor = yuan
      isMoney = true
      return
    }
    isMoney = false
    if let (multiple, times) = words.multiples.first(where: { spelling.utf8.starts(with: $0.key.utf8) }) {
      names = [String(spelling.unicodeScalars.dropFirst(multiple.unicodeScalars.count))]
      factor = times
      return
    }
    factor = 1
    var names: Set = [spelling]
    if let open = spelling.utf8.firstIndex(of: UInt8(ascii: "(")), spelling.utf8.last == UInt8(ascii: ")") {
      names.insert(String(spelling[..<open]))
      names.insert(spelling.filter { $0 != "(" && $0 != ")" })
    }
    self.names = names
  }
}
