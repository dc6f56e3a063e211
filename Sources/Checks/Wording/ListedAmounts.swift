import Accounts
import Tables

extension StructureCheck {
  /// N30: the amounts that an amount is said to be made of (主要包括：…) add up to it.
  static let listedAmounts = StructureCheck(.listedAmounts) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    return lines.filter(\.isExplanation).flatMap { line in
      line.amountLists(input.words.wording).compactMap { rule.finding(of: $0, place: line.place) }
    }
  }
}

extension Rule {
  /// What is found of a list; nil where its amounts add up, are too large to be added, or are not said to be all.
  fileprivate func finding(of list: AmountList, place: SourceLocation?) -> Finding? {
    let address = FigureAddress(.prose, "主要包括", 1)
    let items = list.items.compactMap { FigureIndex.Entry(TableFigure(address, $0.figure)) }
    guard let whole = FigureIndex.Entry(TableFigure(address, list.whole)), items.count == list.items.count else {
      return nil
    }
    let low = items.reduce(0) { $0 &+ $1.low }
    let high = items.reduce(0) { $0 &+ $1.high }
    let isShort = high < whole.low
    guard isShort ? !list.isOpen : low > whole.high else { return nil }
    let residual = items.reduce(0) { $0 &+ $1.center } &- whole.center
    let total = Finding.Operand(
      address: address.description, label: "总数", printed: list.whole.text + list.unitText, place: place)
    return Finding(
      rule: id, severity: severity(isShort ? .partsMissing : nil),
      message: "“主要包括”所列各项之和\(isShort ? "小于" : "大于")总数",
      operands: [total]
        + list.items.map { item in
          Finding.Operand(
            address: address.description, label: item.name, printed: item.figure.text + item.unit, place: place)
        },
      residual: list.whole.unit.text(ofDifference: residual), advice: advice(isShort ? .partsMissing : nil))
  }
}

/// An amount and the amounts that it is said to be made of.
private struct AmountList {
  struct Item {
    let name: String
    let figure: Figure
    let unit: String
  }

  let whole: Figure
  let unitText: String
  let items: [Item]
  /// Whether it names some of them only (等).
  let isOpen: Bool
}

extension ReadableLine {
  /// The lists of the line: an amount, 主要包括, and two amounts at least, to the end of the sentence or clause.
  fileprivate func amountLists(_ words: WordingWords) -> [AmountList] {
    var found: [AmountList] = []
    var position = 0
    lazy var numbers = self.numbers
    while let lead = words.amountLists.first(in: folded, from: position) {
      position = lead.upperBound
      var end = lead.lowerBound
      if end > 0, folded[end - 1] == "," { end -= 1 }
      guard let before = numbers.last(where: { $0.range.upperBound < end }),
        let (whole, unit, after) = amount(before), after == end
      else { continue }
      if let (items, isOpen) = items(from: lead.upperBound, numbers, words) {
        found.append(AmountList(whole: whole, unitText: unit, items: items, isOpen: isOpen))
      }
    }
    return found
  }

  private func items(
    from start: Int, _ numbers: [WrittenNumber], _ words: WordingWords
  ) -> (items: [AmountList.Item], isOpen: Bool)? {
    var items: [AmountList.Item] = []
    var position = start < folded.count && folded[start] == ":" ? start + 1 : start
    for number in numbers where number.range.lowerBound > start {
      let name = Array(folded[position..<number.range.lowerBound])
      guard let (figure, unit, end) = amount(number), 2...25 ~= name.count,
        name.allSatisfy({ $0.isChinese || "()“”".unicodeScalars.contains($0) }), !words.notItems.occur(in: name)
      else { return nil }
      items.append(
        AmountList.Item(name: self.words(position..<number.range.lowerBound), figure: figure, unit: unit))
      let mark = end < folded.count ? folded[end] : "。"
      if mark == "。" || mark == ";" { return items.count > 1 ? (items, false) : nil }
      if mark == "等" { return items.count > 1 ? (items, true) : nil }
      guard ["、", ",", "和", "及"].contains(mark) else { return nil }
      position = end + 1
    }
    return nil
  }

  /// The amount of money that a number states with its unit, and where it ends; nil for any other number.
  private func amount(_ number: WrittenNumber) -> (figure: Figure, unit: String, end: Int)? {
    let end = number.range.upperBound
    let digits = words(number.range).foldedForComparison.replacing(",", with: "")
    for (word, unit) in [("万元", MoneyUnit.wanyuan), ("元", .yuan)] where holds(word, at: end) {
      return Figure(printed: digits, unit: .money(unit)).map { ($0, word, end + word.unicodeScalars.count) }
    }
    return nil
  }
}
