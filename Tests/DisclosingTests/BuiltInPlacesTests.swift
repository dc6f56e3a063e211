import Accounts
import Checks
import Disclosing
import Documents
import Foundation
import Reading
import Rendering
import Tables
import TestSupport
import Testing

/// Every built-in place prints the examples so that they are read back whole, in its form, and are in order.
@Suite struct BuiltInPlacesTests {
  /// The rules of what is found in a disclosure, notes aside, with how often.
  private static func found(_ report: CheckReport) -> [String: Int] {
    Dictionary(
      report.findings.filter { $0.severity != .note }.map { ($0.rule, 1) }, uniquingKeysWith: { $0 + $1 })
  }

  /// What is found in the national package of an example, read once.
  private static let national = Dictionary(
    uniqueKeysWithValues: Example.allCases.map { example in
      (example, Once { try read(example.composed).found })
    })

  /// The page of a composed disclosure read as anybody's, in the form that is chosen.
  private static func read(_ composed: ComposedDisclosure) throws -> (disclosure: Disclosure, found: [String: Int]) {
    let folder = try TemporaryFolder()
    let path = folder.path + "/公开"
    try PackageFolder(path).write(composed.package(composed.report(), formats: [.html]))
    var disclosures = Disclosures(Choices()) { _ in }
    let disclosure = try disclosures.disclosure(at: path)
    return (disclosure, found(try disclosures.report(on: disclosure)))
  }

  @Test(arguments: Form.builtInNames.filter { $0 != Form.ancestor }, Example.allCases)
  func whatAPlacePrintsIsReadBack(place: String, example: Example) throws {
    let composed = try ComposedDisclosure(example.ledger, form: place)
    let (disclosure, found) = try Self.read(composed)
    #expect(disclosure.form.id == place)
    #expect(disclosure.tables.unread.map(\.text) == [])
    func printed(_ tables: TableSet) -> [String] {
      tables.tables.flatMap(\.figures).filter { $0.figure.content != .blank }.map { "\($0.address) \($0.figure.text)" }
    }
    #expect(printed(disclosure.tables) == printed(composed.tables))
    for (rule, count) in found {
      #expect(count <= (try Self.national[example]?.get()[rule] ?? 0), "\(rule)")
    }
  }

  @Test(arguments: Form.builtInNames, Example.allCases)
  func partsAreNumberedOneByOne(place: String, example: Example) throws {
    let titles = try ComposedDisclosure(example.ledger, form: place).document.parts.map(\.title)
    for (title, number) in zip(titles, ["一", "二", "三", "四", "五", "六", "七", "八"]) {
      #expect(title.hasPrefix("第\(number)部分"), "\(titles)")
    }
  }

  /// A figure of the national form is the same in every place: in 万元 to the character but for the commas, in 元 rounded later.
  @Test(arguments: Form.builtInNames.filter { $0 != Form.ancestor })
  func everyFigureIsThatOfTheNationalForm(place: String) throws {
    let ledger = try Example.yunxi.ledger
    let form = try Standard.form(place)
    let tables = try TableSet(deriving: ledger, form: form, codes: Standard.codes)
    let national = try TableSet(deriving: ledger, form: Standard.form, codes: Standard.codes)
    var compared = 0
    for figure in national.tables.flatMap(\.figures) where figure.figure.content != .blank {
      guard let other = tables.figure(at: figure.address) else {
        #expect(form[figure.address.table] == nil, "\(figure.address)")
        continue
      }
      compared += 1
      if form.unit == .wanyuan {
        #expect(other.figure.text.filter { $0 != "," } == figure.figure.text.filter { $0 != "," }, "\(figure.address)")
      }
    }
    #expect(compared > 250)
  }

  /// By its marks a form is chosen before it is read: they must be those of the form itself.
  @Test(arguments: Form.builtInNames)
  func theMarksOfAFormAreToldWithoutReadingIt(place: String) throws {
    for year in Form.builtInYears(of: place) {
      let form = try Form.builtIn(place, year: year)
      #expect(FormMarks.builtIn(place, year: year) == FormMarks(of: form))
    }
    #expect(FormMarks.builtIn(place, year: 1990) == nil)
  }

  /// Of the year 2025 every place prints as of 2024, and says what that rests on.
  @Test(arguments: Form.builtInNames)
  func everyPlaceHasItsFormOf2025(place: String) throws {
    #expect(Form.builtInYears(of: place) == [2024, 2025])
    let form = try Form.builtIn(place, year: 2025)
    #expect(form.year == 2025 && form.name.contains("2025"))
    #expect(form.source.contains("沿用 2024 年度的表样"))
    #expect(form.source.contains("证实") || form.source.contains("真实的 2025 年度"))
    #expect(try form.tables.map(\.title) == Form.builtIn(place, year: 2024).tables.map(\.title))
  }

  /// Where a place goes down to 项, each is named whole, with its budget where the ledger gives one; read back they are the figures of 公开05.
  @Test func explanationsGoDownToItems() throws {
    let composed = try ComposedDisclosure(Example.yunxi.ledger, form: "sichuan")
    let (disclosure, _) = try Self.read(composed)
    let lines = disclosure.tables.prose?.lines.map(\.text) ?? []
    // Added up by hand from 支出.csv: 2070104 of the general budget, 7653100.10 元; 2050803 has a budget of 460000 元.
    #expect(lines.contains { $0.hasSuffix("文化和旅游（款）图书馆（项）。支出决算为765.31万元。") })
    #expect(lines.contains { $0.contains("培训支出（项）。年初预算为46.00万元，支出决算为44.07万元，完成年初预算的95.80%。") })
    // The ledger has last year's figures of the 类 alone: nothing is said of what a 项 had.
    #expect(!lines.contains { $0.contains("（项）。") && $0.contains("比上年") })
    let quantity = "一般公共预算财政拨款支出/2070104"
    #expect(disclosure.tables.prose?.claims.contains { $0.quantity == quantity && $0.figure.text == "765.31" } == true)
  }

  /// No two places are printed alike: else nobody could tell in which form a publication is.
  @Test func everyPlaceHasItsOwnMarks() throws {
    let marks = Form.builtInNames.compactMap { FormMarks.builtIn($0, year: 2024) }
    for (index, one) in marks.enumerated() {
      #expect(!marks[(index + 1)...].contains(one))
    }
    #expect(marks.count == Form.builtInNames.count)
  }

  /// What people read of a place: where it comes from and what is not confirmed, and a description of it beside its form.
  @Test(arguments: Form.builtInNames.filter { !["national", "shanghai"].contains($0) })
  func aPlaceSaysWhatItRestsOn(place: String) throws {
    let source = try Standard.form(place).source
    #expect(source.contains("依据") && source.contains("没有证实"))
    let folder = Checkout.folder.appending(path: "Templates/places")
    let text = try String(contentsOf: folder.appending(path: "\(place)/README.md"), encoding: .utf8)
    #expect(text.contains("没有证实"))
    let list = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    #expect(list.contains("| `\(place)` |"))
  }
}
