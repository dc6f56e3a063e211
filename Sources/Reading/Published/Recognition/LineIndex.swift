import Accounts
import Formats
import Tables

/// The lines of one side of a table, to be found by their labels and 行次.
struct LineIndex {
  private let lines: [TableForm.Line]
  private var byLabel: [TextKey: [Int]] = [:]
  /// By the words without their number and by what the line holds: a place may number its lines otherwise.
  private var byWords: [TextKey: [Int]] = [:]
  private var byNumber: [Int: Int] = [:]

  /// `otherWords` are what other places call the lines, by their 行次.
  init(_ lines: [TableForm.Line], otherWords: [Int: [String]] = [:]) {
    self.lines = lines
    for (index, line) in lines.enumerated() {
      if byNumber[line.line] == nil { byNumber[line.line] = index }
      guard !line.label.isEmpty else { continue }
      byLabel[comparableWords(line.label), default: []].append(index)
      let words = [Self.words(of: line.label)] + [line.item].compactMap { $0.map(comparableWords) }
      for word in Set(texts: words + (otherWords[line.line] ?? [])) { byWords[word, default: []].append(index) }
    }
  }

  private static func words(of label: String) -> String { comparableWords(withoutNumbering(label)) }

  /// The line of a label, the printed 行次 deciding where several bear it; without a label that of the 行次, where that has
  /// none either.
  ///
  /// Nil when the table has no such line. A label the table does not know is never read by its 行次: the line may be
  /// one that this form lacks.
  func line(label: String, number: Int?) -> TableForm.Line? {
    let numbered = number.flatMap { byNumber[$0] }
    if label.isEmpty { return numbered.map { lines[$0] }.flatMap { $0.label.isEmpty ? $0 : nil } }
    let exact = byLabel[comparableWords(label)] ?? []
    let alike = exact + (byWords[Self.words(of: label)] ?? []).filter { !exact.contains($0) }
    if let numbered, alike.contains(numbered) { return lines[numbered] }
    if exact.count == 1 { return lines[exact[0]] }
    return alike.count == 1 ? lines[alike[0]] : nil
  }

  /// The line of a label where no 行次 are printed: of several that bear it the first behind the last line read, given
  /// by its place; without a label the very next line, where that has none either. A label without a number may be that of a
  /// line with one: some places print none, and of a scan it may not have been recognised.
  func line(label: String, after last: Int) -> (place: Int, line: TableForm.Line)? {
    if label.isEmpty {
      return lines.indices.contains(last + 1) && lines[last + 1].label.isEmpty ? (last + 1, lines[last + 1]) : nil
    }
    let exact = byLabel[comparableWords(label)]?.first { $0 > last }
    let alike = byWords[Self.words(of: label)]?.first { $0 > last }
    let isNumbered = withoutNumbering(label) != label
    let place = isNumbered ? exact ?? alike : [exact, alike].compactMap(\.self).min()
    return place.map { ($0, lines[$0]) }
  }

  /// The first line that bears a label and is none of those `taken`, by their 行次.
  func line(label: String, besides taken: Set<String>) -> (place: Int, line: TableForm.Line)? {
    let alike = (byLabel[comparableWords(label)] ?? []) + (byWords[Self.words(of: label)] ?? [])
    return alike.first { !taken.contains(String(lines[$0].line)) }.map { ($0, lines[$0]) }
  }

  /// Whether a line bears the label.
  func knows(_ label: String) -> Bool {
    byLabel[comparableWords(label)] != nil || byWords[Self.words(of: label)] != nil
  }
}

extension TableForm.Line {
  /// Whether the line counts things, not money.
  var countsThings: Bool {
    guard let item else { return false }
    return item == "车辆合计"
      || OtherItem(rawValue: item).map { $0 == .largeEquipment || OtherItem.vehicles.contains($0) } == true
  }
}
