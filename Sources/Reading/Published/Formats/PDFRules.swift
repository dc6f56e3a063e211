import FoundationEssentials
import System

/// The ruling lines on the pages of a PDF that only lines lay out (PDF 的表线), found on pages that `pdftoppm` of poppler draws.
///
/// Drawing takes as long as reading the words, so that it is asked for few pages only. Where the program is not there, or does
/// not end in time, no lines are known.
enum PDFRules {
  /// How many dots an inch pages are drawn with: the thinnest lines are a dot thick.
  private static let resolution = 100
  private static let seconds = 60
  /// Pages drawn in one run, whose pictures lie in the scratch folder meanwhile: a megabyte each.
  private static let pagesInARun = 8
  /// Most bytes of a picture: a page of A2.
  private static let mostBytes = 16 << 20
  /// Most pages that are drawn.
  private static let mostPages = 200

  /// Those of some pages of a PDF in a scratch folder, counted from 1.
  static func of(_ input: String, pages: Range<Int>, in scratch: String, searchPath: String) -> [Int: PageRules] {
    guard !pages.isEmpty, let drawer = ExternalProgram(named: ["pdftoppm"], path: searchPath) else { return [:] }
    var rules: [Int: PageRules] = [:]
    for first in stride(
      from: pages.lowerBound, to: min(pages.upperBound, pages.lowerBound + mostPages), by: pagesInARun)
    {
      let last = min(first + pagesInARun, pages.upperBound) - 1
      let folder = "\(scratch)/rules-\(first)"
      // Thin lines are drawn a whole dot wide, and no edge is grey.
      let arguments = [
        "-gray", "-r", String(resolution), "-aa", "no", "-aaVector", "no", "-thinlinemode", "solid", "-f",
        String(first),
        "-l", String(last), input, folder + "/page",
      ]
      guard (try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)) != nil else {
        return rules
      }
      defer { try? FileManager.default.removeItem(atPath: folder) }
      guard drawer.run(arguments, seconds: seconds)?.status == 0,
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
      else { return rules }
      for name in names {
        guard let number = Int(name.dropFirst("page-".count).prefix { $0 != "." }),
          let bytes = try? readBytes(of: folder + "/" + name, atMost: mostBytes),
          let page = GreyPage(netpbm: bytes, resolution: resolution)
        else { continue }
        rules[number] = PageRules(page)
      }
    }
    return rules
  }
}
