import Accounts
import Tables

/// Finds the tables of a form among the lines and rows of a publication, whatever it came in.
///
/// A table is found by its title and its header together: a title alone stands in the contents too, and a header alone
/// does not tell 05 from a table of something else. Its header is then taken from the form, since the print's is often
/// damaged, and its rows are read by ``TableBody``.
struct TableRecogniser {
  private let form: Form
  private let words: ProseWords
  private let emptyTables: EmptyTableWords
  private let vocabulary: TableVocabulary
  private let shapes: [TableShape]
  private var shapeOfTitle: [String: Int] = [:]
  /// The words with which the header of any table begins, to pass over other rows quickly.
  private let firstHeaderWords: Set<String>

  private(set) var file = ""
  /// What the lines are counted in; nil where that is the file.
  private var frame: Frame?
  private var rowCount = 0
  private var tableRowCount = 0
  /// A title whose table has not begun.
  private var heading: PrintedHeading?
  /// The first row between a title and its header that says nothing known: part of the header, as far as can be told.
  private var strangeRow: GridRow?
  /// Titles below which stood rows that no table begins with, each with its table; reported unless the table is found
  /// elsewhere, since the contents name every table too.
  private var abandoned: [(shape: Int, row: GridRow, place: SourceLocation)] = []
  /// The unit of money that a table named last.
  private var lastMoneyUnit: MoneyUnit?
  /// The table being read.
  private var open: OpenTable?
  private var tables: [Table] = []
  private var units: [String] = []
  private var years: [Int] = []
  private var title: DisclosureTitle?
  /// The last lines before the title of the whole is found.
  private var cover: [String] = []
  private var unread = UnreadList()
  private var titlesAlone: [TitleAlone] = []
  private var headsOfForm: Set<TableID> = []
  /// The files that stand inside a page.
  private(set) var files: [FileInPage] = []
  private var prose = ProseLines()
  /// What may be self-evaluation tables.
  private(set) var evaluations = EvaluationLines()

  /// A table whose header was found.
  private struct OpenTable {
    enum State {
      /// Rows may follow.
      case body
      /// A note was found: only notes may follow.
      case notes
      /// Other words came between: rows that follow may belong to it or not.
      case interrupted
      /// Nothing more belongs to it.
      case done
    }

    let heading: PrintedHeading
    /// A row above its header that says nothing known.
    let strange: GridRow?
    var rows: [GridRow] = []
    var notes: [String] = []
    /// What stands under it and says nothing that can be read.
    var illegible: (text: String, place: SourceLocation)?
    var state = State.body
  }

  /// A file inside a page, in base64.
  struct FileInPage {
    let name: String
    let base64: [UInt8]
    let place: SourceLocation
  }

  init(_ form: Form, words: ProseWords, emptyTables: EmptyTableWords, vocabulary: TableVocabulary) {
    self.form = form
    self.words = words
    self.emptyTables = emptyTables
    self.vocabulary = vocabulary
    shapes = form.tables.map { TableShape($0, vocabulary) }
    for (index, table) in form.tables.enumerated() { shapeOfTitle[comparableWords(table.title)] = index }
    firstHeaderWords = Set(shapes.flatMap(\.headerStarts).compactMap(\.first))
  }

  /// Begins another file of the publication, or another sheet of a workbook; a table does not go on from one to the
  /// next.
  mutating func begin(_ file: String, in frame: Frame? = nil) {
    end()
    self.file = file
    self.frame = frame
  }

  /// Goes on to another page, or from the paragraphs of a document to a table of it; what has begun goes on.
  mutating func go(on frame: Frame) { self.frame = frame }

  /// Takes a line of text.
  mutating func take(line text: String, at line: Int) {
    prose.append(text, isRow: false, at: place(line))
    evaluations.append(text, at: line)
    guard !text.isEmpty, !takeWords(text, at: line), open != nil, !Self.isPageFurniture(text) else { return }
    takeIllegible(text, at: line)
    switch open?.state {
    case .body: open?.state = .interrupted
    // A line that ends in a colon leads over to the next note.
    case .notes where !text.hasSuffix("：") && !text.hasSuffix(":"): open?.state = .done
    default: break
    }
  }

