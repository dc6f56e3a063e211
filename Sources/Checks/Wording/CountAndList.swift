import Accounts
import Tables

extension StructureCheck {
  /// T24: a number of offices or units, and the list of them that names another number: 设34个科室，分别是：…
  static let countAndList = StructureCheck(.countAndList) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    return lines.compactMap { line -> Finding? in
      guard line.kind == .paragraph, let found = line.countedLists(input.words.wording).first(where: \.isWrong) else {
        return nil
      }
      return rule.finding(
        "\(line.quoted(found.range))，所列的是 \(found.least) 个", place: line.place, expected: "\(found.least)个")
    }
  }
}

/// A number of things and the list of them.
private struct CountedList {
  let count: Int
  /// Where the number stands, its words with it.
  let range: Range<Int>
  /// How many things are listed at least, and at most where the last of them may be two.
  let least: Int
  let most: Int
  /// Whether the list may go on.
  let isOpen: Bool

  var isWrong: Bool { least > count || (most < count && !isOpen) }
}

extension ReadableLine {
  /// The numbers of offices or units of the line that lists follow or precede.
  fileprivate func countedLists(_ words: WordingWords) -> [CountedList] {
    guard folded.contains("、") else { return [] }
    return folded.indices.compactMap { position -> CountedList? in
      guard let measure = words.measures.length(in: folded, at: position),
        let (count, start) = count(before: position), count > 1
      else { return nil }
      // 内设8个科室, and 内设科室8个.
      let noun = words.bodiesCounted.length(in: folded, at: position + measure)
      guard noun != nil || words.bodiesCounted.end(folded[..<start]) else { return nil }
      let range = start..<position + measure + (noun ?? 0)
      let things: Things
      if let list = listBehind(range.upperBound, words) {
        guard noun == nil || words.counting.end(folded[..<start]) else { return nil }
        things = list
      } else if noun != nil, let list = listBefore(start, words) {
        things = list
      } else {
        return nil
      }
      return CountedList(count: count, range: range, least: things.least, most: things.most, isOpen: things.isOpen)
    }
  }

  /// The list that is led to at a position, as far as it reaches.
  private func listBehind(_ position: Int, _ words: WordingWords) -> Things? {
    var start = position
    if start < folded.count, folded[start] == "," || folded[start] == "(" { start += 1 }
    let lead = words.beginsList.length(in: folded, at: start)
    start += lead ?? 0
    let isMarked = start < folded.count && folded[start] == ":"
    guard lead != nil || isMarked else { return nil }
    if isMarked { start += 1 }
    var depth = 0
    var end = start
    while end < folded.count {
      switch folded[end] {
      case "(": depth += 1
      case ")" where depth == 0: return Things(folded[start..<end], goesOn: false, words)
      case ")": depth -= 1
      case "。", ";": return depth == 0 ? Things(folded[start..<end], goesOn: false, words) : nil
      case "," where depth == 0: return Things(folded[start..<end], goesOn: true, words)
      default: break
      }
      end += 1
    }
    // The next line may go on with it.
    return Things(folded[start...], goesOn: true, words)
  }

  /// The list that ends at a position, from what says that these offices were set up.
  private func listBefore(_ position: Int, _ words: WordingWords) -> Things? {
    var start = position
    while start > 0, !["。", ";", ":", ","].contains(folded[start - 1]) { start -= 1 }
    guard let verb = words.establishing.first(in: folded, from: start), verb.upperBound < position else { return nil }
    var list = folded[verb.upperBound..<position]
    if list.last == "共" { list = list.dropLast() }
    return Things(list, goesOn: false, words)
  }

  /// The number that ends before a position, in digits or in Chinese numerals, and where it begins.
  private func count(before position: Int) -> (count: Int, start: Int)? {
    var start = position
    while start > 0, position - start < 4, folded[start - 1].isDigit { start -= 1 }
    if start < position {
      guard start == 0 || ![".", ",", "-"].contains(folded[start - 1]) && !folded[start - 1].isDigit else { return nil }
      return (folded[start..<position].reduce(0) { $0 * 10 + $1.digit }, start)
    }
    func isNumeral(_ scalar: Unicode.Scalar) -> Bool { scalar == "十" || scalar.chineseDigit ?? 0 > 0 }
    while start > 0, position - start < 3, isNumeral(folded[start - 1]) { start -= 1 }
    return folded[start..<position].chineseNumber.map { ($0, start) }
  }
}

/// The things that a list names, parted by 、 outside brackets.
private struct Things {
  let least: Int
  let most: Int
  let isOpen: Bool

  /// The things of a list; nil where it is none, or counts things itself. `goesOn` is whether it may go on behind.
  init?(_ list: ArraySlice<Unicode.Scalar>, goesOn: Bool, _ words: WordingWords) {
    var depth = 0
    var items: [[Unicode.Scalar]] = [[]]
    for character in list {
      if character == "(" || character == "“" { depth += 1 }
      if character == ")" || character == "”" { depth -= 1 }
      if character == "、", depth == 0 { items.append([]) } else { items[items.count - 1].append(character) }
    }
    let isOthers = items.last?.last == "等"
    if isOthers { items[items.count - 1].removeLast() }
    guard items.count > 1, let last = items.last, items.allSatisfy({ 2...40 ~= $0.count }),
      !items.contains(where: { $0.contains(where: \.isDigit) }),
      // 法规、规划与标准科 is one.
      items.allSatisfy({ Self.ending(of: $0[...]).map(words.bodyEndings.contains) == true })
    else { return nil }
    isOpen = goesOn || isOthers
    let endings = items.dropLast().compactMap { Self.ending(of: $0[...]) }
    let joined = last.indices.dropFirst().dropLast().filter { ["和", "及", "与"].contains(last[$0]) }
    // 图书馆和群众艺术馆 are two, 消费者权益保护和市场交易管理科 is one; of what ends in no way that the others do nobody knows.
    let isTwo = joined.contains { position in
      guard let first = Self.ending(of: last[..<position]), let second = Self.ending(of: last[...]) else {
        return false
      }
      return first == second || endings.contains(first) && endings.contains(second)
    }
    let isOne = joined.isEmpty || endings.allSatisfy { $0 == Self.ending(of: last[...]) }
    least = items.count + (isTwo ? 1 : 0)
    most = items.count + (isTwo || !isOne ? 1 : 0)
  }

  /// The character that a name ends with, a bracket behind it aside.
  private static func ending(of name: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    var name = name
    while name.last == ")", let open = name.lastIndex(of: "(") { name = name[..<open] }
    return name.last
  }
}
