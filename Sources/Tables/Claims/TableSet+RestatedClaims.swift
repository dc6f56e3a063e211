package import Accounts

extension TableSet {
  /// The disclosure with another figure, and for a change another direction, in the first claim at an address.
  package func restating(_ address: FigureAddress, as figure: Figure, direction: Direction? = nil) -> TableSet {
    guard let number = prose?.claims.firstIndex(where: { $0.address == address }) else { return self }
    return restating(claim: number, as: figure, direction: direction)
  }

  /// The same in the claim of a number among those of the text.
  package func restating(claim number: Int, as figure: Figure, direction: Direction? = nil) -> TableSet {
    guard let claims = prose?.claims, claims.indices.contains(number) else { return self }
    var tables = self
    let claim = claims[number]
    tables.prose?.claims[number] = Claim(
      claim.quantity, claim.measure, of: claim.base, direction: direction ?? claim.direction, figure: figure,
      line: claim.line)
    return tables
  }
}
