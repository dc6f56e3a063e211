import Accounts
import Foundation
import Reading
import Rendering
import Tables
import TestSupport
import Testing

/// Numbers and words of direction altered by hand in our own published page.
@Suite struct AlteredPageTests {
  private static func page(_ example: Example) throws -> String {
    try String(contentsOfFile: example.folder + "/disclosure/index.html", encoding: .utf8)
  }

  private func mismatches(_ page: String) throws -> [Prose.Mismatch] {
    let folder = try TemporaryFolder(["a.html": Array(page.utf8)])
    return try Standard.reader.disclosure(at: folder.path + "/a.html").prose?.mismatches ?? []
  }

  @Test(arguments: Example.allCases) func untouchedPageShowsWhatItMarks(example: Example) throws {
    #expect(try mismatches(Self.page(example)) == [])
  }

  /// Each number gets another first digit, each word of direction becomes another word: every one is found.
  @Test(arguments: Example.allCases) func everyAlteredNumberAndWordIsFound(example: Example) throws {
    var page = try Self.page(example)
    var altered = 0
    var rest = page[...]
    var result = ""
    while let open = rest.range(of: "<data value=\""), let shown = rest[open.upperBound...].range(of: "\">"),
      let close = rest[shown.upperBound...].range(of: "</data>")
    {
      let text = rest[shown.upperBound..<close.lowerBound]
      let first = text.first?.wholeNumberValue
      let new = first.map { String(($0 + 1) % 10) + text.dropFirst() } ?? (text.hasPrefix("减") ? "增加" : "减少")
      result += rest[..<shown.upperBound] + (new == text ? "持平" : new) + "</data>"
      altered += 1
      rest = rest[close.upperBound...]
    }
    page = result + rest
    #expect(altered > 140)
    #expect(try mismatches(page).count == altered)
  }
}
