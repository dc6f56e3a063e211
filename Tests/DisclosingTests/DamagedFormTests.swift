import Accounts
import Checks
import Disclosing
import Documents
import Foundation
import Reading
import Rendering
import Tables
import TestSupport
import Testing

/// No form makes the program stop: the built-in ones, damaged at random, are refused or can be used. `juesuan-bench fuzz`
/// damages many more.
@Suite struct DamagedFormTests {
  @Test(arguments: ["national", "shanghai"])
  func aDamagedFormIsRefusedOrCanBeUsed(place: String) throws {
    let whole = try Publishing.formText(place)
    let ledger = try Example.datong.ledger
    let codes = try Standard.codes
    let library = try Standard.library
    let folder = try TemporaryFolder()
    var dice = SeededGenerator(seed: 1)
    var (refused, used) = (0, 0)
    for _ in 0..<100 {
      let form: Form
      do throws(UnusableInput) {
        form = try Form(json: damagedForm(whole, &dice))
      } catch {
        #expect(!error.problems.isEmpty)
        refused += 1
        continue
      }
      used += 1
      guard used <= 3 else { continue }
      let composed: ComposedDisclosure
      do {
        composed = try ComposedDisclosure(
          ledger, form: form, codes: codes, checker: Checker(form: form, codes: nil), library: library,
          hasCharts: false)
      } catch is UnusableInput {
        // A 类 for which the form has no line any more.
        continue
      }
      let package = try composed.package(composed.report(), formats: [.html, .xlsx, .json])
      for file in package.files where file.path.hasSuffix("index.html") || file.path.hasSuffix(".xlsx") {
        let path = folder.path + "/" + (file.path.hasSuffix(".xlsx") ? "a.xlsx" : "a.html")
        try Data(file.bytes).write(to: URL(filePath: path))
        _ = try PublishedReader(form: form).publication(at: path)
      }
    }
    #expect(refused > 50 && used >= 3, "\(refused) \(used)")
  }
}
