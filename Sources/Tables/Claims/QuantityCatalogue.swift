import Accounts
package import Formats

/// The quantities that the narrative speaks of, by name, and the figures of the tables that print them.
package struct QuantityCatalogue: Sendable {
  /// The figures of single quantities.
  private var figures: [TextKey: [FigureAddress]] = [:]
  /// The tables and columns of families.
  private var families: [TextKey: [(table: TableID, column: Int)]] = [:]
  private(set) var namesByAddress: [String: String] = [:]
  /// By table and column.
  private(set) var familiesByTable: [String: String] = [:]

  /// Reads the built-in catalogue; throws ``DamagedData`` when it is damaged.
  ///
  /// A quantity is named `收入总计`; a family of them, one for each code, ends in `/{科目}`. Its figures are those whose sum
  /// it is, `05.{科目}.1` in a family; there are none when only the narrative states it.
  package static func standard() throws(DamagedData) -> QuantityCatalogue { try read.get() }

  private static let read = Result { () throws(DamagedData) in
    try JSONText.builtIn("quantities.json", of: embeddedFiles, QuantityCatalogue.init)
  }

  private init(_ file: JSONNode) throws(JSONFieldError) {
    for quantity in try file.field("quantities").array() {
      let name = try quantity.field("name").string()
      let family = name.ends(with: "/{科目}") ? String(name.dropLast("/{科目}".count)) : nil
      let figures = try quantity.field("figures").strings()
      let addresses = figures.compactMap { FigureAddress($0) }
      if let family {
        families[family] = addresses.map { ($0.table, $0.column) }
        for address in addresses {
          familiesByTable["\(address.table.rawValue).\(address.column)"] = family
        }
      } else {
        self.figures[name] = addresses
        for address in addresses { namesByAddress[address.description] = name }
      }
    }
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
