import Accounts
import Disclosing
import Documents
import Rendering
import Tables
import TestSupport

extension ComposedDisclosure {
  /// The example with a text wherever a ledger may have one of its own that is published.
  static func datong(with text: String) throws -> ComposedDisclosure {
    var ledger = try Example.datong.ledger
    let place = SourceLocation(file: "test")
    ledger.unit.name = text
    ledger.unit.dataRemark = "说明：" + text
    for index in ledger.texts.indices { ledger.texts[index].text = text }
    if let code = FunctionCode("2019977"), let economicCode = EconomicCode("30198") {
      ledger.income.append(
        IncomeRow(code: code, name: text, source: .generalBudget, amount: Amount(fen: 1_000_000), place: place))
      ledger.expenditure.append(
        ExpenditureRow(
          code: code, name: text, kind: .basic, fund: .generalBudget, economicCode: economicCode, economicName: text,
          project: text, amount: Amount(fen: 1_000_000), place: place))
    }
    return try ComposedDisclosure(ledger)
  }

  /// A unit that has nothing, and says so.
  static var empty: ComposedDisclosure { get throws { try nothing.get() } }

  private static let nothing = Once {
    try ComposedDisclosure(
      Ledger(
        unit: UnitInformation(name: "某局", year: 2024, scope: .unit, nature: .administrative), schema: .standard()
      ).sayingNone)
  }

  /// The package of a unit that has nothing.
  static var emptyPackage: PackageContents { get throws { try packageOfNothing.get() } }

  private static let packageOfNothing = Once { try ComposedDisclosure.empty.package() }

  func html(_ library: TemplateLibrary? = nil) throws -> String {
    try HTMLRenderer(library ?? Standard.library).page(of: document)
  }

  func markdown() throws -> String { try MarkdownRenderer(Standard.library).page(of: document) }

  func package(_ formats: Set<PackageContents.Format> = Set(PackageContents.Format.allCases)) throws -> PackageContents
  {
    try package(report(), formats: formats)
  }
}
