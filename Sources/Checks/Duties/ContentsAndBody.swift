import Accounts
import Formats
import Tables

extension DutyInput {
  /// Whether the contents (目录) name what stands in the body, in its order and on its pages.
  var verdictOnContents: DutyVerdict {
    guard let lines = structure.text?.lines else { return .unknown("没有看文字") }
    var entries = lines.filter(\.isContents).map { ContentsEntry($0) }.filter { $0.name.count > 1 && !$0.isTitle }
    // Attachments are read as what they are, and their titles stand among no lines.
    if let attachments = entries.firstIndex(where: { $0.isOfAttachments }) {
      entries.removeSubrange((attachments + 1)...)
    }
    guard entries.count >= 3 else { return .notApplicable("没有目录") }
    let body = bodyTitles(lines)
    let found = entries.map { entry in body.firstIndex { entry.names($0) } }
    let missing = zip(entries, found).filter { $0.1 == nil }.map(\.0)
    // Where much is not found, it is the reading that failed.
    guard missing.count * 3 <= entries.count else { return .unknown("目录与正文的标题大多对不上") }
    // A page that was not read may have any title.
    let isPageUnread = tables.unread.contains { $0.reach == .table && $0.table == nil && $0.place.page != nil }
    if !missing.isEmpty, isPageUnread { return .unknown("有没有读懂的页，其中可能有目录里的标题") }
    var faults = missing.map { "目录有\(Problem.quoted($0.words))，正文没有" }
    var place = missing.first?.place
    if let entry = outOfOrder(entries, body) {
      faults.append("\(Problem.quoted(entry.words))在目录与正文中的次序不同")
      place = place ?? entry.place
    }
    for title in extra(lines, entries) {
      faults.append("正文有\(Problem.quoted(title.words))，目录没有")
      place = place ?? title.place
    }
    for (entry, printed, actual) in otherPages(entries, body) {
      faults.append("\(Problem.quoted(entry.words))目录写第 \(printed) 页，正文在第 \(actual) 页")
      place = place ?? entry.place
    }
    return faults.isEmpty
      ? .met("\(entries.count) 条都对得上", at: entries.first?.place) : .notMet(faults.joined(separator: "；"), at: place)
  }

  /// What may be a title: headings, the titles of tables, short lines.
  private func bodyTitles(_ lines: [ReadableLine]) -> [ContentsEntry] {
    let short = lines.filter { !$0.isContents && ($0.headingLevel != nil || $0.isHeadline) }.map { ContentsEntry($0) }
    let tables = (tables.tables + tables.supplementary).map { ContentsEntry(title: $0.title, place: $0.place) }
    return short + tables + self.tables.titlesAlone.map { ContentsEntry(title: $0.title, place: $0.place) }
  }

  /// The first entry that stands before another in the contents and behind it in the body, of those that one heading alone has.
  private func outOfOrder(_ entries: [ContentsEntry], _ body: [ContentsEntry]) -> ContentsEntry? {
    let headings = body.indices.filter { body[$0].isHeading }
    var last = -1
    for entry in entries {
      let own = headings.filter { body[$0].name == entry.name }
      guard own.count == 1, entries.count(where: { $0.name == entry.name }) == 1 else { continue }
      if own[0] < last { return entry }
      last = own[0]
    }
    return nil
  }

  /// Headings of parts and sections that the contents leave out, though they list others of their kind.
  private func extra(_ lines: [ReadableLine], _ entries: [ContentsEntry]) -> [ContentsEntry] {
    let headings = lines.filter { $0.headingLevel == 1 || $0.headingLevel == 2 }.map { ContentsEntry($0) }
    return headings.filter { heading in
      guard !heading.numbering.isEmpty, !entries.contains(where: { $0.names(heading) }) else { return false }
      let alike = entries.filter { $0.numbering.last == heading.numbering.last }
      // Its neighbours are listed, so that it is left out and not all of them.
      return alike.count >= 3
        && headings.count { one in
          one.part == heading.part && one.numbering.last == heading.numbering.last && entries.contains { $0.names(one) }
        } >= 2
    }
  }

