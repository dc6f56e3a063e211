import Seasons
import Testing

/// Names of files and folders after what people named.
@Suite struct PlainNameTests {
  @Test func whatCanStandStays() { #expect(plainName(of: "甲市民政局（本级）2024") == "甲市民政局（本级）2024") }

  /// What would lead elsewhere, hide, or end a link is gone, and two that then look alike are told apart.
  @Test func whatCannotStandGoes() {
    for bad in ["甲/乙", "../外", ".隐", "甲 乙", "甲#乙", "甲%20乙", "a:b", "甲\u{0}乙"] {
      let name = plainName(of: bad)
      #expect(!name.hasPrefix(".") && !name.contains { "/\\:*?\"<>|#%&' \u{0}".contains($0) })
    }
    #expect(Set(["甲/乙", "甲-乙", "甲 乙", "甲#乙"].map { plainName(of: $0) }).count == 4)
    #expect(plainName(of: String(repeating: "长", count: 300)).utf8.count <= 255)
    #expect(!plainName(of: "..").isEmpty && !plainName(of: "").isEmpty)
  }
}