  /// Takes the name of a sheet, which may be the title of the table in it.
  mutating func take(title text: String) { _ = takeWords(text, at: 1) }

  /// Takes a file that a page holds; of any number the first few.
  mutating func take(file name: String, base64: [UInt8], at line: Int) {
    if files.count < Self.mostFiles { files.append(FileInPage(name: name, base64: base64, place: place(line))) }
  }

  /// A page of ours holds one.
  private static let mostFiles = 4

  /// Takes a text that the page marks as standing for a value.
  mutating func take(marked value: String, shown: String, at line: Int) {
    prose.compare(value, with: shown, at: place(line))
  }

  /// Takes a row of a table, of ours or any other; throws when there are too many.
  mutating func take(_ row: GridRow) throws(UnusableInput) {
    let kept = tableRowCount
    try takeRow(row)
    guard kept == tableRowCount else { return }
    // There a blank row has its place too.
    evaluations.append(row, in: frame)
    let filled = row.filled
    guard !filled.isEmpty else { return }
    prose.append(filled.map(\.text).joined(separator: "\t"), isRow: filled.count > 1, at: place(row.line))
  }

  private mutating func takeRow(_ row: GridRow) throws(UnusableInput) {
    rowCount += 1
    guard rowCount <= PublicationLimits.rows else {
      throw PublicationLimits.exceeded("表格超过 \(PublicationLimits.rows) 行", at: place(row.line))
    }
    let filled = row.filled
    if filled.isEmpty {
      if open?.state == .body { try keep(row) }
      return
    }
    if filled.count == 1, takeWords(filled[0].text, at: row.line) { return }
    if let heading {
      let shape = shapes[heading.shape]
      if shape.begins(with: filled) || strangeRow == nil && shape.isDamagedHeader(filled) {
        try begin(heading, with: row)
      } else if takeHeading(filled) {
        return
      } else if vocabulary.beginsTable(filled) {
        try begin(heading, with: row)
      } else if let other = tableBeginning(with: filled) {
        unread.append(nil, place(row.line), heading.title, "标题下是\(other.form.name)的表头，与标题不符，这张表没有读", reach: .table)
        self.heading = nil
      } else if filled.count > 2, shapes[heading.shape].fits(filled) {
        unread.append(
          shapes[heading.shape].form.id, place(row.line), heading.title, "标题之后没有认得的表头，不知道各列是什么，这张表没有读",
          reach: .table)
        self.heading = nil
      } else if strangeRow == nil {
        strangeRow = row
      }
      return
    }
    // The open table is never taken out of its place here: a second owner would have every row copy all before it.
    let shape = open.map { shapes[$0.heading.shape] }
    // The second row of a header may be another table's first.
    let isInHeader = open.map { $0.rows.count < 3 } ?? false
    let beginsAnother = !isInHeader && tableBeginning(with: filled) != nil
    if open?.state == .notes, filled.count == 1 { takeIllegible(filled[0].text, at: row.line) }
    if let shape, open?.state == .body, !beginsAnother || shape.isHeader(filled, isFirst: false) {
      try keep(row)
    } else if beginsAnother {
      unread.append(nil, place(row.line), row.summary, "是决算公开表的表头，上方却没有认得的标题，这张表没有读", reach: .table)
      close()
    } else if let shape, open?.state == .interrupted, shape.fits(filled) {
      unread.append(
        shape.form.id, place(row.line), row.summary, "与这张表之间隔着别的文字，不能断定仍属这张表，从这一行起没有读", reach: .rows)
      open?.state = .done
    }
  }

  /// Begins the table under a heading with the first row of its header.
  private mutating func begin(_ heading: PrintedHeading, with row: GridRow) throws(UnusableInput) {
    open = OpenTable(heading: heading, strange: strangeRow)
    self.heading = nil
    strangeRow = nil
    try keep(row)
  }

  /// Takes a text of what is read by others (自评表), which stands beside the tables all the same.
  mutating func take(beside text: String, at line: Int) { prose.append(text, isRow: true, at: place(line)) }

  /// Takes the lines beside the tables that another found in a file of its own.
  mutating func takeProse(of other: TableRecogniser) { prose.append(other.prose) }

