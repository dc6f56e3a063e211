import Accounts
import Checks
import Documents
import Formats
import Mustache
import Tables

/// What a draft's page shows behind the disclosure: last year's figures, the identities, the rows of the ledger, and what
/// is signed.
struct HTMLMaterials {
  /// Most changes listed; a department of thousands of codes has tens of thousands.
  private static let listedChanges = 300
  /// Most figures of a sum that are named.
  private static let namedTerms = 6

  private let review: Review
  private let document: Document
  private let titles: [String: String]
  private let checklist: Checklist

  init(_ review: Review, of document: Document, titles: [String: String], checklist: Checklist) {
    self.review = review
    self.document = document
    self.titles = titles
    self.checklist = checklist
  }

  /// The materials as their template is given them.
  var context: [String: MustacheValue] {
    let rules = self.rules
    return [
      "comparison": review.comparison.map(comparison) ?? .null,
      "hasRelations": .bool(!rules.isEmpty),
      "relationCount": .text(String(rules.reduce(0) { $0 + $1.cases.count })),
      "rules": .list(
        rules.map { rule, summary, cases in
          .object([
            "rule": .text(rule), "title": .text(titles[rule] ?? ""), "summary": .text(summary), "cases": .list(cases),
          ])
        }),
      "sources": review.sources.map(sources) ?? .null,
      "signOff": review.signOff.map(signOff) ?? .null,
    ]
  }

  private func comparison(_ comparison: YearComparison) -> MustacheValue {
    let shown = comparison.changed.prefix(Self.listedChanges)
    let missing = comparison.changed.count { $0.reason == .missing }
    let rest = comparison.changed.count - shown.count
    return .object([
      "count": .text(String(comparison.changed.count)),
      "summary": .text(
        "与上年不同的有 \(comparison.changed.count) 个数"
          + (missing > 0 ? "，其中 \(missing) 个文中写了增减而没有写明原因，列在最前；其余按增减的大小排列" : "，按增减的大小排列")
          + (rest > 0 ? "，另有 \(rest) 个变动较小的没有列出" : "") + "。"),
      "hasRows": .bool(!shown.isEmpty),
      "rows": .list(
        shown.map { entry in
          let reason =
            switch entry.reason {
            case .given(let sentence): sentence
            case .missing: "没有写明"
            case .notMentioned: "文中没有提到"
            }
          return .object([
            "address": .text(entry.address.description), "name": .text(entry.name), "now": .text(entry.now),
            "before": .text(entry.before), "change": .text(entry.change), "rate": .text(entry.rate ?? ""),
            "reason": .text(reason), "isMissing": .bool(entry.reason == .missing),
          ])
        }),
    ])
  }

  /// The cases that were compared, by rule in the order of the catalogue.
  private var rules: [(rule: String, summary: String, cases: [MustacheValue])] {
    var names: [FigureAddress: (name: String, printed: String)] = [:]
    for (figure, name) in review.tables.tables.flatMap(\.namedFigures) where names[figure.address] == nil {
      names[figure.address] = (name, figure.figure.text)
    }
    for claim in review.tables.prose?.claims ?? [] where names[claim.address] == nil {
      names[claim.address] = ("文中的\(claim.words)", claim.printed)
    }
    var rules: [(rule: String, summary: String, cases: [MustacheValue])] = []
    var counts = (equal: 0, rounding: 0, violated: 0)
    for relation in review.relations {
      let outcome: String
      let word: String
      switch relation.outcome {
      case .equal: (outcome, word) = ("", "相等")
      case .withinRounding: (outcome, word) = ("rounding", "舍入差异")
      case .violated: (outcome, word) = ("violated", "不符")
      case .notApplicable, .notChecked, nil: continue
      }
      if rules.last?.rule != relation.identity {
        rules.append((relation.identity, "", []))
        counts = (0, 0, 0)
      }
      switch outcome {
      case "": counts.equal += 1
      case "rounding": counts.rounding += 1
      default: counts.violated += 1
      }
      let sign = relation.isEquality ? "=" : "≤"
      let isAcross = Set(relation.terms.map(\.address.table)).count > 1
      let left = words(relation.terms.filter { $0.weight > 0 }, names, isAcross: isAcross)
      let right = words(relation.terms.filter { $0.weight < 0 }, names, isAcross: isAcross)
      rules[rules.count - 1].cases.append(
        .object([
          "terms": .text(relation.terms.map(\.address.description).joined(separator: " ")), "outcome": .text(outcome),
          "words": .text("\(left) \(sign) \(right)　\(word)"),
        ]))
      rules[rules.count - 1].summary =
        (counts.violated > 0 ? "不符 \(counts.violated)，" : "")
        + (counts.rounding > 0 ? "舍入差异 \(counts.rounding)，" : "") + "相等 \(counts.equal)"
    }
    return rules
  }

