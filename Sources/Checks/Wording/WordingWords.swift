import Accounts
import Formats

/// The words by which is judged how the text of a disclosure is written.
struct WordingWords: Sendable {
  /// What a word processor leaves of its fields (域), and a workbook of a formula that failed.
  let residues: Phrases
  let chartPlaceholders: Phrases
  /// What a chart calls its series before anybody names them; a number stands behind it.
  let chartSeries: Phrases
  /// Words that nobody writes twice on end, written so.
  let doubled: Phrases
  /// The same for words that may meet one that is like them, unless a number follows.
  let doubledBeforeNumbers: Phrases
  /// What holds such a pair and is right.
  let doubledRightly: Phrases
  /// Two words of opposite meaning, one in brackets behind the other or parted by a slash.
  let alternatives: Phrases
  /// The same for 部门 and 单位.
  let bodies: Phrases
  /// Two words of opposite meaning, one right behind the other.
  let contradictions: Phrases
  /// What such words stand behind when they tell of a change.
  let comparedWith: Phrases
  /// What leads to a number without a mark between.
  let leadsToNumbers: Phrases
  let leadsToAmounts: Phrases
  let leadsToPercentages: Phrases
  /// What behind a number shows that no unit follows it.
  let afterNumbers: Phrases
  /// What says that amounts stand without their unit.
  let tabledUnits: Phrases
  /// What the body that publishes calls itself: 本部门 or 本单位, by what it takes itself for.
  let ownNames: [(kind: String, names: Phrases)]
  /// What behind such a name makes it speak of something else.
  let notOwnNames: Phrases
  /// What a number of offices or units stands behind.
  let counting: Phrases
  /// What a list of them stands behind whose number comes last.
  let establishing: Phrases
  /// What leads from a number of them to their list.
  let beginsList: Phrases
  let measures: Phrases
  let bodiesCounted: Phrases
  /// The characters that names of offices and units end with.
  let bodyEndings: Set<Unicode.Scalar>
  let purposes: Phrases
  /// What a purpose has that may be that of several items.
  let generalPurposes: Phrases
  /// What stands before a day on which the accounts were approved, made or published.
  let settledDates: Phrases
  /// What makes an expenditure smaller, as a reason.
  let reasonsOfFall: Phrases
  /// What makes it greater.
  let reasonsOfRise: Phrases
  /// What in a reason may make an expenditure greater, or speaks of another year.
  let rises: Phrases
  /// What may make it smaller, or speaks of another year.
  let falls: Phrases
  let rising: Phrases
  let falling: Phrases
  let spending: Phrases
  let notSpending: Phrases
  /// What leads from an amount to the amounts that it is made of.
  let amountLists: Phrases
  /// What no name of such an item has.
  let notItems: Phrases

  init(_ node: JSONNode) throws(JSONFieldError) {
    residues = try node.phrases("residues")
    chartPlaceholders = try node.phrases("chartPlaceholders")
    chartSeries = try node.phrases("chartSeries")
    doubled = Phrases(try node.field("doubled").strings().map { $0 + $0 })
    doubledBeforeNumbers = Phrases(try node.field("doubledBeforeNumbers").strings().map { $0 + $0 })
    doubledRightly = try node.phrases("doubledRightly")
    var pairs: [[String]] = []
    for pair in try node.field("alternatives").array() {
      let words = try pair.strings()
      guard words.count == 2 else { throw JSONFieldError(pair, "应是两个词") }
      pairs += [words, words.reversed()]
    }
    alternatives = Phrases(pairs.flatMap { ["\($0[0])(\($0[1]))", "\($0[0])/\($0[1])", "\($0[0])(或\($0[1]))"] })
    bodies = try node.phrases("bodies")
    let (up, down) = (try node.field("rising").strings(), try node.field("falling").strings())
    rising = Phrases(up)
    falling = Phrases(down)
    contradictions = Phrases(up.flatMap { one in down.flatMap { [one + $0, $0 + one] } })
    comparedWith = try node.phrases("comparedWith")
    leadsToNumbers = try node.phrases("leadsToNumbers")
    leadsToAmounts = try node.phrases("leadsToAmounts")
    leadsToPercentages = try node.phrases("leadsToPercentages")
    afterNumbers = try node.phrases("afterNumbers")
    tabledUnits = try node.phrases("tabledUnits")
    var names: [(kind: String, names: Phrases)] = []
    for member in try node.field("ownNames").members ?? [] {
      names.append((member.key, Phrases(try member.value.strings())))
    }
    ownNames = names
    notOwnNames = try node.phrases("notOwnNames")
    counting = try node.phrases("counting")
    establishing = try node.phrases("establishing")
    beginsList = try node.phrases("beginsList")
    measures = try node.phrases("measures")
    bodiesCounted = try node.phrases("bodiesCounted")
    bodyEndings = Set(try node.field("bodyEndings").string().unicodeScalars)
    purposes = try node.phrases("purposes")
    generalPurposes = try node.phrases("generalPurposes")
    settledDates = try node.phrases("settledDates")
    reasonsOfFall = try node.phrases("reasonsOfFall")
    reasonsOfRise = try node.phrases("reasonsOfRise")
    rises = try node.phrases("rises")
    falls = try node.phrases("falls")
    spending = try node.phrases("spending")
    notSpending = try node.phrases("notSpending")
    amountLists = try node.phrases("amountLists")
    notItems = try node.phrases("notItems")
  }
}
