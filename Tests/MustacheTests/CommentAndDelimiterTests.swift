import Mustache
import Testing

@Suite("Comments and delimiters")
struct CommentAndDelimiterTests {
  @Test("leave nothing of a comment, over however many lines")
  func comments() throws {
    #expect(try rendered("收{{! 此处不显示 }}支{{!}}", [:]) == "收支")
    #expect(try rendered("上\n  {{!\n    第一行 {{ 不是标签\n    第二行\n  }}\n下", [:]) == "上\n下")
    #expect(try rendered("上{{!\n注\n}}下", [:]) == "上下")
  }

  @Test("change the delimiters from there on")
  func change() throws {
    let context: MustacheValue = ["额": "8", "行": ["甲", "乙"]]
    #expect(try rendered("{{额}}{{=<% %>=}}<%额%>{{额}}<%#行%>[<%.%>]<%/行%>", context) == "88{{额}}[甲][乙]")
    #expect(try rendered("{{= | | =}}|额||&额||#行||.||/行|", context) == "88甲乙")
    #expect(try rendered("{{=《 》=}}《额》《={{ }}=》{{额}}", context) == "88")
    #expect(try rendered("{{={{ }}=}}{{额}}", context) == "8")
  }

  @Test("keep braces for unescaped values under other delimiters")
  func unescaped() throws {
    #expect(try rendered("{{=<% %>=}}<%{符}%><%&符%><%符%>", ["符": "&"]) == "&&&amp;")
  }

  @Test("do not follow into a partial or come back from one")
  func partials() throws {
    let partials = ["分部": "{{额}}{{=[ ]=}}[额]"]
    #expect(try rendered("{{=<% %>=}}<%>分部%>,<%额%>,[额]", ["额": "5"], partials: partials) == "55,5,[额]")
  }

  @Test("reach over sections they are changed in")
  func overSections() throws {
    #expect(try rendered("{{#是}}{{=<% %>=}}<%/是%><%额%>", ["是": false, "额": "7"]) == "7")
  }
}
