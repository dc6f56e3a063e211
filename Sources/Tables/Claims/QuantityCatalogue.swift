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

  /// The figures of single quantities.
  private var figures: [String: [FigureAddress]] = [:]
  /// The tables and columns of families.
  private var families: [String: [(table: TableID, column: Int)]] = [:]
  private(set) var namesByAddress: [String: String] = [:]
  /// By table and column.
  private(set) var familiesByTable: [String: String] = [:]

  /// Reads the built-in catalogue; throws when it is damaged.
  package static func standard() throws -> QuantityCatalogue {
    struct File: Codable { let quantities: [Quantity] }
    let file = try JSONDecoder().decode(File.self, from: Data((embeddedFiles["quantities.json"] ?? "").utf8))
    var catalogue = QuantityCatalogue()
    for quantity in file.quantities {
      let isFamily = quantity.name.hasSuffix("/{科目}")
      let family = isFamily ? String(quantity.name.dropLast("/{科目}".count)) : ""
      if isFamily { catalogue.families[family] = [] } else { catalogue.figures[quantity.name] = [] }
      for figure in quantity.figures {
        guard let address = FigureAddress(figure) else { continue }
        if isFamily {
          catalogue.families[family]?.append((address.table, address.column))
          catalogue.familiesByTable["\(address.table.rawValue).\(address.column)"] = family
        } else {
          catalogue.figures[quantity.name]?.append(address)
          catalogue.namesByAddress[figure] = quantity.name
        }
      }
    }
    return catalogue
  }

  /// Where the tables print a quantity: the figures whose sum it is; empty when only the narrative states it.
  package func addresses(of name: String) -> [FigureAddress] {
    if let figures = figures[name] { return figures }
    guard let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")), let family = families[String(name[..<slash])] else {
      return []
    }
    let code = String(name[name.index(after: slash)...])
    return family.map { FigureAddress($0.table, code, $0.column) }
  }
}
