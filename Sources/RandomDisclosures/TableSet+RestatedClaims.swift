package import Accounts
package import Tables

extension TableSet {
  /// The disclosure with another figure, and for a change another direction, in the first claim at an address.
  package func restating(_ address: FigureAddress, as figure: Figure, direction: Direction? = nil) -> TableSet {
    var tables = self
    guard let index = prose?.claims.firstIndex(where: { $0.address == address }), let claim = prose?.claims[index]
    else {
      return self
    }
    tables.prose?.claims[index] = Claim(
      claim.quantity, claim.measure, of: claim.base, direction: direction ?? claim.direction, figure: figure,
      line: claim.line)
    return tables
  }
}
