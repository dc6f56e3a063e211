/// A font of a document, with those that stand for it where it is not installed.
package struct WordFont: Sendable, Hashable {
  /// What a program may put in its place where none of its names is known.
  package enum Family: String, Sendable {
    /// Whatever the program thinks best.
    case auto
    /// Letters with serifs (宋体).
    case roman
    /// Letters without (黑体).
    case swiss
    /// Letters of one width, as programs count 仿宋 and 楷体.
    case modern
  }

  /// The name of the Chinese font, as Word lists it.
  package let name: String
  /// The font of Latin letters and digits.
  package let latin: String
  /// Other names of the same font, and fonts like it, the nearest first.
  package let alternatives: [String]
  package let family: Family

  /// A font by its names.
  package init(_ name: String, latin: String, alternatives: [String], family: Family = .auto) {
    self.name = name
    self.latin = latin
    self.alternatives = alternatives
    self.family = family
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
