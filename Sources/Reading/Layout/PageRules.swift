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

  /// Rules with pieces in one line as one rule where it goes on between them.
  static func joined(_ rules: [Rule], goesOn: (Rule) -> Bool) -> [Rule] {
    var joined: [Rule] = []
    for rule in rules.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
      let before = joined.indices.last { index in
        let one = joined[index]
        return abs(one.at - rule.at) <= tolerance / 2 && one.to < rule.from
          && goesOn(Rule(at: one.at, from: one.to, to: rule.from))
      }
      if let before { joined[before].to = max(joined[before].to, rule.to) } else { joined.append(rule) }
    }
    return joined
  }

  /// The rules of a page that was drawn without smoothing its edges; takes time in proportion to its dots.
  ///
  /// A rule is longer than letters are and thinner than bars are. Strokes of large letters that are as long meet no other
  /// rules.
  init(_ page: GreyPage) {
    let (width, height, threshold) = (page.width, page.height, page.threshold)
    var (level, upright) = (RuleBands(), RuleBands())
    page.dots.withUnsafeBufferPointer { dots in
      let longest = page.resolution * 28 / 100
      for y in 0..<height {
        GreyPage.runs(dots, from: y * width, step: 1, count: width, threshold, longest) { level.take($0..<$1, at: y) }
      }
      for x in 0..<width {
        GreyPage.runs(dots, from: x, step: width, count: height, threshold, longest / 2) {
          upright.take($0..<$1, at: x)
        }
      }
    }
    self.init(level: level.rules(of: page.resolution), upright: upright.rules(of: page.resolution))
  }
}
