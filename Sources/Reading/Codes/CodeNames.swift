import Accounts
import Formats

/// What codes (科目) names mean, for tables that print names without codes.
///
/// A name alone is often that of several codes (行政运行 stands below fifty 款): it means one only where the names above it
/// leave no other.
struct CodeNames: Sendable {
  private var codes: [String: [String]] = [:]

  /// The names of a classification in the built-in tables, former ones included; throws ``UnusableInput`` when they are damaged.
  static func standard(_ classification: CodeBook.Classification) throws(UnusableInput) -> CodeNames {
    try (classification == .function ? functions : economics).get()
  }

  private static let functions = Result { () throws(UnusableInput) in try CodeNames(.function) }
  private static let economics = Result { () throws(UnusableInput) in try CodeNames(.economic) }

  private init(_ classification: CodeBook.Classification) throws(UnusableInput) {
    let book = try CodeTables.standard(year: .max)
    for entry in book.entries(classification) {
      for name in [entry.name] + book.formerNames(of: entry.code).map(\.name) { add(name, entry.code) }
    }
  }

  private mutating func add(_ name: String, _ code: String) {
    let words = comparableWords(name)
    if codes[words]?.contains(code) != true { codes[words, default: []].append(code) }
  }

  /// The codes of rows by their names, in the order in which they are printed: a 款 stands below its 类 and a 项 below its 款,
  /// each code once. Rows that are none of them have an empty name.
  ///
  /// Nil for a name that is not known or can mean several codes there, and for those behind an unknown one up to the next
  /// name that only a 类 bears. Linear in the rows.
  func codes(ofRows names: [String]) -> [String?] {
    var found = [String?](repeating: nil, count: names.count)
    var start = 0
    var run: [(index: Int, candidates: [String])] = []
    func close() {
      for (one, code) in zip(run, Self.chain(run.map(\.candidates))) { found[one.index] = code }
      run.removeAll()
    }
    var isBroken = false
    while start < names.count {
      defer { start += 1 }
      guard !names[start].isEmpty else { continue }
      let candidates = candidates(of: names[start])
      if isBroken, candidates.isEmpty || candidates.contains(where: { $0.utf8.count != 3 }) { continue }
      isBroken = candidates.isEmpty
      if isBroken { close() } else { run.append((start, candidates)) }
    }
    close()
    return found
  }

  /// The codes that bear a name, those of its level alone where it says which.
  private func candidates(of name: String) -> [String] {
    let words = comparableWords(withoutNumbering(name))
    if let known = codes[words] { return known }
    for (level, length) in [("(类)", 3), ("(款)", 5), ("(项)", 7)] where words.ends(with: level) {
      return (codes[String(words.dropLast(level.count))] ?? []).filter { $0.utf8.count == length }
    }
    return []
  }

  /// For each of some lists of candidates the one that every way of reading all of them gives; nil where they give several.
  /// Linear in the candidates.
  private static func chain(_ candidates: [[String]]) -> [String?] {
    guard let first = candidates.first else { return [] }
    var reached = [first.filter { $0.utf8.count == 3 }]
    for list in candidates.dropFirst() {
      let before = Neighbours(before: reached[reached.count - 1])
      reached.append(list.filter(before.mayStandBefore))
    }
    guard var last = reached.last, !last.isEmpty else { return candidates.map { _ in nil } }
    var chosen: [String?] = [last.count == 1 ? last[0] : nil]
    for list in reached.dropLast().reversed() {
      let behind = Neighbours(behind: last)
      last = list.filter(behind.mayStandBehind)
      chosen.append(last.count == 1 ? last[0] : nil)
    }
    return chosen.reversed()
  }

  /// Some codes of which one stands next to another: a 款 stands behind its 类 or what is below that, a 项 behind its 款 or a
  /// 项 of it, each with a greater number than what it stands behind, and a 类 behind what is not below it.
  private struct Neighbours {
    private var categories: Set<String> = []
    /// The number nearest to the other side among those of a 类 and of a 款.
    private var ofCategory: [String: String] = [:]
    private var ofSection: [String: String] = [:]

    init(before codes: [String]) {
      for code in codes {
        categories.insert(String(code.prefix(3)))
        ofCategory[String(code.prefix(3)), default: code] = min(ofCategory[String(code.prefix(3))] ?? code, code)
        if code.utf8.count > 3 {
          ofSection[String(code.prefix(5)), default: code] = min(ofSection[String(code.prefix(5))] ?? code, code)
        }
      }
    }

    init(behind codes: [String]) {
      for code in codes {
        switch code.utf8.count {
        case 3: categories.insert(code)
        case 5: ofCategory[String(code.prefix(3))] = max(ofCategory[String(code.prefix(3))] ?? code, code)
        default: ofSection[String(code.prefix(5))] = max(ofSection[String(code.prefix(5))] ?? code, code)
        }
      }
    }

    /// Whether one of them may stand just before a code.
    func mayStandBefore(_ code: String) -> Bool {
      switch code.utf8.count {
      case 3: categories.contains { $0 != code }
      case 5: ofCategory[String(code.prefix(3))].map { $0.prefix(5) < code } ?? false
      default: ofSection[String(code.prefix(5))].map { $0 < code } ?? false
      }
    }

    /// Whether one of them may stand just behind a code.
    func mayStandBehind(_ code: String) -> Bool {
      let category = String(code.prefix(3))
      return categories.contains { $0 != category } || ofCategory[category].map { code.prefix(5) < $0 } ?? false
        || code.utf8.count > 3 && ofSection[String(code.prefix(5))].map { code < $0 } ?? false
    }
  }

  /// The number of the economic code that a path of heads names, by its digits or by its names from 类 to 款; nil where it
  /// names none, or could name several.
  func economicCode(of path: [String], totals: Set<TextKey>) -> Int? {
    var category: String?
    for (index, word) in path.enumerated() {
      if let code = CodedName([word]).flatMap({ EconomicCode($0.code) }) {
        if index == path.count - 1 { return Int(code.digits) }
        if code.level == .category { category = code.digits }
        continue
      }
      let isLast = index == path.count - 1
      let known = codes[word] ?? []
      if isLast, totals.contains(word) { return category.flatMap { Int($0) } }
      let items = known.filter { $0.utf8.count == 5 && (category == nil || $0.begins(with: category ?? "")) }
      let categories = known.filter { $0.utf8.count == 3 }
      if isLast, category != nil || categories.isEmpty {
        // A head that names the 类 again says no more.
        if items.count == 1 { return Int(items[0]) }
        return items.isEmpty && categories == [category] ? category.flatMap { Int($0) } : nil
      }
      if categories.count == 1 {
        if isLast { return Int(categories[0]) }
        category = categories[0]
      }
    }
    return nil
  }
}
