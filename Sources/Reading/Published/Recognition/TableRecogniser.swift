import Accounts
import Formats
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
  private var shapeOfTitle: [TextKey: Int] = [:]
  /// The words with which the header of any table begins, to pass over other rows quickly.
  private let firstHeaderWords: Set<TextKey>

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
  /// A table that goes on below its title once more, or on the next sheet, if what follows belongs to it.
  private var held: OpenTable?
  /// Whether nothing was read yet of the sheet begun last.
  private var isFirstOfSheet = false
  private var tables: [Table] = []
  private var supplementary: [Table] = []
  private var units: [String] = []
  private var years: [Int] = []
  private var title: DisclosureTitle?
  /// The last lines before the title of the whole is found.
  private var cover: [String] = []
  private var unread = UnreadList()
  private var titlesAlone: [TitleAlone] = []
  private var headsOfForm: Set<TableID> = []
  private var marks: [TableID: TableMarks] = [:]
  /// The words of the head of the table being read.
  private var headWords: Set<String> = []
  /// How many sentences stand below a title whose table has not begun.
  private var sentencesBelow = 0
  /// The files that stand inside a page.
  private(set) var files: [FileInPage] = []
  private var prose = ProseLines()
  /// All that was read in the order in which it is read; nil where nobody asked for it.
  var transcript: Transcript?
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

    init(heading: PrintedHeading, strange: GridRow? = nil) {
      self.heading = heading
      self.strange = strange
    }

    /// Whether its rows go on where those of another print end: the first behind its header stands there nowhere.
    func continues(_ before: OpenTable) -> Bool {
      let header = Set(before.rows.prefix(4).map { $0.filled.map(\.text) })
      guard let first = rows.first(where: { !$0.filled.isEmpty && !header.contains($0.filled.map(\.text)) }) else {
        return true
      }
      return first.filled.first.map { !before.firstTexts.contains($0.text) } ?? true
    }

    /// What the rows begin with, of a table set aside.
    private var firstTexts: Set<String> = []

    /// Notes what the rows begin with, when the table is set aside; what is joined to it later is noted then.
    mutating func setAside() { firstTexts = Set(rows.compactMap { $0.filled.first?.text }) }

    /// Adds the rows of another print that go on with this one. Linear in these alone, since a table may go on over any number
    /// of pages.
    mutating func join(_ next: OpenTable) {
      rows += next.rows
      notes += next.notes
      illegible = illegible ?? next.illegible
      firstTexts.formUnion(next.rows.compactMap { $0.filled.first?.text })
    }
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
    firstHeaderWords = Set(texts: shapes.flatMap(\.headerStarts).compactMap(\.first))
  }

  /// Begins another file of the publication, or another sheet of a workbook, on which a table may go on.
  mutating func begin(_ file: String, in frame: Frame? = nil) {
    if let frame, case .sheet = frame, file == self.file {
      hold()
      isFirstOfSheet = true
    } else {
      close()
    }
    dropHeading()
    self.file = file
    self.frame = frame
    if let frame { transcript?.go(on: frame) }
  }

  /// Goes on to another page, or from the paragraphs of a document to a table of it; what has begun goes on.
  mutating func go(on frame: Frame) {
    self.frame = frame
    transcript?.go(on: frame)
  }

  /// Takes a line of text; `seen` is where it is seen on its page.
  mutating func take(line text: String, at line: Int, seen: PageBox? = nil) {
    transcript?.append(text)
    prose.append(text, isRow: false, at: place(line).at(box: seen))
    evaluations.append(text, at: line, in: frame)
    guard !text.isEmpty, !takeWords(text, at: line) else { return }
    leaveContents(at: text)
    guard open != nil, !Self.isPageFurniture(text) else { return }
    takeIllegible(text, at: line)
    switch open?.state {
    case .body: open?.state = .interrupted
    // A line that ends in a colon leads over to the next note.
    case .notes where !text.ends(with: "：") && !text.ends(with: ":"): open?.state = .done
    default: break
    }
  }

  /// Gives up a title below which whole sentences stand, and nothing that heads a table: it was the last of the contents, and
  /// the tables come behind the text.
  private mutating func leaveContents(at text: String) {
    guard let heading, strangeRow == nil, heading.unitLine.isEmpty, heading.currency.isEmpty, text.ends(with: "。")
    else { return }
    sentencesBelow += 1
    if sentencesBelow > 1 { dropHeading() }
  }

  /// Whether a table that only some places publish is printed by itself, and not in another.
  func standsAlone(_ id: TableID) -> Bool { vocabulary.supplementary.contains { $0.id == id && $0.within == nil } }

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
    transcript?.append(row)
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
    defer { if isFirstOfSheet, !row.filled.isEmpty { isFirstOfSheet = false } }
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
      guard let index = heading.shape else { return try takeRowOfOther(row, filled, under: heading) }
      let shape = shapes[index]
      if shape.begins(with: filled) || strangeRow == nil && shape.isDamagedHeader(filled) {
        try begin(heading, with: row)
      } else if takeHeading(filled) {
        return
      } else if vocabulary.beginsTable(filled) {
        try begin(heading, with: row)
      } else if let other = tableBeginning(with: filled) {
        unread.append(nil, place(row.line), heading.title, "标题下是\(other.form.name)的表头，与标题不符，这张表没有读", reach: .table)
        self.heading = nil
      } else if filled.count > 2, shape.fits(filled) {
        unread.append(
          shape.form.id, place(row.line), heading.title, "标题之后没有认得的表头，不知道各列是什么，这张表没有读",
          reach: .table)
        self.heading = nil
      } else if strangeRow == nil {
        strangeRow = row
      }
      return
    }
    // The open table is never taken out of its place here: a second owner would have every row copy all before it.
    let shape = open.flatMap { $0.heading.shape }.map { shapes[$0] }
    // The second row of a header may be another table's first.
    let isInHeader = open.map { $0.rows.count < 3 } ?? false
    let beginsAnother = !isInHeader && tableBeginning(with: filled) != nil && !repeatsHeader(filled)
    if open?.state == .notes, filled.count == 1 { takeIllegible(filled[0].text, at: row.line) }
    if open?.state == .body, !beginsAnother || shape?.isHeader(filled, isFirst: false) == true {
      try keep(row)
    } else if let shape, open?.state == .notes, !beginsAnother,
      shape.mayGoOn(with: filled) || shape.isHeader(filled, isFirst: false)
    {
      // A note on each page stands between the parts of a table.
      open?.state = .body
      try keep(row)
    } else if open == nil, isFirstOfSheet, let held, goesOn(held, with: row) {
      open = OpenTable(heading: held.heading)
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

  /// Takes a row below the title of a table that only some places publish.
  private mutating func takeRowOfOther(
    _ row: GridRow, _ filled: [GridCell], under heading: PrintedHeading
  ) throws(UnusableInput) {
    if takeHeading(filled) { return }
    if filled.count > 1 {
      try begin(heading, with: row)
    } else if strangeRow == nil {
      strangeRow = row
    }
  }

  /// Whether a row is the first of the open table's header once more.
  private func repeatsHeader(_ filled: [GridCell]) -> Bool {
    guard let first = open?.rows.first?.filled, first.count == filled.count else { return false }
    return zip(first, filled).allSatisfy { comparableWords($0.text) == comparableWords($1.text) }
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

  /// Notes rows of a sheet that are not shown and have amounts in them: they are not printed, and whether they are meant to
  /// count is not known.
  mutating func takeHiddenRows(_ rows: ClosedRange<Int>) {
    let heading = open?.heading
    let table =
      heading?.shape.map { shapes[$0].form.id }
      ?? heading.flatMap { heading in vocabulary.supplementary.first { $0.titles.contains(heading.words) }?.id }
    unread.append(
      table, place(rows.lowerBound),
      rows.count == 1 ? "第 \(rows.lowerBound) 行" : "第 \(rows.lowerBound) 至 \(rows.upperBound) 行",
      "这里的行是隐藏的，其中有数，没有印出来，没有读", reach: table == nil ? .words : .rows)
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
  var scope: DisclosureScope? { title?.scope }

  /// Takes all that another found in a file of its own, which belongs to the same publication, but for the tables that this
  /// one has already: these it gives back.
  mutating func take(all other: TableRecogniser) -> [Table] {
    var other = other
    end()
    other.end()
    let known = Set(tables.map(\.id))
    tables += other.tables.filter { !known.contains($0.id) }
    let knownBeside = Set(supplementary.map(\.id))
    supplementary += other.supplementary.filter { !knownBeside.contains($0.id) }
    units += other.units
    years += other.years
    title = title ?? other.title
    for part in other.unread.parts { unread.append(part.table, part.place, part.text, part.reason, reach: part.reach) }
    headsOfForm.formUnion(other.headsOfForm.subtracting(known))
    marks.merge(other.marks) { own, _ in own }
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
  ///
  /// The text beside them is left to ``prose(of:)`` unless `readingText`.
  mutating func tableSet(readingText: Bool = true) -> TableSet {
    end()
    for (shape, row, place) in abandoned where !tables.contains(where: { $0.id == shapes[shape].form.id }) {
      unread.append(
        shapes[shape].form.id, place, row.summary, "《\(shapes[shape].form.title)》之下没有认得的表头，不知道各列是什么，这张表没有读",
        reach: .table)
    }
    var set = TableSet(
      unitName: unitName, year: year, scope: title?.scope, tables: tables, unread: unread.parts)
    if readingText { set.prose = prose(of: set) }
    set.titlesAlone = titlesAlone
    (set.headsOfForm, set.marks) = (headsOfForm, marks)
    set.supplementary = supplementary
    return set
  }

  /// What is read of the text beside the tables that were found.
  func prose(of set: TableSet) -> Prose {
    prose.prose(words, form: form, tables: set.tables, unitName: set.unitName, year: set.year)
  }

  /// The tables found so far by themselves, without the text beside them.
  mutating func tablesAlone() -> TableSet {
    close()
    return TableSet(unitName: nil, year: nil, scope: nil, tables: tables, unread: unread.parts)
  }

  func place(_ line: Int) -> SourceLocation {
    frame.location(in: file, row: line, column: 0)
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
      if let (shape, title, words) = tableTitle(text) {
        if let known = heading, known.shape == shape, shape != nil || known.words == words {
          // The contents, a heading and a caption may all name one table.
          heading?.title = title
        } else {
          // The title may stand above every page of the table.
          if let shape, open?.heading.shape == shape { hold() } else { close() }
          dropHeading()
          sentencesBelow = 0
          heading = PrintedHeading(
            shape: shape, title: title, words: words, place: place(line), tableNumbers: vocabulary.tableNumbers)
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
    if let shape = heading?.shape, let row = strangeRow {
      abandoned.append((shape, row, place(row.line)))
    } else if let heading, let shape = heading.shape, !heading.unitLine.isEmpty || !heading.currency.isEmpty,
      titlesAlone.count < PublicationLimits.unread
    {
      titlesAlone.append(
        TitleAlone(table: shapes[shape].form.id, title: heading.title, place: heading.place))
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

  /// Which table of the form a line is the title of, nil for one that only some places publish; the title without the number
  /// before it, and as the vocabulary has it.
  private func tableTitle(_ text: String) -> (shape: Int?, title: String, words: String)? {
    // Every title ends so, and nearly no sentence does.
    let bytes = text.utf8.reversed()
    guard Self.titleEndings.contains(where: { $0[0] == bytes.first && bytes.starts(with: $0) }) else { return nil }
    let plain = withoutNumbering(text)
    let words = comparableWords(plain)
    if let shape = shapeOfTitle[words] { return (shape, plain, words) }
    guard let (known, words) = vocabulary.title(plain) else { return nil }
    switch known {
    case .table(let id): return shapes.firstIndex { $0.form.id == id }.map { ($0, plain, words) }
    case .other: return (nil, plain, words)
    }
  }

  /// Whether a line under the open table is a note to it: it says so, or that there is nothing in the table.
  private func isNote(_ text: String) -> Bool {
    let folded = text.prefix(6).foldedForComparison
    if ["注:", "说明:", "备注:"].contains(where: { folded.begins(with: $0) }) { return true }
    guard let shape = open?.heading.shape, text.utf8.count <= Self.longestTitle else { return false }
    return emptyTables.say(text, isEmpty: shapes[shape].form.id)
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
    headWords = isAsForm ? shape.heads : []
    // Rows of more columns than the form's are those of another: a number of a line would be taken for an amount.
    let mayBeAsForm = rows.allSatisfy { row in row.filled.last.map { $0.column < shape.width } ?? true }
    if isAsForm || isDamaged && mayBeAsForm {
      body.read(rows)
    } else if let plan = TablePlan(rows, shape, vocabulary) {
      headWords = FormMarks.heads(rows.prefix(plan.headerRows).flatMap { row in row.filled.map(\.text) })
      body.read(rows, by: plan)
    } else if mayBeAsForm, shape.begins(with: first) {
      body.read(rows)
    } else {
      return false
    }
    return true
  }

  /// Leaves rows to others that stand below a title and are not its table: those of self-evaluations, or of a table that the
  /// title does not name.
  private mutating func giveUp(_ rows: [GridRow], under heading: PrintedHeading) {
    guard let first = rows.first else { return }
    if let shape = heading.shape, let other = tableBeginning(with: first.filled), other.form.id != shapes[shape].form.id
    {
      unread.append(
        nil, place(of: first), heading.title, "标题下是\(other.form.name)的表头，与标题不符，这张表没有读", reach: .table)
    } else if let shape = heading.shape {
      abandoned.append((shape, first, place(of: first)))
    } else if let table = vocabulary.supplementary.first(where: { $0.titles.contains(heading.words) }) {
      unread.append(table.id, place(of: first), heading.title, "不知道各列是什么，这张表没有读", reach: .table)
    }
    for row in rows {
      evaluations.append(row, in: row.frame)
      let filled = row.filled
      guard !filled.isEmpty else { continue }
      prose.append(filled.map(\.text).joined(separator: "\t"), isRow: filled.count > 1, at: place(of: row))
    }
  }

  private func place(of row: GridRow) -> SourceLocation {
    row.frame.location(in: file, row: row.line, column: 0)
  }

  /// Sets the table being read aside, as more of it may follow; joined with what was set aside before where it goes on there.
  private mutating func hold() {
    guard var current = open else { return }
    open = nil
    // Taken out of its place, so that it has one owner and is not copied.
    if var before = held {
      held = nil
      if before.heading.shape == current.heading.shape, current.continues(before) {
        before.join(current)
        held = before
        return
      }
      read(before)
    }
    current.setAside()
    held = current
  }

  /// Whether the first row of a sheet goes on with the table set aside; one that would but has other columns leaves it unread
  /// in part.
  private mutating func goesOn(_ held: OpenTable, with row: GridRow) -> Bool {
    guard let shape = held.heading.shape.map({ shapes[$0] }) else { return false }
    let filled = row.filled
    guard shape.mayGoOn(with: filled) || held.rows.first.map({ $0.filled.map(\.text) == filled.map(\.text) }) == true
    else {
      return false
    }
    // Blank cells behind the last one of a sheet are not in the file.
    if held.rows.contains(where: { $0.width >= row.width && ($0.frame?.hasColumns(of: frame) ?? false) }) {
      return true
    }
    unread.append(shape.form.id, place(row.line), row.summary, "像是上一张工作表里这张表的续页，列数却不同，没有读", reach: .rows)
    return false
  }

  /// Ends the table being read and reads its rows.
  private mutating func close() {
    hold()
    guard let current = held else { return }
    held = nil
    read(current)
  }

  /// Reads the rows of a table that has ended.
  private mutating func read(_ current: OpenTable) {
    let heading = current.heading
    // A place prints all its tables in one unit; where one does not name it the last that did is nearer than the form.
    lastMoneyUnit = heading.moneyUnit ?? lastMoneyUnit
    let rows = (current.strange.map { [$0] } ?? []) + current.rows
    guard let index = heading.shape else {
      if !readSupplementary(rows, under: heading, notes: current.notes) { giveUp(current.rows, under: heading) }
      return
    }
    let shape = shapes[index]
    var body = TableBody(shape, money: lastMoneyUnit ?? form.unit, file: file, unread: unread)
    guard read(current, of: shape, into: &body) else {
      if !readSupplementary(rows, under: heading, notes: current.notes) { giveUp(current.rows, under: heading) }
      return
    }
    unread = body.unread
    readSupplementary(rows, under: heading, within: shape.form.id, notes: [])
    append(shape, heading, body.rows, notes: current.notes)
    if let (text, place) = current.illegible, tables.last?.hasNumber == false {
      unread.append(shape.form.id, place, text, "表下的这一行没有读得懂的字，不知道是不是本表无数据的说明", reach: .note)
    }
    // Lines of the table of other information may stand below the three public expenses.
    if !body.linesBeside.isEmpty, let information = shapes.first(where: { $0.form.id == .t10 }) {
      var beside = TableBody(information, money: body.money, file: file, unread: unread)
      let unknown = beside.read(linesBeside: body.linesBeside)
      // One that was recognised otherwise than printed may be any of them.
      for line in unknown where line.slot.frame?.isRecognised == true && !shape.isBesideLine(plainLabel(line.label)) {
        unread.append(
          shape.form.id, line.slot.frame.location(in: file, row: line.slot.line, column: line.slot.column),
          "\(line.label) \(line.slot.text)", "\(shape.form.name)没有这一行", reach: .rows)
      }
      if !beside.rows.isEmpty {
        unread = beside.unread
        append(information, heading, beside.rows, notes: [])
      }
    }
  }

  /// Reads rows as the first of the tables that only some places publish which they fit: of those a title names, or of those
  /// that stand in a table of the form. Gives whether they fit one.
  @discardableResult
  private mutating func readSupplementary(
    _ rows: [GridRow], under heading: PrintedHeading, within other: TableID? = nil, notes: [String]
  ) -> Bool {
    for table in vocabulary.supplementary
    where other.map({ $0 == table.within }) ?? table.titles.contains(heading.words) {
      // Among the form's own columns of codes there are none of another table; items may be more rows.
      if let other, table.rows != .items, headsOfForm.contains(other) { continue }
      // What stands above all columns may be the first row of the header, or be none of it.
      var grid = rows
      var plan = SupplementaryPlan(grid, table, vocabulary)
      if plan == nil, rows.count > 1 {
        grid.removeFirst()
        plan = SupplementaryPlan(grid, table, vocabulary)
      }
      guard let plan else { continue }
      var body = SupplementaryBody(
        plan, vocabulary, money: lastMoneyUnit ?? form.unit, file: file, unread: other == nil ? unread : UnreadList())
      body.read(grid)
      guard body.hasFigures || other == nil else { continue }
      // What is not understood beside what another table holds is told of there.
      if other == nil { unread = body.unread }
      supplementary.append(
        Table(
          // What stands in another table has no title of its own.
          id: table.id, title: other == nil ? heading.title : table.id.rawValue, formCode: heading.formCode,
          unitLine: heading.unitLine,
          period: heading.period, currency: heading.currency, isWide: plan.columns.count > 8,
          header: [HeaderRow(plan.heads.map { HeaderCell($0) })], rows: body.rows, notes: notes))
      return true
    }
    return false
  }

  private mutating func append(_ shape: TableShape, _ heading: PrintedHeading, _ rows: [Row], notes: [String]) {
    if let name = heading.unitName { units.append(name) }
    if let year = heading.year { years.append(year) }
    if marks[shape.form.id] == nil { marks[shape.form.id] = TableMarks(title: heading.words, heads: headWords) }
    tables.append(
      Table(
        id: shape.form.id, title: heading.title,
        formCode: heading.formCode.isEmpty ? shape.form.formCode : heading.formCode,
        unitLine: heading.unitLine, period: heading.period, currency: heading.currency, isWide: shape.form.wide,
        header: shape.header, rows: rows, notes: notes))
  }
}