  /// Notes something of the file itself that could not be read.
  mutating func takeUnread(_ text: String, at line: Int, _ reason: String, reach: UnreadPart.Reach) {
    takeUnread(text, at: place(line), reason, reach: reach)
  }

  /// Notes something that could not be read, at its place.
  mutating func takeUnread(_ text: String, at place: SourceLocation, _ reason: String, reach: UnreadPart.Reach) {
    unread.append(nil, place, text, reason, reach: reach)
  }

  /// The lines beside the tables, titles among them.
  var texts: some Sequence<(text: String, place: SourceLocation)> { prose.texts }

  /// Whether a table was found whose title says that it is of final accounts.
  var hasFinalAccounts: Bool { tables.contains { $0.title.holds("决算") } }

  /// The tables found so far.
  var tableIDs: [TableID] { tables.map(\.id) }

  /// The name of the unit and the year that it has come across, nil where there was none.
  var unitName: String? { units.first ?? title?.unitName }
  var year: Int? { years.first ?? title?.year }

  /// Takes all that another found in a file of its own, which belongs to the same publication, but for the tables that this
  /// one has already: these it gives back.
  mutating func take(all other: TableRecogniser) -> [Table] {
    var other = other
    end()
    other.end()
    let known = Set(tables.map(\.id))
    tables += other.tables.filter { !known.contains($0.id) }
    units += other.units
    years += other.years
    title = title ?? other.title
    for part in other.unread.parts { unread.append(part.table, part.place, part.text, part.reason, reach: part.reach) }
    headsOfForm.formUnion(other.headsOfForm.subtracting(known))
    abandoned += other.abandoned
    titlesAlone += other.titlesAlone
    files += other.files
    prose.append(other.prose)
    return other.tables.filter { known.contains($0.id) }
  }

  /// Puts the tables in the order of the form, as where they stood in several files.
  mutating func sortTables() {
    end()
    let order = Dictionary(uniqueKeysWithValues: form.tables.enumerated().map { ($1.id, $0) })
    tables = tables.enumerated().sorted { left, right in
      (order[left.element.id] ?? .max, left.offset) < (order[right.element.id] ?? .max, right.offset)
    }.map(\.element)
  }

  /// Ends what has begun.
  private mutating func end() {
    close()
    dropHeading()
  }

  /// The tables found, in the order of the publication.
  mutating func tableSet() -> TableSet {
    end()
    for (shape, row, place) in abandoned where !tables.contains(where: { $0.id == shapes[shape].form.id }) {
      unread.append(
        shapes[shape].form.id, place, row.summary, "《\(shapes[shape].form.title)》之下没有认得的表头，不知道各列是什么，这张表没有读",
        reach: .table)
    }
    let (unit, year) = (unitName, year)
    var set = TableSet(
      unitName: unit, year: year, scope: title?.scope, tables: tables, unread: unread.parts,
      prose: prose.prose(words, form: form, tables: tables, unitName: unit, year: year))
    set.titlesAlone = titlesAlone
    set.headsOfForm = headsOfForm
    return set
  }

  /// The tables found so far by themselves, without the text beside them.
  mutating func tablesAlone() -> TableSet {
    close()
    return TableSet(unitName: nil, year: nil, scope: nil, tables: tables, unread: unread.parts)
  }

  func place(_ line: Int) -> SourceLocation {
    frame?.location(in: file, row: line, column: 0) ?? SourceLocation(file: file, line: line)
  }

  private mutating func keep(_ row: GridRow) throws(UnusableInput) {
    var row = row
    row.frame = frame
    tableRowCount += 1
    guard tableRowCount <= PublicationLimits.tableRows else {
      throw PublicationLimits.exceeded("决算公开表合计超过 \(PublicationLimits.tableRows) 行", at: place(row.line))
    }
    open?.rows.append(row)
  }

