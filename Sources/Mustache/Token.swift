/// A piece of a template, in the order of the text.
enum Token: Sendable {
  /// Bytes to write as they are, and which of the line starts lie in them.
  case text(Range<Int>, lines: Range<Int>)

  case interpolation(TagName, isEscaped: Bool)

  case opening(TagName, isInverted: Bool, offset: Int)

  case closing(TagName, offset: Int)

  /// A partial, with the white space before its tag when the tag stands alone on its line.
  case partial(String, indentation: Range<Int>?, offset: Int)
}
