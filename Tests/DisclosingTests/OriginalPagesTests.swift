import Accounts
import Disclosing
import Foundation
import Reading
import Rendering
import System
import Tables
import TestSupport
import Testing

/// The pages of a publication beside its tables (原件对照): a real PDF, of which `pdftotext` says what stands where.
@Suite struct OriginalPagesTests {
  private static let file = "published/putuo-shegongbu-2024-final-accounts.pdf"
  private static let programs = ["pdftotext", "pdftoppm"].map {
    ExternalProgram(named: [$0], path: ExternalProgram.searchPath)
  }
  private static let isReady = SharedFiles.url(file) != nil && programs.allSatisfy { $0 != nil }

  private struct Word {
    let page: Int
    let text: String
    /// In points.
    let x, y: Double
  }

  /// The words of the PDF with their middles.
  private static func words(of pdf: String) throws -> [Word] {
    let folder = try TemporaryFolder()
    let output = folder.path + "/words.html"
    _ = programs[0]?.run(["-bbox", pdf, output], seconds: 60)
    var page = 0
    return try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n").compactMap { line in
      if line.contains("<page ") { page += 1 }
      guard line.contains("<word ") else { return nil }
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      let edges = [1, 3, 5, 7].compactMap { Double(parts[$0]) }
      let text = parts[8].dropFirst().prefix { $0 != "<" }
      return Word(page: page, text: String(text), x: (edges[0] + edges[2]) / 2, y: (edges[1] + edges[3]) / 2)
    }
  }

  private func draft(of path: String) throws -> Draft {
    var disclosures = Disclosures(Choices(), tell: { _ in })
    return try disclosures.draft(of: [path], prior: nil, waivers: nil, besides: "")
  }

  private func digits(_ text: String) -> String { text.filter { "0123456789.-".contains($0) } }

  @Test(.enabled(if: isReady)) func everyFigureThatIsPrintedHasAPlaceOnItsPage() throws {
    let path = try #require(SharedFiles.url(Self.file)).path
    let words = try Self.words(of: path)
    let draft = try draft(of: path)
    let figures = draft.review.tables.tables.flatMap(\.figures).filter { !$0.figure.text.isEmpty }
    #expect(figures.count > 200)
    for figure in figures {
      let place = try #require(figure.place)
      let box = try #require(place.box, "\(figure.address) \(figure.figure.text)")
      let own = words.filter { word in
        word.page == place.page && (Double(box.left)...Double(box.right)).contains(word.x * 1000)
          && (Double(box.top)...Double(box.bottom)).contains(word.y * 1000)
      }
      #expect(digits(own.map(\.text).joined()) == digits(figure.figure.text), "\(figure.address) \(place)")
    }
    // Each in a place of its own.
    let places = figures.compactMap { figure in figure.place.map { "\($0.page ?? 0) \($0.box.map { "\($0)" } ?? "")" } }
    #expect(Set(places).count == places.count)
  }

  @Test(.enabled(if: isReady)) func thePreviewShowsThePagesThatHaveFigures() throws {
    let draft = try draft(of: try #require(SharedFiles.url(Self.file)).path)
    let figures = draft.review.tables.tables.flatMap(\.figures)
    let pages = Set(figures.compactMap { $0.place?.box == nil ? nil : $0.place?.page })
    let shown = draft.review.pictures.pages
    #expect(Set(shown.map(\.page.number)) == pages && shown.count == pages.count)
    #expect(draft.review.pictures.remarks == [])
    // A page of text has none.
    #expect(!pages.contains(1))
    let page = try draft.page()
    #expect(page.ranges(of: "<img src=\"data:image/png;base64,").count == pages.count)
    let places = page.matches(of: /data-at="(\d+) (\d+) (\d+) (\d+) (\d+)"/)
    #expect(places.count >= figures.count { $0.place?.box != nil })
    for place in places {
      let numbers = [place.1, place.2, place.3, place.4, place.5].compactMap { Int($0) }
      #expect((1...pages.count).contains(numbers[0]))
      #expect(0 <= numbers[1] && numbers[1] < numbers[3] && numbers[3] <= 10_000, "\(place.0)")
      #expect(0 <= numbers[2] && numbers[2] < numbers[4] && numbers[4] <= 10_000, "\(place.0)")
    }
    #expect(try draft.page() == page)
  }

  @Test func whatHasNoPagesHasNoPictures() throws {
    let draft = try draft(of: Example.datong.folder + "/disclosure/index.md")
    #expect(draft.review.pictures.pages.isEmpty && draft.review.pictures.remarks.isEmpty)
    let page = try draft.page()
    #expect(!page.contains("class=\"original\"") && !page.contains("data-at=") && !page.contains("draft originals"))
  }
}