  /// Takes words that are a title, a heading line or a note; false when they are none of these.
  private mutating func takeWords(_ text: String, at line: Int) -> Bool {
    if text.utf8.count <= Self.longestTitle {
      if title == nil { takeCover(text) }
      if let (shape, title) = tableTitle(text) {
        if heading?.shape == shape {
          // The contents, a heading and a caption may all name one table.
          heading?.title = title
        } else {
          close()
          dropHeading()
          heading = PrintedHeading(shape: shape, title: title, place: place(line))
        }
        return true
      }
      if heading?.take(text) == true { return true }
    }
    guard let state = open?.state, state == .body || state == .notes, isNote(text) else { return false }
    open?.notes.append(text)
    open?.state = .notes
    return true
  }

  /// Takes a line that may be of the cover: the title of the whole, or what stands above it.
  private mutating func takeCover(_ text: String) {
    title = DisclosureTitle(text, below: cover, words)
    cover.append(text)
    if cover.count > 3 { cover.removeFirst() }
  }

  /// Keeps in mind that what stands under the open table and cannot be read may be a note to it.
  private mutating func takeIllegible(_ text: String, at line: Int) {
    guard open?.state == .body || open?.state == .notes, open?.illegible == nil, !text.isLegible else { return }
    let place = place(line)
    open?.illegible = (text, place)
  }

  /// Gives a title up whose table did not begin. With the unit's name or the unit of money under it, it was no entry of
  /// the contents.
  private mutating func dropHeading() {
    if let heading, let row = strangeRow {
      abandoned.append((heading.shape, row, place(row.line)))
    } else if let heading, !heading.unitLine.isEmpty || !heading.currency.isEmpty,
      titlesAlone.count < PublicationLimits.unread
    {
      titlesAlone.append(
        TitleAlone(table: shapes[heading.shape].form.id, title: heading.title, place: heading.place))
    }
    heading = nil
    strangeRow = nil
  }

  /// Takes a row of heading lines side by side; false, and nothing taken, when any cell says something else. What cannot be
  /// read says nothing.
  private mutating func takeHeading(_ filled: [GridCell]) -> Bool {
    guard var heading, filled.count <= 6 else { return false }
    var isHeading = false
    for cell in filled where cell.text.isLegible {
      guard heading.take(cell.text) else { return false }
      isHeading = true
    }
    if isHeading { self.heading = heading }
    return isHeading
  }

  private static let titleEndings = ["表", "表》", "表）", "表)"].map { Array($0.utf8.reversed()) }
  /// The bytes of the longest line looked at for a title.
  private static let longestTitle = 300

  /// Which table a line is the title of, and the title without the number before it.
  private func tableTitle(_ text: String) -> (shape: Int, title: String)? {
    // Every title ends so, and nearly no sentence does.
    let bytes = text.utf8.reversed()
    guard Self.titleEndings.contains(where: { $0[0] == bytes.first && bytes.starts(with: $0) }) else { return nil }
    let plain = withoutNumbering(text)
    if let shape = shapeOfTitle[comparableWords(plain)] { return (shape, plain) }
    guard case .table(let id) = vocabulary.title(plain), let shape = shapes.firstIndex(where: { $0.form.id == id })
    else { return nil }
    return (shape, plain)
  }

  /// Whether a line under the open table is a note to it: it says so, or that there is nothing in the table.
  private func isNote(_ text: String) -> Bool {
    let folded = text.prefix(6).foldedForComparison
    if ["注:", "说明:", "备注:"].contains(where: { folded.hasPrefix($0) }) { return true }
    guard let open, text.utf8.count <= Self.longestTitle else { return false }
    return emptyTables.say(text, isEmpty: shapes[open.heading.shape].form.id)
  }

