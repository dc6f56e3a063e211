import Accounts
import Mustache
import Tables

/// Keeps the runs that a template is to place, and hands out marks that stand for them.
///
/// A template sees marks and not the texts, so that a text of the ledger can never become a heading or a directive, and a
/// claim is known from the page it ends on.
struct RunRegister {
  private var runs: [Run] = []
  /// Where the texts of the ledger stand that runs are made of, by the numbers of the runs.
  private var sources: [Int: [SourceLocation]] = [:]

  /// The mark that stands for a run.
  ///
  /// `places` are those of the ledger's texts that the run is made of.
  mutating func mark(_ run: Run, from places: [SourceLocation] = []) -> MustacheValue {
    if !places.isEmpty { sources[runs.count] = places }
    runs.append(run)
    return .text("\u{E000}\(runs.count - 1)\u{E001}")
  }

  /// Where the texts stand that a rendered template placed somewhere.
  func sources(in rendered: String) -> Set<SourceLocation> {
    var found: Set<SourceLocation> = []
    for piece in rendered.split(separator: "\u{E000}").dropFirst(rendered.hasPrefix("\u{E000}") ? 0 : 1) {
      let number = Int(piece.prefix { $0 != "\u{E001}" })
      if let number, let places = sources[number] { found.formUnion(places) }
    }
    return found
  }

  /// The runs of a rendered line: what marks stand for, and the words between.
  func resolve(_ line: String) -> [Run] {
    var found: [Run] = []
    var words = String.UnicodeScalarView()
    var number: Int?
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\u{E000}":
        if !words.isEmpty { found.append(Run(String(words))) }
        words.removeAll()
        number = 0
      case "\u{E001}":
        if let number, runs.indices.contains(number) { found.append(runs[number]) }
        number = nil
      case "0"..."9" where number != nil: number = (number ?? 0) &* 10 &+ Int(scalar.value - 48)
      default: words.append(scalar)
      }
    }
    if !words.isEmpty { found.append(Run(String(words))) }
    return found
  }
}
