import Accounts
package import Checks
import Formats

/// The duties (公开义务) as data for other programs: the list of them, or what came of them.
package enum DutiesJSON {
  /// The list of the duties.
  package static func list(of rules: [Rule]) -> [UInt8] {
    JSONWriter.utf8(
      of: .object([
        (
          "duties",
          .array(
            rules.compactMap { rule in
              rule.duty.map { duty in
                .object([
                  ("id", .string(rule.id)), ("group", .string(duty.group)), ("title", .string(rule.title)),
                  ("scope", duty.scope.map { .string($0.rawValue) } ?? .null),
                  ("severity", .string(rule.severity.rawValue)), ("listedOnly", .bool(duty.isListedOnly)),
                  ("saidBy", .inline(.array(duty.saidBy.map { .string($0) }))), ("basis", .string(rule.basis)),
                  ("confirmed", .bool(duty.isConfirmed)), ("advice", .string(rule.advice)),
                ])
              }
            })
        )
      ]))
  }

  /// What came of them for one disclosure.
  static func results(_ results: [DutyResult]) -> JSONOutput {
    .array(
      results.map { result in
        .inline(
          .object([
            ("id", .string(result.rule)), ("group", .string(result.group)), ("title", .string(result.title)),
            ("state", .string(result.state.rawValue)), ("words", .string(result.words)),
            ("place", FindingsJSON.place(result.place)), ("basis", .string(result.basis)),
          ]))
      })
  }

  /// What came of them for every input of a run.
  package static func bytes(of run: CheckRun) -> [UInt8] {
    JSONWriter.utf8(
      of: .object([
        (
          "inputs",
          .array(
            run.inputs.map { input in
              switch input.outcome {
              case .report(let report, _):
                .object([
                  ("source", .string(input.name)), ("summary", .string(report.dutiesSummary ?? "")),
                  ("duties", results(report.duties)),
                ])
              case .unusable(let problems):
                .object([
                  ("source", .string(input.name)), ("problems", .array(problems.map { .string($0.message) })),
                ])
              }
            })
        )
      ]))
  }
}
