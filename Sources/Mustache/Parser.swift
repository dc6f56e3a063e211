/// Turns the tokens of a template into steps and pairs its section tags.
struct Parser: Sendable {
  private struct OpenSection {
    let name: TagName
    let isInverted: Bool
    let offset: Int
    let instruction: Int
  }

  private let source: [UInt8]
  private let template: String
  private var instructions: [Instruction] = []
  private var openSections: [OpenSection] = []

  static func parse(_ source: [UInt8], named template: String) throws(TemplateSyntaxError) -> Program {
    var parser = Parser(source: source, template: template)
    var tokenizer = Tokenizer(source, named: template)
    while let token = try tokenizer.next() { try parser.take(token) }
    // The innermost one: whoever forgot a closing tag most often finds it missing there.
    if let open = parser.openSections.last {
      throw parser.error(.unclosedSection(name: open.name.spelling), at: open.offset)
    }
    return Program(source: source, lineStarts: tokenizer.lineStarts, instructions: parser.instructions)
  }

  private init(source: [UInt8], template: String) {
    self.source = source
    self.template = template
  }

  private mutating func take(_ token: Token) throws(TemplateSyntaxError) {
    switch token {
    case .text(let bytes, let lines):
      instructions.append(.text(bytes, lines: lines))
    case .interpolation(let name, let isEscaped):
      instructions.append(.interpolation(name, isEscaped: isEscaped))
    case .partial(let name, let indentation, let offset):
      instructions.append(.partial(name, indentation: indentation, offset: offset))
    case .opening(let name, let isInverted, let offset):
      openSections.append(
        OpenSection(name: name, isInverted: isInverted, offset: offset, instruction: instructions.count))
      // The end is only known at the closing tag, which writes this step anew.
      instructions.append(isInverted ? .inverted(name, end: 0) : .section(name, end: 0))
    case .closing(let name, let offset):
      try close(name, at: offset)
    }
  }

  private mutating func close(_ name: TagName, at offset: Int) throws(TemplateSyntaxError) {
    guard let open = openSections.popLast() else {
      throw error(.unopenedSection(name: name.spelling), at: offset)
    }
    guard open.name == name else {
      let opened = SourcePosition(of: open.offset, in: source)
      throw error(
        .wrongClosing(found: name.spelling, expected: open.name.spelling, opened: opened), at: offset)
    }
    if open.isInverted {
      instructions[open.instruction] = .inverted(name, end: instructions.count)
    } else {
      instructions.append(.repetition(body: open.instruction + 1))
      instructions[open.instruction] = .section(name, end: instructions.count)
    }
  }

  private func error(_ problem: TemplateSyntaxError.Problem, at offset: Int) -> TemplateSyntaxError {
    TemplateSyntaxError(template: template, position: SourcePosition(of: offset, in: source), problem: problem)
  }
}