  /// Entries whose page is another than that of what they name, pages of the file counted from where most entries agree.
  private func otherPages(
    _ entries: [ContentsEntry], _ body: [ContentsEntry]
  ) -> [(entry: ContentsEntry, printed: Int, actual: Int)] {
    // Only a heading that no other has the name of says on which page it stands.
    let pages = entries.compactMap { entry -> (ContentsEntry, Int, Int)? in
      let own = body.filter { $0.isHeading && $0.name == entry.name }
      guard own.count == 1, own[0].numbering == entry.numbering, let printed = entry.page,
        case .page(let actual)? = own[0].place?.within
      else { return nil }
      return (entry, printed, actual)
    }
    let shifts = Dictionary(grouping: pages) { $0.2 - $0.1 }.mapValues(\.count)
    guard pages.count >= 5, let most = shifts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value * 3 >= pages.count * 2
    else { return [] }
    return pages.filter { $0.2 - $0.1 != most.key }.map { ($0.0, $0.1, $0.2 - most.key) }
  }
}

/// A title as the contents name it, or as it stands in the body.
private struct ContentsEntry {
  /// As it stands, without the page and what leads to it.
  let words: String
  /// How it is numbered: 第二部分, 一、; empty where it is not.
  let numbering: [Unicode.Scalar]
  /// The rest of it, letters alone, without years.
  let name: [Unicode.Scalar]
  /// The page that the contents give; nil where they give none.
  let page: Int?
  let place: SourceLocation?
  let isHeading: Bool
  let part: Int

  init(_ line: ReadableLine) {
    var end = line.folded.count
    while end > 0, line.folded[end - 1].isDigit { end -= 1 }
    let digits = line.folded[end...]
    while end > 0, !line.folded[end - 1].isChinese, !line.folded[end - 1].isDigit,
      !")”》".unicodeScalars.contains(line.folded[end - 1])
    { end -= 1 }
    page = line.isContents && digits.count <= 3 && end > 0 ? Int(String(String.UnicodeScalarView(digits))) : nil
    words = line.words(0..<(line.isContents ? end : line.folded.count))
    (numbering, name) = Self.parts(Array(line.isContents ? line.folded[..<end] : line.folded[...]))
    place = line.place
    isHeading = line.headingLevel != nil
    part = line.part
  }

  init(title: String, place: SourceLocation?) {
    words = title
    (numbering, name) = Self.parts(title.foldedScalars)
    (page, self.place, isHeading, part) = (nil, place, false, 0)
  }

  /// Whether it names the part of the attachments (附件).
  var isOfAttachments: Bool { name.contains("附件".unicodeScalars) }

  /// Whether it is what the contents themselves are called.
  var isTitle: Bool { numbering.isEmpty && name.elementsEqual("目录".unicodeScalars) }

  /// Whether both are the same title; a longer one may say more at either end.
  func names(_ other: ContentsEntry) -> Bool {
    if name == other.name { return true }
    // What is numbered otherwise is another title, be it part of a longer one.
    guard numbering.isEmpty || other.numbering.isEmpty || numbering == other.numbering else { return false }
    let (short, long) = name.count < other.name.count ? (name, other.name) : (other.name, name)
    return short.count >= 6 && (long.starts(with: short) || long.count <= short.count * 2 && long.contains(short))
  }

  /// What numbers a title, and its letters.
  private static func parts(_ text: [Unicode.Scalar]) -> (numbering: [Unicode.Scalar], name: [Unicode.Scalar]) {
    let digits = Set("一二三四五六七八九十0123456789".unicodeScalars)
    var position = 0
    while position < text.count, !text[position].isChinese, !text[position].isDigit, text[position] != "(" {
      position += 1
    }
    let isPart = position < text.count && text[position] == "第"
    var end = isPart ? position + 1 : position
    if end < text.count, text[end] == "(" { end += 1 }
    let first = end
    while end < text.count, digits.contains(text[end]) { end += 1 }
    var numbering: [Unicode.Scalar] = []
    if end > first, end < text.count {
      if isPart, text[end...].starts(with: "部分".unicodeScalars) {
        end += 2
        numbering = Array(text[position..<end])
        position = end
      } else if "、.)．".unicodeScalars.contains(text[end]) {
        end += 1
        numbering = Array(text[position..<end])
        position = end
      }
    }
    let name = text[position...].filter(\.isChinese).filter { $0 != "年" && $0 != "度" }
    return (numbering, name)
  }
}
