import Accounts
import FoundationEssentials

/// The quantities that the narrative speaks of, by name, and the figures of the tables that print them.
package struct QuantityCatalogue: Sendable {
  /// A quantity, or a family of them, one for each code.
  struct Quantity: Sendable, Codable {
    /// `收入总计`; a family ends in `/{科目}`.
    let name: String
    /// The figures whose sum it is, `05.{科目}.1` in a family; empty when only the narrative states it.
    let figures: [String]
  }

  private var figures: [String: [String]] = [:]
  private(set) var namesByAddress: [String: String] = [:]
  /// By table and column.
  private(set) var familiesByTable: [String: String] = [:]

  /// Reads the built-in catalogue; throws when it is damaged.
  package static func standard() throws -> QuantityCatalogue {
    struct File: Codable { let quantities: [Quantity] }
    let file = try JSONDecoder().decode(File.self, from: Data((embeddedFiles["quantities.json"] ?? "").utf8))
    var catalogue = QuantityCatalogue()
    for quantity in file.quantities {
      catalogue.figures[quantity.name] = quantity.figures
      for figure in quantity.figures {
        let parts = figure.split(separator: ".")
        if parts[1] == "{科目}" {
          catalogue.familiesByTable["\(parts[0]).\(parts[2])"] = String(quantity.name.dropLast("/{科目}".count))
        } else {
          catalogue.namesByAddress[figure] = quantity.name
        }
      }
    }
    return catalogue
  }

  /// Whether a name, or its family, is in the catalogue.
  package func has(_ name: String) -> Bool { entry(name) != nil }

  /// Where the tables print a quantity: the figures whose sum it is; empty when only the narrative states it.
  package func addresses(of name: String) -> [FigureAddress] {
    guard let (figures, code) = entry(name) else { return [] }
    return figures.compactMap { FigureAddress($0.replacing("{科目}", with: code)) }
  }

  private func entry(_ name: String) -> (figures: [String], code: String)? {
    if let figures = figures[name] { return (figures, "") }
    guard let slash = name.firstIndex(of: "/"), let figures = figures[name[..<slash] + "/{科目}"] else { return nil }
    return (figures, String(name[name.index(after: slash)...]))
  }
}
