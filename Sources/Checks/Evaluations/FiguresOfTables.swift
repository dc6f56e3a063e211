package import Accounts
import Tables

/// What the ten tables print, by the addresses of their figures, as far as the evaluation of the whole department repeats
/// it; empty where there are no tables.
package struct FiguresOfTables: Sendable {
  /// What is printed.
  package var printed: [String: Figure] = [:]
  /// Why what should be there was not read, as a clause.
  package var unread: [String: String] = [:]

  package init() {}

  /// What tables print at addresses; a table that the disclosure lacks has nothing to compare with, one that was not
  /// understood has.
  init(_ addresses: [String], of tables: TableSet) {
    let coverage = Coverage(tables)
    for address in addresses.compactMap({ FigureAddress($0) }) {
      if let figure = tables.figure(at: address)?.figure {
        printed[address.description] = figure
      } else if !coverage.lacks(address.table) {
        unread[address.description] = coverage.unread(address, isPrinted: false)
      }
    }
  }
}
