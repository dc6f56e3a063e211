package import Accounts
import Formats

/// A report of an earlier round (上次的核对结果), as `check --format json` wrote it.
package struct EarlierReport: Sendable {
  /// The findings of each input, by what it was called; the waived ones are among them.
  private let findings: [(source: String, findings: [EarlierFinding])]

  /// Reads the report of a file; throws ``UnusableInput`` where it is none.
  package init(at path: String, from files: InputFiles = InputFiles()) throws(UnusableInput) {
    let file = InputFile.displayName(of: path)
    func problem(_ line: Int, _ found: String) -> UnusableInput {
      UnusableInput([
        Problem(
          at: SourceLocation(file: file, line: line), found: found, expected: "应是上次 juesuan check --format json 写的报告")
      ])
    }
    let text = try files.text(of: path)
    let root: JSONNode
    do throws(JSONTextError) {
      root = try JSONText.parse(text)
    } catch {
      throw problem(error.line, error.message)
    }
    do throws(JSONFieldError) {
      let inputs = try root.optional("inputs")?.array() ?? [root]
      findings = try inputs.map { input throws(JSONFieldError) in
        let all = try input.field("findings").array() + (input.optional("waived")?.array() ?? [])
        return (try input.field("source").string(), try all.map(Self.finding))
      }
    } catch {
      throw problem(error.line, error.message)
    }
  }

  private static func finding(_ node: JSONNode) throws(JSONFieldError) -> EarlierFinding {
    EarlierFinding(
      id: try node.field("id").string(), rule: try node.field("rule").string(),
      message: try node.field("message").string(), addresses: try node.optional("addresses")?.strings() ?? [],
      symptoms: try node.optional("symptoms")?.array().map { one throws(JSONFieldError) in
        try one.field("rule").string()
      } ?? [])
  }

  /// What was found in an input; where the report is of one only, whatever it was called, and nil where it is of others.
  package func findings(of source: String) -> [EarlierFinding]? {
    findings.count == 1 ? findings[0].findings : findings.first { $0.source == source }?.findings
  }
}
