import Mustache
import Testing

@Suite("Standalone lines")
struct StandaloneLineTests {
  @Test("vanish with their line break", arguments: ["\n", "\r\n"])
  func vanish(lineBreak: String) throws {
    let template = [
      "一、收入", "{{! 说明 }}", "  {{#行}}", "- {{.}}", "\t{{/行}} \t", "{{^行}}", "无", "{{/行}}", "{{=<% %>=}}",
      "<%={{ }}=%>", "二、支出", "",
    ].joined(separator: lineBreak)
    let expected = ["一、收入", "- 税", "- 费", "二、支出", ""].joined(separator: lineBreak)
    #expect(try rendered(template, ["行": ["税", "费"]]) == expected)
  }

  @Test("may be the first and the last line of a template")
  func firstAndLast() throws {
    #expect(try rendered("  {{#甲}}\n乙\n  {{/甲}}", ["甲": true]) == "乙\n")
    #expect(try rendered(" {{! 全部 }} ", [:]) == "")
  }

  @Test("stay when there is anything beside the tag")
  func stay() throws {
    #expect(try rendered("甲 {{! 注 }}\n", [:]) == "甲 \n")
    #expect(try rendered(" {{! 注 }} 甲\n", [:]) == "  甲\n")
    #expect(try rendered(" {{#是}}{{/是}}\n乙", ["是": true]) == " \n乙")
    #expect(try rendered("　{{! 全角空格不算空白 }}\n乙", [:]) == "　\n乙")
  }

  @Test("do not begin behind a tag that ends on the same line")
  func behindLongComment() throws {
    #expect(try rendered("{{! 一\n二 }} {{#是}}\n三\n{{/是}}\n", ["是": true]) == " \n三\n")
  }

  @Test("leave a lone carriage return alone")
  func carriageReturn() throws {
    #expect(try rendered("甲\r{{! 注 }}\r乙", [:]) == "甲\r\r乙")
  }
}
