import Accounts
import Mustache

extension NarrativeContext {
  /// Adds the texts of the ledger: paragraphs as lists, and those that end a sentence as one.
  static func addTexts(_ ledger: Ledger, _ values: inout StatementValues, _ context: inout [String: MustacheValue]) {
    var paragraphs: [String: [MustacheValue]] = [:]
    for row in ledger.texts where row.code == nil {
      for line in row.text.split(whereSeparator: \.isNewline) {
        let place = ledger.schema.place(of: row, at: .content)
        paragraphs[row.section, default: []].append(.object(["段": values.name(String(line), from: place)]))
      }
    }
    for (section, lines) in paragraphs { context[section] = .list(lines) }
    // A reason stands inside a sentence, whatever its heading in the ledger.
    for section in Set(ledger.texts.map(\.section)) where section.hasSuffix("原因") || section.hasSuffix("说明") {
      context[key(section) + "句"] = text(section, nil, ledger, &values)
    }
  }

  /// The texts of a section, for a code or for none, as one sentence; null where there are none.
  ///
  /// `leads` are words that a template has written before the sentence and that each text may begin with; a reason
  /// (原因) may begin with those of the schema. With `names` the texts for the codes below it follow, each with the name
  /// of its code; those of 项 may be spared.
  static func text(
    _ section: String, _ code: String?, _ ledger: Ledger, _ values: inout StatementValues, without leads: [String] = [],
    andBelow names: CodeNames? = nil, sparingItems: Bool = false
  ) -> MustacheValue {
    let usual = section.hasSuffix("原因") ? ledger.schema.sheet(.texts)?.column(.content)?.leads ?? [] : []
    let rows = ledger.texts.filter { row in
      row.section == section && (row.code?.digits == code || names != nil && row.isBelow(code))
        && !(sparingItems && row.code?.level == .item)
    }
    let texts = rows.sorted { ($0.code?.digits ?? "").utf8.count < ($1.code?.digits ?? "").utf8.count }.map { row in
      let lines = row.text.split(whereSeparator: \.isNewline).map { line in
        leads.reduce(withoutLead(String(line), usual)) { $0.hasPrefix($1) ? String($0.dropFirst($1.count)) : $0 }
      }
      .filter { !$0.isEmpty }.joined(separator: "；")
      return row.code?.digits == code ? lines : named(lines, row.code, names)
    }
    .filter { !$0.isEmpty }
    let places = rows.map { ledger.schema.place(of: $0, at: .content) }
    return texts.isEmpty ? .null : values.text(texts.joined(separator: "；"), from: places)
  }

  /// The reasons of budgets that pass a test, as one sentence; with `names` each has the name of its code, but for that
  /// of `code` itself. Null where there are none.
  static func budgetReason(
    _ code: String?, _ names: CodeNames, _ ledger: Ledger, _ values: inout StatementValues,
    where isMeant: (BudgetRow) -> Bool
  ) -> MustacheValue {
    let leads = ledger.schema.sheet(.budget)?.column(.changeReason)?.leads ?? []
    let rows = ledger.budget.filter { $0.reason != nil && isMeant($0) }
      .sorted { $0.code.digits.utf8.count < $1.code.digits.utf8.count }
    let reasons = rows.map { row in
      let reason = withoutLead(row.reason ?? "", leads)
      return row.code.digits == code ? withoutStop(reason) : named(reason, row.code, names)
    }
    let places = rows.map { ledger.schema.place(of: $0, at: .changeReason) }
    return reasons.isEmpty ? .null : values.text(reasons.joined(separator: "；"), from: places)
  }

  /// A reason without the words that the document writes before it (主要原因是), and the marks behind them.
  private static func withoutLead(_ text: String, _ leads: [String]) -> String {
    let trimmed = text.trimmed
    let folded = trimmed.replacing(":", with: "：")
    guard let lead = leads.filter({ folded.hasPrefix($0) }).max(by: { $0.count < $1.count }) else { return text }
    let rest = trimmed.dropFirst(lead.count).drop { "：:，, 　".contains($0) }
    return rest.isEmpty ? text : String(rest)
  }

  /// A reason with the name of the code that it is of behind it.
  private static func named(_ reason: String, _ code: FunctionCode?, _ names: CodeNames?) -> String {
    let plain = withoutStop(reason)
    guard let code, let names, !plain.isEmpty else { return plain }
    return "\(plain)（\(names.name(code.digits))）"
  }

  /// A text without the marks that end it.
  static func withoutStop(_ text: String) -> String {
    var plain = text.trimmed
    while let last = plain.last, "。；，;,".contains(last) { plain.removeLast() }
    return plain
  }

  /// A section's name without quotation marks, which no template can spell in a tag.
  private static func key(_ section: String) -> String { section.filter { !"“”".contains($0) } }
}

extension TextRow {
  /// Whether it is of a code below another.
  fileprivate func isBelow(_ other: String?) -> Bool {
    guard let other, let code else { return false }
    return code.digits != other && code.digits.hasPrefix(other)
  }
}
