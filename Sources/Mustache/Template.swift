/// A Mustache template, parsed once and rendered as often as needed.
package struct Template: Sendable {
  /// How many partials may be open inside one another.
  ///
  /// A partial may include itself, so only the data ends such a recursion; data that does not must not run for ever.
  package static let partialDepthLimit = 100

  /// The name that errors give.
  package let name: String

  let program: Program

  /// Parses a text as a template.
  package init(_ text: String, named name: String) throws(TemplateSyntaxError) {
    self.name = name
    program = try Parser.parse(Array(text.utf8), named: name)
  }

  /// Renders the template, escaping what `{{name}}` writes and leaving what `{{{name}}}` and `{{&name}}` write alone.
  ///
  /// A name or partial that is not found renders as nothing, as the public specification has it.
  package func render(
    _ context: MustacheValue,
    escaping escape: (String) -> String,
    partials: [String: Template] = [:]
  ) throws(TemplateRenderError) -> String {
    var renderer = Renderer(context: context, partials: partials)
    try renderer.render(self, escaping: escape)
    return String(decoding: renderer.output, as: UTF8.self)
  }
}
