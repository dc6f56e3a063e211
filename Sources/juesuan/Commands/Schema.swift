import Accounts

extension Command {
  /// `juesuan schema`: what a ledger holds, for people or as the JSON it is kept in.
  static let schema = Command(
    "schema", "列出账里有哪些表、哪些列，各填什么",
    options: format,
    discussion: ["json 是这份定义本身。"],
    examples: ["juesuan schema --format json"],
    run: { try $0.schema($1) })
}

private enum Format: String, Choice { case text, json }

private let format = Option.format(Format.text)

extension Arguments {
  fileprivate func schema(_ terminal: Terminal) throws -> ExitStatus {
    switch self[format] {
    case .json: try terminal.print(bytes: Array(LedgerSchema.standardText.utf8))
    case .text: try terminal.print(Self.text(of: try .standard()))
    }
    return .success
  }

  private static func text(of schema: LedgerSchema) -> String {
    var lines = ["账是一个工作簿，每张表一张工作表；或一个目录，每张表一个 CSV 文件，名称即表名；或一个 JSON 文件，每张表一个数组。* 为必填。", ""]
    for sheet in schema.sheets {
      lines.append("\(sheet.title)\(sheet.required ? " *" : "")　\(sheet.help)")
      for column in sheet.columns {
        lines.append("    \(column.heading)\(column.required ? " *" : "")　\(words(column.type))。\(column.help)")
        if let choices = column.choices { lines.append("        取值：\(choices.joined(separator: "、"))") }
      }
      if let items = sheet.items {
        lines.append("    \(sheet.columns.first { $0.type == .item }?.heading ?? "项目")：")
        for item in items {
          let type = item.type == .none ? "" : words(item.type)
          let asked = item.asked.map { String(sheet.words(of: $0).dropLast()) } ?? ""
          let words = [type, item.choices?.joined(separator: "、") ?? "", item.help, asked].filter { !$0.isEmpty }
          lines.append("        \(item.name)\(item.required ? " *" : "")　\(words.joined(separator: "。"))")
        }
      }
      if let key = sheet.key?.map(sheet.heading).joined(separator: " + ") {
        lines.append(sheet.addsUp ? "    可以有几行，金额相加：同一 \(key)" : "    不重复：\(key)")
      }
      lines.append("")
    }
    return lines.dropLast().joined(separator: "\n")
  }

  private static func words(_ type: LedgerSchema.ValueType) -> String {
    switch type {
    case .amount: "金额（元，最多两位小数；标题写明（万元）时为万元，最多六位）"
    case .choice, .item: "从列出的值中选"
    case .value: "由项目决定"
    default: type.expectation
    }
  }
}
