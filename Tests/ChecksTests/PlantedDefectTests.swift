import TestSupport
import Testing

/// Defects as inspections report them, put into the examples: one of each kind; `juesuan-bench defects` puts in all.
@Suite struct PlantedDefectTests {
  private static let defects = Result {
    let all = try PlantedDefect.all()
    let some = Dictionary(grouping: all, by: \.kind).values.map { $0[$0.count / 2] }
    // Those that would break a figure beside them.
    return some + all.filter { ["choice-more-less", "choice-slash", "table-unit"].contains($0.id) }
  }

  @Test func theListIsOfAllKinds() throws {
    let all = try PlantedDefect.all()
    #expect(all.count >= 75 && Set(all.map(\.id)).count == all.count)
    #expect(Set(all.map(\.kind)).count >= 20)
  }

  @Test func oneOfEachKindIsNamedAndNothingElseIsSaid() throws {
    for defect in try Self.defects.get() {
      let outcome = try defect.outcome()
      #expect(outcome.isFound, "\(defect.id) \(outcome.findings)")
      #expect(outcome.beside.isEmpty, "\(defect.id) \(outcome.beside)")
    }
  }
}
