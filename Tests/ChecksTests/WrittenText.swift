import Accounts
import Foundation
import Tables

extension Prose {
  /// The text of a disclosure, a paragraph a line, with its parts and sections recognised by their numbers.
  ///
  /// A line of cells parted by tabs is a row; `第几部分` heads a part, `一、` a section, `（一）` a subsection of part 3.
  init(written text: String, file: String = "决算.txt") {
    var lines: [Line] = []
    var part = 0
    var section: String?
    var outer: String?
    var inContents = false
    for (number, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let place = SourceLocation(file: file, line: number + 1)
      let line = String(raw)
      let folded = line.foldedForComparison
      guard !folded.isEmpty else { continue }
      if folded == "目录" { inContents = true }
      if inContents, line.last?.isNumber == true || folded == "目录" {
        lines.append(Line(.contents, line, place: place))
        continue
      }
      inContents = false
      if line.contains("\t") {
        lines.append(Line(.row, line, part: part, section: section, place: place))
      } else if let heading = Self.partNumber(folded) {
        part = heading
        section = nil
        lines.append(Line(.heading(level: 1), line, part: part, place: place))
      } else if folded.count <= 40, let level = Self.level(folded), part == 3 || !folded.contains("。") {
        let named = part == 3 ? Self.section(folded) : nil
        if level == 2 {
          outer = named
          section = outer
        } else {
          section = named ?? outer
        }
        lines.append(Line(.heading(level: level), line, part: part, section: section, place: place))
      } else {
        lines.append(Line(.paragraph, line, part: part, section: section, place: place))
      }
    }
    self.init(lines: lines)
  }

  private static func partNumber(_ folded: String) -> Int? {
    guard folded.hasPrefix("第"), folded.dropFirst(2).hasPrefix("部分"), folded.count < 50 else { return nil }
    return "一二三四五六".firstIndex(of: folded.dropFirst().first ?? " ")
      .map { "一二三四五六".distance(from: "一二三四五六".startIndex, to: $0) + 1 }
  }

  private static func level(_ folded: String) -> Int? {
    let number = folded.drop { $0 == "(" }.prefix { "一二三四五六七八九十".contains($0) }
    guard !number.isEmpty, !folded.hasSuffix("。"), !folded.hasSuffix(";") else { return nil }
    if folded.hasPrefix("(") { return folded[number.endIndex...].hasPrefix(")") ? 3 : nil }
    return folded[number.endIndex...].hasPrefix("、") ? 2 : nil
  }

  /// The id of a section by what its heading speaks of.
  private static func section(_ heading: String) -> String? {
    let sections = [
      ("机关运行经费", "机关运行经费"), ("政府采购", "政府采购"), ("国有资产", "国有资产"), ("绩效", "预算绩效"), ("三公", "三公"),
      ("政府性基金", "政府性基金"), ("国有资本", "国有资本"), ("基本支出", "基本支出"), ("一般公共预算财政拨款支出", "一般公共预算支出"),
      ("财政拨款收", "财政拨款收支总体"), ("收入支出决算总体", "收支总体"), ("支出决算情况", "支出"), ("收入决算情况", "收入"),
    ]
    return sections.first { heading.contains($0.0) }?.1
  }
}

extension TableSet {
  /// The same tables, with a text beside them.
  func with(_ prose: Prose?, unitName: String?? = nil, year: Int?? = nil) -> TableSet {
    TableSet(
      unitName: unitName ?? self.unitName, year: year ?? self.year, scope: scope, tables: tables, unread: unread,
      prose: prose)
  }
}
