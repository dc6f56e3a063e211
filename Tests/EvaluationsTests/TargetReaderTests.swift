import Accounts
import Evaluations
import TestSupport
import Testing

/// Targets and actual values of the transcribed tables, against an independent reading of them.
@Suite struct TargetReaderTests {
  /// The tables with the words of the fixtures, or with those published.
  enum Words: Sendable {
    case ours, published

    var tables: [TranscribedTables.Table] { self == .ours ? TranscribedTables.all : TranscribedTables.published }
  }

  private static let signs: [String: Comparison] = [
    ">=": .atLeast, "<=": .atMost, "=": .equal, ">": .moreThan, "<": .lessThan,
  ]

  @Test(arguments: [Words.ours]) func targetsAreReadAsTranscribed(words: Words) throws {
    let reader = try TargetReader()
    var forms: [String: Int] = [:]
    for table in words.tables {
      for row in table.indicators where !row.placeholder {
        let expected = try #require(row.targetParse)
        let target = reader.target(row.target ?? "", year: 2024)
        forms[target.form, default: 0] += 1
        expect(target, is: expected, text: row.target ?? "", where: "\(table.id) \(row.no)")
      }
    }
    // Counted in the transcription, 472 in all.
    #expect(
      forms == [
        "A1": 169, "A2": 122, "A3": 3, "A4": 7, "A5": 1, "A6": 1, "A7": 1, "D1": 22, "D2": 2, "D3": 3, "S1": 11,
        "S2": 7, "T": 119, "N": 4,
      ])
  }

  @Test(arguments: [Words.ours]) func actualValuesAreReadAsTranscribed(words: Words) throws {
    let reader = try TargetReader()
    for table in words.tables {
      for row in table.indicators {
        guard let expected = row.actualParse else { continue }
        expect(
          reader.target(row.actual ?? "", year: 2024), is: expected, text: row.actual ?? "",
          where: "\(table.id) \(row.no) 实际")
      }
    }
  }

  @Test(arguments: [Words.ours]) func attainmentIsAsTranscribed(words: Words) throws {
    let reader = try TargetReader()
    var counts = [0, 0, 0]
    for table in words.tables {
      for row in table.indicators where !row.placeholder {
        let attainment = reader.attainment(
          of: reader.target(row.target ?? "", year: 2024), by: reader.target(row.actual ?? "", year: 2024),
          isCost: row.level2.contains("成本"))
        let met: Bool? =
          switch attainment {
          case .met: true
          case .missed: false
          case .notComparable: nil
          }
        counts[met == nil ? 2 : met == true ? 0 : 1] += 1
        // The transcription leaves lists open: 142 batches of 140 and 20 of 20 meet it.
        if row.targetParse?.form == "A6" {
          #expect(met == true)
        } else {
          #expect(met == row.met, "\(table.id) \(row.no) \(row.target ?? "") \(row.actual ?? "")")
        }
      }
    }
    #expect(counts.reduce(0, +) == 472)
  }

  /// The targets and values as published, where their transcription lies beside the checkout.
  @Test(
    .enabled(
      if: SharedFiles.url("selfevaluation/tables.json") != nil,
      "\(SharedFiles.absence(of: "selfevaluation/tables.json"))"))
  func publishedWordsAreReadAsTranscribed() throws {
    try targetsAreReadAsTranscribed(words: .published)
    try actualValuesAreReadAsTranscribed(words: .published)
    try attainmentIsAsTranscribed(words: .published)
  }

  private func expect(_ target: Target, is expected: TranscribedTables.Parse, text: String, where place: String) {
    #expect(target.form == expected.form, "\(place) \(text)")
    switch target {
    case .quantity(let quantity, _):
      #expect(quantity.comparison == expected.op.flatMap { Self.signs[$0] }, "\(place) \(text)")
      #expect(quantity.number.value == expected.value.flatMap { Rational(decimal: $0) }, "\(place) \(text)")
      #expect(quantity.unit == (expected.unit ?? "").folded, "\(place) \(text)")
      if let prefix = expected.prefix { #expect(quantity.prefix == prefix, "\(place) \(text)") }
    case .deadline(let day), .day(let day): #expect(day.description == expected.date, "\(place) \(text)")
    default: break
    }
  }

  /// Every form and spelling of the specification that the published tables of this fixture lack, and what is none.
  @Test(arguments: [
    ("≧5次", "A1"), (">=5次", "A1"), ("≈100%", "A1"), ("<13万元", "A1"), ("＝100％", "A1"), ("≥5.8件/万人", "A1"),
    ("≤400元/人·天", "A1"), ("≥ 2 000 次", "A1"), ("至少3次", "A3"), ("合格率不小于98%", "A3"), ("不高于5%", "A3"),
    ("超过10家", "A3"), ("95%及以上", "A4"), ("3天之内", "A4"), ("5%以下", "A4"), ("合格率≥98%", "A5"), ("不少于两次", "A7"),
    ("每年1次", "A8"), ("2024年底前", "D1"), ("12月底前完成", "D1"), ("2024年12月31日之前", "D1"), ("11月前", "D1"),
    ("2024年12月底", "D2"), ("2024年", "D2"), ("1年内完成", "D4"), ("30日内", "D4"), ("定 性", "S2"), ("≥次", "F"), ("=%", "F"),
    ("/", "N"), ("无", "N"), ("未填报", "N"), ("", "N"), ("  ", "N"), ("长期", "T"), ("不断提高", "T"),
    // Figures that are not the whole of what is asked stay words.
    ("100%完成", "T"), ("近20件", "T"), ("约100次", "T"), ("100余次", "T"), ("3-5次", "T"), ("90%-95%", "T"),
    ("2024年度任务", "T"), ("2024年12月底前完成90%", "T"), ("2024年13月底前", "T"), ("2023年2月29日", "T"), ("2024年前期", "T"),
    ("≥", "F"), ("99999999999999999999次", "T"), ("≥1,23次", "T"), ("1.2.3", "T"), ("≥-5%", "T"),
  ])
  func formsAreToldApart(text: String, form: String) throws {
    #expect(try TargetReader().target(text, year: 2024).form == form)
  }

  @Test(arguments: [
    ("≤10000元/家", "0.87万元/家", true, Attainment.met), ("≤1万元", "10000.01元", true, .missed),
    ("≤1.2万", "12000元", true, .met), ("5万次", "50000次", false, .met), ("5万次", "49999次", false, .missed),
    ("≥90家(次)", "90家次", false, .met), ("≥90家(次)", "90家", false, .met),
    ("≥90家", "90次", false, .notComparable(.unitsDiffer)), ("≥90", "92%", false, .met),
    ("=100%", "101%", false, .met), ("=100%", "99.9%", false, .missed), ("=9000元", "9001元", true, .missed),
    ("0次", "1次", false, .missed), ("0次", "0次", false, .met), (">1年", "1年", false, .missed),
    (">1年", "大于一年", false, .met), ("<13万元", "13万元", true, .missed), ("<13万元", "<13万元", true, .met),
    ("≥95%", "满意", false, .notComparable(.actualNotNumeric)), ("满意", "95%", false, .notComparable(.targetNotNumeric)),
    ("11月底前", "11月30日", false, .met), ("11月底前", "12月1日", false, .missed),
    ("1-11月", "10月", false, .notComparable(.targetNotNumeric)),
    ("药品140批次，器械20批次", "药品142批次，器械19批次", false, .missed),
    ("药品140批次，器械20批次", "器械20批次，药品142批次", false, .notComparable(.unitsDiffer)),
    ("1年内完成", "1年", false, .met), ("1年内完成", "2年", false, .missed),
  ])
  func attainmentHasThreeOutcomes(target: String, actual: String, isCost: Bool, outcome: Attainment) throws {
    let reader = try TargetReader()
    #expect(
      reader.attainment(of: reader.target(target, year: 2024), by: reader.target(actual, year: 2024), isCost: isCost)
        == outcome)
  }

  @Test func signInYearStartColumnHolds() throws {
    let reader = try TargetReader()
    #expect(reader.target("5次", initial: "≤次", year: 2024).quantity?.comparison == .atMost)
    #expect(reader.target("≥5次", initial: "≤次", year: 2024).quantity?.comparison == .atLeast)
    #expect(reader.target("5次", initial: "", year: 2024).quantity?.comparison == nil)
  }
}

extension String {
  /// Full-width brackets and commas in half width, as units are kept.
  fileprivate var folded: String {
    String(map { ["（": "(", "）": ")", "，": ","][$0] ?? $0 })
  }
}
