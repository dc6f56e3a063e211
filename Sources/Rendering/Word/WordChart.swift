import Documents
import Formats

/// A chart in a Word file: a real one that can be changed, with the printed figures in it.
///
/// Bars end to end become bars under one another with their total above them, since letters do not fit into short pieces.
enum WordChart {
  /// The chart as wide as a page allows, in millimetres; `tones` are the colours of the bars.
  static func output(of chart: Chart, width: Double, tones: [CellColor]) -> WordChartOutput {
    var categories: [String] = []
    var series: [WordChartOutput.Series] = []
    switch chart.arrangement {
    case .listed, .stacked:
      var values: [String?] = []
      var tonesOfBars: [Int] = []
      func add(_ label: String, _ figure: String, tone: Int) {
        categories.append(label)
        values.append(plain(figure))
        tonesOfBars.append(tone)
      }
      for group in chart.groups {
        if !group.figure.isEmpty { add(group.label, group.figure, tone: 1) }
        for bar in group.bars {
          let isPart = !group.figure.isEmpty
          add(bar.share.isEmpty ? bar.label : "\(bar.label)（\(bar.share)）", bar.amount, tone: isPart ? 4 : bar.tone)
        }
      }
      var one = WordChartOutput.Series(chart.series.first ?? "", values: values, color: color(1, tones))
      for (place, tone) in tonesOfBars.enumerated() where tone != 1 { one.otherColors[place] = color(tone, tones) }
      series = [one]
    case .compared:
      categories = chart.groups.map(\.label)
      for (place, name) in chart.series.enumerated() {
        let bars = chart.groups.map { $0.bars.indices.contains(place) ? $0.bars[place] : nil }
        series.append(
          WordChartOutput.Series(
            name, values: bars.map { $0.flatMap { plain($0.amount) } },
            color: color(bars.lazy.compactMap { $0?.tone }.first ?? 1, tones)))
      }
    }
    let bars = categories.count * max(1, series.count)
    return WordChartOutput(
      title: chart.title, summary: chart.summary, categories: categories, series: series,
      numberFormat: numberFormat(of: series), width: width, height: Double(24 + 7 * bars))
  }

  private static func color(_ tone: Int, _ tones: [CellColor]) -> CellColor {
    tones.isEmpty ? CellColor(0x1F4E79) : tones[(max(1, tone) - 1) % tones.count]
  }

  /// A printed figure in plain digits; nil where it is none, such as ——.
  private static func plain(_ figure: String) -> String? {
    let digits = figure.replacing(",", with: "")
    let isNumber = digits.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil
    return isNumber ? digits : nil
  }

  /// As many decimals as the figures are printed with.
  private static func numberFormat(of series: [WordChartOutput.Series]) -> String {
    let decimals = series.lazy.flatMap(\.values).compactMap { $0?.split(separator: ".").dropFirst().first?.count }.first
    return decimals.map { "0." + String(repeating: "0", count: $0) } ?? "0"
  }
}
