import Accounts
import Checks
import Documents
import Foundation
import Reading
import Rendering
import Tables

/// A ledger with its tables, its document and its package, as `juesuan build` makes them.
struct Disclosure {
  let ledger: Ledger
  let form: Form
  let tables: TableSet
  let document: Document

  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    form = try Form.builtIn("national", year: ledger.unit.year)
    tables = try TableSet(deriving: ledger, form: form, codes: Self.codes.get())
    document = try Document(
      disclosing: ledger, tables: tables, form: form, codes: Self.codes.get(), library: Self.library.get())
  }

  private static let library = Result { try TemplateLibrary() }
  private static let composed = Result { try Disclosure(example.get()) }
  private static let codes = Result { try CodeTables.standard(year: 2024) }
  private static let nationalChecker = Result {
    try Checker(form: .builtIn("national", year: 2024), codes: nil)
  }

  private static let example = Result {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try LedgerReader().ledger(at: root.appending(path: "Examples/datong-2024").path)
  }

  /// The example ledger of the project.
  static func datong() throws -> Disclosure { try composed.get() }

  /// The example ledger with a text wherever a ledger may have one of its own that is published.
  static func datong(with text: String) throws -> Disclosure {
    var ledger = try example.get()
    let place = SourceLocation(file: "test")
    ledger.unit.name = text
    ledger.unit.dataRemark = "说明：" + text
    for index in ledger.texts.indices { ledger.texts[index].text = text }
    if let code = FunctionCode("2019977"), let economicCode = EconomicCode("30198") {
      ledger.income.append(
        IncomeRow(code: code, name: text, source: .generalBudget, amount: Amount(fen: 1_000_000), place: place))
      ledger.expenditure.append(
        ExpenditureRow(
          code: code, name: text, kind: .basic, fund: .generalBudget, economicCode: economicCode, economicName: text,
          project: text, amount: Amount(fen: 1_000_000), place: place))
    }
    return try Disclosure(ledger)
  }

  /// Nothing but a unit.
  static func empty() throws -> Disclosure {
    try Disclosure(Ledger(unit: UnitInformation(name: "某局", year: 2024, scope: .unit, nature: .administrative)))
  }

  func html(_ library: TemplateLibrary? = nil) throws -> String {
    try HTMLRenderer(library ?? Self.library.get()).page(of: document)
  }

  func markdown() throws -> String { try MarkdownRenderer(Self.library.get()).page(of: document) }

  func package(_ formats: Set<PackageContents.Format> = Set(PackageContents.Format.allCases)) throws -> PackageContents
  {
    try PackageContents(
      document: document, form: form, examination: checker.examination(of: tables), report: checker.check(tables),
      library: Self.library.get(), formats: formats)
  }

  /// A checker that leaves codes unchecked.
  var checker: Checker {
    get throws { try Self.nationalChecker.get() }
  }
}

extension PackageContents {
  /// The files by their paths.
  var byPath: [String: [UInt8]] { Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }) }
}

/// A folder that is gone with the last use of it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "juesuan-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// Every file below a folder with its bytes; nil for a folder.
  func contents(_ name: String = "") throws -> [String: [UInt8]?] {
    let folder = path + "/" + name
    var found: [String: [UInt8]?] = [:]
    for entry in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      found.updateValue(FileManager.default.contents(atPath: folder + "/" + entry).map { Array($0) }, forKey: entry)
    }
    return found
  }
}
