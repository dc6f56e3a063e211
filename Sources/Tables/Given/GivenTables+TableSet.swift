package import Accounts

extension GivenTables {
  /// The tables of a set as a ledger brings them; nil where there are none of the ten.
  ///
  /// Where a table is given twice its figures are those of the first. What could not be read is awaited (待补), neither nothing nor
  /// none. Linear in the figures.
  package init?(_ set: TableSet, at place: SourceLocation) {
    var cells: [String: Cell] = [:]
    var codes: [String: [Code]] = [:]
    var numbers: Set<String> = []
    for table in set.tables where numbers.insert(table.id.rawValue).inserted {
      for one in table.figures where cells[one.address.description] == nil {
        cells[one.address.description] = Cell(one.figure, at: one.place)
      }
      for case .unread(let address, _, _) in table.rows.lazy.flatMap(\.cells).map(\.content)
      where cells[address.description] == nil {
        cells[address.description] = Cell(.awaited(.money(.yuan)), at: nil)
      }
      let rows = table.codeRows
      guard !rows.isEmpty else { continue }
      var seen: Set<String> = []
      codes[table.id.rawValue] = rows.filter { seen.insert($0.code).inserted }.map {
        Code($0.code, name: $0.name, at: $0.figure?.place)
      }.sorted { $0.digits < $1.digits }
    }
    guard !numbers.isEmpty else { return nil }
    self.init(cells: cells, codes: codes, numbers: numbers, at: place)
  }

  /// What stands at an address; nil where nothing does.
  package subscript(_ address: FigureAddress) -> Cell? { cells[address.description] }

  /// Whether a table is given.
  package func has(_ table: TableID) -> Bool { numbers.contains(table.rawValue) }

  /// The codes of a table, in order; empty where it has none or is not given.
  package func codes(of table: TableID) -> [Code] { codes[table.rawValue] ?? [] }

  /// The figure at an address as a form prints it: an amount given finer than that is rounded once; blank where none is given.
  ///
  /// An amount of 元 is taken to be exact, and so is any that is finer than the form prints. Nil where it is coarser than the
  /// form prints and so cannot be printed in it.
  func figure(at address: FigureAddress, in form: Form) -> (figure: Figure, exact: Amount?)? {
    guard let cell = self[address] else { return (.blank(.money(form.unit)), nil) }
    guard case .number(let count, let decimals) = cell.figure.content, case .money(let unit) = cell.figure.unit else {
      if cell.figure.content == .awaited { return (.awaited(.money(form.unit)), nil) }
      guard case .money = cell.figure.unit else { return (cell.figure, nil) }
      return (cell.figure.content == .dash ? .dash(.money(form.unit)) : .blank(.money(form.unit)), nil)
    }
    guard let shown = cell.figure.shown else { return nil }
    let isExact = unit == .yuan || unit == form.unit && decimals > form.decimals
    if isExact || count == 0 {
      return (Figure(shown, in: form.unit, decimals: form.decimals, grouped: form.thousands), isExact ? shown : nil)
    }
    guard unit == form.unit else { return nil }
    return (Figure(shown, in: unit, decimals: form.decimals, grouped: form.thousands), nil)
  }
}
