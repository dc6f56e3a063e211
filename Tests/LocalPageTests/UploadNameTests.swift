import Testing

@testable import LocalPage

@Suite struct UploadNameTests {
  @Test(arguments: ["../x", "a/../b", "/x", "a//b", ".x", "a/.git/b", "-", "", "a\\b", "a\0b", "a\nb"])
  func namesThatLeadElsewhereAreRefused(name: String) {
    #expect(throws: Refusal.self) { try UploadName(name) }
  }

  @Test(arguments: ["决算.pdf", "甲局/2024/表.xlsx", "a b.docx", "<script>.html"])
  func namesOfPeopleAreTaken(name: String) throws {
    #expect(try UploadName(name).path == name)
  }
}
