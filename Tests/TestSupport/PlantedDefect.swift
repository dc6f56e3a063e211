import Accounts
import Checks
import Disclosing
import FoundationEssentials
import Rendering

/// A defect as inspections report it, put into the publication of an example that is in order otherwise.
///
/// `juesuan-bench defects` puts in every one of the list, a test some of each kind.
package struct PlantedDefect: Decodable, Sendable {
  package let id: String
  /// What kind of defect it is: 文字残留, 年度, “三公”事项.
  package let kind: String
  /// What it is, in a few words.
  package let what: String
  /// The example it is put into.
  let example: String
  /// The words that are replaced, where they first stand.
  let find: String
  /// Where what is replaced ends: the next of these words behind `find`, which stay; nil where only `find` is replaced.
  let until: String?
  /// What is put in its place.
  let put: String
  /// What else is replaced, each where it first stands, where the same is said twice.
  let also: [String: String]?
  /// Whether the publication begins with a table of contents, which it has not otherwise.
  let hasContents: Bool?
  /// The rules that may speak of it; a finding of any other that is not in the untouched publication is false.
  let rules: [String]
  /// The words one of which a finding has to have, to name the defect.
  let names: [String]

  /// The whole list.
  package static func all() throws -> [PlantedDefect] { try Fixture.value([PlantedDefect].self, "defects.json") }

  /// What came of one.
  package struct Outcome: Sendable {
    /// Whether a finding names it.
    package let isFound: Bool
    /// The findings beside it that speak of something else.
    package let beside: [String]
    /// Every finding that the untouched publication does not have.
    package let findings: [String]
  }

  /// The words to replace are not in the publication.
  package struct Misplaced: Error { package let id: String }

  /// Puts it in, checks the publication as the tool does, and compares with the untouched one.
  package func outcome() throws -> Outcome {
    let text = try hasContents == true ? Self.withContents(Self.text(of: example)) : Self.text(of: example)
    guard let start = text.firstRange(of: find) else { throw Misplaced(id: id) }
    var end = start.upperBound
    if let until {
      guard let stop = text[end...].firstRange(of: until) else { throw Misplaced(id: id) }
      end = stop.lowerBound
    }
    var altered = text[..<start.lowerBound] + put + text[end...]
    for (words, others) in (also ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let range = altered.firstRange(of: words) else { throw Misplaced(id: id) }
      altered.replaceSubrange(range, with: others)
    }
    let known = try Self.untouched(example, hasContents == true)
    let new = try Self.findings(String(altered)).filter {
      !known.contains(Self.mark($0))
    }
    return Outcome(
      isFound: new.contains { finding in
        mayCome(finding) && names.contains { Self.words(finding).contains($0) }
      },
      beside: new.filter { !mayCome($0) }.map(Self.words), findings: new.map(Self.words))
  }

  /// Whether a finding, or one folded under it, is of a rule that may speak of the defect.
  private func mayCome(_ finding: Finding) -> Bool {
    ([finding] + finding.symptoms).contains { rules.contains($0.rule) }
  }

  /// What is found in an untouched publication, marked so that what a defect adds can be told.
  package static func untouched(_ example: String, _ hasContents: Bool) throws -> Set<String> {
    let made = try (hasContents ? withTable : without).get()
    return made[example] ?? []
  }

  private static let without = Once { try marks { try text(of: $0) } }
  private static let withTable = Once { try marks { try withContents(text(of: $0)) } }

  private static func marks(_ text: (String) throws -> String) throws -> [String: Set<String>] {
    try Dictionary(
      uniqueKeysWithValues: Example.allCases.map { ($0.rawValue, Set(try findings(text($0.rawValue)).map(mark))) })
  }

  /// The publication of an example in Markdown, in which no number is marked with the amount behind it.
  private static func text(of example: String) throws -> String {
    guard let one = Example(rawValue: example) else { throw Misplaced(id: example) }
    return try one.text("index.md")
  }

  /// The same with its table of contents: every part and every section.
  private static func withContents(_ text: String) -> String {
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") || $0.hasPrefix("### ") }
      .map { $0.drop { $0 == "#" || $0 == " " } }
    guard let first = text.firstRange(of: "\n## ") else { return text }
    var text = text
    text.replaceSubrange(
      first.lowerBound..<first.lowerBound, with: "\n目录\n\n" + headings.map { $0 + "\n\n" }.joined())
    return text
  }

  private static func findings(_ text: String) throws -> [Finding] {
    let folder = try TemporaryFolder(["index.md": Array(text.utf8)])
    var disclosures = Disclosures(Choices()) { _ in }
    let disclosure = try disclosures.disclosure(at: folder.path + "/index.md")
    return try disclosures.report(on: disclosure).findings
  }

  /// What tells one finding from another, its place aside.
  private static func mark(_ finding: Finding) -> String {
    finding.rule + finding.message + finding.operands.map { $0.address + $0.printed }.joined()
  }

  /// A finding in words, its rule first.
  private static func words(_ finding: Finding) -> String {
    "[\(finding.rule)] \(finding.message)"
      + finding.operands.map { " \($0.address) \($0.label) \($0.printed)" }.joined()
      + (finding.expected.map { " 应为 \($0)" } ?? "") + finding.symptoms.map { " " + words($0) }.joined()
  }
}
