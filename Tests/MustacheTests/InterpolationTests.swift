import Mustache
import Testing

@Suite("Interpolation")
struct InterpolationTests {
  @Test("writes a value where its name stands")
  func plain() throws {
    #expect(try rendered("本年收入{{收入}}万元。", ["收入": "1,234.50"]) == "本年收入1,234.50万元。")
  }

  @Test("allows padding around a name")
  func padding() throws {
    #expect(try rendered("[{{ 收入 }}][{{\t收入\n}}][{{{ 收入 }}}][{{ & 收入 }}]", ["收入": "甲"]) == "[甲][甲][甲][甲]")
  }

  @Test("escapes in double braces only")
  func escaping() throws {
    let context: MustacheValue = ["单位": "<甲>&\"乙\"'丙'"]
    #expect(try rendered("{{单位}}", context) == "&lt;甲&gt;&amp;&quot;乙&quot;&#39;丙&#39;")
    #expect(try rendered("{{{单位}}}|{{&单位}}", context) == "<甲>&\"乙\"'丙'|<甲>&\"乙\"'丙'")
  }

  @Test("passes through the escaping that the caller gives")
  func callerEscaping() throws {
    let template = try Template("{{科目}} {{{科目}}}", named: "表")
    let text = try template.render(["科目": "行政_运行"], escaping: { $0.split(separator: "_").joined(separator: "\\_") })
    #expect(text == "行政\\_运行 行政_运行")
  }

  @Test("never reads a value as template text")
  func hostileText() throws {
    let context: MustacheValue = ["备注": "{{密}} {{{密}}} {{#密}}x{{/密}} {{>分部}} {{=<% %>=}}\n", "密": "泄露"]
    let text = try rendered("{{{备注}}}/{{密}}", context, partials: ["分部": "泄露"])
    #expect(text == "{{密}} {{{密}}} {{#密}}x{{/密}} {{>分部}} {{=<% %>=}}\n/泄露")
  }

  @Test("writes nothing for null, lists, objects and names that are missing")
  func nothing() throws {
    let context: MustacheValue = ["空": nil, "列": ["甲"], "组": ["甲": "乙"]]
    #expect(try rendered("[{{空}}{{列}}{{组}}{{无}}{{无.有}}{{{无}}}{{&无}}]", context) == "[]")
  }

  @Test("writes truth values as words")
  func truthValues() throws {
    #expect(try rendered("{{甲}} {{乙}}", ["甲": true, "乙": false]) == "true false")
  }

  @Test("follows a dotted name from object to object")
  func dotted() throws {
    let context: MustacheValue = ["部门": ["财政": ["局长": "张三"]], "部门.财政": "错"]
    #expect(try rendered("{{部门.财政.局长}}", context) == "张三")
    #expect(try rendered("[{{部门.审计.局长}}{{部门.财政.局长.字}}]", context) == "[]")
  }

  @Test("keeps braces that are not tags")
  func singleBraces() throws {
    #expect(try rendered("{甲} } }} {{{甲}}}}", ["甲": "乙"]) == "{甲} } }} 乙}")
  }

  @Test("reads a root text by the full stop")
  func rootText() throws {
    #expect(try rendered("{{.}}、{{{.}}}", "收&支") == "收&amp;支、收&支")
  }

  @Test("does not take a line for itself")
  func notStandalone() throws {
    #expect(try rendered("  {{甲}}\n  {{&甲}}\r\n", ["甲": ""]) == "  \n  \r\n")
  }

  @Test("keeps a text without anything to escape as it is")
  func escapedText() {
    #expect(htmlEscaped("财政拨款收入👩‍👩‍👧") == "财政拨款收入👩‍👩‍👧")
    #expect(htmlEscaped("") == "")
    #expect(htmlEscaped("&amp;") == "&amp;amp;")
  }
}
