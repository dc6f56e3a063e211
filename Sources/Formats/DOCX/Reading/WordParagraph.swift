/// A paragraph as it is printed.
package struct WordParagraph: Sendable, Equatable {
  /// All of its text, its automatic number included; a tab is a tab, a line break a line feed.
  package let text: String
  /// The automatic number or the like (自动编号) that stands before what was typed, such as （一）; nil when it has none.
  ///
  /// A bullet is none: it says nothing.
  package let label: String?
  /// Its number among the paragraphs of its story that stand in no table, counted from 1; nil within a table.
  ///
  /// Empty paragraphs count, as they do in Word.
  package let number: Int?
  /// The level of the heading (大纲级别) it is, from 1 to 9; nil when it is none.
  package let level: Int?
  /// Whether it is a line of the table of contents (目录).
  package let isContents: Bool
  /// Where it stands.
  package let story: WordStory
}
