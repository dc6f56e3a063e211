import Accounts
import Foundation
import Reading
import Rendering
import Tables
import Testing

/// Numbers and words of direction altered by hand in our own published page.
@Suite struct AlteredPageTests {
  private static func page(_ example: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "Examples/\(example)/disclosure/index.html"), encoding: .utf8)
  }

  private func mismatches(_ page: String) throws -> [Prose.Mismatch] {
    let file = FileManager.default.temporaryDirectory.appending(path: "juesuan-\(UUID().uuidString).html")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(page.utf8).write(to: file)
    let tables = try PublishedReader(form: Form.builtIn("national", year: 2024)).disclosure(at: file.path)
    return tables.prose?.mismatches ?? []
  }

  @Test(arguments: ["datong-2024", "yunxi-2024"]) func untouchedPageShowsWhatItMarks(example: String) throws {
    #expect(try mismatches(Self.page(example)) == [])
  }

  /// Each number gets another first digit, each word of direction becomes another word: every one is found.
  @Test(arguments: ["datong-2024", "yunxi-2024"]) func everyAlteredNumberAndWordIsFound(example: String) throws {
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
