import Accounts
import Documents

/// A chart laid out: rectangles and texts in a picture 680 units wide whose type is 20 units high.
///
/// The type is large for the width, so that the picture can be made half as wide on a phone and still be read. Lengths
/// are whole hundredths of a unit.
struct ChartPicture {
  /// Something drawn, at its left end and upper edge or base line.
  enum Mark {
    case bar(x: Int, y: Int, width: Int, height: Int, style: String)
    case text(String, x: Int, y: Int, anchor: Anchor, style: String)
  }

  /// Which end of a text stands at its place.
  enum Anchor: String {
    case start, middle, end
  }

  /// The width of every picture.
  static let width = 680_00
  /// The size of its type.
  static let type = 20
  private static let gap = 20_00

  private(set) var height = 0
  private(set) var marks: [Mark] = []

  init(_ chart: Chart) {
    let bars = chart.groups.flatMap(\.bars)
    let shareWidth = Self.widest(bars.map(\.share))
    let amountWidth = Self.widest(bars.map(\.amount))
    switch chart.arrangement {
    case .listed:
      for bar in bars {
        explain(bar, from: 0, y: height, shareWidth, amountWidth)
        add(x: 0, y: height + 28_00, width: Self.width, height: 16_00, "track")
        add(x: 0, y: height + 28_00, width: Self.part(bar.length, of: Self.width), height: 16_00, "tone-\(bar.tone)")
        height += 66_00
      }
      height -= 18_00
    case .stacked:
      for group in chart.groups { stack(group, shareWidth, amountWidth) }
      height -= 24_00
    case .compared:
      let seriesWidth = Self.widest(bars.map(\.label)) + 12_00
      let room = Self.width - seriesWidth - amountWidth - 10_00
      for group in chart.groups {
        add(group.label.shortened(to: Self.width / Self.type), x: 0, y: height + 20_00, "strong")
        height += 30_00
        for bar in group.bars {
          let length = Self.part(bar.length, of: room)
          add(bar.label, x: 0, y: height + 20_00, "label")
          add(x: seriesWidth, y: height + 4_00, width: length, height: 20_00, "tone-\(bar.tone)")
          add(bar.amount, x: seriesWidth + length + 8_00, y: height + 20_00, "label")
          height += 28_00
        }
        height += 16_00
      }
      height -= 16_00
    }
  }

  /// The bars of a group end to end, and under them a line for each with the number it bears.
  private mutating func stack(_ group: Chart.Group, _ shareWidth: Int, _ amountWidth: Int) {
    add(group.label, x: 0, y: height + 20_00, "strong")
    add(group.figure, x: Self.width, y: height + 20_00, "strong", .end)
    height += 30_00
    var end = 0
    for (index, bar) in group.bars.enumerated() where bar.length > 0 {
      let start = Self.part(end, of: Self.width)
      end = min(end + bar.length, 10_000)
      let full = Self.part(end, of: Self.width) - start
      // A little of the paper shows between two neighbours, except where nothing would be left of the bar.
      let width = full > 4_00 ? full - 1_50 : full
      add(x: start, y: height, width: width, height: 36_00, "tone-\(bar.tone)")
      if width >= 24_00 {
        add(String(index + 1), x: start + width / 2, y: height + 24_00, "key-\(bar.tone)", .middle)
      }
    }
    height += 46_00
    for (index, bar) in group.bars.enumerated() {
      add(x: 0, y: height, width: 24_00, height: 24_00, "tone-\(bar.tone)")
      add(String(index + 1), x: 12_00, y: height + 18_00, "key-\(bar.tone)", .middle)
      explain(bar, from: 34_00, y: height, shareWidth, amountWidth)
      height += 30_00
    }
    height += 24_00
  }

  /// A line that names a bar at the left and gives its amount and share at the right.
  private mutating func explain(_ bar: Chart.Bar, from x: Int, y: Int, _ shareWidth: Int, _ amountWidth: Int) {
    let amountEnd = Self.width - shareWidth - Self.gap
    let room = amountEnd - amountWidth - Self.gap - x
    add(bar.label.shortened(to: max(0, room) / Self.type), x: x, y: y + 20_00, "label")
    add(bar.amount, x: amountEnd, y: y + 20_00, "label", .end)
    add(bar.share, x: Self.width, y: y + 20_00, "label", .end)
  }

  private mutating func add(x: Int, y: Int, width: Int, height: Int, _ style: String) {
    if width > 0 { marks.append(.bar(x: x, y: y, width: width, height: height, style: style)) }
  }

  private mutating func add(_ text: String, x: Int, y: Int, _ style: String, _ anchor: Anchor = .start) {
    if !text.isEmpty { marks.append(.text(text, x: x, y: y, anchor: anchor, style: style)) }
  }

  /// A length in ten-thousandths as one of a given longest.
  private static func part(_ length: Int, of longest: Int) -> Int { length * longest / 10_000 }

  /// How wide the widest of some texts is.
  private static func widest(_ texts: [String]) -> Int { (texts.map { emWidth($0) }.max() ?? 0) * type }
}
