/// Partials that include one another deeper than is allowed.
package struct TemplateRenderError: Error, Sendable, Equatable {
  /// The name of the template that holds the tag at fault.
  package let template: String

  /// The place of the tag at fault.
  package let position: SourcePosition

  /// The partial that was not entered any more.
  package let partial: String

  /// The depth that is allowed.
  package let limit: Int

  /// Makes an error from its parts.
  package init(template: String, position: SourcePosition, partial: String, limit: Int) {
    self.template = template
    self.position = position
    self.partial = partial
    self.limit = limit
  }

  /// What was found, what was expected and what to do, in Chinese.
  package var message: String {
    "分部「\(partial)」的嵌套超过了 \(limit) 层。分部逐层引用应在 \(limit) 层以内结束。请检查它是否直接或间接引用了自身而没有终止条件。"
  }
}

extension TemplateRenderError: CustomStringConvertible {
  /// The place and the message, in Chinese.
  package var description: String {
    "模板「\(template)」第 \(position.line) 行第 \(position.column) 列：\(message)"
  }
}