  /// Whether a line is a page number or a rule, as stands between two pages.
  private static func isPageFurniture(_ text: String) -> Bool {
    text.utf8.count <= 40
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.isBlank || ("0"..."9").contains(scalar.foldedToHalfWidth) || "-–—－·/_第页共".unicodeScalars.contains(scalar)
      }
  }

  /// The table of the form whose header begins just like this row; nil when none does.
  private func tableBeginning(with filled: [GridCell]) -> TableShape? {
    guard filled.count > 1, let first = filled.first, first.text.utf8.count <= 100,
      firstHeaderWords.contains(comparableWords(first.text))
    else { return nil }
    let words = filled.map { comparableWords($0.text) }
    return shapes.first { $0.headerStarts.contains(words) }
  }

  /// Reads the rows of a table by its form where it is printed so, else by what its heads mean; false, and said, where they
  /// do not tell.
  private mutating func read(_ table: OpenTable, of shape: TableShape, into body: inout TableBody) -> Bool {
    let rows = table.rows
    if let strange = table.strange {
      // What stands above all columns may be the first row of the header.
      if strange.filled.allSatisfy({ $0.text.isLegible }), let plan = TablePlan([strange] + rows, shape, vocabulary) {
        body.read([strange] + rows, by: plan)
        return true
      }
      body.report(strange.line, strange.summary, "表头里有不认得的字，各列按这张表的格式读，合计没有核对")
    }
    let first = rows.first?.filled ?? []
    let isDamaged = shape.isDamagedHeader(first) && first.contains { !$0.text.isLegible }
    let isAsForm = shape.isPrintedAsForm(rows, vocabulary)
    if isAsForm { headsOfForm.insert(shape.form.id) }
    if isAsForm || isDamaged {
      body.read(rows)
    } else if let plan = TablePlan(rows, shape, vocabulary) {
      body.read(rows, by: plan)
    } else if shape.begins(with: first) {
      body.read(rows)
    } else {
      giveUp(rows, under: table.heading)
      return false
    }
    return true
  }

  /// Leaves rows to others that stand below a title and are not its table: those of self-evaluations, or of a table that the
  /// title does not name.
  private mutating func giveUp(_ rows: [GridRow], under heading: PrintedHeading) {
    guard let first = rows.first else { return }
    if let other = tableBeginning(with: first.filled), other.form.id != shapes[heading.shape].form.id {
      unread.append(
        nil, place(of: first), heading.title, "标题下是\(other.form.name)的表头，与标题不符，这张表没有读", reach: .table)
    } else {
      abandoned.append((heading.shape, first, place(of: first)))
    }
    for row in rows {
      evaluations.append(row, in: row.frame)
      let filled = row.filled
      guard !filled.isEmpty else { continue }
      prose.append(filled.map(\.text).joined(separator: "\t"), isRow: filled.count > 1, at: place(of: row))
    }
  }

  private func place(of row: GridRow) -> SourceLocation {
    row.frame?.location(in: file, row: row.line, column: 0) ?? SourceLocation(file: file, line: row.line)
  }

  /// Ends the table being read and reads its rows.
  private mutating func close() {
    guard let current = open else { return }
    open = nil
    let heading = current.heading
    let shape = shapes[heading.shape]
    // A place prints all its tables in one unit; where one does not name it the last that did is nearer than the form.
    lastMoneyUnit = heading.moneyUnit ?? lastMoneyUnit
    var body = TableBody(shape, money: lastMoneyUnit ?? form.unit, file: file, unread: unread)
    guard read(current, of: shape, into: &body) else { return }
    unread = body.unread
    append(shape, heading, body.rows, notes: current.notes)
    if let (text, place) = current.illegible, tables.last?.hasNumber == false {
      unread.append(shape.form.id, place, text, "表下的这一行没有读得懂的字，不知道是不是本表无数据的说明", reach: .note)
    }
    // Lines of the table of other information may stand below the three public expenses.
    if !body.linesBeside.isEmpty, let information = shapes.first(where: { $0.form.id == .t10 }) {
      var beside = TableBody(information, money: body.money, file: file, unread: unread)
      beside.read(linesBeside: body.linesBeside)
      if !beside.rows.isEmpty {
        unread = beside.unread
        append(information, heading, beside.rows, notes: [])
      }
    }
  }

  private mutating func append(_ shape: TableShape, _ heading: PrintedHeading, _ rows: [Row], notes: [String]) {
    if let name = heading.unitName { units.append(name) }
    if let year = heading.year { years.append(year) }
    tables.append(
      Table(
        id: shape.form.id, title: heading.title,
        formCode: heading.formCode.isEmpty ? shape.form.formCode : heading.formCode,
        unitLine: heading.unitLine, period: heading.period, currency: heading.currency, isWide: shape.form.wide,
        header: shape.header, rows: rows, notes: notes))
  }
}
