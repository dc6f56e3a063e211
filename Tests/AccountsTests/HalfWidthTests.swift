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
}
