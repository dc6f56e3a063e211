import Accounts
import Checks
import Documents
import Formats
import Foundation
import Tables
import TestSupport
import Testing

@testable import Rendering

/// Pictures in reports and previews: what is to be compared with the original stands beside what was read of it.
@Suite struct CutoutsTests {
  private static let file = "扫描\"><script>alert(1)</script>.pdf"
  private static let picture = PagePicture(
    .print, [1, 2, 3], width: 40, height: 20, paperWidth: 600_000, paperHeight: 800_000)

  /// The example as a scan of one page, its figures one below the other, with one that was read otherwise than its parts add up
  /// to.
  private func scanned() throws -> TableSet {
    let tables = try FindingsSample.tables().altering(["01.31.1": "5,051.50"], placedIn: Self.file)
    return tables.with(
      tables.tables.map { table in
        table.with(
          table.rows.map { row in
            Row(
              row.cells.map { cell in
                guard case .figure(let figure) = cell.content, var place = figure.place else { return cell }
                place.within = .scan(1)
                place.box = PageBox(left: 60_000, top: (place.line ?? 0) * 100, right: 120_000, bottom: 400_000)
                return Cell(
                  .figure(TableFigure(figure.address, figure.figure, place: place)), columns: cell.columns,
                  isRowHeading: cell.isRowHeading, indent: cell.indent)
              }, isTotal: row.isTotal)
          })
      })
  }

  private func report() throws -> (report: CheckReport, tables: TableSet) {
    let tables = try scanned()
    return (try Standard.checker.check(tables), tables)
  }

  /// No finding that rests on what was recognised is an error, and of each its places are to be seen.
  @Test func everyFindingOnAScanShowsWhatStandsThere() throws {
    let (report, tables) = try report()
    let places = report.recognisedPlaces
    #expect(!places.isEmpty && Set(places).count == places.count)
    let resting = report.findings.filter { $0.operands.contains { $0.place?.isRecognised == true } }
    #expect(!resting.isEmpty && resting.allSatisfy { $0.severity != .error })
    for finding in resting { #expect(finding.operands.compactMap(\.place).allSatisfy(places.contains)) }
    var input = CheckedInput(name: Self.file, outcome: .report(report, tables))
    input.cutouts = Dictionary(uniqueKeysWithValues: places.map { ($0, Self.picture) })
    let text = try FindingsHTML(Standard.library).page(of: CheckRun(inputs: [input]))
    #expect(!text.contains("<script"))
    let page = try HTMLPage(text)
    let images = page.elements.filter { $0.name == "img" }
    #expect(images.count == resting.flatMap(\.operands).count { $0.place != nil })
    for image in images {
      #expect(image.attributes["src"] == "data:image/png;base64,AQID")
      #expect(image.attributes["width"] == "40" && image.attributes["height"] == "20")
      #expect(image.attributes["alt"]?.hasPrefix("原件的图：第 1 页第") == true)
    }
  }

  @Test func withoutPicturesThereAreNone() throws {
    let (report, tables) = try report()
    let input = CheckedInput(name: Self.file, outcome: .report(report, tables))
    #expect(try !FindingsHTML(Standard.library).page(of: CheckRun(inputs: [input])).contains("<img"))
    // What was read from text rests on no picture.
    let sound = try FindingsSample.report(FindingsSample.tables().altering(["01.31.1": "5,051.50"], placedIn: "公开.pdf"))
    #expect(sound.recognisedPlaces.isEmpty && sound.findings.contains { $0.severity == .error })
  }

  /// In a preview the page stands beside the tables, once, and every figure says where on it it is.
  @Test func thePageStandsBesideItsTables() throws {
    let (report, tables) = try report()
    var review = Review(report, of: tables, input: Self.file)
    review.pictures.add(PagePictures.Page(file: Self.file, number: 1), Self.picture)
    review.pictures.cutouts = Dictionary(uniqueKeysWithValues: report.recognisedPlaces.map { ($0, Self.picture) })
    review.pictures.remarks = ["第 2 页没有附图<b>"]
    let text = try HTMLRenderer(Standard.library).page(
      of: Document(published: tables, evaluations: []), reviewed: review)
    #expect(!text.contains("<script>alert") && !text.contains("附图<b>"))
    let page = try HTMLPage(text)
    let sheets = page.elements.filter { $0.attributes["data-sheet"] != nil }
    #expect(sheets.count == tables.tables.count { $0.figures.contains { $0.place != nil } })
    #expect(sheets.count { $0.attributes["id"] != nil } == 1)
    #expect(page.elements.count { $0.name == "img" && $0.attributes["alt"] == "原件 第 1 页" } == 1)
    #expect(page.elements.contains { $0.name == "img" && $0.attributes["class"] == "cutout" })
    let cells = page.elements.filter { $0.name == "td" && $0.attributes["data-at"] != nil }
    #expect(cells.count == tables.tables.flatMap(\.figures).count)
    // 60 of 600 points from the left, up to 120.
    for cell in cells {
      let numbers = (cell.attributes["data-at"] ?? "").split(separator: " ").compactMap { Int($0) }
      #expect(numbers.count == 5 && numbers[0] == 1 && numbers[1] == 1000 && numbers[3] == 2000 && numbers[4] == 5000)
      #expect(cell.attributes["data-from"]?.hasSuffix("（识别）") == true)
    }
    // What the page may show is in it; it says so to the browser.
    let policy = page.elements.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }?.attributes["content"]
    #expect(policy?.contains("img-src data:;") == true && policy?.contains("default-src 'none'") == true)
  }
}
