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
    let compared = ComparedRelations(of: review.relations)
    return [
      "comparison": review.comparison.map(comparison) ?? .null,
      "hasRelations": .bool(compared.count > 0),
      "relationCount": .text(String(compared.count)),
      "rules": .list(rules(compared)),
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
  private func rules(_ compared: ComparedRelations) -> [MustacheValue] {
    var names: [FigureAddress: (name: String, printed: String)] = [:]
    for (figure, name) in review.tables.tables.flatMap(\.namedFigures) where names[figure.address] == nil {
      names[figure.address] = (name, figure.figure.text)
    }
    if let prose = review.tables.prose {
      for claim in prose.claims where names[claim.address] == nil {
        names[claim.address] = ("文中的\(prose.words(of: claim))", claim.printed)
      }
    }
    return compared.groups.map { group in
      let counts = group.counts
      return .object([
        "rule": .text(group.rule), "title": .text(titles[group.rule] ?? ""),
        "summary": .text(
          (counts.violated > 0 ? "不符 \(counts.violated)，" : "")
            + (counts.withinRounding > 0 ? "舍入差异 \(counts.withinRounding)，" : "") + "相等 \(counts.equal)"),
        "cases": .list(group.cases.map { self.case($0.relation, $0.outcome, names) }),
      ])
    }
  }

  private func `case`(
    _ relation: Relation, _ outcome: Outcome, _ names: [FigureAddress: (name: String, printed: String)]
  ) -> MustacheValue {
    let (kind, word) =
      switch outcome {
      case .withinRounding: ("rounding", outcome.verdict)
      case .violated: ("violated", outcome.verdict)
      case .equal, .notApplicable, .notChecked: ("", "相等")
      }
    let sign = relation.isEquality ? "=" : "≤"
    let isAcross = Set(relation.terms.map(\.address.table)).count > 1
    let left = words(relation.left, names, isAcross: isAcross)
    let right = words(relation.right, names, isAcross: isAcross)
    return .object([
      "terms": .text(relation.terms.map(\.address.description).joined(separator: " ")), "outcome": .text(kind),
      "words": .text("\(left) \(sign) \(right)　\(word)"),
    ])
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
    func rows(_ files: [CheckedFile]) -> MustacheValue {
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
            "automatic": .text(item.rules.isEmpty ? "须由人看" : review.report.found(byRules: item.rules)),
          ])
        }),
      "hasInputs": .bool(!signOff.inputs.isEmpty), "inputs": rows(signOff.inputs),
      "inputsDigest": .text(SignOff.digest(of: signOff.inputs).hexadecimal),
      "hasFiles": .bool(!signOff.files.isEmpty), "files": rows(signOff.files),
      "filesDigest": .text(SignOff.digest(of: signOff.files).hexadecimal),
      "signatures": .list(checklist.signatures.map { .text($0) }),
    ])
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
