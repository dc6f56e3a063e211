import Accounts
import Checks
import Disclosing
import Documents
import Formats
import FoundationEssentials
import Rendering
import System
import Tables

/// What one ledger costs: deriving its tables, making its pages, and writing as many bytes for comparison.
struct Measurement {
  /// What was measured.
  let name: String
  /// Rows of expenditure.
  let rows: Int
  /// Bytes of HTML and Markdown.
  let bytes: Int
  /// Median seconds to derive the ten tables.
  let derive: Double
  /// Median seconds to derive them and make HTML and Markdown.
  let render: Double
  /// Median seconds to write that HTML and Markdown to files.
  let write: Double
  /// Peak resident memory while deriving and rendering, in KiB; 0 where the system does not tell.
  let peakMemory: Int

  /// Measures a ledger; throws when it cannot be derived.
  init(of ledger: Ledger, named name: String, form: Form, codes: CodeBook) throws {
    self.name = name
    rows = ledger.expenditure.count
    let library = try TemplateLibrary()
    let checker = try Checker(form: form, codes: codes)
    func composed() throws -> ComposedDisclosure {
      try ComposedDisclosure(ledger, form: form, codes: codes, checker: checker, library: library)
    }
    let report = try composed().report()
    func pages() throws -> [[UInt8]] { try composed().package(report, formats: [.html, .md]).files.map(\.bytes) }
    derive = try Self.medianSeconds { _ = try TableSet(deriving: ledger, form: form, codes: codes) }
    PeakMemory.reset()
    let output = try pages()
    peakMemory = PeakMemory.kibibytes
    bytes = output.reduce(0) { $0 + $1.count }
    render = try Self.medianSeconds { _ = try pages() }
    let folder = FileManager.default.temporaryDirectory.path + "/juesuan-bench"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    write = try Self.medianSeconds {
      for (index, bytes) in output.enumerated() { try WholeFile("\(folder)/\(index)").write(bytes) }
    }
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The median of at least five runs, and of as many as fit into half a second.
  private static func medianSeconds(_ work: () throws -> Void) throws -> Double {
    let clock = ContinuousClock()
    var seconds: [Double] = []
    let start = clock.now
    while seconds.count < 5 || clock.now - start < .milliseconds(500) {
      seconds.append(try clock.measure(work) / .seconds(1))
    }
    return seconds.sorted()[seconds.count / 2]
  }

  /// The measurements as a table for people.
  static func table(_ results: [Measurement]) -> String {
    var lines = ["支出行数    推导/秒    推导+网页/秒    微秒/行    KB      写盘倍数    峰值内存MB    账"]
    for result in results {
      lines.append(
        [
          padded(String(result.rows), 8), padded(decimal(1 / result.derive, 0), 11),
          padded(decimal(1 / result.render, 0), 16),
          padded(decimal(result.render * 1e6 / Double(max(1, result.rows)), 1), 11),
          padded(String(result.bytes / 1024), 7),
          padded(decimal(result.render / result.write, 1), 12),
          padded(decimal(Double(result.peakMemory) / 1024, 1), 14),
          "    " + result.name,
        ].joined())
    }
    lines.append("推导：账到十张表；推导+网页：再到 HTML 和 Markdown；写盘倍数：推导+网页的时间与把同样的字节写到磁盘的时间之比。各为中位数。")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The measurements as JSON; times in nanoseconds.
  static func json(_ results: [Measurement]) -> String {
    func nanoseconds(_ seconds: Double) -> JSONOutput { .integer(Int64(seconds * 1e9)) }
    return JSONWriter.text(
      of: .array(
        results.map { result in
          .inline(
            .object([
              ("name", .string(result.name)), ("rows", .integer(Int64(result.rows))),
              ("bytes", .integer(Int64(result.bytes))), ("deriveNanoseconds", nanoseconds(result.derive)),
              ("renderNanoseconds", nanoseconds(result.render)), ("writeNanoseconds", nanoseconds(result.write)),
              ("peakMemoryKiB", .integer(Int64(result.peakMemory))),
            ]))
        }))
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
