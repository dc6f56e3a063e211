import Accounts
import Reading
import Tables
import TestSupport

extension TemporaryFolder {
  /// What is read from a published file of the folder, or from the folder itself.
  func read(_ name: String = "") throws -> TableSet {
    try Standard.reader.disclosure(at: name.isEmpty ? path : path + "/" + name)
  }
}

/// What is read from a file of a name (which tells nothing of its content).
func published(_ bytes: [UInt8], named name: String = "公开") throws -> TableSet {
  try TemporaryFolder([name: bytes]).read(name)
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
          case .unread(let address, let text, _): "unread \(address) \(text)"
          case .empty: "empty"
          }
        return
          "\(kind) ×\(cell.columns) \(cell.isRowHeading ? "heading" : "") \(cell.indent)\(row.isTotal ? " total" : "")"
      }
    }
  }
}
