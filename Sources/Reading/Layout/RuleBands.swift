/// Runs of dark dots in lines of a page put together as the rules they are (由连续的黑点拼成的表线).
///
/// Lines of dots are rows where rules are level, and columns where they are upright; runs are taken in their order.
struct RuleBands {
  /// A rule that may go on in the next line of dots.
  private struct Band {
    var last: Int
    var from: Int
    var to: Int
    /// How many dots it has, and the sum of the lines these lie in.
    var dots: Int
    var lines: Int

    mutating func take(_ run: Range<Int>, at line: Int) {
      (last, from, to) = (line, min(from, run.lowerBound), max(to, run.upperBound))
      dots += run.count
      lines += run.count * line
    }
  }

  private var open: [Band] = []
  private var found: [Band] = []

  /// Takes a run in a line that is none before the last.
  mutating func take(_ run: Range<Int>, at line: Int) {
    var index = 0
    while index < open.count {
      if open[index].last < line - 1 {
        found.append(open.remove(at: index))
      } else if open[index].from < run.upperBound, run.lowerBound < open[index].to {
        open[index].take(run, at: line)
        return
      } else {
        index += 1
      }
    }
    open.append(Band(last: line, from: run.lowerBound, to: run.upperBound, dots: run.count, lines: run.count * line))
  }

  /// The rules: what is thinner than a twenty-fifth of an inch, of which so many dots are one.
  func rules(of resolution: Int) -> [PageRules.Rule] {
    let unit = 72_000
    return (found + open).filter { $0.dots < ($0.to - $0.from) * max(2, resolution / 25) }.map { band in
      PageRules.Rule(
        at: (band.lines * 2 + band.dots) * unit / (band.dots * resolution * 2), from: band.from * unit / resolution,
        to: band.to * unit / resolution)
    }
  }
}
