import System
import TestSupport

/// Puts defects as inspections report them into the examples, one at a time, and counts those that a finding names.
struct PlantedDefects {
  /// A line for each kind, and what was missed or drew a finding that is false.
  let table: String
  /// Whether every defect is named and none draws a false finding.
  let isWhole: Bool

  /// Puts in every defect of the list, or those whose ids or kinds are named.
  init(only: Set<String>) async throws {
    let defects = try PlantedDefect.all().filter { only.isEmpty || only.contains($0.id) || only.contains($0.kind) }
    let outcomes = try await inParallel(defects.count) { try defects[$0].outcome() }
    var columns = TextTable(["种类", "缺陷", "发现", "旁边误报"])
    var kinds: [String] = []
    for defect in defects where !kinds.contains(defect.kind) { kinds.append(defect.kind) }
    let pairs = Array(zip(defects, outcomes))
    func add(_ name: String, _ some: [(PlantedDefect, PlantedDefect.Outcome)]) {
      columns.add([
        name, String(some.count), String(some.count { $0.1.isFound }), String(some.count { !$0.1.beside.isEmpty }),
      ])
    }
    for kind in kinds { add(kind, pairs.filter { $0.0.kind == kind }) }
    add("合计", pairs)
    func list(_ title: String, _ lines: [String]) -> String {
      lines.isEmpty ? "" : "\(title)：\n" + lines.map { "  \($0)\n" }.joined()
    }
    table =
      columns.text
      + list(
        "没有发现",
        pairs.filter { !$0.1.isFound }.map { "\($0.0.id) \($0.0.what)\($0.1.findings.map { "\n    \($0)" }.joined())" })
      + list(
        "旁边误报",
        pairs.filter { !$0.1.beside.isEmpty }.map {
          "\($0.0.id) \($0.0.what)\($0.1.beside.map { "\n    \($0)" }.joined())"
        })
    isWhole = outcomes.allSatisfy { $0.isFound && $0.beside.isEmpty }
  }
}
