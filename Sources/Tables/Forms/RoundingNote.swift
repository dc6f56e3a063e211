extension TableSet {
  /// The tables with the form's sentence about 尾数误差 under those that have one; for a disclosure in which rounded
  /// parts do not add up to their rounded total.
  package func notingRounding(_ form: Form) -> TableSet {
    with(
      tables.map { table in
        guard let note = form[table.id]?.roundingNote, let first = table.notes.first
        else { return table }
        return Table(
          id: table.id, title: table.title, formCode: table.formCode, unitLine: table.unitLine, period: table.period,
          currency: table.currency, isWide: table.isWide, header: table.header, rows: table.rows,
          notes: [first + note] + table.notes.dropFirst())
      })
  }
}
