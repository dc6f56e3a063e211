package import Accounts
import Tables

/// What became of the numbers of a text (文字中的数): each is compared, or understood with nothing to compare it with, or
/// not understood.
package struct NumbersOfText: Sendable, Equatable {
  /// A number that is not understood.
  package struct Unknown: Hashable, Sendable {
    /// As printed, with its unit.
    package let text: String
    /// Where it stands; nil in a text that was never printed.
    package let place: SourceLocation?
  }

  /// How many were compared with a table, with each other or with last year.
  package let compared: Int
  /// How many are understood, while nothing else tells of what they state.
  package let understood: Int
  /// Those that are not understood, in the order of the text.
  package let unknown: [Unknown]

  /// How many numbers there are.
  package var count: Int { compared + understood + unknown.count }

  /// All of it in one line.
  package var summary: String {
    "文字中的数 \(count) 个：核对 \(compared)，读懂而没有可比的数 \(understood)，没有读懂 \(unknown.count)。"
  }
}

extension NumbersOfText {
  /// The numbers of a text of which these claims were compared. Linear in the claims.
  init(of prose: Prose, compared: Set<Claim>) {
    let numbers = prose.claims.filter { $0.figure.content != .blank }
    self.compared = numbers.count { compared.contains($0) }
    understood = numbers.count - self.compared
    unknown = prose.unattributed.map { number in
      Unknown(
        text: number.text, place: prose.lines.indices.contains(number.line) ? prose.lines[number.line].place : nil)
    }
  }
}
