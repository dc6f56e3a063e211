import Accounts
import Mustache
import Tables

/// Makes what templates are given of a quantity: its amount, its change, its share, its completion, as claims and words.
struct StatementValues {
  var figures: NarrativeFigures
  let comparatives: Comparatives
  let words: NarrativeWords
  var register = RunRegister()

  /// Everything said of a quantity; null where nothing is known of it.
  ///
  /// `数` is its amount, `有` whether that is not zero, `变动` its change from last year, `占比` its share of `whole`,
  /// `年初预算` and `全年预算` its budgets with the completion of each.
  mutating func quantity(_ name: String, whole: String? = nil, missingAsZero: Bool = false) -> MustacheValue {
    let zero = figures.money(.zero)
    var figure = figures.figure(of: name) ?? (missingAsZero ? zero : nil)
    if figure?.isAwaited == true { return awaited(name) }
    if figure?.content == .blank, missingAsZero { figure = Figure(printed: zero.text, unit: figure?.unit ?? zero.unit) }
    guard let figure, figure.isNumber else { return .null }
    var values: [String: MustacheValue] = [
      "数": number(figure, Claim(name, .amount, figure: figure)), "有": .bool(figure.isZero == false),
      // Named although there is none, so that no template finds that of the quantity around this one.
      "占比": .null, "变动": change(name, figure),
    ]
    if let whole, figures.figure(of: whole)?.isAwaited == true { values["占比"] = register.mark(.awaited) }
    if let whole, let base = figures.figure(of: whole), let share = figure.percentage(of: base) {
      values["占比"] = number(share, Claim(name, .share, of: whole, figure: share))
    }
    for budget in ["年初预算", "全年预算"] {
      values[budget] = self.budget(budget, of: name, figure)
    }
    return .object(MustacheObject(values))
  }

  /// A number of things; null where it is not known.
  mutating func count(_ name: String, missingAsZero: Bool = false) -> MustacheValue {
    let figure = figures.figure(of: name)
    if figure?.isAwaited == true { return awaited(name) }
    guard let figure = figure?.isNumber == true ? figure : missingAsZero ? Figure(things: 0) : nil else { return .null }
    return .object([
      "数": number(figure, Claim(name, .amount, figure: figure)), "有": .bool(figure.isZero == false),
    ])
  }

  /// What is said of a quantity that the ledger has yet to give: the sentence that states it is left out of a draft.
  private mutating func awaited(_ name: String) -> MustacheValue {
    let mark = register.mark(.awaited)
    let isCompared = comparatives.figure(of: name) != nil || comparatives.isAwaited(name)
    return .object([
      "数": mark, "有": .bool(true), "占比": mark, "变动": isCompared ? awaitedChange(mark) : .null, "年初预算": .null,
      "全年预算": .null,
    ])
  }

  private func awaitedChange(_ mark: MustacheValue) -> MustacheValue {
    .object([
      "增减": .object(["词": mark, "额": mark, "率词": .null, "率": .null, "上年无": .bool(false)]), "持平": .null,
    ])
  }

  /// A text of the ledger, without the full stop that the template sets.
  ///
  /// `places` are those of the texts that it is made of.
  mutating func text(_ text: String, from places: [SourceLocation] = []) -> MustacheValue {
    var plain = text.trimmed
    while let last = plain.last, "。；，;,".contains(last) { plain.removeLast() }
    return plain.isEmpty ? .null : register.mark(Run(plain), from: places)
  }

  /// A name as it stands, or a paragraph of a text at a place.
  mutating func name(_ text: String, from place: SourceLocation? = nil) -> MustacheValue {
    register.mark(Run(text), from: place.map { [$0] } ?? [])
  }

