/// The ruling lines of a page (页面上的表线), by which cells are told where words alone do not tell them.
///
/// Lengths are whole thousandths of a point from the upper left corner, as those of ``PageWord``.
struct PageRules: Sendable, Equatable {
  /// A line across the page or down it.
  struct Rule: Sendable, Equatable {
    /// How far down a level one lies, and how far to the right an upright one.
    var at: Int
    var from: Int
    var to: Int
  }

  var level: [Rule] = []
  var upright: [Rule] = []

  /// How far lines may be from each other that meet, and how far apart two may be drawn that are one.
  static let tolerance = 2000

  init(level: [Rule] = [], upright: [Rule] = []) { (self.level, self.upright) = (level, upright) }

  /// Lines drawn cell by cell as the lines they make.
  var joined: PageRules { PageRules(level: Self.joined(level), upright: Self.joined(upright)) }

  private static func joined(_ rules: [Rule]) -> [Rule] {
    let near = tolerance / 2
    var joined: [Rule] = []
    var rest = rules.sorted { $0.at < $1.at }[...]
    while let first = rest.first {
      let beside = rest.prefix { $0.at - first.at <= near }
      rest = rest.dropFirst(beside.count)
      for (index, rule) in beside.sorted(by: { $0.from < $1.from }).enumerated() {
        if index > 0, rule.from <= joined[joined.count - 1].to + near {
          joined[joined.count - 1].to = max(joined[joined.count - 1].to, rule.to)
        } else {
          joined.append(rule)
        }
      }
    }
    return joined
  }

  /// The rules of a page that was drawn without smoothing its edges; takes time in proportion to its dots.
  ///
  /// A rule is longer than letters are and thinner than bars are. Strokes of large letters that are as long meet no other
  /// rules.
  init(_ page: GreyPage) {
    let inch = page.resolution
    level = Self.rules(page, isLevel: true, longest: inch * 28 / 100, thickest: max(2, inch * 4 / 100))
    upright = Self.rules(page, isLevel: false, longest: inch * 14 / 100, thickest: max(2, inch * 4 / 100))
  }

  /// The runs of dark dots in one direction, those side by side joined.
  private static func rules(_ page: GreyPage, isLevel: Bool, longest: Int, thickest: Int) -> [Rule] {
    let (lines, length) = isLevel ? (page.height, page.width) : (page.width, page.height)
    let (lineStep, dotStep) = isLevel ? (page.width, 1) : (1, page.width)
    let dark = page.threshold
    /// A rule that may go on in the next line of dots: the lines it lies in, and how far it reaches.
    struct Band {
      let first: Int
      var last: Int
      var from: Int
      var to: Int
    }
    var open: [Band] = []
    var found: [Band] = []
    page.dots.withUnsafeBufferPointer { dots in
      for line in 0...lines {
        var runs: [Range<Int>] = []
        if line < lines {
          var place = line * lineStep
          var start: Int?
          for dot in 0...length {
            let isDark = dot < length && dots[place] < dark
            if isDark, start == nil { start = dot }
            if !isDark, let first = start {
              if dot - first >= longest { runs.append(first..<dot) }
              start = nil
            }
            if dot + 1 < length { place += dotStep }
          }
        }
        var next: [Band] = []
        for run in runs {
          if let index = open.firstIndex(where: { $0.from < run.upperBound && run.lowerBound < $0.to }) {
            var band = open.remove(at: index)
            (band.last, band.from, band.to) = (line, min(band.from, run.lowerBound), max(band.to, run.upperBound))
            next.append(band)
          } else if let index = next.firstIndex(where: { $0.from < run.upperBound && run.lowerBound < $0.to }) {
            next[index].from = min(next[index].from, run.lowerBound)
            next[index].to = max(next[index].to, run.upperBound)
          } else {
            next.append(Band(first: line, last: line, from: run.lowerBound, to: run.upperBound))
          }
        }
        found += open
        open = next
      }
    }
    let unit = 72_000 / page.resolution
    return found.filter { $0.last - $0.first < thickest }.map { band in
      Rule(at: (band.first + band.last + 1) * unit / 2, from: band.from * unit, to: band.to * unit)
    }
  }
}
