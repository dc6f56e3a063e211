import Accounts
import Tables

/// The figures of a disclosure with every relation (勾稽关系) that ties them, as a diagnosis looks at them.
///
/// Beside the identities it holds what the text says of a table's figure and the exact amount a page says a figure was rounded
/// from. Blanks take part in sums, since a blank may be what is wrong. Positions are those of the index; what the text says
/// more than once comes behind. Linear in the figures.
struct RelationNet {
  /// What a figure can stand for, in fen or things.
  struct Value: Equatable {
    let low: Int64
    let high: Int64
    let center: Int64
    /// One unit of the last printed place; 0 for a blank.
    let step: Int64
  }

  /// A relation between figures: the weighted sum of the terms is 0, or at most 0.
  struct Link {
    let terms: [Case.Term]
    let isEquality: Bool
    /// Whether both sides print one quantity in one unit, so that their digits agree.
    let isExact: Bool
    /// What is added to the terms.
    let constant: Int64
    /// By how much the sides may differ beyond rounding: a last place where that is all there is to it (尾差).
    var slack: Int64 = 0
  }

  /// A figure and where it stands.
  struct Member {
    let figure: TableFigure
    /// Its number among the claims of the text; nil for a figure of a table.
    let claim: Int?
    /// One unit of the last place in which it is printed, or where it is blank in which its table prints.
    let step: Int64
  }

  private(set) var members: [Member] = []
  /// What stands at each position; nil where it is not known.
  private(set) var values: [Value?] = []
  private(set) var links: [Link] = []
  /// The links of each position.
  private(set) var linksOf: [[Int]] = []

  init(_ examination: Examination, claims: ClaimInput?) {
    let (engine, index) = (examination.engine, examination.engine.index)
    addMembers(of: index, claims?.prose)
    for (number, parsed) in engine.identities.enumerated()
    where engine.unmetCondition(of: parsed.identity, examination.tables, examination.assumed) == nil {
      for formula in parsed.formulas {
        let expansion = CaseExpansion(index: index, categories: examination.categories, keepsBlanks: true)
        for one in expansion.cases(of: formula, identity: number, columns: parsed.identity.columns ?? []).cases
        where one.missing == nil {
          add(one, parsed.identity.class)
        }
      }
    }
    if let claims { addClaims(claims) }
    for (position, member) in members.enumerated() where member.claim == nil {
      if let exact = member.figure.exact {
        append(
          Link(
            terms: [Case.Term(position: position, weight: 1)], isEquality: true, isExact: false, constant: -exact.fen))
      }
    }
    linksOf = Array(repeating: [], count: members.count)
    for (number, link) in links.enumerated() {
      for term in link.terms where linksOf[term.position].last != number { linksOf[term.position].append(number) }
    }
  }

  /// The index's figures, and behind them the claims at addresses where it has another.
  private mutating func addMembers(of index: FigureIndex, _ prose: Prose?) {
    var steps: [TableID: [Int64: Int]] = [:]
    for entry in index.entries where entry.isNumber && entry.figure.figure.isMoney {
      steps[entry.figure.address.table, default: [:]][entry.step, default: 0] += 1
    }
    let usual = steps.mapValues { counts in counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 1 }
    func add(_ entry: FigureIndex.Entry, claim: Int?) {
      let blank = entry.figure.figure.isMoney ? usual[entry.figure.address.table] ?? 100 : 1
      members.append(Member(figure: entry.figure, claim: claim, step: entry.isNumber ? entry.step : blank))
      values.append(Value(low: entry.low, high: entry.high, center: entry.center, step: entry.step))
    }
    var numbers: [FigureAddress: Int] = [:]
    var repeated: [(number: Int, claim: Claim)] = []
    for (number, claim) in (prose?.claims ?? []).enumerated() {
      if numbers[claim.address] == nil, index.position(claim.address) != nil {
        numbers[claim.address] = number
      } else if claim.measure == .amount {
        repeated.append((number, claim))
      }
    }
    for entry in index.entries {
      let address = entry.figure.address
      add(entry, claim: address.table == .prose ? numbers[address] : nil)
    }
    for (number, claim) in repeated {
      if let entry = FigureIndex.Entry(claim, place: prose?.place(of: claim)) { add(entry, claim: number) }
    }
  }

  private mutating func add(_ one: Case, _ kind: Identity.Class) {
    let terms = one.left + one.right.map { Case.Term(position: $0.position, weight: -$0.weight) }
    let steps = Set(terms.compactMap { values[$0.position]?.step }.filter { $0 > 0 })
    let isExact = kind == .same && one.left.count == 1 && one.right.count == 1 && steps.count <= 1
    var link = Link(terms: terms, isEquality: one.relation == .equal, isExact: isExact, constant: 0)
    if isExact, let gap = sum(link, values)?.center, let step = steps.first, gap.magnitude <= step.magnitude,
      terms.allSatisfy({ members[$0.position].claim == nil })
    {
      link.slack = step
    }
    append(link)
  }

