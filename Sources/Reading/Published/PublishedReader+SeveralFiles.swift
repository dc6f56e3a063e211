import Accounts
import Formats
import System
import Tables

extension PublishedReader {
  /// Reads files as one publication.
  ///
  /// Of a folder what cannot be read is listed as unread, as it may hold any table; of files that the user named it is an
  /// error, and so it is where no other file of the folder is of a publication: then nothing would be checked. Of tables that two files have the first counts, and the others are kept to be compared with it.
  func read(together paths: [String], isFolder: Bool, _ files: InputFiles) throws(UnusableInput) -> Publication {
    var whole = recogniser
    var evaluations = EvaluationReading()
    var owners: [TableID: String] = [:]
    var repeated: [PublicationAssembly.Repeated] = []
    var read: [String] = []
    // What the files with tables name as theirs; that a text names another is found by its rules.
    var named: [(unit: String?, year: Int?)] = []
    var problems: [Problem] = []
    // Whether any file has a table, or names its unit or its kind as the text of a publication does.
    var isPublication = false
    for path in paths {
      let file = InputFile.displayName(of: path)
      var own = recogniser
      do throws(UnusableInput) {
        if PublishedReader.looksLikeLedger(path, among: files) { throw Self.isLedger(file) }
        try readFile(path, files, &own, &evaluations)
      } catch {
        if isFolder {
          whole.takeUnread(
            file, at: SourceLocation(file: file), "这个文件没有读：\(error.problems.first?.message ?? "")", reach: .table)
        }
        problems += error.problems
        continue
      }
      if !own.tableIDs.isEmpty { named.append((own.unitName, own.year)) }
      if !own.tableIDs.isEmpty || own.unitName != nil || own.scope != nil { isPublication = true }
      let again = whole.take(all: own)
      let byOwner = Dictionary(grouping: again) { owners[$0.id] ?? file }
      for (taken, tables) in byOwner.sorted(by: { $0.key < $1.key }) {
        let set = TableSet(unitName: own.unitName, year: own.year, scope: nil, tables: tables)
        repeated.append(PublicationAssembly.Repeated(file: file, taken: taken, tables: set))
      }
      for table in whole.tableIDs where owners[table] == nil { owners[table] = file }
      read.append(file)
    }
    if !problems.isEmpty, !isFolder || !isPublication && evaluations.isEmpty { throw UnusableInput(problems) }
    try Self.requireOne(named.compactMap(\.unit), of: "单位", { Self.isSameUnit($0, $1) }, at: paths)
    if !repeated.isEmpty { try Self.requireOne(named.compactMap(\.year), of: "年度", ==, at: paths) }
    if read.count > 1 { whole.sortTables() }
    var publication = try publication(&whole, evaluations)
    publication.assembly = PublicationAssembly(files: read, repeated: repeated)
    return publication
  }

  /// The files of a folder that is no package and holds no CSV tables, in the order of their names; nil for another folder,
  /// and for one without a file.
  static func filesOfOneUnit(in path: String, _ files: InputFiles) throws(UnusableInput) -> [String]? {
    let folder = path.ends(with: "/") ? path : path + "/"
    guard !isPackage(path, files), !hasTables(folder, files) else { return nil }
    // A program's lock files come and go beside what is being edited.
    let names = names(in: folder, files).filter { !$0.begins(with: "~$") }
    let paths = names.map { folder + $0 }.filter { InputFile.kind(of: $0) == .file }
    if paths.isEmpty, names.contains(where: { InputFile.kind(of: folder + $0) == .folder }) {
      throw UnusableInput([
        Problem(
          at: SourceLocation(file: InputFile.displayName(of: path)), found: "目录里没有公开文件，只有子目录",
          expected: "应是一个单位一个年度的公开文件", advice: "请一个单位一个单位地给")
      ])
    }
    return paths.isEmpty ? nil : paths
  }

  /// Whether a folder is a package: one that has the disclosure whole, or its tables in folders of their own.
  static func isPackage(_ path: String, _ files: InputFiles) -> Bool {
    let folder = path.ends(with: "/") ? path : path + "/"
    return !wholeCopies(in: folder, files).isEmpty
      || [folder + "tables/", folder + "evaluations/"].contains { hasTables($0, files) }
  }

  /// Whether CSV tables lie in a folder.
  private static func hasTables(_ folder: String, _ files: InputFiles) -> Bool {
    names(in: folder, files).contains { TableCSVFile(folder + $0) != nil }
  }

  /// Whether a file is of a kind in which publications are read; of CSV, whether it is a table of one.
  func mayBePublication(_ path: String, _ files: InputFiles) -> Bool {
    if TableCSVFile(path) != nil { return (try? tables(at: path, from: files)) != nil }
    guard let bytes = try? files.bytes(of: path, atMost: PublicationLimits.bytes),
      let file = try? PublicationFile(path, bytes)
    else { return true }
    return PublicationFormat.all.contains { $0.isOne(file) }
  }

  /// What a file tells of whose it is (归属).
  struct Owner {
    /// The unit that it names over its tables, or else in its title.
    var unit: String?
    var year: Int?
    /// Whether it speaks of a 部门 or a 单位, as its title says.
    var scope: DisclosureScope?
    /// The tables it has.
    var tables: Set<TableID> = []
    /// Whether there are self-evaluations in it.
    var hasEvaluations = false

    /// Whether nothing of a publication is in it: no table, and no unit named.
    var isEmpty: Bool { unit == nil && tables.isEmpty && !hasEvaluations }
  }

  /// Whose a file is; nil for a file that cannot be read.
  func owner(of path: String, _ files: InputFiles) -> Owner? {
    var own = recogniser
    var evaluations = EvaluationReading()
    do {
      if let table = TableCSVFile(path) {
        try table.read(from: files, into: &own)
      } else {
        try readFile(path, files, &own, &evaluations)
      }
    } catch {
      return nil
    }
    // All that it holds, the last table too, which nothing after it has ended.
    let read = own.tableSet(readingText: false)
    return Owner(
      unit: read.unitName, year: read.year, scope: read.scope, tables: Set(read.tables.map(\.id)),
      hasEvaluations: !evaluations.isEmpty)
  }

  private static func isLedger(_ file: String) -> UnusableInput {
    UnusableInput([
      Problem(at: SourceLocation(file: file), found: "是账，不是公开文件", expected: "应是公开文件", advice: "账请单独核对")
    ])
  }

  /// Throws where several units, or several years, are named.
  private static func requireOne<Value>(
    _ values: [Value], of what: String, _ isSame: (Value, Value) -> Bool, at paths: [String]
  ) throws(UnusableInput) {
    var distinct: [Value] = []
    for value in values where !distinct.contains(where: { isSame($0, value) }) { distinct.append(value) }
    guard distinct.count > 1 else { return }
    let names = distinct.prefix(5).map { "\($0)" }.joined(separator: "、") + (distinct.count > 5 ? "等" : "")
    throw UnusableInput([
      Problem(
        at: SourceLocation(file: InputFile.displayName(of: paths[0])),
        found: "它和其余文件是 \(distinct.count) 个\(what)的：\(names)", expected: "应是一个单位一个年度的一份公开",
        advice: "请一个单位一个单位、一年一年地给：把它的文件放在一个目录里，或用 --together 列出来")
    ])
  }

  /// Whether two names are one unit's: one may be written shorter, or with 本级 behind it.
  private static func isSameUnit(_ one: String, _ other: String) -> Bool {
    let (one, other) = (comparableWords(one), comparableWords(other))
    return one.begins(with: other) || other.begins(with: one) || one.ends(with: other) || other.ends(with: one)
  }
}
