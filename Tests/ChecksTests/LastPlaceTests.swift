import Accounts
import RandomDisclosures
import Tables
import TestSupport
import Testing

@testable import Checks

/// Differences of a last place (尾差) between places that print one amount, and growth on nothing.
@Suite struct LastPlaceTests {
  private func moved(_ texts: [String: String]) throws -> [Finding] {
    var figures: [FigureAddress: Figure] = [:]
    for (address, text) in texts {
      let place = try #require(FigureAddress(address))
      figures[place] = Figure(printed: text, unit: .money(.wanyuan))
    }
    return try Standard.checker.check(Example.datong.tables.replacing(figures)).findings
  }

  /// 01.58.2 and 03.合计.1 are one amount, 5023.02 in the example, and its parts 2963.86 and 2059.17 allow 5023.03.
  @Test func aLastPlaceIsANoteOfItsOwnKindOnce() throws {
    let text = "5023.03"
    let found = try moved(["03.合计.1": text]).filter { $0.rule != "D07" }
    #expect(found.map(\.rule) == ["J02"])
    let note = try #require(found.first)
    #expect(note.severity == .note && note.residual == "0.01")
    #expect(Set(note.operands.map(\.address)) == ["01.58.2", "03.合计.1"])
    #expect(Set(note.operands.map(\.printed)) == ["5023.02", text])
    #expect(note.related == ["X04"])
  }

  @Test func twoLastPlacesAreAnError() throws {
    let found = try moved(["03.合计.1": "5023.04"])
    #expect(found.contains { $0.rule == "X04" && $0.severity == .error })
    #expect(!found.contains { $0.rule == "J02" })
  }

  /// 04.59.3 and 05.合计.1 are another amount than 01.31.1 and 01.62.2: a note for each, whatever rules say so.
  @Test func eachAmountHasANote() throws {
    let notes = try moved(["01.31.1": "5029.37", "05.合计.1": "5023.03"]).filter { $0.rule == "J02" }
    #expect(notes.map { Set($0.operands.map(\.address)) } == [["01.31.1", "01.62.2"], ["04.59.3", "05.合计.1"]])
  }

  /// Things have no last place to round to.
  @Test func aCountOffByOneIsNone() throws {
    let tables = try Example.datong.tables.replacing(
      #require(Figure(printed: "18", unit: .things)), at: FigureAddress(.t10, "7", 1))
    #expect(try Standard.checker.check(tables).findings.contains { $0.rule == "10-2" && $0.severity == .error })
  }

  /// A growth rate or a rate of completion on nothing is a convention; a share of nothing is none of anything.
  @Test func aRateOnNothingIsANote() throws {
    for (id, severity) in [("N16", Finding.Severity.note), ("N17", .note), ("N15", .warning)] {
      let rule = try #require(try RuleCatalogue.standard().rules.first { $0.id == id })
      #expect(rule.severity(.ofNothing) == severity, "\(id)")
    }
  }
}
