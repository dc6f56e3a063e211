import Accounts
package import Formats
package import Tables

/// What units are held beside each other by (关键指标): an amount that the tables print, or the share of one in another.
package struct SeasonIndicator: Hashable, Sendable {
  /// What it is called: 收入总计.
  package let name: String
  /// The quantity of the catalogue that it is, or whose share it is.
  package let quantity: String
  /// The quantity that it is a share of; nil for an amount.
  package let whole: String?

  /// Whether it is a share, counted in hundredths of a per cent, and no amount in fen.
  package var isShare: Bool { whole != nil }

  /// A value as people read it: 万元 with two decimals, or per cent with two.
  package func words(_ value: Int64) -> String {
    isShare
      ? decimalText(value, decimals: 2) + "%"
      : Figure(Amount(fen: value), in: .wanyuan, decimals: 2, grouped: true).text
  }
}

/// The indicators, and when a value is marked (异常值): data of the season.
package struct SeasonIndicators: Sendable {
  package let all: [SeasonIndicator]
  /// Of fewer units with a value nothing is marked.
  package let fewestUnits: Int
  /// A value is marked where it lies further from the median than so many ten-thousandths of the median absolute deviation.
  package let deviations: Int64

  /// Reads the built-in ones; throws ``DamagedData`` when the file does not say what it has to.
  package static func standard() throws(DamagedData) -> SeasonIndicators { try read.get() }

  private static let read = Result { () throws(DamagedData) in
    try JSONText.builtIn("indicators.json", of: embeddedFiles, SeasonIndicators.init)
  }

  private init(_ root: JSONNode) throws(JSONFieldError) {
    all = try root.field("indicators").array().map { node throws(JSONFieldError) in
      SeasonIndicator(
        name: try node.field("name").string(), quantity: try node.field("quantity").string(),
        whole: try node.optional("of")?.string())
    }
    fewestUnits = try root.field("fewestUnits").integer(in: 3...1000)
    let node = try root.field("outlier").field("deviations")
    guard let number = try? DecimalText(node.string()), let count = number.count(decimals: 4), count > 0 else {
      throw JSONFieldError(node, "应是一个正数，至多四位小数")
    }
    deviations = count
  }

  /// The values of some tables in the order of the indicators: fen, or hundredths of a per cent; nil where a figure was not
  /// read, or is no amount. A blank is no zero.
  package func values(of tables: TableSet, _ catalogue: QuantityCatalogue) -> [Int64?] {
    var amounts: [String: Int64?] = [:]
    func amount(_ quantity: String) -> Int64? {
      if let known = amounts[quantity] { return known }
      let value = tables.fen(at: catalogue.addresses(of: quantity))
      amounts[quantity] = .some(value)
      return value
    }
    return all.map { indicator in
      guard let part = amount(indicator.quantity) else { return nil }
      guard let quantity = indicator.whole else { return part }
      return amount(quantity).flatMap { share(of: part, in: $0) }
    }
  }
}

/// How many hundredths of a per cent a part is of a whole, rounded 四舍五入; nil where there is no whole.
package func share(of part: Int64, in whole: Int64) -> Int64? {
  guard whole > 0 else { return nil }
  let (count, whole) = (Int128(part) * 10_000, Int128(whole))
  let rounded = (2 * abs(count) + whole) / (2 * whole)
  return Int64(exactly: count < 0 ? -rounded : rounded)
}

extension TableSet {
  /// The sum of figures in fen, as printed; nil where there are none, or one is not there or is no amount.
  fileprivate func fen(at addresses: [FigureAddress]) -> Int64? {
    guard !addresses.isEmpty else { return nil }
    var sum: Int64 = 0
    for address in addresses {
      guard let figure = figure(at: address)?.figure, case .number(let count, let decimals) = figure.content,
        case .money(let unit) = figure.unit
      else { return nil }
      var step = unit.fen
      for _ in 0..<decimals {
        guard step % 10 == 0 else { return nil }
        step /= 10
      }
      let (fen, isTooMuch) = count.multipliedReportingOverflow(by: step)
      let (next, overflows) = sum.addingReportingOverflow(fen)
      guard !isTooMuch, !overflows else { return nil }
      sum = next
    }
    return sum
  }
}
