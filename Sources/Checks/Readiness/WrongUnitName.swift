import Accounts
import Tables

extension StructureCheck {
  /// D14: another unit named as the one whose accounts these are, as happens when a neighbour's text is copied.
  ///
  /// A short form of the name is made of its words, whole or by what they begin with, in their order, and of the places before
  /// it the nearest, and is no other unit; neither is a unit that part 1 names, which may belong to this one.
  static let wrongUnitName = StructureCheck(.wrongUnitName) { rule, input in
    guard let lines = input.text?.lines, let name = input.tables.unitName else { return [] }
    let own = UnitName(name.foldedScalars)
    let evaluated = ([name] + input.evaluatedUnits).map { UnitName($0.foldedScalars) }
    let titled = input.evaluationTitles.compactMap { title -> Finding? in
      guard let unit = title.unit else { return nil }
      let other = UnitName(unit.folded)
      guard other.isComplete(input.words),
        !evaluated.contains(where: { other.isForm(of: $0, input.words) || $0.isForm(of: other, input.words) })
      else { return nil }
      return rule.finding(
        "这里写的是“\(unit.words)”，本次公开的是\(name)的绩效自评", place: title.place, expected: name)
    }
    let introduction = lines.filter { $0.part == 1 && $0.headingLevel == nil }
    var introduced: [[Unicode.Scalar]: Bool] = [:]
    return titled
      + lines.indices.compactMap { index -> Finding? in
        let line = lines[index]
        guard let range = nameRange(lines, index, input.words) else { return nil }
        let other = UnitName(Array(line.folded[range]))
        guard other.isComplete(input.words), !other.isForm(of: own, input.words),
          !own.isForm(of: other, input.words)
        else { return nil }
        if introduced[other.characters] == nil {
          // No disclosure names so many; the rest of one that does is passed over rather than searched for at length.
          introduced[other.characters] = introduced.count >= 100 || introduction.contains { $0.holds(other.characters) }
        }
        guard introduced[other.characters] == false else { return nil }
        return rule.finding(
          "这里写的是“\(line.words(range))”，本次公开的是\(name)的决算", place: line.place, expected: name)
      }
  }

  /// Where a line names the unit whose accounts these are; nil where it names none.
  private static func nameRange(_ lines: [ReadableLine], _ index: Int, _ words: ReadinessWords) -> Range<Int>? {
    let line = lines[index]
    let isTitle = line.headingLevel != nil || line.isContents || line.part == 0 || line.isTitleByItself(words)
    guard isTitle || (line.section != nil && line.kind == .paragraph) else { return nil }
    let start = isTitle ? line.endOfPartNumber : 0
    if let mention = line.years.first {
      let subject = mention.range.upperBound
      let isFollowed = words.afterUnitAndYear.length(in: line.folded, at: subject) != nil
      guard isFollowed || (isTitle && subject == line.folded.count), mention.range.lowerBound > start else {
        return nil
      }
      return start..<mention.range.lowerBound
    }
    // 第一部分 某某局概况.
    if line.headingLevel == 1, start > 0, let end = line.overview, end > start { return start..<end }
    // The name on a line of its own, above that of the year.
    if line.part == 0, line.headingLevel == nil || line.headingLevel == 1, index + 1 < lines.count,
      lines[index + 1].part == 0, let mention = lines[index + 1].years.first, mention.range.lowerBound == 0,
      words.afterUnitAndYear.length(in: lines[index + 1].folded, at: mention.range.upperBound) != nil
    {
      return 0..<line.folded.count
    }
    return nil
  }
}

/// The folded characters of a unit's name.
private struct UnitName {
  let characters: [Unicode.Scalar]

  init(_ characters: [Unicode.Scalar]) { self.characters = characters }

  /// Whether the characters are a name at all, and not 本部门 or half a sentence.
  func isComplete(_ words: ReadinessWords) -> Bool {
    4...30 ~= characters.count
      && characters.allSatisfy { $0.isChinese || $0 == "(" || $0 == ")" }
      && words.unitEndings.end(characters) && words.notUnitStarts.length(in: characters, at: 0) == nil
  }

