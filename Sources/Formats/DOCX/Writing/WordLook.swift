/// A font of a document, with those that stand for it where it is not installed.
package struct WordFont: Sendable, Hashable {
  /// The name of the Chinese font, as Word lists it.
  package let name: String
  /// The font of Latin letters and digits.
  package let latin: String
  /// Other names of the same font, and fonts like it, the nearest first.
  package let alternatives: [String]

  /// A font by its names.
  package init(_ name: String, latin: String, alternatives: [String]) {
    self.name = name
    self.latin = latin
    self.alternatives = alternatives
  }

  /// 仿宋, the font of official texts.
  package static let fangsong = WordFont(
    "仿宋", latin: "Times New Roman", alternatives: ["FangSong", "仿宋_GB2312", "FangSong_GB2312", "STFangsong"])
  /// 黑体, the font of headings.
  package static let hei = WordFont("黑体", latin: "Arial", alternatives: ["SimHei", "STHeiti", "Noto Sans CJK SC"])
  /// 宋体, the font of tables.
  package static let song = WordFont(
    "宋体", latin: "Times New Roman", alternatives: ["SimSun", "STSong", "Noto Serif CJK SC"])
}

/// The fonts and sizes, in points, of a document's styles.
package struct WordLook: Sendable, Hashable {
  /// The font and size of running text.
  package var text = WordFont.fangsong
  package var textSize = 12.0
  /// The font of the title and the headings.
  package var headings = WordFont.hei
  package var titleSize = 20.0
  /// The sizes of the levels of headings; those below the last are as large as it.
  package var headingSizes = [15.0, 13, 12]
  /// The font and size of tables, headers and footers.
  package var tables = WordFont.song
  package var tableSize = 9.0

  /// 仿宋 with headings in 黑体 and tables in 宋体.
  package init() {}

  /// Its fonts, each once.
  var fonts: [WordFont] {
    var seen: Set<WordFont> = []
    return [text, headings, tables].filter { seen.insert($0).inserted }
  }
}
