package import Accounts
import Formats

/// What a number in a sentence says: of which quantity, in which relation, with which printed figure.
///
/// A sentence is built from claims, and a published sentence is read back into them, so that what is said can be
/// verified whoever said it.
package struct Claim: Hashable, Sendable {
  /// What the number is about, by its name in ``QuantityCatalogue``: `收入总计`, `年初预算/201`.
  package let quantity: String
  /// In which relation to the quantity the number stands.
  package let measure: Measure
  /// The quantity it is compared with: the whole of a share, the budget of a completion; for a change what it is a
  /// change from, `上年` where that is the same quantity a year before. Nil for an amount.
  package let base: String?
  /// Which way it goes, in words; nil where the words say none.
  package let direction: Direction?
  /// The figure as printed; a blank where the words alone say it (与上年持平).
  package let figure: Figure
  /// The line of ``Prose/lines`` it stands in.
  package let line: Int

  package init(
    _ quantity: String, _ measure: Measure, of base: String? = nil, direction: Direction? = nil, figure: Figure,
    line: Int = 0
  ) {
    self.quantity = quantity
    self.measure = measure
    self.base = base
    self.direction = direction
    self.figure = figure
    self.line = line
  }

  /// What tells nearly all claims of a text apart; the rest is compared where these are the same.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(line)
    hasher.combine(measure)
    hasher.combine(TextKey(quantity))
  }

  /// The base of a change from the same quantity of last year.
  package static let lastYear = "上年"

  /// A budget of a quantity: 年初预算 of 一般公共预算财政拨款支出/201 is 年初预算/201, 全年预算 of 公务接待费 公务接待费全年预算.
  package static func budget(_ budget: String, of quantity: String) -> String {
    let general = "一般公共预算财政拨款支出"
    guard quantity == general || quantity.begins(with: general + "/") else { return quantity + budget }
    return budget + quantity.dropFirst(general.count)
  }

  /// The quantity the claim compares with, where that is one of this year; nil for last year's and where none is named.
  package var baseQuantity: String? {
    guard let base, base != Claim.lastYear else { return nil }
    return measure == .share ? base : Claim.budget(base, of: quantity)
  }

  /// Where the claim's figure stands among all figures of a disclosure: `文.收入总计.2` is its change.
  package var address: FigureAddress { FigureAddress(.prose, quantity, measure.column) }

  /// The code (科目) whose quantity it is; nil where it is of none.
  package var code: String? { Self.code(of: quantity) }

  private static func code(of quantity: String) -> String? {
    quantity.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(quantity[quantity.index(after: $0)...]) }
  }

  /// What the claim states, in words, codes by their names: `收入总计比上年增减`, `基本支出占支出合计的比例`.
  package func words(naming names: [String: String]) -> String {
    let quantity = Self.words(for: quantity, naming: names)
    let base = base.map { Self.words(for: $0, naming: names) }
    return switch measure {
    case .amount: quantity
    case .change: "\(quantity)比\(base ?? Claim.lastYear)增减"
    case .changeRate: "\(quantity)比\(base ?? Claim.lastYear)增减的比例"
    case .share: "\(quantity)占\(base ?? "合计")的比例"
    case .completion: "\(quantity)完成\(base ?? "预算")的比例"
    case .comparison: "\(quantity)与\(base ?? "预算")的比较"
    case .listing: "\(quantity)列入主要内容"
    case .absence: "\(quantity)没有发生"
    }
  }

  /// What a quantity is called: `社会保障和就业支出` for 一般公共预算财政拨款支出/208, `社会保障和就业支出年初预算` for 年初预算/208.
  package static func words(for quantity: String, naming names: [String: String]) -> String {
    guard let code = code(of: quantity) else { return quantity }
    let name = names[code] ?? "科目\(code)"
    let family = quantity.dropLast(code.count + 1)
    if family.ends(with: "预算") { return name + family }
    return family.ends(with: "支出") && !family.begins(with: "一般公共预算") ? "\(family)中的\(name)" : name
  }
}

/// In which relation to its quantity a number stands.
package enum Measure: String, Hashable, Sendable, Codable, CaseIterable {
  /// The figure itself, money or things.
  case amount = "数"
  /// By how much it is more or less than its base (增减额).
  case change = "增减"
  /// By how many per cent it is more or less than its base (增减率).
  case changeRate = "增减率"
  /// How many per cent of its base it is (占比).
  case share = "占比"
  /// How many per cent of its budget it is (完成率).
  case completion = "完成率"
  /// Whether it is more or less than its base, in words alone (大于、小于、持平).
  case comparison = "比较"
  /// That it is one of the things listed as having an amount (主要包括).
  case listing = "列举"
  /// That there is none of it (无此项收支).
  case absence = "无"

  /// The measure's number in an address, counted from 1.
  package var column: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
}

/// Which way a figure moved or stands, in words.
package enum Direction: String, Hashable, Sendable, Codable {
  /// 增加, 增长, 大于.
  case more = "增"
  /// 减少, 下降, 小于.
  case less = "减"
  /// 持平, 相同.
  case equal = "平"
}
