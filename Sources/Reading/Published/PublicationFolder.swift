import Accounts
import Formats
import System
import Tables

/// What a folder holds (目录里的各份公开): ledgers and publications, each by its paths.
///
/// A folder that is a ledger, a package, or holds the files of one unit is one. In any other the files are put together by
/// the unit and year they name, and the folders in it are looked at in turn; a folder that holds no more than further files of
/// the unit beside it belongs to that unit.
package struct PublicationFolder: Sendable {
  /// The paths of each, in the order of their names.
  package private(set) var inputs: [[String]] = []
  /// The files in which no publication can be, by what messages call them.
  package private(set) var passedOver: [String] = []

  /// Files that name the same unit and year.
  fileprivate struct Group {
    var paths: [String]
    var owner = PublishedReader.Owner()
    /// Whether they are files, which others may be put beside, and not a package or ledger.
    var isOfFiles = true
    /// The folder that holds them and nothing else, as which they are read; nil where there is none.
    var folder: String?
    /// Whether they are no publication's.
    var isEmpty = false

    var unit: String? { owner.unit }
  }

  private let names: UnitNames?

  /// The folders looked into, by their real paths: a link may lead back to one.
  private var seen: Set<String> = []

  /// Whether a path is one input before it is looked into: a file, a ledger or a package.
  package static func isOne(_ path: String) -> Bool {
    isOne(path, InputFiles())
  }

  private static func isOne(_ path: String, _ files: InputFiles) -> Bool {
    path == "-" || InputFile.kind(of: path) != .folder || PublishedReader.looksLikeLedger(path, among: files)
      || PublishedReader.isPackage(path, files)
  }

  /// Looks at a path; a file is one input, whatever it is. Files of a folder with several are read to tell whose they are, one
  /// folder's files being held at a time.
  package init(at path: String, by reader: PublishedReader, engine: Recogniser? = nil) {
    names = try? UnitNames.standard()
    inputs = groups(at: path, reader, engine).map { group in group.folder.map { [$0] } ?? group.paths }
  }

  private mutating func groups(at path: String, _ reader: PublishedReader, _ engine: Recogniser?) -> [Group] {
    let files = InputFiles(engine: engine)
    guard !Self.isOne(path, files) else { return [Group(paths: [path], isOfFiles: false)] }
    guard seen.insert(realPath(of: path)).inserted else { return [] }
    let folder = path.ends(with: "/") ? path : path + "/"
    let paths = PublishedReader.names(in: folder, files).filter { !$0.begins(with: "~$") }.map { folder + $0 }
    let folders = paths.filter { InputFile.kind(of: $0) == .folder }
    // The tables of a package by themselves.
    if folders.isEmpty, !paths.isEmpty, paths.allSatisfy({ TableCSVFile($0) != nil }) {
      return [Group(paths: [path], isOfFiles: false)]
    }
    var hasList = false
    var own: [Group] = []
    var publications: [Group] = []
    for file in paths where InputFile.kind(of: file) == .file {
      if PublishedReader.looksLikeLedger(file, among: files) {
        own.append(Group(paths: [file], isOfFiles: false))
      } else if reader.mayBePublication(file, files) {
        let owner = reader.owner(of: file, files)
        publications.append(
          Group(paths: [file], owner: owner ?? PublishedReader.Owner(), isEmpty: owner?.isEmpty ?? false))
      } else {
        hasList = hasList || TableCSVFile(file) != nil
        passedOver.append(InputFile.displayName(of: file))
      }
    }
    // Files with tables first: a text may be written for any of them.
    for one in publications where !one.owner.tables.isEmpty { put(one, among: &own) }
    for one in publications where one.owner.tables.isEmpty { put(one, among: &own) }
    own.sort { $0.paths[0] < $1.paths[0] }
    let named = own.filter { $0.unit != nil || !$0.isOfFiles }
    var below: [Group] = []
    for inner in folders {
      let found = groups(at: inner, reader, engine)
      // What one unit keeps in a folder beside its files is of that unit.
      if found.count == 1, found[0].isOfFiles, named.count == 1, named[0].isOfFiles, isOne(named[0], found[0]),
        let index = own.firstIndex(where: { $0.unit != nil })
      {
        own[index].add(found[0])
      } else {
        below += found
      }
    }
    if below.isEmpty { own = withoutOwner(own) }
    // A folder of one unit's files alone is read as it always was: what cannot be read of it is unread. One with a list in CSV
    // would be taken for the tables of a package.
    if below.isEmpty, own.count == 1, own[0].isOfFiles, !hasList,
      own[0].paths.allSatisfy({ !$0.dropFirst(folder.count).contains("/") })
    {
      own[0].folder = path
    } else {
      passedOver += own.filter(\.isEmpty).flatMap(\.paths).map { InputFile.displayName(of: $0) }
      own.removeAll(where: \.isEmpty)
    }
    return own + below
  }

  /// Puts a file beside those of its unit and year: of the same name, else of the only one that may be its.
  private func put(_ one: Group, among groups: inout [Group]) {
    let others = groups.indices.filter { groups[$0].isOfFiles && groups[$0].unit != nil && one.unit != nil }
    let alike = others.filter { isOne(groups[$0], one) }
    let same = alike.first { groups[$0].unit.map(comparableWords) == one.unit.map(comparableWords) }
    if let index = same ?? (alike.count == 1 ? alike.first : nil) {
      groups[index].add(one)
    } else {
      groups.append(one)
    }
  }

  /// Whether both may be parts or copies of one publication. The same tables under a name written otherwise are another unit's: a
  /// department and its own office (本级) publish both.
  private func isOne(_ one: Group, _ other: Group) -> Bool {
    func agree<Value: Equatable>(_ value: KeyPath<PublishedReader.Owner, Value?>) -> Bool {
      guard let left = one.owner[keyPath: value], let right = other.owner[keyPath: value] else { return true }
      return left == right
    }
    guard agree(\.year) else { return false }
    guard let left = one.unit, let right = other.unit else { return true }
    let areParts = one.owner.tables.isDisjoint(with: other.owner.tables)
    if comparableWords(left) == comparableWords(right) { return areParts || agree(\.scope) }
    return areParts && names?.areOne(left, right) == true
  }

  /// The groups where files that name no unit belong to the only unit there is.
  private func withoutOwner(_ groups: [Group]) -> [Group] {
    let nameless = groups.filter { $0.isOfFiles && $0.unit == nil }
    let named = groups.filter { !$0.isOfFiles || $0.unit != nil }
    guard !nameless.isEmpty, named.count <= 1, named.allSatisfy(\.isOfFiles) else { return groups }
    var one = named.first ?? nameless[0]
    for other in named.isEmpty ? nameless[1...] : nameless[...] { one.add(other) }
    return [one]
  }
}

extension PublicationFolder.Group {
  /// Puts the files of another beside its own, in the order of their names.
  fileprivate mutating func add(_ other: Self) {
    paths = (paths + other.paths).sorted()
    folder = nil
    owner.unit = owner.unit ?? other.owner.unit
    owner.year = owner.year ?? other.owner.year
    owner.scope = owner.scope ?? other.owner.scope
    owner.tables.formUnion(other.owner.tables)
    isEmpty = isEmpty && other.isEmpty
  }
}
