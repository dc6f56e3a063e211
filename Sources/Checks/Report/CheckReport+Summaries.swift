package import Accounts
import Formats
package import Tables

extension CheckReport {
  /// A residual that rounding explains, as printed.
  package struct PrintedResidual {
    /// The identity's id.
    package let rule: String
    /// The figure that stands first in its formula.
    package let address: String
    /// What that figure is called.
    package let label: String
    package let residual: String
    package let allowed: String
  }

  /// The residuals that rounding explains, each in the unit of the figure that stands first.
  package func printedResiduals(_ tables: TableSet) -> [PrintedResidual] {
    residuals.map { residual in
      let address = FigureAddress(residual.subject)
      let figure = address.flatMap { tables.figure(at: $0) }?.figure
      let label = address.map { tables.words(at: $0) } ?? ""
      let unit = figure?.unit ?? .money(.yuan)
      return PrintedResidual(
        rule: residual.identity, address: residual.subject, label: label,
        residual: unit.text(ofDifference: residual.residual), allowed: unit.text(ofDifference: residual.allowed))
    }
  }

  /// Why cases were not checked, each reason once with how often it was met, in the order in which it first was; what was not
  /// read of one table is one reason, with the first figures named.
  package var reasonsNotChecked: [(reason: String, count: Int)] {
    var reasons: [(reason: String, figures: [String], count: Int)] = []
    var positions: [String: Int] = [:]
    for reason in notChecked.map(\.reason) {
      let words = reason.split(separator: " ")
      let address = words.last.flatMap { words.count > 1 ? FigureAddress($0) : nil }
      let key = address.map { "\(words.dropLast().joined(separator: " "))\($0.table.publicName)的" } ?? reason
      if positions[key] == nil {
        positions[key] = reasons.count
        reasons.append((key, [], 0))
      }
      let position = positions[key] ?? 0
      reasons[position].count += 1
      if let address = address?.description, !reasons[position].figures.contains(address) {
        reasons[position].figures.append(address)
      }
    }
    return reasons.map { reason, figures, count in
      let named = figures.prefix(Self.figuresNamed).joined(separator: "、")
      return (reason + named + (figures.count > Self.figuresNamed ? " 等 \(figures.count) 个数" : ""), count)
    }
  }

  /// How many of the figures that were not read a reason names; all of them stand with the cases.
  private static let figuresNamed = 4

  /// The findings, each with those that it explains behind it.
  package var allFindings: [Finding] { findings.flatMap { [$0] + $0.symptoms } }

  /// The ids of the rules that findings stand against.
  package var violatedRules: Set<String> { Set(allFindings.map(\.rule)) }

  /// The positions of the findings that concern each figure, by its address, worst first.
  package var findingsByAddress: [String: [Int]] {
    var positions: [String: [Int]] = [:]
    for (position, finding) in findings.enumerated() {
      for address in Set(finding.operands.map(\.address)) { positions[address, default: []].append(position) }
    }
    return positions
  }

  /// The tables that findings concern, with how many concern each, in the order of the tables.
  package var findingsByTable: [(table: String, count: Int)] {
    var counts: [String: Int] = [:]
    for finding in findings { for table in finding.tables { counts[table, default: 0] += 1 } }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// How much was found against the rules whose ids begin with one of these, in words.
  package func found(byRules prefixes: [String]) -> String {
    func concerns(_ finding: Finding) -> Bool {
      ([finding] + finding.symptoms).contains { one in prefixes.contains { one.rule.begins(with: $0) } }
    }
    let found = findings.filter(concerns)
    let waived = waived.count { concerns($0.finding) }
    let words =
      Finding.Severity.allCases.compactMap { severity -> String? in
        let count = found.count { $0.severity == severity }
        return count > 0 ? "\(severity.word) \(count)" : nil
      } + (waived > 0 ? ["已豁免 \(waived)"] : [])
    return words.isEmpty ? "没有发现问题" : words.joined(separator: "，")
  }
}

extension Finding {
  /// The tables it concerns, by their numbers; `整体` for one that concerns no figure.
  package var tables: [String] {
    var seen: Set<String> = []
    let keys = operands.compactMap { operand -> String? in
      let key = operand.address.prefix { $0 != "." }
      return key.begins(with: "上年") || key.isEmpty ? nil : String(key)
    }.filter { seen.insert($0).inserted }
    return keys.isEmpty ? ["整体"] : keys
  }

  /// The rules beside its own that are violated too, of those that share figures with it.
  package func alsoViolated(of violated: Set<String>) -> [String] {
    related.filter { violated.contains($0) && $0 != rule }
  }
}
