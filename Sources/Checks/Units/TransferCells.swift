import Accounts
import Formats
import Tables

/// Which cells of 01, 02 and 03 hold transfers inside a department, and which include them: data.
struct TransferCells: Sendable {
  /// Where a kind of transfer stands.
  struct Place: Sendable {
    let transfer: InternalTransfer
    /// Its column of 02.
    let incomeColumn: Int
    /// Its line of 01.
    let incomeLine: FigureAddress
    /// Its column of 03.
    let expenditureColumn: Int
  }

  /// What a figure has to do with transfers.
  enum Role {
    /// None goes into it.
    case plain
    /// It is one side of a kind of transfer, of the codes that begin so.
    case transfer(Place, isIncome: Bool, under: String)
    /// It includes those that stand at these addresses.
    case including([FigureAddress])
  }

  let places: [Place]
  private let incomeTotals: [FigureAddress]
  private let expenditureTotals: [FigureAddress]

  /// Reads the built-in ones; throws ``DamagedData`` when the file does not say what it has to.
  static func standard() throws(DamagedData) -> TransferCells { try read.get() }

  private static let read = Result { () throws(DamagedData) in
    try JSONText.builtIn("units.json", of: embeddedFiles, TransferCells.init)
  }

  private init(_ root: JSONNode) throws(JSONFieldError) {
    func address(_ node: JSONNode) throws(JSONFieldError) -> FigureAddress {
      guard let address = FigureAddress(try node.string()) else {
        throw JSONFieldError(node, "应是一个数的位置，如 01.27.1")
      }
      return address
    }
    places = try root.field("transfers").array().map { node throws(JSONFieldError) in
      Place(
        transfer: try node.field("transfer").word(InternalTransfer.self),
        incomeColumn: try node.field("incomeColumn").integer(in: 1...12),
        incomeLine: try address(node.field("incomeLine")),
        expenditureColumn: try node.field("expenditureColumn").integer(in: 1...12))
    }
    incomeTotals = try root.field("incomeTotals").array().map(address)
    expenditureTotals = try root.field("expenditureTotals").array().map(address)
  }

  /// What a figure has to do with them; `categories` says which line of 01 a 类 has.
  func role(of address: FigureAddress, _ categories: [String: String]) -> Role {
    func incomes(_ row: String) -> [FigureAddress] { places.map { FigureAddress(.t02, row, $0.incomeColumn) } }
    func expenditures(_ row: String) -> [FigureAddress] {
      places.map { FigureAddress(.t03, row, $0.expenditureColumn) }
    }
    let code = address.row == "合计" ? "" : address.row
    switch address.table {
    case .t01:
      if let place = places.first(where: { $0.incomeLine == address }) {
        return .transfer(place, isIncome: true, under: "")
      }
      if incomeTotals.contains(address) { return .including(places.map(\.incomeLine)) }
      if expenditureTotals.contains(address) { return .including(expenditures("合计")) }
      if address.column == 2, let category = categories[address.row] { return .including(expenditures(category)) }
      return .plain
    case .t02:
      if address.column == 1 { return .including(incomes(address.row)) }
      return places.first { $0.incomeColumn == address.column }.map { .transfer($0, isIncome: true, under: code) }
        ?? .plain
    case .t03:
      if address.column == 1 { return .including(expenditures(address.row)) }
      return places.first { $0.expenditureColumn == address.column }.map { .transfer($0, isIncome: false, under: code) }
        ?? .plain
    default: return .plain
    }
  }
}
