package import Accounts
import Formats
import System

extension InputFiles {
  /// Most pages of which pictures are made, and most bytes of all pictures of whole pages.
  private static let (mostPages, mostBytes) = (60, 12 << 20)
  /// Most parts of pages of which pictures are made, and most bytes of them.
  private static let (mostCutouts, mostBytesOfCutouts) = (400, 6 << 20)

  /// Pictures of pages of the files that were read, and of the parts of pages around some places (剪图).
  ///
  /// Pages are drawn on all cores, in a scratch folder. What cannot be drawn has no picture; the remarks say which pages and why.
  package func pictures(
    of pages: [PagePictures.Page], cutouts places: [SourceLocation] = [],
    searchPath: String = ExternalProgram.searchPath
  ) -> PagePictures {
    var pictures = PagePictures()
    let shown = pages.prefix(Self.mostPages)
    let cuts = Dictionary(grouping: places.prefix(Self.mostCutouts), by: PagePictures.Page.init(of:))
    let wanted = Set(shown).union(cuts.keys.compactMap(\.self))
    var (bytes, bytesOfCutouts) = (0, 0)
    var missing: [PagePictures.Page] = []
    var hasDrawings = false
    var lacksProgram = false
    for file in Set(wanted.map(\.file)).sorted() {
      let own = wanted.filter { $0.file == file }.sorted { $0.number < $1.number }
      guard let content = read.first(where: { $0.name == file })?.bytes else { continue }
      let source = PageSource(content, file: file, pages: own.map(\.number), searchPath: searchPath)
      lacksProgram = lacksProgram || source.lacksProgram
      let drawer = PageDrawer(source.pdfs, searchPath: searchPath)
      defer { drawer?.remove() }
      let drawn = concurrently(own.count) { index in
        let page = own[index]
        return source.picture(
          of: page.number, by: drawer, isShown: shown.contains(page), cutouts: cuts[page] ?? [])
      }
      for (page, (picture, parts)) in zip(own, drawn) {
        for (place, part) in parts where bytesOfCutouts + part.bytes.count <= Self.mostBytesOfCutouts {
          bytesOfCutouts += part.bytes.count
          pictures.cutouts[place] = part
        }
        guard shown.contains(page) else { continue }
        guard let picture, bytes + picture.bytes.count <= Self.mostBytes else {
          missing.append(page)
          continue
        }
        bytes += picture.bytes.count
        hasDrawings = hasDrawings || picture.kind == .drawing
        pictures.add(page, picture)
      }
    }
    pictures.remarks = Self.remarks(
      missing + pages.dropFirst(Self.mostPages), hasDrawings: hasDrawings, lacksProgram: lacksProgram)
    return pictures
  }

  private static func remarks(
    _ missing: [PagePictures.Page], hasDrawings: Bool, lacksProgram: Bool
  ) -> [String] {
    var remarks: [String] = []
    if lacksProgram {
      remarks.append("PATH 里没有画出原件的程序 pdftoppm，请安装（\(PageDrawer.program.installing)）后再试。")
    }
    if hasDrawings { remarks.append("有的页按读出的文字位置绘制，非原件影像。") }
    guard !missing.isEmpty else { return remarks }
    let hasSeveral = Set(missing.map(\.file)).count > 1
    let names = missing.prefix(20).map { (hasSeveral ? $0.file + " " : "") + "第 \($0.number) 页" }
    let rest = missing.count > names.count ? " 等 \(missing.count) 页" : ""
    remarks.append(
      "\(names.joined(separator: "、"))\(rest)没有附图：最多附 \(mostPages) 页、\(mostBytes >> 20) MB，画不出的也不附。请看原件。")
    return remarks
  }
}

extension PageSource {
  /// The picture of a page, where it is to be shown, and those of parts of it.
  fileprivate func picture(
    of number: Int, by drawer: PageDrawer?, isShown: Bool, cutouts: [SourceLocation]
  ) -> (page: PagePicture?, parts: [(place: SourceLocation, picture: PagePicture)]) {
    switch ways[number] {
    case .print(let pdf, let page):
      guard let drawn = drawer?.page(page, ofPDF: pdf) else { return (nil, []) }
      let parts = cutouts.compactMap { place in
        place.box.flatMap(drawn.cutout).map { (place: place, picture: $0) }
      }
      return (isShown ? drawn.shownPicture : nil, parts)
    case .words(let page, let rules):
      return (isShown ? Self.drawing(page, rules).picture(resolution: PageDrawer.shownResolution) : nil, [])
    case nil: return (nil, [])
    }
  }

  /// What was read of a page, drawn.
  private static func drawing(_ page: WordPage, _ rules: PageRules) -> PageDrawing {
    var drawing = PageDrawing()
    for rule in rules.level { drawing.addLine(from: (rule.from, rule.at), to: (rule.to, rule.at)) }
    for rule in rules.upright { drawing.addLine(from: (rule.at, rule.from), to: (rule.at, rule.to)) }
    for word in page.words {
      drawing.add(
        PageDrawing.Word(
          word.text, left: word.left, top: word.top, right: word.right, bottom: word.bottom, em: word.em))
    }
    return drawing
  }
}
