import Mustache
import Testing

@Suite("Partials")
struct PartialTests {
  @Test("render in the context of their tag")
  func context() throws {
    let text = try rendered("{{#行}}{{>格}}{{/行}}", ["行": [["额": "1"], ["额": "<2>"]]], partials: ["格": "[{{额}}]"])
    #expect(text == "[1][&lt;2&gt;]")
  }

  @Test("render as nothing when they are missing")
  func missing() throws {
    #expect(try rendered("甲{{>无}}乙\n{{>无}}\n丙", [:]) == "甲乙\n丙")
  }

  @Test("may have any name without white space")
  func names() throws {
    #expect(try rendered("{{> 表/收支.html }}{{>..}}", [:], partials: ["表/收支.html": "甲", "..": "乙"]) == "甲乙")
  }

  @Test("take the indentation of a tag that stands alone, at each of their lines", arguments: ["\n", "\r\n"])
  func indentation(lineBreak: String) throws {
    func lines(_ lines: String...) -> String { lines.joined(separator: lineBreak) }
    let text = try rendered(
      lines("表：", "  {{>行}}", "完"),
      ["文": "甲\n乙", "是": true],
      partials: ["行": lines("{{{文}}}", "", "  {{#是}}", "{{文}}丙", "  {{/是}}", "丁", "")])
    // Empty lines are indented as well; lines inside a value are not.
    #expect(text == lines("表：", "  甲\n乙", "  ", "  甲\n乙丙", "  丁", "完"))
  }

  @Test("indent each repetition inside them")
  func repetition() throws {
    let partials = ["列": "{{#列}}\n- {{.}}\n{{/列}}\n{{#列}}{{.}}{{/列}}"]
    let text = try rendered("  {{>列}}\n", ["列": ["一", "二"]], partials: partials)
    #expect(text == "  - 一\n  - 二\n  一二")
  }

  @Test("add their indentation up")
  func nestedIndentation() throws {
    let partials = ["类": "类\n  {{>款}}\n{{>款}}\n末 {{>款}}", "款": "款\n\t{{>项}}", "项": "项一\n项二\n"]
    let text = try rendered(" {{>类}}\n", [:], partials: partials)
    #expect(text == " 类\n   款\n   \t项一\n   \t项二\n 款\n \t项一\n \t项二\n 末 款\n\t项一\n\t项二\n")
  }

  @Test("are not indented by what stands before them on a shared line")
  func inline() throws {
    #expect(try rendered("  甲 {{>分}}\n", [:], partials: ["分": "一\n二"]) == "  甲 一\n二\n")
    #expect(try rendered("  {{>分}} 甲\n", [:], partials: ["分": "一\n二"]) == "  一\n二 甲\n")
  }

  @Test("recurse as long as the data goes on")
  func recursion() throws {
    let context: MustacheValue = [
      "名": "市", "下级": [["名": "区", "下级": [["名": "街", "下级": []]]], ["名": "县", "下级": []]],
    ]
    let partials = ["级": "{{名}}\n{{#下级}}\n  {{>级}}\n{{/下级}}\n"]
    #expect(try rendered("{{>级}}", context, partials: partials) == "市\n  区\n    街\n  县\n")
  }

  @Test("nest to the limit and no deeper")
  func depth() throws {
    func chain(_ length: Int) -> [String: String] {
      Dictionary(uniqueKeysWithValues: (1...length).map { ("级\($0)", $0 == length ? "底" : "{{>级\($0 + 1)}}") })
    }
    let limit = Template.partialDepthLimit
    #expect(try rendered("{{>级1}}", [:], partials: chain(limit)) == "底")
    #expect(throws: TemplateRenderError.self) { try rendered("{{>级1}}", [:], partials: chain(limit + 1)) }
  }

  @Test("that include themselves without end are refused")
  func endless() throws {
    let error = try #require(throws: TemplateRenderError.self) {
      try rendered("{{>环}}", [:], partials: ["环": "圈\n甲{{>环}}"])
    }
    #expect(
      error
        == TemplateRenderError(
          template: "环", position: SourcePosition(line: 2, column: 2), partial: "环", limit: 100))
    #expect(error.description.hasPrefix("模板「环」第 2 行第 2 列：分部「环」的嵌套超过了 100 层。"))
  }
}
