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
  private static let numbers = [
    "0", "-1", "1", "2", "3", "99", "100", "101", "999", "1000", "9223372036854775807", "-9223372036854775808", "1e9",
    "0.5", "null", "\"\"", "[]", "{}", "true",
  ]

  /// A form with one to three places changed: a byte, a number, a key, a line left out or doubled.
  private static func damaged(_ text: String, _ dice: inout SeededGenerator) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &dice) {
      let index = Int.random(in: 0..<lines.count, using: &dice)
      switch Int.random(in: 0..<6, using: &dice) {
      case 0:
        var bytes = Array(lines[index].utf8)
        guard !bytes.isEmpty else { continue }
        bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 32...126, using: &dice)
        lines[index] = String(decoding: bytes, as: UTF8.self)
      case 1:
        let parts = lines[index].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1 else { continue }
        let number = numbers.randomElement(using: &dice) ?? "0"
        let at = Int.random(in: 1..<parts.count, using: &dice)
        let rest = parts[at].drop { $0 != "," && $0 != "}" }
        lines[index] = (parts[..<at] + [" " + number + rest] + parts[(at + 1)...]).joined(separator: ":")
      case 2:
        let parts = lines[index].split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 2 else { continue }
        var changed = parts
        changed[1 + 2 * Int.random(in: 0..<(parts.count - 1) / 2, using: &dice)] =
          ["甲", "", "item", "class", "line", "01", "10", "column"].randomElement(using: &dice) ?? ""
        lines[index] = changed.joined(separator: "\"")
      case 3: lines.remove(at: index)
      case 4: lines.insert(lines[index], at: index)
      default: lines.swapAt(index, Int.random(in: 0..<lines.count, using: &dice))
      }
      if lines.isEmpty { return "" }
    }
    return lines.joined(separator: "\n")
  }

  @Test(arguments: Form.builtInNames)
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
        form = try Form(json: Self.damaged(whole, &dice))
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
