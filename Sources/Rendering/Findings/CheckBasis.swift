import Accounts
import Checks
import Formats
import Tables

/// What every report says of the check of one input (核对依据): whose it is, by what it was checked, and from which files.
struct CheckBasis {
  /// Each with its name: 单位, 年度, 表样, 规则, 软件 and, where it was given, 核对日期.
  let particulars: [(name: String, text: String)]
  /// The files that were read, those that were checked first.
  let files: [CheckedFile]
  /// The rules that were used.
  let rules: [RuleUse]

  init(of input: CheckedInput, in run: CheckRun) { self.init(of: input, by: run.record) }

  init(of input: CheckedInput, by record: CheckRecord) {
    var particulars: [(name: String, text: String)] = []
    func say(_ name: String, _ text: String?) {
      if let text, !text.isEmpty { particulars.append((name, text)) }
    }
    if case .report(let report, let tables) = input.outcome {
      say("单位", tables.unitName)
      say("年度", tables.year.map { String($0) })
      say("表样", input.form?.words)
      rules = report.rulesUsed(record.rules, in: input.form)
      let counted = rules.count { ($0.counts?.checked ?? 0) > 0 }
      let words = "用了 \(rules.count) 条，其中逐处计数的有 \(counted) 条核对过"
      say("规则", record.rules.isEmpty ? nil : words)
    } else {
      rules = []
    }
    say("软件", record.tool)
    say("核对日期", record.date)
    self.particulars = particulars
    files = input.files + record.files
  }

  /// The same, and the ids of all the rules.
  var particularsWithRules: [(name: String, text: String)] {
    particulars + (rules.isEmpty ? [] : [("规则编号", rules.map(\.rule.id).joined(separator: "、"))])
  }

  /// What a terminal shows: the files, a line each, and the rest in one. The version says which rules there are.
  var lines: [String] {
    let words = particulars.map { "\($0.name)：\($0.text)" }.joined(separator: "；")
    return files.map { "文件：\($0.words)" } + (words.isEmpty ? [] : ["依据：\(words)。"])
  }
}

extension CheckedFile {
  /// `公开.html（核对，12345 字节，SHA-256 …）`.
  var words: String { "\(name)（\(use.word)，\(size) 字节，SHA-256 \(digest.hexadecimal)）" }
}
