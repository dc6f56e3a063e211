import Accounts
import Disclosing
import Formats
import Reading

extension Command {
  /// `juesuan codes [CODE|WORD…]`: the code book, whole or what matches.
  static let codes = Command(
    "codes", "查科目表",
    operands: Operands(0...Int.max, Parameter("[编码或词…]"), "科目的编码或词，或不给"),
    options: year, .codes.saying("连同补充的科目表一起查；列为 code,name,fund"), format,
    discussion: ["数字按编码的开头查，文字按名称查；都不给时列出全部科目。"],
    examples: ["juesuan codes 20138", "juesuan codes 住房 --format csv"],
    run: { try $0.codes($1) })
}

private let year = Option(
  ["--year"], of: Parameter("年度"), help: "哪一年度的科目表；默认 2024"
) { typed throws(UsageError) in
  guard let value = typed.last?.value else { return 2024 }
  guard let year = Int(value), (1990...2099).contains(year) else {
    throw UsageError("--year 的值是“\(value)”，应为四位数字的年度，如 2024。")
  }
  return year
}

private enum Format: String, Choice { case text, csv }

private let format = Option.format(Format.text)

extension Arguments {
  fileprivate func codes(_ terminal: Terminal) throws -> ExitStatus {
    let book = try choices.codeBook(year: self[year])
    let asked = operands
    func isAsked(_ code: String, _ name: String) -> Bool {
      asked.isEmpty
        || asked.contains { word in
          word.allSatisfy { ("0"..."9").contains($0) } ? code.hasPrefix(word) : name.contains(word)
        }
    }
    let entries = CodeBook.Classification.allCases.flatMap { classification in
      book.entries(classification).filter { isAsked($0.code, $0.name) }.map { (classification, $0) }
    }
    let withdrawn = book.withdrawnCodes.filter { isAsked($0.code, $0.name) }
    switch self[format] {
    case .csv:
      try terminal.print(
        bytes: CSVWriter.utf8(
          of: [["code", "name", "group", "evidence"].map { CSVField.text($0) }]
            + entries.map { _, entry in
              [.number(entry.code), .text(entry.name), .text(entry.group), .text(entry.evidence.rawValue)]
            }))
    case .text:
      for (_, entry) in entries { try terminal.print(Self.line(entry, book)) }
      for entry in withdrawn where book.entry(.function, entry.code) == nil {
        let since = entry.untilYear.map { "自 \($0 + 1) 年起停用" } ?? "已停用"
        let instead = entry.replacements.isEmpty ? "" : "，改用 \(entry.replacements.joined(separator: "、"))"
        try terminal.print("\(entry.code)　\(entry.name)　\(since)\(instead)")
      }
    }
    if entries.isEmpty, withdrawn.isEmpty {
      terminal.note("\(book.year) 年度科目表中没有与“\(asked.joined(separator: " "))”相符的科目。")
      return .findings
    }
    return .success
  }

  private static func line(_ entry: CodeBook.Entry, _ book: CodeBook) -> String {
    let indent = String(repeating: "  ", count: max(0, entry.code.utf8.count - 3) / 2)
    let evidence =
      switch entry.evidence {
      case .datong, .published: "见于公开的决算"
      case .public: "见于其他公开资料"
      case .recalled: "未经证实"
      case .user: "用户提供"
      case .ledger: "账中自定"
      }
    let former = book.formerNames(of: entry.code).map { name in
      "曾用名“\(name.name)”\(name.untilYear.map { "（至 \($0) 年）" } ?? "")"
    }
    let words = [entry.group, evidence] + former + (book.doubt(about: entry.code).map { ["存疑：\($0)"] } ?? [])
    return "\(indent)\(entry.code)　\(entry.name)　\(words.filter { !$0.isEmpty }.joined(separator: "；"))"
  }
}
