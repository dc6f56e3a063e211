import Accounts
import Formats

/// The lines above a table as they are printed: title, form code, unit, period and unit of money.
struct PrintedHeading {
  /// Which table of the form the title names; nil where it is one that only some places publish.
  let shape: Int?
  var title: String
  /// The title as the vocabulary has it.
  let words: String
  private(set) var formCode = ""
  private(set) var unitLine = ""
  private(set) var period = ""
  private(set) var currency = ""
  /// Where the title stands.
  let place: SourceLocation
  /// What the number of a table begins with.
  private let tableNumbers: [String]

  init(shape: Int?, title: String, words: String, place: SourceLocation, tableNumbers: [String]) {
    self.shape = shape
    self.title = title
    self.words = words
    self.place = place
    self.tableNumbers = tableNumbers
  }

  private enum Kind {
    case formCode, unitLine, period, currency
  }

  /// Takes a line that says one or more of these things; false when it says something else.
  ///
  /// Several may stand on one line, parted by spaces (部门名称：某某局 2024年度), and a form code may be broken in two (公开02,
  /// 表).
  mutating func take(_ text: String) -> Bool {
    if comparableWords(text) == "表", !formCode.isEmpty, !formCode.ends(with: "表") {
      formCode += "表"
      return true
    }
    var found: [(kind: Kind, text: String)] = []
    // What cannot be read is no part of a name.
    for word in Self.words(of: text) where word.isLegible {
      if let kind = kind(of: word) {
        found.append((kind, word))
      } else if let last = found.last, last.kind == .unitLine || last.kind == .currency {
        // A name may hold spaces, and one may follow the colon.
        found[found.count - 1].text += " " + word
      } else {
        return false
      }
    }
    for (kind, text) in found {
      switch kind {
      case .formCode: formCode = text
      case .unitLine: unitLine = text
      case .period: period = text
      case .currency: currency = text
      }
    }
    return !found.isEmpty
  }

  /// The words between spaces; 2024 and 年度 are one.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    for word in text.unicodeScalars.split(whereSeparator: \.isBlank) {
      let word = String(word)
      if word.begins(with: "年"), let last = words.last, isYear(last) {
        words[words.count - 1] += " " + word
      } else {
        words.append(word)
      }
    }
    return words
  }

  private func kind(of word: String) -> Kind? {
    let folded = word.foldedForComparison
    if isFormCode(folded) { return .formCode }
    if let year = folded.unicodeScalars.firstIndex(of: "年"), Self.isYear(String(folded[..<year])) {
      return ["年", "年度"].contains(folded[year...]) ? .period : nil
    }
    guard let colon = folded.unicodeScalars.firstIndex(of: ":") else { return nil }
    let caption = folded[..<colon]
    switch caption {
    case "金额单位", "计量单位", "货币单位": return .currency
    case "单位":
      // 单位：万元 and 单位：某某局 are told apart by what follows.
      let value = folded[folded.index(after: colon)...]
      return value.isEmpty || value.ends(with: "元") ? .currency : .unitLine
    case "部门名称", "单位名称", "部门(单位)名称", "单位(部门)名称", "部门/单位名称", "编制单位", "编制部门", "填报单位", "填报部门", "部门":
      return .unitLine
    default: return nil
    }
  }

  /// Whether a word is the code of a form: 公开01表, 公开01, 表1, 附表1, 表一, 财决01-1表.
  private func isFormCode(_ word: String) -> Bool {
    guard let prefix = tableNumbers.first(where: word.begins(with:)) else { return false }
    let rest = word.dropFirst(prefix.count)
    let number = rest.prefix { ("0"..."9").contains($0) || "一二三四五六七八九十-".contains($0) }
    return !number.isEmpty && number.count <= 4 && ["", "表"].contains(rest.dropFirst(number.count))
  }

  private static func isYear(_ text: String) -> Bool {
    let folded = text.foldedForComparison
    return folded.utf8.count == 4 && folded.utf8.allSatisfy { (48...57).contains($0) }
  }
}

extension PrintedHeading {
  /// The name behind the colon of the unit line; nil when there is none.
  var unitName: String? {
    guard let colon = unitLine.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
    let name = unitLine[unitLine.index(after: colon)...].trimmed
    return name.isEmpty ? nil : name
  }

  /// The year of the period; nil when it says none.
  var year: Int? { Int(period.foldedForComparison.prefix(4)) }

  /// The unit of money the line names; nil when it names none.
  var moneyUnit: MoneyUnit? { currency.holds("万元") ? .wanyuan : currency.holds("元") ? .yuan : nil }
}
