import Disclosing
import Documents
import Reading
import Rendering

/// The processor time of each stage of one input, in a process that has done the same before: of a ledger reading,
/// composing and checking it, its pages and everything; of a publication reading and checking it.
struct StageTimes {
  let path: String
  /// The stages in their order, each with its median milliseconds.
  let stages: [(name: String, milliseconds: Double)]

  /// Throws what is wrong with the input.
  init(of path: String) throws {
    var disclosures = Disclosures(Choices()) { _ in }
    self.path = path
    guard PublishedReader.looksLikeLedger(path) else {
      let disclosure = try disclosures.disclosure(at: path)
      stages = [
        ("读", try Self.median { _ = try disclosures.disclosure(at: path) }),
        ("核对", try Self.median { _ = try disclosures.report(on: disclosure) }),
      ]
      return
    }
    let ledger = try disclosures.ledger(at: path)
    let composed = try disclosures.composed(ledger)
    let report = composed.report()
    stages = [
      ("读账", try Self.median { _ = try disclosures.ledger(at: path) }),
      ("成稿", try Self.median { _ = try disclosures.composed(ledger) }),
      ("核对", try Self.median { _ = composed.report() }),
      ("HTML+Markdown", try Self.median { _ = try composed.package(report, formats: [.html, .md]) }),
      ("全部格式", try Self.median { _ = try composed.package(report) }),
    ]
  }

  /// The median of at least nine runs, and of as many as fit into a second.
  private static func median(_ work: () throws -> Void) throws -> Double {
    var milliseconds: [Double] = []
    let begin = ProcessorTime.seconds
    while milliseconds.count < 9 || ProcessorTime.seconds - begin < 1 {
      let start = ProcessorTime.seconds
      try work()
      milliseconds.append((ProcessorTime.seconds - start) * 1e3)
    }
    return milliseconds.sorted()[milliseconds.count / 2]
  }

  /// The measurements as a table for people.
  static func table(_ inputs: [StageTimes]) -> String {
    var table = TextTable(["步骤", "处理器毫秒（中位）", "输入"])
    for input in inputs {
      for stage in input.stages { table.add([stage.name, decimal(stage.milliseconds, 2), input.path]) }
      table.add(["合计", decimal(input.stages.reduce(0) { $0 + $1.milliseconds }, 2), input.path])
    }
    return table.text
  }
}
