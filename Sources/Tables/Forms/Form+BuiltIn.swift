package import Accounts
import Formats

extension Form {
  /// The built-in form of a place for a fiscal year: that year's, else the latest before it, else the earliest after.
  ///
  /// `known` are built-in ones that were read before, on which it may be based. Throws ``FormError`` when there is no such place.
  package static func builtIn(_ id: String, year: Int, knowing known: [Form] = []) throws -> Form {
    let chosen = try builtInYear(of: id, for: year)
    if let one = known.first(where: { $0.id == id && $0.year == chosen }) { return one }
    return try read(builtInText(id, year: chosen), named: path(id, chosen), others: [], knowing: known, isBuiltIn: true)
  }

  /// The year of that form, which is not read; throws ``FormError`` when there is no such place.
  package static func builtInYear(of id: String, for year: Int) throws(FormError) -> Int {
    let years = builtInYears(of: id)
    guard let chosen = years.last(where: { $0 <= year }) ?? years.first else {
      throw FormError("没有名为“\(id)”的表样，现有：\(builtInNames.joined(separator: "、"))")
    }
    return chosen
  }

  /// The names of the places built in, in order.
  package static var builtInNames: [String] { yearsByPlace.keys.sorted() }

  /// The years for which a built-in place has forms of its own, the earliest first.
  package static func builtInYears(of id: String) -> [Int] { yearsByPlace[id] ?? [] }

  private static let yearsByPlace = Dictionary(grouping: embeddedFiles.keys.compactMap { place(of: $0) }, by: \.id)
    .mapValues { $0.map(\.year).sorted() }

  /// The JSON of the built-in form of a place and a year for which it has one; empty where it has none.
  package static func builtInText(_ id: String, year: Int) -> String { embeddedFiles[path(id, year)] ?? "" }

  /// Reads a form from its JSON. `file` is its name in messages; `others` are forms of the same place that were read
  /// before, on which it may be based like on the built-in ones.
  ///
  /// Throws ``UnusableInput`` with all that is wrong with it, each at its line.
  package init(json: String, named file: String = "表样文件", others: [Form] = []) throws(UnusableInput) {
    self = try Self.read(json, named: file, others: others, knowing: [], isBuiltIn: false)
  }

  private static func path(_ id: String, _ year: Int) -> String { "places/\(id)/form-\(year).json" }

  /// The place and the year of an embedded form.
  private static func place(of path: String) -> (id: String, year: Int)? {
    let parts = path.split(separator: "/")
    guard parts.count == 3, parts[0] == "places", let year = formYear(of: parts[2]) else { return nil }
    return (String(parts[1]), year)
  }

  /// The year in the name of a form's file: `form-2024.json`; nil for any other name.
  package static func formYear(of name: some StringProtocol) -> Int? {
    guard name.hasPrefix("form-"), name.hasSuffix(".json") else { return nil }
    return Int(name.dropFirst("form-".count).dropLast(".json".count))
  }

  private static func read(
    _ json: String, named name: String, others: [Form], knowing known: [Form], isBuiltIn: Bool
  ) throws(UnusableInput) -> Form {
    var file = try DataFile(json, named: name)
    let own = file.root[key: "id"]?.text
    let year = file.root[key: "year"]?.spelling.flatMap { Int($0) } ?? 2024
    var base: Form?
    if let node = file.root.optional("basedOn"),
      let wanted = file.value({ () throws(JSONFieldError) in try node.string() })
    {
      do {
        // Of its own place only an earlier year's: else a form could be based on itself.
        base =
          try others.last { $0.id == wanted && $0.year < year }
          ?? (wanted == own && !builtInYears(of: wanted).contains { $0 < year }
            ? nil : builtIn(wanted, year: wanted == own ? year - 1 : year, knowing: known))
      } catch let error as UnusableInput {
        throw error
      } catch {
        base = nil
      }
      if base == nil {
        file.add(
          node, found: "依据的是“\(wanted.prefix(40))”，没有这个地方的表样，或者就是它自己",
          expected: "应是下列之一：\(builtInNames.joined(separator: "、"))，或本地方更早年度的表样")
        try file.check()
      }
    }
    let national =
      isBuiltIn ? nil : base?.id == ancestor ? base : try? builtIn(ancestor, year: year, knowing: known)
    var reader = FormReader(file, basedOn: base, comparedWith: national)
    return try reader.form()
  }
}
