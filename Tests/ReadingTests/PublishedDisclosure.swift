import Accounts
import Checks
import Documents
import Foundation
import Reading
import Rendering
import Tables

/// An example of the project with its derived tables and the files of its package, and what is read back from them.
struct PublishedDisclosure {
  let ledger: Ledger
  let tables: TableSet
  let document: Document
  let files: [String: [UInt8]]

  // What the tests share is made once: many of them read or compose a disclosure for each case.
  static let form = Result { try Form.builtIn("national", year: 2024) }
  static let reader = Result { try PublishedReader(form: form.get()) }
  private static let codes = Result { try CodeTables.standard(year: 2024) }
  private static let library = Result { try TemplateLibrary() }
  private static let datong = Result { try PublishedDisclosure(ledger(of: "datong-2024")) }
  private static let yunxi = Result { try PublishedDisclosure(ledger(of: "yunxi-2024")) }

  init(_ example: String) throws {
    switch example {
    case "datong-2024": self = try Self.datong.get()
    case "yunxi-2024": self = try Self.yunxi.get()
    default: try self.init(Self.ledger(of: example))
    }
  }

  private static func ledger(of example: String) throws -> Ledger {
    try LedgerReader().ledger(at: checkout.appending(path: "Examples/\(example)").path)
  }

  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    let form = try Self.form.get()
    let codes = try Self.codes.get()
    tables = try TableSet(deriving: ledger, form: form, codes: codes)
    let library = try Self.library.get()
    document = try Document(disclosing: ledger, tables: tables, form: form, codes: codes, library: library)
    let checker = try Checker(form: form, codes: codes)
    let contents = try PackageContents(
      document: document, form: form, examination: checker.examination(of: tables), report: checker.check(tables),
      library: library)
    files = Dictionary(uniqueKeysWithValues: contents.files.map { ($0.path, $0.bytes) })
  }

  /// The text of a file of the package.
  func text(_ name: String) -> String { String(decoding: files[name] ?? [], as: UTF8.self) }

  /// The folder of the package's sources, found from this file.
  static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}

/// A folder of published files that is gone with the last use of it.
final class PublishedFolder {
  let path: String

  init(_ files: [String: [UInt8]] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "juesuan-\(UUID().uuidString)").path
    for (name, bytes) in files { try write(bytes, to: name) }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// What is read from a file of the folder, or from the folder itself.
  func read(_ name: String = "") throws -> TableSet {
    try PublishedDisclosure.reader.get().disclosure(at: name.isEmpty ? path : path + "/" + name)
  }
}

/// What is read from a file of a name (which tells nothing of its content).
func published(_ bytes: [UInt8], named name: String = "公开") throws -> TableSet {
  try PublishedFolder([name: bytes]).read(name)
}

func published(_ text: String) throws -> TableSet { try published(Array(text.utf8)) }

/// What keeps a publication from being read, as the user sees it, without the folder.
func publishedProblems(_ bytes: [UInt8], named name: String = "公开") throws -> [String] {
  do {
    _ = try published(bytes, named: name)
    return []
  } catch let error as UnusableInput {
    return error.problems.map { problem in
      problem.message.split(separator: "/").last.map(String.init) ?? problem.message
    }
  }
}

extension TableSet {
  /// Every figure's text by its address; a figure that stands twice shows both.
  var figureTexts: [String: String] {
    tables.flatMap(\.figures).reduce(into: [:]) { texts, figure in
      let address = figure.address.description
      texts[address] = texts[address].map { $0 + " / " + figure.figure.text } ?? figure.figure.text
    }
  }

  /// What was not understood, as `表:行 文字：原因`.
  var unreadTexts: [String] {
    unread.map { "\($0.table?.rawValue ?? "?"):\($0.place.line ?? 0) \($0.text)：\($0.reason)" }
  }
}

extension Table {
  /// The body cell by cell: what kind a cell is, what stands in it, how it is set.
  var body: [[String]] {
    rows.map { row in
      row.cells.map { cell in
        let kind =
          switch cell.content {
          case .label(let text): "label \(text)"
          case .number(let text): "number \(text)"
          case .figure(let figure): "figure \(figure.address) \(figure.figure.text) \(figure.figure.unit)"
          case .empty: "empty"
          }
        return
          "\(kind) ×\(cell.columns) \(cell.isRowHeading ? "heading" : "") \(cell.indent)\(row.isTotal ? " total" : "")"
      }
    }
  }
}
