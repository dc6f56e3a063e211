import Accounts
import Documents
import Formats
import Mustache
import Tables

/// The pages that a publication was read from, beside its tables (原件对照): the figure in a cell is shown on its page, and the one
/// at a place of a page in its cell.
struct OriginalPages {
  private let pictures: PagePictures
  private let numbers: [PagePictures.Page: Int]
  /// The section in which each page stands first; elsewhere the page's script shows it again.
  private let firstSections: [Int: String]
  private let hasSeveralFiles: Bool

  /// Places on a page are written in so many parts of its width and height.
  private static let parts = 10_000

  /// nil where there are no pictures of pages.
  init?(_ pictures: PagePictures, of document: Document) {
    guard !pictures.pages.isEmpty else { return nil }
    self.pictures = pictures
    let numbers = Dictionary(uniqueKeysWithValues: pictures.pages.enumerated().map { ($1.page, $0) })
    self.numbers = numbers
    hasSeveralFiles = Set(pictures.pages.map(\.page.file)).count > 1
    var firstSections: [Int: String] = [:]
    for section in document.parts.flatMap(\.sections) {
      for case .table(let table) in section.blocks {
        for number in table.places.compactMap({ PagePictures.Page(of: $0).flatMap { numbers[$0] } })
        where firstSections[number] == nil {
          firstSections[number] = section.id
        }
      }
    }
    self.firstSections = firstSections
  }

  /// Where something stands: the number of its page, and its edges in parts of the page; null where that is not shown.
  func place(_ place: SourceLocation?) -> MustacheValue {
    guard let place, let box = place.box, let number = PagePictures.Page(of: place).flatMap({ numbers[$0] }) else {
      return .null
    }
    let picture = pictures.pages[number].picture
    func part(_ length: Int32, of whole: Int) -> Int {
      min(max(Int(length) * Self.parts / max(1, whole), 0), Self.parts)
    }
    let edges = [
      part(box.left, of: picture.paperWidth), part(box.top, of: picture.paperHeight),
      part(box.right, of: picture.paperWidth), part(box.bottom, of: picture.paperHeight),
    ]
    return .text(([number + 1] + edges).map(String.init).joined(separator: " "))
  }

  /// Where something was read, in words.
  func words(_ place: SourceLocation) -> String { (hasSeveralFiles ? place.file + " " : "") + (place.lineWords ?? "") }

  /// The pages of a table in a section, as the template is given them; null where none of them is shown.
  func context(of table: Table, in section: String) -> MustacheValue {
    var shown: Set<Int> = []
    let pages = table.places.compactMap { PagePictures.Page(of: $0).flatMap { numbers[$0] } }
      .filter { shown.insert($0).inserted }
    guard !pages.isEmpty else { return .null }
    return .object([
      "pages": .list(
        pages.map { number in
          let (page, picture) = pictures.pages[number]
          let isFirst = firstSections[number] == section
          return .object([
            "number": .text(String(number + 1)),
            "label": .text((hasSeveralFiles ? page.file + " " : "") + "第 \(page.number) 页"),
            "isDrawing": .bool(picture.kind == .drawing),
            "address": isFirst ? .text(picture.address) : .null,
            "width": .text(String(picture.width)), "height": .text(String(picture.height)),
          ])
        })
    ])
  }
}

extension PagePicture {
  /// What a template is given of a part of a page that stands at a place (剪图).
  func context(of place: SourceLocation) -> MustacheValue {
    .object([
      "address": .text(address), "width": .text(String(width)), "height": .text(String(height)),
      "alt": .text("原件的图：\(place.lineWords ?? place.description)"),
    ])
  }
}