  /// Whether it is the other name or a short form of it: each of its characters begins a word there, or goes on with the one
  /// before, in the same order, and it is not of a larger place. 上海市规划局 is another unit than 上海市某区规划局.
  func isForm(of other: UnitName, _ words: ReadinessWords) -> Bool {
    let others = other.places
    if let nearest = places.last, let own = others.last, !own.hasSameEnd(as: nearest),
      others.dropLast().contains(where: { $0.hasSameEnd(as: nearest) })
    {
      return false
    }
    let starts = other.wordStarts(words)
    // Where the characters taken so far may end in the other name.
    var ends: Set<Int> = [0]
    for (count, character) in characters.enumerated() {
      ends = Set(
        other.characters.indices.filter { index in
          guard other.characters[index] == character, let first = ends.min(), first <= index else { return false }
          return ends.contains(index) && count > 0 || starts.contains(index)
        }.map { $0 + 1 })
      if ends.isEmpty { return false }
    }
    return true
  }

  /// Where its words begin; every character of what is no known word may begin one.
  private func wordStarts(_ words: ReadinessWords) -> Set<Int> {
    var starts: Set<Int> = []
    var position = 0
    while position < characters.count {
      starts.insert(position)
      position += words.unitWords.length(in: characters, at: position) ?? 1
    }
    return starts
  }
}

extension UnitName {
  /// The places (省、市、区、县) that it begins with, the largest first.
  private var places: [ArraySlice<Unicode.Scalar>] {
    let ranks = "省市区县旗州".unicodeScalars
    var places: [ArraySlice<Unicode.Scalar>] = []
    // 市某区规划局 leaves the name of its city out.
    var start = characters.first.map(ranks.contains) == true ? 1 : 0
    for (index, character) in characters.enumerated() where ranks.contains(character) {
      // 市场, 城市管理 and 州 of a name are no places: a place has a name before its rank.
      guard index > start, index + 1 < characters.count, characters[index - 1] != "城" else { continue }
      places.append(characters[start...index])
      start = index + 1
    }
    return places
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Whether one of two names ends with the other.
  fileprivate func hasSameEnd(as other: Self) -> Bool {
    let length = Swift.min(count, other.count)
    return suffix(length).elementsEqual(other.suffix(length))
  }
}

extension ReadableLine {
  /// Whether it is a title that no number of a part stands before: 某某局2024年度部门决算表.
  fileprivate func isTitleByItself(_ words: ReadinessWords) -> Bool {
    kind == .paragraph && folded.count <= 40 && !folded.contains("。") && !folded.contains(",")
      && words.titleEndings.end(folded)
  }

  /// Where the text of a heading begins behind its 第几部分; 0 without one.
  fileprivate var endOfPartNumber: Int {
    guard folded.first == "第", let part = folded.prefix(6).firstIndex(of: "部"),
      part + 1 < folded.count, folded[part + 1] == "分"
    else { return 0 }
    let end = part + 2
    return end < folded.count && (folded[end] == ":" || folded[end] == "、") ? end + 1 : end
  }

  /// Where 概况, or 部门概况, begins at the end of a heading; nil when it does not end so.
  fileprivate var overview: Int? {
    for ending in ["(部门)概况", "(单位)概况", "部门概况", "单位概况", "基本情况", "概况"] {
      let characters = Array(ending.unicodeScalars)
      if folded.count >= characters.count, folded.suffix(characters.count).elementsEqual(characters) {
        return folded.count - characters.count
      }
    }
    return nil
  }

  /// Whether other characters stand somewhere in it.
  fileprivate func holds(_ other: [Unicode.Scalar]) -> Bool {
    guard let first = other.first, folded.count >= other.count else { return false }
    return (0...folded.count - other.count).contains { start in
      folded[start] == first && folded[start..<start + other.count].elementsEqual(other)
    }
  }
}
