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
  func preview(_ terminal: Terminal) throws -> ExitStatus {
    let path = try operands(1...1, "一个账或公开文件")[0]
    guard let output = options.output else {
      throw UsageError("没有输出文件，应以 -o 给出，如 -o 预览.html。", command: "preview")
    }
    guard options.isWatching else {
      let draft = try draft(of: path, terminal)
      try write(Array(draft.page().utf8), terminal)
      terminal.note(draft.review.report.verdict)
      if options.opens { show(output, terminal) }
      return .success
    }
    guard path != "-", output != "-" else {
      throw UsageError("--watch 盯着文件的变化，不能用标准输入或标准输出。", command: "preview")
    }
    return try watch(path, output, terminal)
  }

  /// Writes the draft, and again whenever an input changes; what is wrong with an input shows on the page. Ends when it
  /// is interrupted, or when the page cannot be written.
  private func watch(_ path: String, _ output: String, _ terminal: Terminal) throws -> ExitStatus {
    let watched = [path] + [options.prior, options.waivers].compactMap { $0 } + choices.files
    var changes = FileChanges { InputFile.watched(watched, besides: output) }
    var last: Draft?
    var count = 0
    while true {
      var draft: Draft
      do {
        draft = try self.draft(of: path, terminal)
        last = draft
        terminal.note("已写出 \(output)。\(draft.review.report.verdict)")
      } catch let error as UnusableInput {
        terminal.report(error.problems)
        draft = try last ?? Draft(unreadable: path)
        draft.review.problems = error.problems.map(\.message)
      } catch {
        let message = describe(error)
        _ = terminal.report(message)
        draft = try last ?? Draft(unreadable: path)
        draft.review.problems = [message]
      }
      count += 1
      draft.review.stamp = "\(getpid())-\(count)"
      try WholeFile(output).write(Array(draft.page().utf8))
      if count == 1 {
        terminal.note("正在盯着 \(path) 的变化，按 Ctrl-C 结束。")
        if options.opens { show(output, terminal) }
      }
      changes.wait()
    }
  }

  /// A draft with all that is shown beside it.
  private func draft(of path: String, _ terminal: Terminal) throws -> Draft {
    var disclosures = Disclosures(try choicesAssuming(), tell: terminal.warn)
    return try disclosures.draft(
      of: path, prior: options.prior, waivers: options.waivers, besides: options.output ?? "-")
  }

  /// Shows a page in the user's browser.
  private func show(_ path: String, _ terminal: Terminal) {
    #if os(macOS)
      let program = "open"
    #else
      let program = "xdg-open"
    #endif
    guard ExternalProgram.start(program, [path]) else {
      return terminal.warn("juesuan: 提醒: 没有能打开网页的程序（\(program)），请自行打开 \(path)。")
    }
  }
}
