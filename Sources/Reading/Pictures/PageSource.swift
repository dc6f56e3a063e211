import Accounts
import Formats
import FoundationEssentials
import System

/// What the pages of a file can be shown by (页面的来源): PDFs whose pages are drawn, or the words that were read.
struct PageSource {
  /// What one page is shown by.
  enum Way {
    /// A page of one of the ``pdfs``.
    case print(pdf: Int, page: Int)
    case words(WordPage, PageRules)
  }

  private(set) var pdfs: [[UInt8]] = []
  /// By the number of the page.
  private(set) var ways: [Int: Way] = [:]
  /// Whether pages of a PDF cannot be drawn, since the program for it is not there.
  private(set) var lacksProgram = false

  /// Those of some pages of a file; empty for a file whose pages cannot be shown. `searchPath` are the folders of PATH.
  init(_ bytes: [UInt8], file: String, pages: [Int], searchPath: String) {
    guard let kind = try? FileKinds.standard().kind(of: bytes) else { return }
    lacksProgram = ExternalProgram(named: PageDrawer.program.names, path: searchPath) == nil
    if kind.isLayout {
      takeLayout(bytes, pages)
    } else if let picture = kind.picture {
      take(try? PicturePages.pdf(of: bytes, picture, file: file), pages)
    } else if kind.isPDF, lacksProgram {
      guard let words = try? PDFWords(bytes, of: file, searchPath: searchPath) else { return }
      for page in words.pages where pages.contains(page.number) {
        ways[page.number] = .words(page, PageRules())
      }
    } else if kind.isPDF {
      take(bytes, pages)
    }
  }

  private mutating func take(_ pdf: [UInt8]?, _ pages: [Int]) {
    guard let pdf else { return }
    pdfs.append(pdf)
    for page in pages { ways[page] = .print(pdf: pdfs.count - 1, page: page) }
  }

  /// Pages of a document in fixed layout: those that are pictures as such, of the others what stands on them.
  private mutating func takeLayout(_ bytes: [UInt8], _ pages: [Int]) {
    guard let document = try? OFDDocument(bytes) else { return }
    for page in pages where document.pages.indices.contains(page - 1) {
      if let picture = document.picture(ofPage: page - 1) {
        guard let pdf = ScannedPages.pdf(of: picture) else { continue }
        pdfs.append(pdf)
        ways[page] = .print(pdf: pdfs.count - 1, page: 1)
      } else {
        let (words, rules) = OFDPages.content(of: document.pages[page - 1], number: page)
        ways[page] = .words(words, rules)
      }
    }
  }
}
