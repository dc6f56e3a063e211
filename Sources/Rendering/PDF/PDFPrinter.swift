package import Documents
import Formats
import FoundationEssentials
import System

/// Prints a document as a PDF with page numbers in its contents and an outline, through a browser or WeasyPrint.
///
/// The same document gives the same bytes with the same version of the program and the same fonts; when it was printed
/// does not stand in it.
package struct PDFPrinter {
  /// The name of the file in a package.
  package static let fileName = "决算公开.pdf"

  /// The programs that can print, the preferred first.
  private static let browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
  private static let weasyPrint = "weasyprint"
  /// The first Chromium that prints what pages bear in their margins.
  private static let firstWithMargins = 131
  /// For how long a program may print.
  private static let seconds = 180

  private let program: ExternalProgram
  private let fontList: ExternalProgram?

  /// Looks for a program in the folders of PATH; throws ``PDFError`` when there is none.
  package init(path: String) throws(PDFError) {
    guard let program = ExternalProgram(named: Self.browsers + [Self.weasyPrint], path: path) else {
      throw PDFError(
        "没有找到可以生成 PDF 的程序，没有写出任何文件：PATH 里应有 \(Self.browsers.joined(separator: "、")) 或 \(Self.weasyPrint)。"
          + "请安装其一（Debian：apt install chromium fonts-noto-cjk），或不加 --pdf，用浏览器打开网页后打印成 PDF。")
    }
    self.program = program
    fontList = ExternalProgram(named: ["fc-list"], path: path)
  }

  /// The PDF of a document, and what is to be said of it; throws what is wrong with the templates, or ``PDFError``.
  package func pdf(
    of document: Document, reviewed review: Review? = nil, _ renderer: HTMLRenderer
  ) throws -> (bytes: [UInt8], remark: String?) {
    let parent = FileManager.default.temporaryDirectory.path
    guard let scratch = ScratchFolder("juesuan-pdf", in: parent) else {
      throw PDFError("不能在 \(parent) 建立临时目录，没有写出任何文件。请检查磁盘空间，或以环境变量 TMPDIR 指定别处。")
    }
    defer { scratch.remove() }
    let folder = scratch.path
    if let fonts = fontList?.run([":lang=zh", "family"], seconds: 30), fonts.status == 0,
      fonts.output.allSatisfy(\.isWhitespace)
    {
      throw PDFError("这台机器没有中文字体，生成的 PDF 里汉字会是空框，没有写出任何文件。请安装一种（Debian：apt install fonts-noto-cjk）。")
    }
    if program.name == Self.weasyPrint {
      // It knows the pages while it sets the contents, and makes the outline itself.
      let page = try renderer.sheets(of: document, reviewed: review, pages: [:])
      return (try print(page, in: folder, passing: { ["--quiet", $0, $1] }), nil)
    }

    var pages: [String: Int] = [:]
    // A number in the contents may be as much as a line longer or shorter; it settles at once or not at all.
    for _ in 1...4 {
      let page = try renderer.sheets(of: document, reviewed: review, pages: pages)
      let bytes = try print(page, in: folder) { input, output in
        (geteuid() == 0 ? ["--no-sandbox"] : []) + [
          "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking",
          "--disable-component-update", "--disable-sync", "--disable-breakpad", "--disable-dev-shm-usage",
          "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder)/profile", "--no-pdf-header-footer",
          "--print-to-pdf=\(output)", "file://\(input)",
        ]
      }
      guard var file = PDFFile(bytes) else {
        throw PDFError("\(program.path) 写出的 PDF 读不懂，没有写出任何文件。请换一个版本的 Chromium，或改用 WeasyPrint。")
      }
      guard file.pages == pages else {
        pages = file.pages
        continue
      }
      guard file.add(outline: Self.outline(of: document)) else {
        throw PDFError("\(program.path) 写出的 PDF 不能加书签，没有写出任何文件。请换一个版本的 Chromium，或改用 WeasyPrint。")
      }
      file.correctText()
      file.removeDates()
      return (file.bytes, remark(on: file))
    }
    throw PDFError("\(program.path) 每次打印的分页都不一样，目录的页码定不下来，没有写出任何文件。请换一个版本的 Chromium，或改用 WeasyPrint。")
  }

  /// The parts and sections that have a title.
  private static func outline(of document: Document) -> [PDFFile.OutlineEntry] {
    document.parts.map { part in
      PDFFile.OutlineEntry(
        part.title, place: part.id,
        part.sections.filter { !$0.title.isEmpty }.map { PDFFile.OutlineEntry($0.title, place: $0.id) })
    }
  }

  /// What an old browser leaves out.
  private func remark(on file: PDFFile) -> String? {
    guard let version = file.browserVersion, version < Self.firstWithMargins else { return nil }
    return "\(program.path) 是第 \(version) 版，\(Self.firstWithMargins) 版以前不印页脚，PDF 各页没有“第几页、共几页”；目录的页码和书签不受影响。"
  }

  private func print(
    _ page: String, in folder: String, passing arguments: (_ input: String, _ output: String) -> [String]
  ) throws(PDFError) -> [UInt8] {
    let input = folder + "/page.html"
    let output = folder + "/page.pdf"
    try? FileManager.default.removeItem(atPath: output)
    guard FileManager.default.createFile(atPath: input, contents: Data(page.utf8)) else {
      throw PDFError("不能写入临时目录 \(folder)，没有写出任何文件。请检查磁盘空间，或以环境变量 TMPDIR 指定别处。")
    }
    guard let outcome = program.run(arguments(input, output), seconds: Self.seconds) else {
      throw PDFError("不能启动 \(program.path)，没有写出任何文件。请确认它可以运行。")
    }
    if outcome.isOverTime {
      throw PDFError("\(program.path) 打印 PDF 用了 \(Self.seconds) 秒还没有完，没有写出任何文件。请稍后再试，或用浏览器打开网页后打印成 PDF。")
    }
    guard outcome.status == 0, let data = FileManager.default.contents(atPath: output), data.starts(with: "%PDF-".utf8)
    else {
      let lines = outcome.output.split(separator: "\n").suffix(3).joined(separator: "\n  ")
      let status = outcome.status.map { "结束状态 \($0)" } ?? "被中止"
      throw PDFError("\(program.path) 没有生成 PDF（\(status)），没有写出任何文件。它最后说：\n  \(lines)")
    }
    return Array(data)
  }
}
