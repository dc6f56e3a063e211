import Accounts
import Checks
import Disclosing
import Documents
import Reading
import Rendering
import System
import Tables

extension Command {
  /// `juesuan preview LEDGER|PACKAGE -o FILE`: the draft as one page, the findings on the figures they concern; with
  /// `--watch` again whenever what it is made from changes.
  static let preview = Command(
    "preview", "写出公开前的预览：一个网页，发现标在所涉的数上",
    operands: Operands(1...Int.max, Parameter("账或公开文件…", .files), "一个账或公开文件"),
    options: output, .force, .together, opens, watches, .prior.saying("上年的账或公开文件；列出各数的增减，没有写明原因的在前"), .waivers, .assume,
    .noCharts, .formOfPublication, .place, .codes, .recogniser, .templates,
    discussion: [
      "一个网页文件，不连网，给审核的人看。",
      "每页有“仅供内部审核”；发现按级别和表列出，标在所涉的数上；点任何一个数，看它的勾稽关系、上年数和账上的来源；后面附已豁免的发现、与上年的比较、"
        + "全部勾稽关系、各数的账目来源，和可以打印签字的复核单。",
      "PDF、OFD 和扫描件，读出数来的各页附在表旁：点表里的数，原件上标出它在哪里；点原件上的数，到它的格。"
        + "最多附 60 页、12 MB，其余的说明是哪些页。画原件要有 pdftoppm；没有它的 PDF 和 OFD，按读出的文字位置绘制，并注明不是原件影像。",
    ],
    examples: [
      "juesuan preview Examples/datong-2024 -o 预览.html --open",
      "juesuan preview 填报.xlsx -o 预览.html --prior 上年公开 --watch",
    ],
    run: { try $0.preview($1) })
}

private let output = Option.requiredOutput(
  "文件.html", types: [.html], help: "写到哪里；- 为标准输出",
  missing: "没有输出文件，应以 -o 给出，如 -o 预览.html。")

private let opens = Option.flag("--open", help: "写好后用浏览器打开")

private let watches = Option.flag(
  "--watch", help: "一有改动就重写：账、上年、豁免、科目、表样或模板；打开的页面随着更新，按 Ctrl-C 结束")

extension Arguments {
  fileprivate func preview(_ terminal: Terminal) throws -> ExitStatus {
    let paths = try publication
    let file = self[output]
    guard self[watches] else {
      let draft = try draft(of: paths, terminal)
      try terminal.write(Array(draft.page().utf8))
      terminal.note(draft.review.report.verdict)
      if self[opens] { terminal.showInBrowser(file) }
      return .success
    }
    guard !paths.contains("-"), let outputFile = terminal.outputFile else {
      throw UsageError("--watch 盯着文件的变化，不能用标准输入或标准输出。")
    }
    if let folder = outputFile.inputFolder {
      throw UsageError("--watch 盯着 \(folder) 里的变化，不能写在它里面。请另给一个位置。")
    }
    return try watch(paths, outputFile, terminal)
  }

  /// Writes the draft, and again whenever an input changes; what is wrong with an input shows on the page. Ends when it
  /// is interrupted, or when the page cannot be written.
  private func watch(_ paths: [String], _ output: OutputFile, _ terminal: Terminal) throws -> ExitStatus {
    let watched = paths + [self[.prior], self[.waivers]].compactMap { $0 } + (try choices.files)
    var changes = FileChanges { InputFile.watched(watched) }
    var last: Draft?
    var count = 0
    while true {
      var draft: Draft
      do {
        draft = try self.draft(of: paths, terminal)
        last = draft
        terminal.note("已写出 \(output.path)。\(draft.review.report.verdict)")
      } catch let error as UnusableInput {
        terminal.report(error.problems)
        draft = try last ?? Draft(unreadable: paths)
        draft.review.problems = error.problems.map(\.message)
      } catch {
        let message = describe(error)
        _ = terminal.report(message)
        draft = try last ?? Draft(unreadable: paths)
        draft.review.problems = [message]
      }
      count += 1
      draft.review.stamp = "\(getpid())-\(count)"
      try output.write(Array(draft.page().utf8))
      if count == 1 {
        terminal.note("正在盯着 \(InputFile.displayName(of: paths)) 的变化，按 Ctrl-C 结束。")
        if self[opens] { terminal.showInBrowser(output.path) }
      }
      changes.wait()
    }
  }

  /// A draft with all that is shown beside it.
  private func draft(of paths: [String], _ terminal: Terminal) throws -> Draft {
    var disclosures = Disclosures(try choices, tell: terminal.warn)
    return try disclosures.draft(of: paths, prior: self[.prior], waivers: self[.waivers], besides: self[output])
  }
}
