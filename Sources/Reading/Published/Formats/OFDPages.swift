import Accounts
import Formats
import System
import Tables

/// The words of a document in fixed layout (OFD 版式文件), page by page as of a PDF.
enum OFDPages {
  /// The lines and rows of its pages, and what of it is not read; throws ``UnusableInput`` where it is damaged, or no page has
  /// text or is a picture that can be recognised. `file` is what it is called, `engine` the program to recognise letters with.
  static func parts(
    of bytes: [UInt8], file: String, engine: Recogniser? = nil
  ) throws(UnusableInput) -> [PublicationPart] {
    let document: OFDDocument
    do throws(OFDError) {
      document = try OFDDocument(bytes)
    } catch {
      throw UnusableInput([Problem(at: SourceLocation(file: file), error.message)])
    }
    let pictures = document.pages.indices.compactMap { index in
      document.picture(ofPage: index).map { (page: index + 1, bytes: $0) }
    }
    let scans = ScannedPages(
      pictures: pictures, of: file, engine: engine, searchPath: ExternalProgram.searchPath)
    guard document.pages.contains(where: { !$0.texts.isEmpty }) || !scans.pages.isEmpty else {
      let why = scans.failures.min { $0.key < $1.key }.map { $0.value + "；或" } ?? ""
      throw UnusableInput([
        Problem(
          at: SourceLocation(file: file), found: "这份 OFD 的 \(document.pages.count) 页都没有文字，只有图片",
          expected: "应是有文字的 OFD，或能识别的扫描件", advice: why + "请给出原来的 Word 或工作簿")
      ])
    }
    let pages = document.pages.enumerated().map { content(of: $1, number: $0 + 1) }
    let rules = Dictionary(uniqueKeysWithValues: pages.map { ($0.words.number, $0.rules) })
    return PagedText.parts(of: pages.map(\.words), rules: rules, scans: scans).parts + passedOver(document, scans)
  }

  /// The words of a page and its ruling lines.
  static func content(of page: OFDPage, number: Int) -> (words: WordPage, rules: PageRules) {
    (WordPage(number: number, words: page.texts.map(PageWord.init)), PageRules(page.lines))
  }

  private static func passedOver(_ document: OFDDocument, _ scans: ScannedPages) -> [PublicationPart] {
    document.pages.enumerated().compactMap { index, page in
      if page.texts.isEmpty, page.hasPictures {
        scans.pages[index + 1] != nil
          ? nil
          : .passedOver(
            "整页", at: 1, in: .page(index + 1), reason: "这一页没有文字，是图片，没有读" + scans.whyNot(index + 1), reach: .table)
      } else if page.hasHiddenText {
        .passedOver("整页", at: 1, in: .page(index + 1), reason: "这一页有不显示的文字，没有读，请核对", reach: .words)
      } else {
        nil
      }
    }
  }
}

extension PageWord {
  /// A text, the radicals in it as the ideographs they look like.
  fileprivate init(_ text: OFDText) {
    var plain = String.UnicodeScalarView()
    for scalar in text.text.unicodeScalars {
      plain.append(RadicalIdeographs.byRadical[scalar.value].flatMap(Unicode.Scalar.init) ?? scalar)
    }
    self.init(
      text: String(plain), left: text.left, top: text.top, right: text.right, bottom: text.bottom, em: text.em)
  }
}

extension PageRules {
  /// The ruling lines among those of a page.
  fileprivate init(_ lines: [OFDLine]) {
    self.init()
    for line in lines {
      if line.isLevel {
        level.append(Rule(at: (line.top + line.bottom) / 2, from: line.left, to: line.right))
      } else {
        upright.append(Rule(at: (line.left + line.right) / 2, from: line.top, to: line.bottom))
      }
    }
  }
}
