import Mustache

/// Parses and renders in one go, with HTML escaping.
func rendered(
  _ text: String,
  _ context: MustacheValue,
  partials: [String: String] = [:]
) throws -> String {
  var templates: [String: Template] = [:]
  for (name, text) in partials { templates[name] = try Template(text, named: name) }
  return try Template(text, named: "模板").render(context, escaping: htmlEscaped, partials: templates)
}
