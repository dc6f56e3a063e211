import Mustache
import Testing

@Suite("Sections")
struct SectionTests {
  @Test(
    "are left out for false values and kept for true ones",
    arguments: [
      (nil, false), (false, false), ("", false), ([], false),
      (true, true), ("0", true), ("false", true), (" ", true), ([""], true), ([:], true), (["甲": nil], true),
    ] as [(MustacheValue, Bool)])
  func truth(value: MustacheValue, isTrue: Bool) throws {
    #expect(value.isFalse == !isTrue)
    #expect(try rendered("{{#值}}有{{/值}}{{^值}}无{{/值}}", ["值": value]) == (isTrue ? "有" : "无"))
  }

  @Test("are left out for a missing name")
  func missing() throws {
    #expect(try rendered("{{#无}}有{{/无}}{{^无}}无{{/无}}{{#无.有}}有{{/无.有}}{{^无.有}}无{{/无.有}}", [:]) == "无无")
  }

  @Test("repeat for each item of a list")
  func list() throws {
    let context: MustacheValue = [
      "年": "2024",
      "支出": [["科目": "教育", "额": "10"], ["科目": "卫生", "额": "20"], ["额": "30"]],
    ]
    #expect(try rendered("{{#支出}}{{年}}{{科目}}{{额}};{{/支出}}", context) == "2024教育10;2024卫生20;202430;")
  }

  @Test("give plain items by the full stop, also in lists of lists")
  func implicitIterator() throws {
    #expect(
      try rendered("{{#行}}<{{#.}}({{.}}){{/.}}>{{/行}}", ["行": [["甲", "乙"], [], ["&"]]]) == "<(甲)(乙)><><(&amp;)>")
    #expect(try rendered("{{#.}}{{名}},{{/.}}", [["名": "一"], ["名": "二"]]) == "一,二,")
  }

  @Test("make a plain value the innermost context")
  func plainValue() throws {
    #expect(try rendered("{{#说明}}说明：{{.}}（{{年}}）{{/说明}}", ["说明": "无", "年": "2024"]) == "说明：无（2024）")
  }

  @Test("put the nearest object before the outer ones")
  func precedence() throws {
    let context: MustacheValue = ["名": "全市", "额": "9", "区": ["名": "东区", "街": ["额": nil]]]
    #expect(try rendered("{{#区}}{{名}}{{额}}{{#街}}{{名}}[{{额}}]{{/街}}{{/区}}{{名}}", context) == "东区9东区[]全市")
  }

  @Test("do not complete a dotted name from an outer object")
  func dottedPrecedence() throws {
    let context: MustacheValue = ["收入": ["合计": "100"], "本级": ["收入": ["其他": "1"]]]
    #expect(try rendered("{{#本级}}[{{收入.合计}}]{{/本级}}{{收入.合计}}", context) == "[]100")
  }

  @Test("open on dotted names")
  func dotted() throws {
    let context: MustacheValue = ["表": ["行": [["额": "1"], ["额": "2"]]]]
    #expect(try rendered("{{#表.行}}{{额}} {{/表.行}}{{^表.注}}无注{{/表.注}}", context) == "1 2 无注")
  }

  @Test("nest, also under one name")
  func nested() throws {
    let context: MustacheValue = ["类": [["类": [["名": "款"]], "名": "类"], ["名": "别", "类": []]]]
    #expect(try rendered("{{#类}}{{名}}{{#类}}-{{名}}{{/类}};{{/类}}", context) == "类-款;别;")
  }

  @Test("may hold an inverted section over their own value")
  func invertedInside() throws {
    let context: MustacheValue = ["行": [["末": false], ["末": true]]]
    #expect(try rendered("{{#行}}项{{^末}}、{{/末}}{{#末}}。{{/末}}{{/行}}", context) == "项、项。")
  }

  @Test("nest twenty thousand deep without trouble")
  func deep() throws {
    let depth = 20_000
    let text = String(repeating: "{{#.}}", count: depth) + "底{{.}}" + String(repeating: "{{/.}}", count: depth)
    #expect(try rendered(text, "层") == "底层")
  }

  @Test("render the same each time")
  func again() throws {
    let template = try Template("{{#行}}{{.}}{{/行}}{{^行}}无{{/行}}", named: "表")
    for _ in 0..<3 {
      #expect(try template.render(["行": ["一", "二"]], escaping: htmlEscaped) == "一二")
      #expect(try template.render(["行": []], escaping: htmlEscaped) == "无")
    }
  }
}
