import Accounts
import Testing

@Suite struct HalfWidthTests {
  @Test(
    arguments: [
      ("因公出国 (境) 费", "因公出国(境)费"), ("（Ａ１）", "(A1)"), ("\u{3000}金　额\n", "金额"), ("“三公”", "“三公”"), ("", ""),
      ("～！", "~!"), ("￥", "￥"),
    ])
  func namesFoldForComparison(text: String, folded: String) {
    #expect(text.foldedForComparison == folded)
  }

  @Test(arguments: [(" a b ", "a b"), ("\u{3000}\n甲\t", "甲"), ("   ", ""), ("", "")])
  func trimmedTextKeepsItsInside(text: String, trimmed: String) {
    #expect(text.trimmed == trimmed)
  }

  /// What Unicode says of each character decides, not the bytes that the folding works on.
  @Test func everyCharacterFoldsAsUnicodeSays() {
    var wrong: [Unicode.Scalar] = []
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = "甲\(scalar)乙".foldedForComparison
      let expected =
        scalar.properties.isWhitespace
        ? "甲乙" : (0xFF01...0xFF5E).contains(value) ? "甲\(Unicode.Scalar(value - 0xFEE0) ?? scalar)乙" : "甲\(scalar)乙"
      let trimmed = "\(scalar)甲\(scalar)".trimmed
      let inside = scalar.properties.isWhitespace ? "甲" : "\(scalar)甲\(scalar)"
      if !folded.utf8.elementsEqual(expected.utf8) || !trimmed.utf8.elementsEqual(inside.utf8) { wrong.append(scalar) }
    }
    #expect(wrong.isEmpty)
  }
}
