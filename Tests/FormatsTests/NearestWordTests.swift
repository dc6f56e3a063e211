import Formats
import Testing

@Suite struct NearestWordTests {
  private let words = ["new", "build", "preview", "check", "diff", "explain", "convert", "rules", "completion", "help"]

  /// One slip of the finger: a letter swapped with the next, left out, doubled, or another in its place.
  @Test func oneSlipIsUnderstood() {
    for name in words {
      for index in name.indices {
        var left = name
        left.remove(at: index)
        var doubled = name
        doubled.insert(name[index], at: index)
        var replaced = name
        replaced.replaceSubrange(index...index, with: "z")
        var slips = [left, doubled, replaced]
        if name.index(after: index) < name.endIndex {
          var swapped = left
          swapped.insert(name[index], at: swapped.index(after: index))
          slips.append(swapped)
        }
        for slip in slips where slip != name { #expect(slip.nearest(among: words) == name, "\(slip)") }
      }
    }
  }

  @Test func theOnlyWordThatBeginsSoIsMeant() {
    #expect("comp".nearest(among: words) == "completion")
    #expect("co".nearest(among: words) == nil)
    #expect("--no-c".nearest(among: ["--no-charts", "--notes"]) == "--no-charts")
  }

  @Test func whatIsFarFromAllIsNone() {
    for word in ["", "-", "-x", "建", "网页", "status", "--quite-another"] {
      #expect(word.nearest(among: words) == nil, "\(word)")
    }
    #expect("yaml".nearest(among: ["text", "json", "html", "md"]) == nil)
    #expect("-x".nearest(among: ["-o", "-q", "-h"]) == nil)
  }

  @Test func capitalsDoNotMatter() { #expect("JSON".nearest(among: ["text", "json"]) == "json") }
}
