package import Accounts
import Evaluations
import Formats
import FoundationEssentials
import System
package import Tables

/// What was read of a publication: its tables with the text beside them, and its self-evaluation tables.
package struct Publication: Sendable {
  package fileprivate(set) var tables: TableSet
  package let evaluations: EvaluationReading
  /// The files that stand inside its page, not read yet.
  let filesInPage: [TableRecogniser.FileInPage]
  /// What it was put together from; nil where it is one file, or a package of ours.
  package var assembly: PublicationAssembly?
  /// What found its tables, while the text beside them is not read yet.
  fileprivate var recogniser: TableRecogniser?
}

/// Reads the tables of a published disclosure back, whatever it came in.
///
/// It takes a web page, a workbook, Markdown, text with tabs between the cells, the data file of a package, a folder of
/// CSV tables, or a package as a whole. What a file is, its content tells and not its name. Figures get the addresses of the form;
/// what is not understood is listed as ``UnreadPart`` and never guessed at.
package struct PublishedReader: Sendable {
  private let form: Form
  /// What knows the form's tables, and has not begun; each publication is read by a copy of it.
  let recogniser: TableRecogniser
  /// A reader of disclosures printed in a form.
  ///
  /// Throws when the built-in words are damaged.
  package init(form: Form) throws {
    self.form = form
    recogniser = TableRecogniser(
      form, words: try ProseWords.standard(), emptyTables: try EmptyTableWords.standard(),
      vocabulary: try TableVocabulary.standard())
  }

  /// The tables among words on pages, as `pdftotext -bbox` prints them; whatever is no word is passed over. Throws
  /// ``UnusableInput`` where there are more than are read. Linear in the bytes.
  package func disclosure(ofBoxes xhtml: [UInt8]) throws(UnusableInput) -> TableSet {
    var recogniser = recogniser
    recogniser.begin("-bbox")
    try recogniser.take(PagedText.parts(of: PDFWords(xhtml)))
    return recogniser.tableSet()
  }

  /// The tables on a picture of a page in PGM, with what an engine says of its pieces, as `tesseract … tsv` prints it; a picture
  /// that is none has none. Throws ``UnusableInput`` where there are more than are read. Linear in the dots.
  package func disclosure(ofPicture pgm: [UInt8], recognised tsv: [UInt8]) throws(UnusableInput) -> TableSet {
    var recogniser = recogniser
    recogniser.begin("-tsv")
    let picture = GreyPage(netpbm: pgm, resolution: 100)
    if let picture,
      let page = try? PageReading.page(
        picture,
        read: { _, _ throws(PageReading.Failure) in RecognisedLine.lines(ofTSV: tsv, within: 40_000) })
    {
      try recogniser.take(PagedText.parts(of: [WordPage(number: 1, words: page.words)], recognised: [1]))
    }
    return recogniser.tableSet()
  }

  /// The tables of the disclosure at a path, `-` being a file on the standard input.
  ///
  /// Of a package its `index.html` is read, since that is what people publish; where there is none, `index.md`, then
  /// `data.json`, then the tables. 口径 is taken from the disclosure's title alone: 部门名称 stands above the tables of
  /// single units too. Throws ``UnusableInput`` when there is nothing to read, or no table of the form in it. Takes time
  /// and memory in proportion to the input, which is bounded.
  package func disclosure(at path: String) throws(UnusableInput) -> TableSet {
    let tables = whole(try read(path, from: InputFiles())).tables
    guard !tables.tables.isEmpty || !tables.unread.isEmpty else { throw nothingFound(at: path) }
    return tables
  }

  /// The tables of the disclosure at a path with its self-evaluation tables, which may stand alone.
  ///
  /// `files` are those of the run. The tables inside a page are left to ``whole(_:)``. Throws ``UnusableInput`` when there
  /// is neither.
  package func publication(
    at path: String, from files: InputFiles = InputFiles()
  ) throws(UnusableInput) -> Publication {
    withText(try tables(at: path, from: files))
  }

  /// The same without the text beside the tables, which is left to ``whole(_:)`` too: a publication is read in several forms
  /// until the one that fits is known.
  package func tables(
    at path: String, from files: InputFiles = InputFiles()
  ) throws(UnusableInput) -> Publication {
    try checked(try read(path, from: files), at: path)
  }

  /// The publication that several files make up together (分在几个文件里的一份公开), as where text and tables stand apart; its text
  /// is left to ``whole(_:)``.
  ///
  /// Throws what is wrong with each file, and where the files are not those of one unit and year.
  package func tables(
    together paths: [String], from files: InputFiles = InputFiles()
  ) throws(UnusableInput) -> Publication {
    try checked(try read(together: paths, isFolder: false, files), at: paths[0])
  }

  /// The text of a file in the order in which it is read, whatever it is of: lines and rows, tabs between cells, a form feed
  /// between pages. `files` are those of the run. Throws ``UnusableInput`` where it cannot be read. Linear in the file.
  package func text(at path: String, from files: InputFiles = InputFiles()) throws(UnusableInput) -> String {
    var own = recogniser
    own.transcript = Transcript()
    var evaluations = EvaluationReading()
    try readFile(path, files, &own, &evaluations)
    return own.transcript?.text ?? ""
  }

  private func checked(_ publication: Publication, at path: String) throws(UnusableInput) -> Publication {
    guard
      !publication.tables.tables.isEmpty || !publication.tables.unread.isEmpty
        || !publication.evaluations.tables.isEmpty || !publication.evaluations.overall.isEmpty
    else { throw nothingFound(at: path) }
    return publication
  }

  /// What can be read, as listed in messages and help.
  package static var formats: String { PublicationFormat.names + "、各表的 CSV" }

  private func nothingFound(at path: String) -> UnusableInput {
    UnusableInput([
      Problem(
        at: SourceLocation(file: InputFile.displayName(of: path)), found: "没有找到决算公开的表",
        expected: "应有《\(form.tables.first?.title ?? "")》等表，各有标题和表头，或有绩效自评表",
        advice: "可以读的有：\(Self.formats)")
    ])
  }

  private func read(_ path: String, from files: InputFiles) throws(UnusableInput) -> Publication {
    var recogniser = recogniser
    var evaluations = EvaluationReading()
    if path != "-", InputFile.kind(of: path) == .folder {
      if let paths = try Self.filesOfOneUnit(in: path, files) {
        return try read(together: paths, isFolder: true, files)
      }
      try readFolder(path, files, &recogniser, &evaluations)
    } else if let table = TableCSVFile(path) {
      try table.read(from: files, into: &recogniser)
      try addEvaluations(among: recogniser.evaluations, in: recogniser.file, to: &evaluations, &recogniser)
    } else {
      try readFile(path, files, &recogniser, &evaluations)
    }
    return try publication(&recogniser, evaluations)
  }

  /// What a recogniser has read; throws where it is a budget, which has other tables and says other things.
  func publication(
    _ recogniser: inout TableRecogniser, _ evaluations: EvaluationReading
  ) throws(UnusableInput) -> Publication {
    let files = recogniser.files
    let tables = recogniser.tableSet(readingText: false)
    if !recogniser.hasFinalAccounts, evaluations.isEmpty,
      let budget = try Self.budgetMarks().budget(in: recogniser.texts)
    {
      throw UnusableInput([
        Problem(
          at: budget.place,
          found: "这是\(budget.year.map { " \($0) 年的" } ?? "")预算，不是决算（标题是\(Problem.quoted(budget.title))）",
          expected: "应是部门决算或单位决算的公开，有《\(form.tables.first?.title ?? "")》等表", advice: "请换成决算的文件；预算公开的表与决算不同，这里不核对")
      ])
    }
    return Publication(tables: tables, evaluations: evaluations, filesInPage: files, recogniser: recogniser)
  }

  /// Throws when the built-in words are damaged.
  private static func budgetMarks() throws(UnusableInput) -> BudgetMarks {
    do {
      return try BudgetMarks.standard()
    } catch {
      throw UnusableInput([Problem(at: SourceLocation(file: "预算的标题"), "内置的数据损坏：\(error)。")])
    }
  }

  /// A publication with the text beside its tables, and with the tables that stand inside its page once more.
  package func whole(_ publication: Publication) -> Publication {
    var publication = withText(publication)
    publication.tables.copies = publication.filesInPage.compactMap(copy)
    return publication
  }

  /// A publication with the text beside its tables.
  private func withText(_ publication: Publication) -> Publication {
    var publication = publication
    if let recogniser = publication.recogniser {
      publication.tables.prose = recogniser.prose(of: publication.tables)
      publication.recogniser = nil
    }
    return publication
  }

  /// The tables of a workbook that stands inside a page; nil for a file of another kind.
  private func copy(_ file: TableRecogniser.FileInPage) -> TableCopy? {
    guard file.name.lowercased().ends(with: ".xlsx") else { return nil }
    let name = "网页所带的工作簿“\(file.name)”"
    guard let data = Data(base64Encoded: Data(file.base64), options: .ignoreUnknownCharacters) else {
      return TableCopy(name: name, place: file.place, tables: nil)
    }
    var itsOwn = recogniser
    itsOwn.begin("\(file.place.file) 所带的 \(file.name)")
    do {
      try PublishedWorkbook(Array(data)).read(into: &itsOwn)
    } catch {
      return TableCopy(name: name, place: file.place, tables: nil)
    }
    let tables = itsOwn.tablesAlone()
    return TableCopy(name: name, place: file.place, tables: tables.tables.isEmpty ? nil : tables)
  }

  /// The title of the sheet by which a ledger is known; nil where the schema is damaged. The schema is read only where
  /// this decides, since most files that are checked are pages.
  static var ledgerMark: String? { (try? LedgerSchema.standard())?.title(.unit) }

  /// Whether a path leads to a ledger and not to a publication: a folder with 单位信息.csv, JSON with the key 单位信息, or a
  /// workbook with that sheet.
  ///
  /// False for the standard input, which cannot be read twice, and for what cannot be opened.
  package static func looksLikeLedger(_ path: String, among files: InputFiles = InputFiles()) -> Bool {
    guard path != "-" else { return false }
    switch InputFile.kind(of: path) {
    case .missing: return false
    case .folder:
      guard let title = ledgerMark else { return false }
      let file = "\(title).csv".foldedForComparison.lowercased()
      return names(in: path, files).contains { PathBytes.legible($0).foldedForComparison.lowercased() == file }
    case .file, .pipe, .device:
      guard let bytes = try? files.bytes(of: path, atMost: PublicationLimits.bytes) else { return false }
      if InputFile.isArchive(bytes) {
        return (try? LedgerSchema.standard()).map { WorkbookLedger.isLedger(bytes, $0) } ?? false
      }
      // Most files begin with a sign that no JSON begins with in any encoding.
      guard let first = bytes.first(where: { !isSpace($0) }), first == UInt8(ascii: "{") || first >= 0x80,
        let utf8 = try? InputFile.text(bytes, of: path), isJSON(utf8), let title = ledgerMark
      else { return false }
      let text = String(decoding: utf8, as: UTF8.self)
      return text.contains("\"\(title)\"") && !text.contains("\"\(DisclosureData.format)\"")
    }
  }

  func readFile(
    _ path: String, _ files: InputFiles, _ recogniser: inout TableRecogniser, _ evaluations: inout EvaluationReading
  ) throws(UnusableInput) {
    let bytes = try files.bytes(of: path, atMost: PublicationLimits.bytes)
    let file = InputFile.displayName(of: path)
    let content = try PublicationFile(path, bytes)
    guard let format = PublicationFormat.all.first(where: { $0.isOne(content) }) else {
      guard let kind = content.kind else { return }
      throw try FileKinds.standard().problem(kind, of: file, as: .publication)
    }
    recogniser.begin(file)
    switch try format.read(content, files, &recogniser) {
    case .rows: break
    case .text:
      if !recogniser.evaluations.lines.isEmpty {
        let text = try String(decoding: content.text(), as: UTF8.self)
        Self.add(try Self.evaluationReader().reading(text, file: file), to: &evaluations, &recogniser)
      }
      return
    case .data(let tables, let basicData):
      if !tables.isEmpty || basicData != nil {
        evaluations.add(try Self.evaluationReader().reading(tables, basicData, file: file))
      }
    }
    try addEvaluations(among: recogniser.evaluations, in: file, to: &evaluations, &recogniser)
  }

  /// Reads the self-evaluation tables among the lines of a file; most files have none, and cost nothing here.
  ///
  /// Gives whether there are any, understood or not. The recogniser, which is at that file, lists what is not understood.
  @discardableResult
  private func addEvaluations(
    among lines: EvaluationLines, in file: String, to evaluations: inout EvaluationReading,
    _ recogniser: inout TableRecogniser
  ) throws(UnusableInput) -> Bool {
    guard !lines.lines.isEmpty else { return false }
    let reading = try Self.evaluationReader().reading(lines, file: file)
    Self.add(reading, to: &evaluations, &recogniser)
    return !reading.isEmpty
  }

  /// Adds what was read of self-evaluations, and lists what of it was not understood.
  private static func add(
    _ reading: EvaluationReading, to evaluations: inout EvaluationReading, _ recogniser: inout TableRecogniser
  ) {
    for one in reading.unread { recogniser.takeUnread(one.text, at: one.place, one.reason, reach: .words) }
    evaluations.add(reading)
  }

  /// Throws when the built-in layouts are damaged.
  private static func evaluationReader() throws(UnusableInput) -> EvaluationReader {
    do {
      return try EvaluationReader()
    } catch {
      throw UnusableInput([Problem(at: SourceLocation(file: "绩效自评表的版式"), "内置的数据损坏：\(error)。")])
    }
  }

  private func readFolder(
    _ path: String, _ files: InputFiles, _ recogniser: inout TableRecogniser, _ evaluations: inout EvaluationReading
  ) throws(UnusableInput) {
    let folder = path.ends(with: "/") ? path : path + "/"
    if let name = Self.wholeCopies(in: folder, files).first {
      try InputFile.requireFile(folder + name)
      return try readFile(folder + name, files, &recogniser, &evaluations)
    }
    try readTables(in: folder, files, &recogniser, &evaluations)
  }

  /// Reads the CSV tables of a package, which lie in its folder tables or else in itself, and those of its self-evaluations.
  private func readTables(
    in folder: String, _ files: InputFiles, _ recogniser: inout TableRecogniser, _ evaluations: inout EvaluationReading
  ) throws(UnusableInput) {
    var found = false
    for folder in [folder + "tables/", folder] {
      let tables = try Self.tables(in: folder, files)
      guard !tables.isEmpty else { continue }
      found = true
      for table in tables { try table.read(from: files, into: &recogniser) }
      guard !recogniser.evaluations.lines.isEmpty else { break }
      for table in tables { try readEvaluation(table, files, &recogniser, &evaluations) }
      break
    }
    for table in try Self.tables(in: folder + "evaluations/", files) {
      if try !readEvaluation(table, files, takingProse: true, &recogniser, &evaluations) {
        var unread = EvaluationReading()
        unread.addUnread(.table(table.title, at: recogniser.place(1), "其中没有认得的自评表，这个文件没有读"))
        Self.add(unread, to: &evaluations, &recogniser)
      }
    }
    guard found || !evaluations.isEmpty else { throw nothingReadable(folder) }
  }

  /// The files of a package that each hold the whole disclosure, what people open first before the others.
  static func wholeCopies(in folder: String, _ files: InputFiles) -> [String] {
    let names = names(in: folder, files)
    return ["index.html", "index.md", "data.json", "决算公开.xlsx"].compactMap { known in
      names.first { PathBytes.legible($0) == known && InputFile.kind(of: folder + $0) != .folder }
    }
  }

  /// The files of a package that hold the disclosure as it is printed.
  private static let printedCopies = ["决算公开.pdf", "决算公开.docx"]

  /// The file that ``disclosure(at:)`` takes of the package in a folder, and the others that must say the same, each as it
  /// was read or with why it could not be; nil for a file, and for a folder that is no package.
  package func copies(
    at path: String, from files: InputFiles = InputFiles()
  ) -> (taken: String, others: [(file: String, publication: Result<Publication, UnusableInput>)])? {
    guard path != "-", InputFile.kind(of: path) == .folder else { return nil }
    let folder = path.ends(with: "/") ? path : path + "/"
    let whole = Self.wholeCopies(in: folder, files)
    guard let taken = whole.first else { return nil }
    var others: [(file: String, publication: Result<Publication, UnusableInput>)] = whole.dropFirst().map { name in
      let read = Result { () throws(UnusableInput) in
        try InputFile.requireFile(folder + name)
        return try publication(at: folder + name, from: files)
      }
      return (PathBytes.legible(name), read)
    }
    if InputFile.kind(of: folder + "tables") == .folder {
      others.append(("tables", Result { () throws(UnusableInput) in try tablesAlone(in: folder, files) }))
    }
    for name in Self.printedCopies where InputFile.kind(of: folder + name) == .file {
      others.append((name, Result { () throws(UnusableInput) in try publication(at: folder + name, from: files) }))
    }
    return (taken, others)
  }

  private func tablesAlone(in folder: String, _ files: InputFiles) throws(UnusableInput) -> Publication {
    var recogniser = recogniser
    var evaluations = EvaluationReading()
    try readTables(in: folder, files, &recogniser, &evaluations)
    return Publication(tables: recogniser.tableSet(), evaluations: evaluations, filesInPage: [])
  }

  /// Reads a self-evaluation table by itself, so that what it says stands in its own file; gives whether it is one.
  ///
  /// Its text is taken where it was not read together with others.
  @discardableResult
  private func readEvaluation(
    _ file: TableCSVFile, _ files: InputFiles, takingProse: Bool = false, _ recogniser: inout TableRecogniser,
    _ evaluations: inout EvaluationReading
  ) throws(UnusableInput) -> Bool {
    var itsOwn = self.recogniser
    try file.read(from: files, into: &itsOwn)
    recogniser.begin(itsOwn.file)
    if takingProse { recogniser.takeProse(of: itsOwn) }
    return try addEvaluations(among: itsOwn.evaluations, in: itsOwn.file, to: &evaluations, &recogniser)
  }

  static func tables(in folder: String, _ files: InputFiles) throws(UnusableInput) -> [TableCSVFile] {
    let tables = names(in: folder, files).compactMap { TableCSVFile(folder + $0) }
    for table in tables { try InputFile.requireFile(table.path) }
    return tables
  }

  private func nothingReadable(_ path: String) -> UnusableInput {
    UnusableInput([
      Problem(
        at: SourceLocation(file: InputFile.displayName(of: path)), found: "目录里没有可以读的文件",
        expected: "公开的目录应有 index.html、index.md、data.json 或各表的 CSV"
          + (Self.ledgerMark.map { "，账的目录应有 \($0).csv" } ?? ""))
    ])
  }

  static func names(in folder: String, _ files: InputFiles) -> [String] {
    (files.names(in: folder) ?? []).filter { !$0.begins(with: ".") }
  }

  private static func isJSON(_ utf8: [UInt8]) -> Bool {
    utf8.first { !isSpace($0) } == UInt8(ascii: "{")
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
