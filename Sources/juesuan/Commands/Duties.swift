import Accounts
import Checks
import Disclosing
import Documents
import Reading
import Rendering
import Tables

extension Command {
  /// `juesuan duties [PATH…]`: the duties of publishing, or what came of them in publications.
  static let duties = Command(
    "duties", "列出公开义务；给出公开文件或账时，逐项对照是否做到",
    operands: Operands(0...Int.max, Parameter("[账或公开文件…]", .files), "账或公开文件，或不给"),
    options: format, .output(Format.types), .force, .together, .approved, .published, .formOfPublication, .place,
    .codes,
    .recogniser,
    discussion: [
      "公开义务是法规、规程和各地通知要求公开的内容，每项有依据；没有见到原文的，注明条款未核实。",
      "不给文件时列出全部义务；给出时逐项列出是否已公开，不能判断的说明为什么，以及在哪里、缺什么。",
      "结束状态：0 都做到或不能判断；1 有没有公开的；2 有的文件读不懂。",
    ],
    examples: [
      "juesuan duties",
      "juesuan duties 公开.docx --approved 2025-09-01 --published 2025-09-12",
      "juesuan duties 公开.pdf --format html -o 公开义务对照.html",
    ],
    run: { try $0.duties($1) })
}

private enum Format: String, OutputFormat { case text, md, json, html }

private let format = Option.format(ofOutput: Format.text)

extension Arguments {
  fileprivate func duties(_ terminal: Terminal) throws -> ExitStatus {
    let format = try outputFormat(format)
    let choices = try self.choices
    guard !operands.isEmpty else {
      let rules = try RuleCatalogue.standard().rules.filter { $0.duty != nil }
      switch format {
      case .text: try terminal.write(Array(DutiesText.list(of: rules).utf8))
      case .md: try terminal.write(Array(DutiesMarkdown.list(of: rules).utf8))
      case .json: try terminal.write(DutiesJSON.list(of: rules))
      case .html: throw UsageError("--format html 要有公开文件或账；列出全部义务用 text、md 或 json。")
      }
      return .success
    }
    var disclosures = Disclosures(choices, tell: terminal.warn)
    let inputs = try (self[.together] ? [operands] : operands.map { [$0] }).map { paths in
      let name = InputFile.displayName(of: paths)
      do {
        let disclosure = try disclosures.disclosure(of: paths)
        return CheckedInput(
          name: name, outcome: .report(try disclosures.report(on: disclosure), disclosure.tables))
      } catch let error as UnusableInput {
        terminal.report(error.problems)
        return CheckedInput(name: name, outcome: .unusable(error.problems))
      }
    }
    let run = CheckRun(inputs: inputs, unusedWaivers: [], isStrict: false, showsNotes: false)
    try terminal.write(Self.bytes(of: run, format: format))
    return run.inputs.contains { if case .unusable = $0.outcome { true } else { false } }
      ? .unusable : run.inputs.contains(where: \.hasDutyNotMet) ? .findings : .success
  }

  private static func bytes(of run: CheckRun, format: Format) throws -> [UInt8] {
    switch format {
    case .text: Array(DutiesText.text(of: run).utf8)
    case .md: Array(DutiesMarkdown.text(of: run).utf8)
    case .json: DutiesJSON.bytes(of: run)
    case .html: Array(try DutiesHTML(TemplateLibrary()).page(of: run).utf8)
    }
  }
}

extension CheckedInput {
  /// Whether a duty is not met of which a finding tells.
  fileprivate var hasDutyNotMet: Bool {
    if case .report(let report, _) = outcome { report.duties.contains { $0.state == .notMet } } else { false }
  }
}