  /// A change from last year: `增减` with word, amount and rate, `持平`, or `新增` where there was nothing; null where last
  /// year is not known.
  private mutating func change(_ name: String, _ now: Figure) -> MustacheValue {
    if comparatives.isAwaited(name) { return awaitedChange(register.mark(.awaited)) }
    guard let before = comparatives.figure(of: name), before.unit == now.unit,
      case .number(let new, let decimals) = now.content,
      case .number(let old, decimals) = before.content
    else { return .null }
    let (difference, overflow) = new.subtractingReportingOverflow(old)
    guard !overflow else { return .null }
    let direction: Direction = difference > 0 ? .more : difference < 0 ? .less : .equal
    guard direction != .equal, let moved = Figure(magnitude: difference, decimals: decimals, unit: now.unit) else {
      let claim = Claim(name, .change, of: Claim.lastYear, direction: .equal, figure: .blank(now.unit))
      // Named as null, so that no template finds the change of the quantity around this one.
      return .object(["增减": .null, "持平": .object(["词": register.mark(Run(words.unchanged, claim: claim))])])
    }
    let claim = Claim(name, .change, of: Claim.lastYear, direction: direction, figure: moved)
    var values: [String: MustacheValue] = [
      "词": register.mark(Run(direction == .more ? words.increase : words.decrease, claim: claim)),
      "额": number(moved, claim), "率词": .null, "率": .null,
    ]
    // Nothing can be a percentage of nothing, or of less.
    if old > 0, let rate = moved.percentage(of: before) {
      let claim = Claim(name, .changeRate, of: Claim.lastYear, direction: direction, figure: rate)
      values["率词"] = register.mark(Run(direction == .more ? words.rise : words.fall, claim: claim))
      values["率"] = number(rate, claim)
    }
    values["上年无"] = .bool(old == 0)
    return .object(["增减": .object(MustacheObject(values)), "持平": .null])
  }

  /// A budget with its completion, and how the actual compares with it; null where it is not known.
  private mutating func budget(_ budget: String, of name: String, _ actual: Figure) -> MustacheValue {
    let quantity = Claim.budget(budget, of: name)
    let known = figures.budget(quantity)
    if known?.isAwaited == true {
      let mark = register.mark(.awaited)
      return .object(["数": mark, "有": .bool(true), "词": mark, "持平": .bool(false), "完成": mark])
    }
    guard let figure = known, case .number(let planned, let decimals) = figure.content,
      case .number(let spent, decimals) = actual.content
    else { return .null }
    let direction: Direction = spent > planned ? .more : spent < planned ? .less : .equal
    let comparison = Claim(
      name, .comparison, of: budget, direction: direction, figure: .blank(actual.unit))
    var values: [String: MustacheValue] = [
      "数": number(figure, Claim(quantity, .amount, figure: figure)), "有": .bool(planned != 0),
      "词": register.mark(
        Run(direction == .more ? words.above : direction == .less ? words.below : words.level, claim: comparison)),
      "持平": .bool(direction == .equal), "完成": .null,
    ]
    if planned > 0, let rate = actual.percentage(of: figure) {
      values["完成"] = number(rate, Claim(name, .completion, of: budget, figure: rate))
    }
    return .object(MustacheObject(values))
  }

  /// A figure in the place's style of numbers, as the run that states a claim.
  private mutating func number(_ figure: Figure, _ claim: Claim) -> MustacheValue {
    register.mark(Run(figure.styled(words.numbers), claim: claim))
  }
}

extension Figure {
  /// The figure without its sign; nil for a number that has no counterpart.
  fileprivate init?(magnitude count: Int64, decimals: Int, unit: Unit) {
    guard count != .min else { return nil }
    self.init(printed: decimalText(abs(count), decimals: decimals), unit: unit)
  }

  /// The figure in a style of numbers: `5,023.02`, `25` for 25.00 where zeros are dropped.
  func styled(_ style: NarrativeWords.Numbers) -> String {
    guard case .number(var count, var decimals) = content else { return text }
    if !style.trailingZeros { while decimals > 0, count % 10 == 0 { (count, decimals) = (count / 10, decimals - 1) } }
    var digits = decimalText(count, decimals: decimals)
    if style.thousands { digits = groupedDigits(digits) }
    return unit == .percent ? digits + "%" : digits
  }
}
