import Accounts
import Formats
import Tables

/// From where on a size is hardly meant (数的大小), as data; amounts in fen.
struct SizeLimits: Sendable {
  /// A part of a whole: at so many times the whole it is printed in another unit of money.
  struct Part: Sendable {
    let figure: FigureAddress
    let whole: FigureAddress
    let times: Int64
  }

  /// How many times a quantity may become in a year.
  let change: Int64
  /// The least amount, of the larger of two, from which a change is looked at.
  let leastChanged: Int64
  /// The quantities whose change is looked at: those of a unit's size, which do not come and go.
  let quantities: [String]
  /// The times between amounts of which one was meant in another unit of money.
  let unitTimes: ClosedRange<Int64>
  /// The least amount, of the smaller of two, for which such a number of times is no chance.
  let leastOfTwo: Int64
  /// The figures of all that a unit has.
  let wholes: [FigureAddress]
  /// The least that a unit has.
  let leastWhole: Int64
  let parts: [Part]
  /// How many per cent of the year's income a closing balance may be that is only computed.
  let computedPercent: Int64
  /// The least such balance that is looked at.
  let leastComputed: Int64

  /// Reads the built-in limits; throws ``DamagedData`` when the file does not say what it has to.
  static func standard() throws(DamagedData) -> SizeLimits { try read.get() }

  private static let read = Result { () throws(DamagedData) in
    try JSONText.builtIn("sizes.json", of: embeddedFiles, SizeLimits.init)
  }

  private init(_ node: JSONNode) throws(JSONFieldError) {
    func number(_ node: JSONNode, _ key: String) throws(JSONFieldError) -> Int64 {
      Int64(try node.field(key).integer(in: 1...1_000_000_000))
    }
    func fen(_ node: JSONNode) throws(JSONFieldError) -> Int64 { try number(node, "atLeast") * 100 }
    func address(_ node: JSONNode) throws(JSONFieldError) -> FigureAddress {
      guard let address = FigureAddress(try node.string()) else {
        throw JSONFieldError(node, "应是一个数的位置，如 01.27.1")
      }
      return address
    }
    let change = try node.field("change")
    self.change = try number(change, "times")
    leastChanged = try fen(change)
    quantities = try change.field("quantities").strings()
    let unit = try node.field("unitOfChange")
    let from = try number(unit, "from")
    unitTimes = from...max(from, try number(unit, "to"))
    leastOfTwo = try fen(unit)
    let whole = try node.field("tinyWhole")
    wholes = try whole.field("figures").array().map(address)
    leastWhole = try fen(whole)
    parts = try node.field("unitOfTable").field("parts").array().map { part throws(JSONFieldError) in
      Part(
        figure: try address(part.field("figure")), whole: try address(part.field("whole")),
        times: try number(part, "times"))
    }
    let computed = try node.field("computedBalance")
    computedPercent = try number(computed, "percent")
    leastComputed = try fen(computed)
  }
}
