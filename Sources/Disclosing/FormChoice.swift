import Accounts
package import Reading
package import Tables

/// How well a form fits a publication (表样与公开文件的吻合程度).
///
/// A form whose own heads stand over half of its tables is that of the publication, whatever else could be read in another:
/// where a part cannot be read, numbers of lines or columns would be taken for more amounts there. Of two such that of which more
/// titles and heads are printed fits better. Else the form in which more figures are read fits better; of two alike, the one
/// that leaves fewer parts unread; then the one of whose tables fewer are missing, unless more than a quarter are, when the
/// publication is an excerpt and says nothing of it.
struct FormFit: Comparable {
  private let tables: TableSet
  let unread: Int
  /// How many tables of the form the publication lacks.
  let missing: Int
  private let isExcerpt: Bool
  /// Whether at least half of its tables have its own heads.
  private let hasOwnHeads: Bool
  /// How many titles and heads are the form's, and whether all are.
  let marks: Int
  let hasAllMarks: Bool

  init(of form: Form, to tables: TableSet) {
    self.tables = tables
    unread = tables.unread.count
    missing = form.tables.count { tables[$0.id] == nil }
    isExcerpt = missing * 4 > form.tables.count
    hasOwnHeads = tables.headsOfForm.count * 2 >= form.tables.count
    let own = FormMarks(of: form)
    marks = own.count(in: tables)
    hasAllMarks = marks == own.most
  }

  /// How many figures are read, and with blanks, of which a form with more columns has more; counted only where two forms are
  /// compared.
  private var figures: (printed: Int, all: Int) {
    tables.tables.reduce((0, 0)) { counts, table in
      let figures = table.figures
      return (counts.0 + figures.count { $0.figure.content != .blank }, counts.1 + figures.count)
    }
  }

  /// Whether nothing is unread and no table missing.
  var isWhole: Bool { unread == 0 && missing == 0 }

  static func == (left: FormFit, right: FormFit) -> Bool { !(left < right) && !(right < left) }

  static func < (left: FormFit, right: FormFit) -> Bool {
    if left.hasOwnHeads != right.hasOwnHeads { return right.hasOwnHeads }
    if left.hasOwnHeads, left.marks != right.marks { return left.marks < right.marks }
    let (here, there) = (left.figures, right.figures)
    if here != there { return here < there }
    if left.unread != right.unread { return left.unread > right.unread }
    // A whole set of tables is no excerpt, nor one that lacks few.
    if left.isExcerpt != right.isExcerpt { return left.isExcerpt }
    if !left.isExcerpt, left.missing != right.missing { return left.missing > right.missing }
    return left.marks < right.marks
  }
}

/// Chooses the form that a publication is in: the one that fits best over the places and their years.
package struct FormChoice {
  /// The places to choose from. Of forms that fit alike that of the first is taken.
  package let places: [Place]

  package init(places: [Place]) { self.places = places }

  /// The publication as it is read in the best form, and the form.
  ///
  /// `read` reads it in a form. It is read once where the first form has all the tables there are and fits wholly, titles and heads
  /// too: then each figure is read, and no other form can read more. Of the other built-in places only those are gone on with of
  /// which more titles and heads are printed than of the first (``candidates(in:behind:with:)``). A place's form of the year that the publication
  /// states comes before its other years', and one whose tables are those of a year it was read in is not read in again. Throws the first error
  /// when it can be read in no form.
  package func best(
    startingFrom year: Int, _ read: (Form) throws -> Publication
  ) throws -> (publication: Publication, form: Form) {
    var best: (publication: Publication, form: Form, fit: FormFit, place: Place)?
    var firstError: (any Error)?
    var known: [Form] = []
    func form(of place: Place, for year: Int) throws -> Form {
      let form = try place.form(for: year, knowing: known)
      if place.isBuiltIn { known.append(form) }
      return form
    }
    func consider(_ form: Form, of place: Place) {
      do {
        let publication = try read(form)
        let fit = FormFit(of: form, to: publication.tables)
        if let known = best, fit < known.fit || known.form.id != form.id && !(known.fit < fit) { return }
        // Of two years' forms that fit alike it is that of the year stated.
        if let known = best, !(known.fit < fit),
          place.year(for: publication.tables.year ?? year) != form.year
        {
          return
        }
        best = (publication, form, fit, place)
      } catch {
        firstError = firstError ?? error
      }
    }
    var candidates: Set<String>?
    for (index, place) in places.enumerated() {
      if index > 0, let name = place.builtInName, candidates?.contains(name) == false { continue }
      let own = try form(of: place, for: best?.publication.tables.year ?? year)
      consider(own, of: place)
      if index == 0, let first = best {
        let tables = first.publication.tables
        if first.fit.isWhole, first.fit.hasAllMarks, first.form.tables.count == TableID.allCases.count,
          try form(of: place, for: tables.year ?? year).tablesYear == first.form.tablesYear
        {
          break
        }
        // Where there is no table at all, self-evaluation tables stand alone, which are alike everywhere.
        if tables.tables.isEmpty, tables.unread.isEmpty { break }
        candidates = self.candidates(in: tables, behind: first.form, with: first.fit.marks)
      }
      var read: Set = [own.tablesYear]
      for other in place.years.reversed() where other != own.year {
        let form = try form(of: place, for: other)
        if read.insert(form.tablesYear).inserted { consider(form, of: place) }
      }
    }
    if let best {
      let stated = try form(of: best.place, for: best.publication.tables.year ?? year)
      return (best.publication, stated.tablesYear == best.form.tablesYear ? stated : best.form)
    }
    throw firstError ?? FormError("没有可以选用的表样")
  }

  /// The names of the one or two built-in places of which the most titles and heads are printed in a publication, and more than
  /// of the form in which it was read first. Their forms are not read.
  private func candidates(in tables: TableSet, behind first: Form, with least: Int) -> Set<String> {
    let counts = places.compactMap { place -> (name: String, count: Int)? in
      guard let name = place.builtInName, name != first.id else { return nil }
      let year = place.year(for: tables.year ?? first.year)
      guard let count = FormMarks.builtIn(name, year: year)?.count(in: tables), count > least else { return nil }
      return (name, count)
    }
    let most = counts.map(\.count).max()
    return Set(counts.filter { $0.count == most }.prefix(2).map(\.name))
  }
}
