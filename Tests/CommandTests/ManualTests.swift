import Testing

@testable import juesuan

@Suite struct ManualTests {
  private let page = ManualPage(on: .juesuan).text

  @Test func everyCommandAndOptionIsExplained() throws {
    for command in Tool.juesuan.commands {
      let opening = try #require(page.firstRange(of: "\n.SS \(command.name)\n"))
      let end = page[opening.upperBound...].firstRange(of: "\n.S")?.lowerBound ?? page.endIndex
      let part = page[opening.upperBound..<end]
      #expect(part.contains(command.abstract.replacing("-", with: "\\-")))
      for option in command.ownOptions {
        for name in option.names { #expect(part.contains("\\fB\(name.replacing("-", with: "\\-"))\\fR"), "\(name)") }
        #expect(part.contains(option.explanation.replacing("-", with: "\\-")))
      }
    }
    for option in Command.commonOptions {
      for name in option.names { #expect(page.contains("\\fB\(name.replacing("-", with: "\\-"))\\fR")) }
    }
    for (_, meaning) in Tool.juesuan.exitStatuses { #expect(page.contains("\n\(meaning)\n")) }
    for (name, _) in Tool.juesuan.environment { #expect(page.contains("\\fB\(name)\\fR")) }
  }

  @Test func commandPrintsThePage() throws {
    let run = try Run("manual")
    #expect(run.status == 0 && run.errors == "" && run.text == page)
  }

  /// The typesetter finds nothing wrong with it, and breaks its Chinese lines.
  @Test(.enabled(if: OtherProgram.path("groff") != nil && OtherProgram.path("preconv") != nil, "no groff on PATH"))
  func pageIsSet() throws {
    let run = try OtherProgram("groff", ["-man", "-Kutf8", "-Tutf8", "-ww", "-P-cbou"], input: page)
    #expect(run.status == 0 && run.errors == "")
    for line in run.output.split(separator: "\n") { #expect(HelpTests.width(line) <= 80 + 6, "\(line)") }
    for command in Tool.juesuan.commands {
      for option in command.options { #expect(run.output.contains(option.synopsis), "\(option.synopsis)") }
    }
  }
}
