import Accounts
import Checks
import Mustache
import Seasons

/// The indicators of all units beside each other (指标并列): ranks, changes since last year, and what lies far from the others.
struct SeasonComparison {
  private let indicators: SeasonIndicators
  private let units: [SeasonRows.Row]
  let spreads: [Spread?]

  init(_ rows: SeasonRows, _ indicators: SeasonIndicators) {
    self.indicators = indicators
    units = rows.all.filter { $0.unit?.verdict != .unusable && $0.unit != nil }
    let units = units
    spreads = indicators.all.indices.map { index in
      Spread(
        of: units.compactMap { $0.unit?.value(index) }, fewest: indicators.fewestUnits,
        deviations: indicators.deviations)
    }
  }

  /// The heads of the columns, each with what lies in the middle.
  var heads: [MustacheValue] {
    zip(indicators.all, spreads).map { indicator, spread in
      .object([
        "name": .text(indicator.name), "unit": .text(indicator.isShare ? "%" : "万元"),
        "median": .text(spread.map { indicator.words($0.median) } ?? ""),
        "deviation": .text(spread.map { indicator.words($0.deviation) } ?? ""),
        "count": .text(spread.map { String($0.count) } ?? ""), "hasSpread": .bool(spread != nil),
      ])
    }
  }

  /// A row a unit that could be read.
  var rows: [MustacheValue] {
    units.map { row in
      let cells = indicators.all.indices.map { index in cell(row.unit, index) }
      let isMarked = indicators.all.indices.contains { side(row.unit, $0) != nil }
      let values: [String: MustacheValue] = [
        "cells": .list(cells), "year": .text(row.unit?.year.map(String.init) ?? ""),
        "marked": .text(isMarked ? "1" : ""),
      ]
      return .object(MustacheObject(values.merging(row.keys) { $1 }))
    }
  }

  /// On which side of the others a unit's value lies too far off.
  func side(_ unit: SeasonUnit?, _ index: Int) -> Spread.Side? {
    guard let value = unit?.value(index) else { return nil }
    return spreads[index]?.side(of: value)
  }

  private func cell(_ unit: SeasonUnit?, _ index: Int) -> MustacheValue {
    let indicator = indicators.all[index]
    guard let value = unit?.value(index) else {
      return .object(["isKnown": .bool(false), "key": .text(""), "text": .text("不详")])
    }
    let side = side(unit, index)
    return .object([
      "isKnown": .bool(true), "key": .text(String(value)),
      "text": .text(indicator.words(value)),
      "rank": .text(spreads[index]?.rank(of: value).map { "第 \($0)" } ?? ""),
      "change": .text(unit?.changeWords(index, indicator) ?? ""),
      "side": .text(side?.rawValue ?? ""), "sideWord": .text(side?.word ?? ""),
      "sign": .text(side == .high ? "▲" : side == .low ? "▼" : ""),
    ])
  }

  /// How outliers are told, and what a value is.
  var remarks: [String] {
    let times = decimalText(indicators.deviations, decimals: 4)
    return [
      "数取自各单位印出的表，金额以万元为单位；没有读到的写“不详”，不当作零。名次由大到小。"
        + "“比上年”由 --prior 给出的上年公开算出。",
      "离群（▲偏高、▼偏低）：一个指标至少有 \(indicators.fewestUnits) 个单位的数时，先取中位数，再取各单位与中位数之差的绝对值的中位数（MAD）；"
        + "某单位与中位数之差大于 MAD 的 \(times) 倍（即 3.5 × 1.4826）的标出。两个中位数都用整数（分，或万分之一）精确算出。"
        + "MAD 为零（半数以上单位的数相同）时不标。金额的离群往往只是单位大，占比的离群更值得看；标出不等于有错。",
    ]
  }
}

extension SeasonUnit {
  /// The value of an indicator by its position; nil where it is not known.
  func value(_ index: Int) -> Int64? { indicators.indices.contains(index) ? indicators[index] : nil }

  /// The value of last year.
  func priorValue(_ index: Int) -> Int64? {
    priorIndicators.indices.contains(index) ? priorIndicators[index] : nil
  }

  /// How an indicator changed since last year, in per cent of then, or for a share in points; empty where that is not known.
  func changeWords(_ index: Int, _ indicator: SeasonIndicator) -> String {
    guard let now = value(index), let then = priorValue(index) else { return "" }
    let (change, overflows) = now.subtractingReportingOverflow(then)
    guard !overflows else { return "" }
    func signed(_ count: Int64, _ unit: String) -> String {
      "\(count > 0 ? "+" : "")\(decimalText(count, decimals: 2))\(unit)"
    }
    if indicator.isShare { return signed(change, " 个百分点") }
    guard then > 0, let share = share(of: change, in: then) else { return now == then ? "持平" : "上年为零" }
    return signed(share, "%")
  }
}
