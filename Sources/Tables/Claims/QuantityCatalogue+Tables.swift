import Formats

extension QuantityCatalogue {
  /// The quantity that a figure of the tables prints; nil when the narrative has no name for it.
  package func name(of address: FigureAddress) -> String? {
    namesByAddress[address.description]
      ?? familiesByTable["\(address.table.rawValue).\(address.column)"].flatMap { family in
        address.row.utf8.allSatisfy { (48...57).contains($0) } ? "\(family)/\(address.row)" : nil
      }
  }

  /// The family whose codes a table prints; nil when it prints none.
  package func family(of table: TableID) -> String? {
    familiesByTable.first { $0.key.begins(with: table.rawValue + ".") }?.value
  }
}
