/// A step of a parsed template.
///
/// The steps lie flat in one array and sections jump within it: a tree would need recursion to render and to release,
/// and deep nesting would then overflow the stack.
enum Instruction: Sendable {
  /// Writes bytes of the source, with the indentation at the line starts among them.
  case text(Range<Int>, lines: Range<Int>)

  case interpolation(TagName, isEscaped: Bool)

  /// Enters the steps that follow for each item, or goes on at `end` when the value is false.
  case section(TagName, end: Int)

  /// Falls through when the value is false, and otherwise goes on at `end`.
  case inverted(TagName, end: Int)

  /// Goes back to `body` for the next item of the section, or leaves it.
  case repetition(body: Int)

  /// Renders a partial, indented by more when its tag stands alone and not at all when it does not.
  case partial(String, indentation: Range<Int>?, offset: Int)
}
