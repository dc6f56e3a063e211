import Mustache
import Testing

@Suite("Syntax errors")
struct TemplateSyntaxErrorTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    let line: Int
    let column: Int
    let problem: TemplateSyntaxError.Problem

    init(_ text: String, _ line: Int, _ column: Int, _ problem: TemplateSyntaxError.Problem) {
      self.text = text
      self.line = line
      self.column = column
      self.problem = problem
    }

    var testDescription: String { text.debugDescription }
  }

  static let mistakes = [
    Mistake("收入{{合计", 1, 3, .unclosedTag(opening: "{{", closing: "}}")),
    Mistake("甲\n乙👩‍👩‍👧{{", 2, 3, .unclosedTag(opening: "{{", closing: "}}")),
    Mistake("{{! 注", 1, 1, .unclosedTag(opening: "{{", closing: "}}")),
    Mistake("甲\r\n\r\n 乙{{{合计}}", 3, 3, .unclosedTag(opening: "{{{", closing: "}}}")),
    Mistake("{{=<% %>=}}\n<%{合计%>", 2, 1, .unclosedTag(opening: "<%{", closing: "}%>")),
    Mistake("甲\n  {{#行}}\n乙", 2, 3, .unclosedSection(name: "行")),
    Mistake("{{#类}}{{^款.项}}{{/款.项}}", 1, 1, .unclosedSection(name: "类")),
    Mistake("{{#类}}\n{{^款.项}}", 2, 1, .unclosedSection(name: "款.项")),
    Mistake("甲{{/行}}", 1, 2, .unopenedSection(name: "行")),
    Mistake("{{#行}}{{/行}}\n{{/行}}", 2, 1, .unopenedSection(name: "行")),
    Mistake(
      "\n {{#收入}}\n{{/支出}}", 3, 1,
      .wrongClosing(found: "支出", expected: "收入", opened: SourcePosition(line: 2, column: 2))),
    Mistake(
      "{{#甲}}{{^乙}}{{/甲}}{{/乙}}", 1, 13,
      .wrongClosing(found: "甲", expected: "乙", opened: SourcePosition(line: 1, column: 7))),
    Mistake("甲{{}}", 1, 2, .emptyName),
    Mistake("{{ \n }}", 1, 1, .emptyName),
    Mistake("{{{}}}", 1, 1, .emptyName),
    Mistake("{{&}}", 1, 1, .emptyName),
    Mistake("{{# }}{{/ }}", 1, 1, .emptyName),
    Mistake("{{>}}", 1, 1, .emptyName),
    Mistake("{{甲 乙}}", 1, 1, .malformedName("甲 乙")),
    Mistake("{{甲　乙}}", 1, 1, .malformedName("甲　乙")),
    Mistake("甲{{收入\n乙{{支出}}", 1, 2, .malformedName("收入\n乙{{支出")),
    Mistake("{{收{{支}}", 1, 1, .malformedName("收{{支")),
    Mistake("{{甲..乙}}", 1, 1, .malformedName("甲..乙")),
    Mistake("{{#.甲}}{{/.甲}}", 1, 1, .malformedName(".甲")),
    Mistake("{{甲.}}", 1, 1, .malformedName("甲.")),
    Mistake("{{> 甲 乙}}", 1, 1, .malformedName("甲 乙")),
    Mistake("甲\n{{=<%=}}", 2, 1, .malformedDelimiters("=<%=")),
    Mistake("{{=}}", 1, 1, .malformedDelimiters("=")),
    Mistake("{{==}}", 1, 1, .malformedDelimiters("==")),
    Mistake("{{=甲 乙 丙=}}", 1, 1, .malformedDelimiters("=甲 乙 丙=")),
    Mistake("{{=<% %>}}", 1, 1, .malformedDelimiters("=<% %>")),
    Mistake("{{=<= =>=}}", 1, 1, .malformedDelimiters("=<= =>=")),
    Mistake("{{=<% %>=", 1, 1, .malformedDelimiters("=<% %>=")),
    Mistake("{{=<% %", 1, 1, .malformedDelimiters("=<% %")),
    Mistake("{{=", 1, 1, .malformedDelimiters("=")),
    Mistake(
      "{{=" + String(repeating: "(", count: 33) + " )=}}", 1, 1,
      .malformedDelimiters("=" + String(repeating: "(", count: 33) + " )=")),
  ]

  @Test("tell the exact place and what is wrong", arguments: mistakes)
  func place(mistake: Mistake) throws {
    let error = try #require(throws: TemplateSyntaxError.self) { try Template(mistake.text, named: "决算表") }
    #expect(error.template == "决算表")
    #expect(error.line == mistake.line)
    #expect(error.column == mistake.column)
    #expect(error.problem == mistake.problem)
    #expect(error.description == "模板「决算表」第 \(mistake.line) 行第 \(mistake.column) 列：\(error.message)")
    // What was found, what was expected, what to do.
    #expect(error.message.contains("应"))
    #expect(error.message.contains("请"))
  }

  @Test("name the opening tag of a section closed wrongly")
  func openingPlace() throws {
    let error = try #require(throws: TemplateSyntaxError.self) { try Template("\n {{#收入}}{{/支出}}", named: "表") }
    #expect(error.message.contains("第 2 行第 2 列打开的区段是「收入」"))
    #expect(error.message.contains("此处收口的是「支出」"))
  }

  @Test("keep messages short whatever the text")
  func shortMessages() throws {
    let error = try #require(throws: TemplateSyntaxError.self) {
      try Template("{{\(String(repeating: "长 名", count: 50_000))}}", named: "表")
    }
    #expect(error.message.count < 200)
  }

  @Test("are all that hostile templates can cause", arguments: 0..<40 as Range<UInt64>)
  func hostileTemplates(seed: UInt64) throws {
    let pieces = [
      "{{", "}}", "{", "}", "{{{", "}}}", "#", "^", "/", ">", "&", "!", "=", " ", "\n", "\r\n", "\t", ".", "甲", "乙",
      "<%", "%>", "{{#甲}}", "{{/甲}}", "{{^甲}}", "{{=<% %>=}}", "<%={{ }}=%>", "{{>甲}}", "\u{0}", "\u{301}", "👩‍👩‍👧",
    ]
    var state = seed &* 2_654_435_761 &+ 1
    for _ in 0..<100 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(truncatingIfNeeded: (state >> 33) % UInt64(pieces.count))]
      }
      do {
        let template = try Template(text, named: "乱")
        _ = try template.render(["甲": ["乙", "{{甲}}"]], escaping: htmlEscaped, partials: ["甲": template])
      } catch let error as TemplateSyntaxError {
        #expect(error.line >= 1 && error.column >= 1)
      } catch let error as TemplateRenderError {
        #expect(error.limit == Template.partialDepthLimit)
      }
    }
  }
}
