package import Accounts

/// The tables of one disclosure: the waist between what figures are and what they say.
package struct TableSet: Sendable {
  /// 单位名称; nil when a publication does not tell.
  package let unitName: String?
  /// 年度; nil when a publication does not tell.
  package let year: Int?
  /// 公开口径; nil when a publication does not tell.
  package let scope: DisclosureScope?
  /// The tables in the order of their form, or as they stand in a publication; a publication may print one twice.
  package let tables: [Table]
  /// What a reader found in a publication's tables and did not understand.
  package var unread: [UnreadPart]
  /// The tables that only some places publish, as they stand in the publication.
  package var supplementary: [Table] = []
  /// The text beside the tables; nil where there is none or it was not looked at.
  package var prose: Prose?
  /// The titles of tables in a publication that no table follows.
  package var titlesAlone: [TitleAlone] = []
  /// The tables of a publication whose heads are those of the form; the others were read by what their heads mean.
  package var headsOfForm: Set<TableID> = []
  /// What the tables of a publication are printed with, by which the form they are of is told (表的标志); of other tables empty.
  package var marks: [TableID: TableMarks] = [:]
  /// Other prints of the same tables that a publication holds.
  package var copies: [TableCopy] = []
  /// The doubtful figures of pictures that only the relations they stand in settled (由勾稽关系确定的数): these relations say
  /// nothing more of them.
  package var settled: Set<FigureAddress> = []
  /// What of 年末结转和结余 no row of the ledger states, so that it is only computed; nil where all of it is stated, or the
  /// tables come from no ledger.
  package var unstatedClosing: Amount?

  package init(
    unitName: String?, year: Int?, scope: DisclosureScope?, tables: [Table], unread: [UnreadPart] = [],
    prose: Prose? = nil
  ) {
    self.unitName = unitName
    self.year = year
    self.scope = scope
    self.tables = tables
    self.unread = unread
    self.prose = prose
  }

  /// The same with other tables.
  package func with(_ tables: [Table]) -> TableSet {
    var changed = TableSet(
      unitName: unitName, year: year, scope: scope, tables: tables, unread: unread, prose: prose)
    (changed.titlesAlone, changed.copies, changed.unstatedClosing) = (titlesAlone, copies, unstatedClosing)
    (changed.headsOfForm, changed.marks) = (headsOfForm, marks)
    (changed.supplementary, changed.settled) = (supplementary, settled)
    return changed
  }

  /// A table; nil when the disclosure lacks it.
  package subscript(id: TableID) -> Table? {
    (id.isSupplementary ? supplementary : tables).first { $0.id == id }
  }
}

extension TableSet {
  /// The figure at an address; nil when the disclosure has none there. Linear in the table.
  package func figure(at address: FigureAddress) -> TableFigure? {
    if address.table == .prose {
      return claim(at: address).map { TableFigure(address, $0.figure, place: prose?.place(of: $0)) }
    }
    return self[address.table]?.figures.first { $0.address == address }
  }
}
