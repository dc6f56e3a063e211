import Accounts
import Disclosing
import Foundation
import Rendering
import TestSupport

/// What is published of ledgers under choices.
enum Publishing {
  /// The built-in form of a place as it is written.
  static func formText(_ place: String) throws -> String {
    try String(contentsOf: Checkout.folder.appending(path: "Templates/places/\(place)/form-2024.json"), encoding: .utf8)
  }

  /// Every format but the workbook and the Word file.
  static let texts: Set<PackageContents.Format> = [.html, .md, .csv, .json]

  /// The path of the package of a ledger composed under choices.
  static func package(
    of ledger: Ledger, _ choices: Choices, in folder: TemporaryFolder,
    _ formats: Set<PackageContents.Format> = texts
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