  /// What the text states of a quantity that tables print (N01).
  private mutating func addClaims(_ input: ClaimInput) {
    for (position, member) in members.enumerated() {
      guard let claim = member.claim.map({ input.prose.claims[$0] }), claim.measure == .amount,
        input.unread(claim.quantity) == nil, let printed = input.printed(claim.quantity), let stated = values[position]
      else { continue }
      let positions = input.catalogue.addresses(of: claim.quantity).compactMap { input.index.position($0) }
      let lastPlace = positions.compactMap { values[$0]?.step }.max() ?? 0
      let isCoarser =
        stated.high &- stated.low > printed.high &- printed.low && positions.contains { values[$0]?.step != 0 }
      let isFiner = stated.high &- stated.low < lastPlace / 2
      let terms =
        [Case.Term(position: position, weight: 1)] + positions.map { Case.Term(position: $0, weight: -1) }
      append(Link(terms: terms, isEquality: true, isExact: !isCoarser && !isFiner, constant: 0))
    }
  }

  private mutating func append(_ link: Link) { if !link.terms.isEmpty { links.append(link) } }
}

extension RelationNet {
  /// Whether a relation holds as far as rounding allows; nil where a figure of it is not known.
  func holds(_ link: Link, _ values: [Value?]) -> Bool? {
    guard let sum = sum(link, values) else { return nil }
    guard link.isEquality else { return sum.low <= 0 }
    let slack = Int128(link.slack)
    if link.isExact { return sum.center.magnitude <= slack.magnitude }
    return sum.center == 0 || sum.low <= slack && sum.high >= -slack
  }

  /// The relations that do not hold.
  func violated(_ values: [Value?]) -> [Int] { links.indices.filter { holds(links[$0], values) == false } }

  /// How a position's figure may be printed so that a relation holds, as counts of its last place; nil where another figure of
  /// the relation is not known, or the figure has no weight in it.
  func range(of position: Int, in link: Link, _ values: [Value?]) -> ClosedRange<Int64>? {
    var weight: Int128 = 0
    for term in link.terms where term.position == position { weight += Int128(term.weight) }
    guard weight != 0, let rest = sum(link, values, without: position) else { return nil }
    let step = Int128(members[position].step)
    let half = link.isExact ? 0 : step / 2
    let bound = (weight.magnitude == 1 ? half : half * Int128(weight.magnitude)) + Int128(link.slack)
    // weight · x lies between these.
    let (low, high) =
      link.isExact ? (-rest.center - bound, -rest.center + bound) : (-rest.high - bound, -rest.low + bound)
    var (least, most) = weight > 0 ? (low, high) : (-high, -low)
    let size = Int128(weight.magnitude) * step
    (least, most) = (Self.ceiling(least, size), Self.floor(most, size))
    if !link.isEquality {
      if weight > 0 { least = Int128(Int64.min / 4) } else { most = Int128(Int64.max / 4) }
    }
    // What no printed figure can satisfy is told from what is not known.
    guard least <= most, let first = Int64(exactly: least), let last = Int64(exactly: most) else { return Self.none }
    return first...last
  }

  /// What a position prints where a relation leaves it but one other figure, in the same unit: the two are one amount, printed
  /// twice. Nil where there are more, or one is not known.
  func counterpart(of position: Int, in link: Link, _ values: [Value?]) -> Int64? {
    guard link.isEquality, link.constant == 0 else { return nil }
    let others = link.terms.filter { $0.position != position && values[$0.position]?.step != 0 }
    let own = link.terms.filter { $0.position == position }
    guard others.count == 1, own.count == 1, let other = values[others[0].position],
      other.step == members[position].step, abs(own[0].weight) == 1, abs(others[0].weight) == 1
    else { return nil }
    return (own[0].weight == others[0].weight ? 0 &- other.center : other.center) / other.step
  }

  /// Stands for a relation that no printed figure can satisfy: no number is so small.
  static let none: ClosedRange<Int64> = .min...(.min)

  /// The value of a position whose figure prints as a count of its last place.
  func value(_ count: Int64, at position: Int) -> Value {
    let step = members[position].step
    let center = count &* step
    let half = step / 2
    guard members[position].figure.address.table != .prose || members[position].figure.address.column == 1 else {
      // A change is the difference of two printed figures.
      return Value(low: center &- (step &- 1), high: center &+ (step &- 1), center: center, step: step)
    }
    let (towards, away) = (half, (step + 1) / 2 - 1)
    return count == 0
      ? Value(low: -away, high: away, center: 0, step: step)
      : Value(
        low: center &- (count > 0 ? towards : away), high: center &+ (count > 0 ? away : towards), center: center,
        step: step)
  }

  private func sum(
    _ link: Link, _ values: [Value?], without position: Int? = nil
  ) -> (low: Int128, high: Int128, center: Int128)? {
    let constant = Int128(link.constant)
    var (low, high, center) = (constant, constant, constant)
    for term in link.terms where term.position != position {
      guard let value = values[term.position] else { return nil }
      let weight = Int128(term.weight)
      center += weight * Int128(value.center)
      low += weight * Int128(weight > 0 ? value.low : value.high)
      high += weight * Int128(weight > 0 ? value.high : value.low)
    }
    return (low, high, center)
  }

  private static func floor(_ value: Int128, _ size: Int128) -> Int128 {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: size)
    return remainder < 0 ? quotient - 1 : quotient
  }

  private static func ceiling(_ value: Int128, _ size: Int128) -> Int128 { -floor(-value, size) }
}
