import Checks
import Formats

/// What came of a piece of work (结果), as the page shows it.
struct JobResult {
  /// Something to look at or to take away.
  struct Document {
    /// Its path among what came of the work.
    let name: String
    /// What it is.
    let title: String
    /// Whether it is shown, rather than taken away.
    let isShown: Bool
  }

  /// How it stands, in a word that styles go by: consistent, inconsistent or unusable; nil where nothing was judged.
  var verdict: CheckedInput.Verdict?
  /// The same in a sentence.
  var summary = ""
  var documents: [Document] = []
  /// What a reader should know.
  var remarks: [String] = []
  /// Why it could not be done, and what to do.
  var problems: [String] = []
  /// The name of the report, in JSON, that the findings are shown from; nil where nothing was checked.
  var report: String?
  /// Whether a package can be made of it.
  var isReady = false

  /// As the page reads it.
  var json: JSONOutput {
    .object([
      ("verdict", verdict.map { .string($0.rawValue) } ?? .null),
      ("word", verdict.map { .string($0.word) } ?? .null), ("summary", .string(summary)),
      ("documents", .array(documents.map(Self.json))), ("remarks", .array(remarks.map { .string($0) })),
      ("problems", .array(problems.map { .string($0) })), ("report", report.map { .string($0) } ?? .null),
      ("ready", .bool(isReady)),
    ])
  }

  private static func json(_ document: Document) -> JSONOutput {
    .inline(
      .object([
        ("name", .string(document.name)), ("title", .string(document.title)), ("shown", .bool(document.isShown)),
      ]))
  }

  /// Adds a document.
  mutating func add(_ name: String, _ title: String, isShown: Bool = false) {
    documents.append(Document(name: name, title: title, isShown: isShown))
  }

  /// Adds what somebody should know, once.
  mutating func remark(_ text: String) {
    for line in JobRun.lines(of: text) where !remarks.contains(line) { remarks.append(line) }
  }
}
