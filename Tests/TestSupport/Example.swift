package import Accounts
package import Disclosing
import Reading
package import Rendering
package import Tables

/// An example of the project: a department's ledger, and the disclosure that is composed of it once for all tests.
package enum Example: String, CaseIterable, Sendable {
  /// A unit, whose published disclosure is transcribed beside the tests.
  case datong = "datong-2024"
  /// A made-up department with every kind of fund, income and self-evaluation (绩效自评).
  case yunxi = "yunxi-2024"

  private struct Made: Sendable {
    let ledger: Once<Ledger>
    let composed: Once<ComposedDisclosure>
    let package: Once<PackageContents>
    let files: Once<[String: [UInt8]]>

    init(_ folder: String) {
      let ledger = Once { try LedgerReader().ledger(at: folder) }
      let composed = Once { try ComposedDisclosure(ledger.get()) }
      self.ledger = ledger
      self.composed = composed
      let package = Once { try composed.get().package(composed.get().report()) }
      self.package = package
      files = Once { try package.get().byPath }
    }
  }

  private static let datongMade = Made(datong.folder)
  private static let yunxiMade = Made(yunxi.folder)

  private var made: Made {
    switch self {
    case .datong: Self.datongMade
    case .yunxi: Self.yunxiMade
    }
  }

  /// The path of its folder, in which the ledger lies.
  package var folder: String { Checkout.path("Examples/\(rawValue)") }

  /// Its ledger.
  package var ledger: Ledger { get throws { try made.ledger.get() } }

  /// Its disclosure, composed in the national form.
  package var composed: ComposedDisclosure { get throws { try made.composed.get() } }

  /// Its tables by themselves, without the text beside them.
  package var tables: TableSet { get throws { try composed.tables.withoutText } }

  /// Its package, in every format.
  package var package: PackageContents { get throws { try made.package.get() } }

  /// The files of its package, by their paths.
  package var files: [String: [UInt8]] { get throws { try made.files.get() } }

  /// The text of a file of its package; empty where there is no such file.
  package func text(_ file: String) throws -> String { String(decoding: try files[file] ?? [], as: UTF8.self) }
}
