import Accounts
import Disclosing
import Foundation
import Reading
import Rendering

/// A folder that is gone with the last use of it.
final class ScratchFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "juesuan-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a text and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url.path
  }
}

/// The example ledgers and what is published of them.
enum Publishing {
  static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func ledger(_ example: String = "datong-2024") throws -> Ledger {
    try LedgerReader().ledger(at: project.appending(path: "Examples/\(example)").path)
  }

  /// The built-in form of a place as it is written.
  static func formText(_ place: String) throws -> String {
    try String(contentsOf: project.appending(path: "Templates/places/\(place)/form-2024.json"), encoding: .utf8)
  }

  /// The path of the package of a ledger composed under choices.
  static func package(
    of ledger: Ledger, _ choices: Choices, in folder: ScratchFolder,
    _ formats: Set<PackageContents.Format> = [.html, .md, .csv, .json]
  ) throws -> String {
    var disclosures = Disclosures(choices) { _ in }
    let composed = try disclosures.composed(ledger)
    let path = folder.path + "/公开"
    try PackageFolder(path).write(composed.package(composed.report(), formats: formats))
    return path
  }

  /// What is chosen when a place is.
  static func choosing(place: String?) -> Choices {
    var choices = Choices()
    choices.place = place
    return choices
  }
}
