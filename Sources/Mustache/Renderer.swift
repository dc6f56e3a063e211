/// Carries out the steps of templates.
///
/// The open templates and sections are kept in arrays rather than on the call stack, so no nesting can overflow it.
struct Renderer: Sendable {
  private struct OpenTemplate {
    let template: Template
    let indentation: [UInt8]
    var position = 0
  }

  private struct OpenSection {
    let items: [MustacheValue]
    var next: Int
  }

  private(set) var output: [UInt8] = []
  private var context: ContextStack
  private let partials: [String: Template]
  private var callers: [OpenTemplate] = []
  private var sections: [OpenSection] = []

  init(context: MustacheValue, partials: [String: Template]) {
    self.context = ContextStack(context)
    self.partials = partials
  }

  mutating func render(
    _ template: Template,
    escaping escape: (String) -> String
  ) throws(TemplateRenderError) {
    output.reserveCapacity(template.program.source.count)
    var open = OpenTemplate(template: template, indentation: [])
    while true {
      guard open.position < open.template.program.instructions.count else {
        guard let caller = callers.popLast() else { return }
        open = caller
        continue
      }
      let instruction = open.template.program.instructions[open.position]
      open.position += 1
      switch instruction {
      case .text(let bytes, let lines):
        write(bytes, lines: lines, of: open)
      case .interpolation(let name, let isEscaped):
        var text = context.value(of: name).spelling
        if isEscaped { text = escape(text) }
        // Copied in one piece: a view of bytes is copied byte by byte.
        text.withUTF8 { output.append(contentsOf: $0) }
      case .section(let name, let end):
        if !enterSection(over: context.value(of: name)) { open.position = end }
      case .inverted(let name, let end):
        if !context.value(of: name).isFalse { open.position = end }
      case .repetition(let body):
        if enterNextItem() { open.position = body }
      case .partial(let name, let indentation, let offset):
        guard let partial = partials[name] else { continue }
        guard callers.count < Template.partialDepthLimit else {
          throw TemplateRenderError(
            template: open.template.name,
            position: SourcePosition(of: offset, in: open.template.program.source),
            partial: name,
            limit: Template.partialDepthLimit)
        }
        let inner = indentation.map { open.indentation + open.template.program.source[$0] } ?? []
        callers.append(open)
        open = OpenTemplate(template: partial, indentation: inner)
      }
    }
  }

  private mutating func write(_ bytes: Range<Int>, lines: Range<Int>, of open: OpenTemplate) {
    let program = open.template.program
    guard !open.indentation.isEmpty else {
      output.append(contentsOf: program.source[bytes])
      return
    }
    var start = bytes.lowerBound
    for lineStart in program.lineStarts[lines] {
      output.append(contentsOf: program.source[start..<lineStart])
      output.append(contentsOf: open.indentation)
      start = lineStart
    }
    output.append(contentsOf: program.source[start..<bytes.upperBound])
  }

  /// Makes the value, or the first item of a list, the innermost context; does nothing when the value is false.
  private mutating func enterSection(over value: MustacheValue) -> Bool {
    guard !value.isFalse else { return false }
    if case .list(let items) = value {
      sections.append(OpenSection(items: items, next: 1))
      context.push(items[0])
    } else {
      sections.append(OpenSection(items: [], next: 0))
      context.push(value)
    }
    return true
  }

  /// Replaces the innermost context by the next item of the section, or leaves the section after its last item.
  private mutating func enterNextItem() -> Bool {
    context.pop()
    let last = sections.count - 1
    let index = sections[last].next
    guard index < sections[last].items.count else {
      sections.removeLast()
      return false
    }
    context.push(sections[last].items[index])
    sections[last].next = index + 1
    return true
  }
}
