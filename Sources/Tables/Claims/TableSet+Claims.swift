import Accounts
import Formats

extension TableSet {
  /// What the figure at an address is called, in a table or in the text; empty when there is none.
  package func words(at address: FigureAddress) -> String {
    guard address.table == .prose else { return self[address.table]?.words(at: address) ?? "" }
    return claim(at: address).flatMap { prose?.words(of: $0) } ?? ""
  }

  /// The first claim that has an address; nil when the text makes none.
  package func claim(at address: FigureAddress) -> Claim? {
    guard address.table == .prose else { return nil }
    return prose?.claims.first { $0.measure.column == address.column && $0.address == address }
  }
}

extension Prose {
  /// What a claim states, in words.
  package func words(of claim: Claim) -> String { claim.words(naming: codeNames) }

  /// What a quantity is called.
  package func words(for quantity: String) -> String { Claim.words(for: quantity, naming: codeNames) }
}

extension Claim {
  /// The claim as the sentence states it: `5,029.36万元`, `减少68.13万元`, `持平`.
  package var printed: String {
    let number: String =
      switch (figure.content, figure.unit) {
      case (.blank, _), (.awaited, _): ""
      case (_, .money(let unit)): figure.text + unit.rawValue
      case (_, .percent): figure.text.ends(with: "%") ? figure.text : figure.text + "%"
      case (_, .things): figure.text
      }
    return (direction.map { word(of: $0) } ?? "") + number
  }

  private func word(of direction: Direction) -> String {
    switch (measure, direction) {
    case (_, .equal): "持平"
    case (.comparison, .more): "大于"
    case (.comparison, .less): "小于"
    case (.changeRate, .more): "增长"
    case (.changeRate, .less): "下降"
    case (_, .more): "增加"
    case (_, .less): "减少"
    }
  }
}