  /// A side in words; with `isAcross` each figure with its table.
  private func words(
    _ terms: [Relation.Term], _ names: [FigureAddress: (name: String, printed: String)], isAcross: Bool
  ) -> String {
    let named = terms.prefix(Self.namedTerms).map { term in
      let (name, printed) = names[term.address] ?? (term.address.description, "")
      let weight = term.weight.magnitude == 1 ? "" : "\(term.weight.magnitude)×"
      // Between tables the same words may stand on both sides.
      let table = isAcross && term.address.table != .prose ? "公开\(term.address.table.rawValue)表的" : ""
      return "\(weight)\(table)\(name) \(printed.isEmpty ? "空白" : printed)"
    }
    guard !named.isEmpty else { return "0" }
    return named.joined(separator: " + ") + (terms.count > named.count ? " + … 等 \(terms.count) 个" : "")
  }

  private func sources(_ sources: FigureSources) -> MustacheValue {
    .object([
      "count": .text(String(sources.sums.count)),
      "rowCount": .text(String(sources.rows.count)),
      "sums": .list(
        sources.sums.map { sum in
          .object([
            "address": .text(sum.address.description), "name": .text(sum.name),
            "printed": .text(sum.printed.isEmpty ? "空白" : sum.printed), "total": .text(sum.total),
            "count": .text(String(sum.count)), "codes": .text(sum.rows.map(\.code).joined(separator: " ")),
            "rows": .text(sum.rows.map(\.words).joined(separator: "、")),
          ])
        }),
      "rows": .list(
        sources.rows.enumerated().map { index, row in
          .object([
            "number": .text(String(index + 1)), "words": .text(row.words), "value": .text(row.value),
            "place": .text(row.place),
          ])
        }),
    ])
  }

  private func signOff(_ signOff: SignOff) -> MustacheValue {
    func rows(_ files: [SignOff.File]) -> MustacheValue {
      .list(
        files.map {
          .object([
            "name": .text($0.name), "size": .text(groupedDigits(String($0.size))),
            "digest": .text($0.digest.hexadecimal),
          ])
        })
    }
    return .object([
      "scope": .text(document.unit.scope.rawValue),
      "unitName": .text(document.unit.name),
      "year": .text(document.unit.year > 0 ? String(document.unit.year) : "不详"),
      "input": .text(review.input),
      "items": .list(
        checklist.items.enumerated().map { index, item in
          .object([
            "number": .text(String(index + 1)), "item": .text(item.item), "how": .text(item.how),
            "automatic": .text(automatic(item)),
          ])
        }),
      "hasInputs": .bool(!signOff.inputs.isEmpty), "inputs": rows(signOff.inputs),
      "inputsDigest": .text(SignOff.digest(of: signOff.inputs).hexadecimal),
      "hasFiles": .bool(!signOff.files.isEmpty), "files": rows(signOff.files),
      "filesDigest": .text(SignOff.digest(of: signOff.files).hexadecimal),
      "signatures": .list(checklist.signatures.map { .text($0) }),
    ])
  }

  /// What checking says of an item; nothing where no rule looks at it.
  private func automatic(_ item: Checklist.Item) -> String {
    guard !item.rules.isEmpty else { return "须由人看" }
    func concerns(_ finding: Finding) -> Bool { item.rules.contains { finding.rule.hasPrefix($0) } }
    let found = review.report.findings.filter(concerns)
    let waived = review.report.waived.count { concerns($0.finding) }
    let words =
      Finding.Severity.allCases.compactMap { severity -> String? in
        let count = found.count { $0.severity == severity }
        return count > 0 ? "\(severity.word) \(count)" : nil
      } + (waived > 0 ? ["已豁免 \(waived)"] : [])
    return words.isEmpty ? "没有发现问题" : words.joined(separator: "，")
  }
}

extension ClosedRange<Int> {
  /// `3-7`, and `!3-7` for what is taken away.
  fileprivate var code: String {
    let (low, high) = lowerBound > 0 ? (lowerBound, upperBound) : (-upperBound, -lowerBound)
    return (lowerBound > 0 ? "" : "!") + (low == high ? String(low) : "\(low)-\(high)")
  }

  /// `3–7`, and `减 3–7` for what is taken away.
  fileprivate var words: String {
    let (low, high) = lowerBound > 0 ? (lowerBound, upperBound) : (-upperBound, -lowerBound)
    return (lowerBound > 0 ? "" : "减 ") + (low == high ? String(low) : "\(low)–\(high)")
  }
}
