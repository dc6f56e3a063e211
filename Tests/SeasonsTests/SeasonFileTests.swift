import Accounts
import Checks
import Seasons
import Testing

/// What is kept of a season says after it was read what it said before.
@Suite struct SeasonFileTests {
  private let indicators: SeasonIndicators
  private let reader: SeasonReader

  init() throws {
    indicators = try SeasonIndicators.standard()
    reader = SeasonReader(indicators)
  }

  private func unit() throws -> SeasonUnit {
    var unit = SeasonUnit(id: "甲局", source: "甲局", name: "某市甲局", basis: "00")
    unit.statedName = "甲局"
    unit.year = 2024
    unit.kind = .publication
    unit.files = [.init(name: "甲局/公开.html", size: 12, digest: "ab")]
    let approved = try #require(CalendarDay(written: "2025-09-01"))
    unit.entry = .init(name: "某市甲局", code: "101", approved: approved, published: nil)
    unit.verdict = .inconsistent
    unit.counts.errors = 1
    unit.findings = [
      SeasonFinding(
        id: "01-5@01.31.1", rule: "01-5", severity: .error, message: "收入总计与支出总计不一致", place: "公开.html:第3行",
        figures: [.init(address: "01.31.1", label: "收入总计", printed: "", place: "")], expected: "1.00",
        difference: "0.01", advice: "请核对", basis: "财预〔2016〕143号", symptoms: ["01-2"])
    ]
    unit.waived = [SeasonFinding(id: "D07@x", rule: "D07", severity: .note, message: "略", place: "", reason: "已核实")]
    unit.duties = [.init(rule: "G01", title: "三张表", state: .unknown, words: "没有看")]
    // Unknown is neither zero nor left out.
    unit.indicators = indicators.all.indices.map { $0 == 0 ? nil : Int64($0 - 1) }
    unit.since = .init(
      round: 1, mended: [EarlierFinding(id: "a", rule: "01-1", message: "旧")], unknown: [], standing: ["D07@x"],
      new: ["01-5@01.31.1"])
    unit.pages = ["核对.html": "cd"]
    return unit
  }

  private func season() throws -> Season {
    var season = Season(
      tool: "juesuan", round: 2, date: CalendarDay(written: "2025-09-30"), hasList: true, units: [try unit()],
      missing: [.init(name: "乙局", code: nil, approved: nil, published: nil)], passedOver: ["通知.txt"],
      earlier: [Season.Round(round: 1)])
    season.written = ["index.html": "ef"]
    return season
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let bytes = SeasonJSON.bytes(of: try season(), indicators)
    let read = try reader.season(bytes, file: "season.json")
    #expect(read.units == [try unit()] && read.earlier == [Season.Round(round: 1)])
    #expect(SeasonJSON.bytes(of: read, indicators) == bytes)
    let one = SeasonJSON.bytes(of: try unit(), indicators)
    #expect(try reader.unit(one, file: "结果.json") == unit())
  }

  @Test func amountsAreWrittenAsTextAndUnknownOnesAsNull() throws {
    let text = String(decoding: SeasonJSON.bytes(of: try season(), indicators), as: UTF8.self)
    #expect(text.contains(#"{"name": "收入总计", "unit": "分", "value": null}"#))
    #expect(text.contains(#"{"name": "支出总计", "unit": "分", "value": "0"}"#))
  }

  @Test func anotherFileIsRefused() throws {
    let text = String(decoding: SeasonJSON.bytes(of: try season(), indicators), as: UTF8.self)
    for other in [
      "", "[]", "{}", text.replacing(#""version": 1"#, with: #""version": 2"#),
      text.replacing("2025-09-01", with: "2025-02-30"),
    ] {
      #expect(throws: UnusableInput.self) { try reader.season(Array(other.utf8), file: "season.json") }
    }
  }

  @Test func whatChangedMakesARound() throws {
    let season = try season()
    var later = season
    later.date = CalendarDay(written: "2025-10-30")
    later.units[0].since = nil
    #expect(later.saysTheSame(as: season))
    later.missing = []
    #expect(!later.saysTheSame(as: season))
  }
}
