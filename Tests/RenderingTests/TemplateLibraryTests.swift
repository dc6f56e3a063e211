import Disclosing
import Documents
import Mustache
import Rendering
import TestSupport
import Testing

@Suite struct TemplateLibraryTests {
  @Test func builtInTemplatesAreThere() throws {
    let library = try TemplateLibrary()
    #expect(
      Set(TemplateLibrary.names).isSuperset(of: ["html/page.mustache", "html/style.css", "markdown/page.mustache"]))
    #expect(try library.templates(in: "html").keys.contains("page"))
    #expect(library.text("html/page.mustache").hasPrefix("<!DOCTYPE html>"))
    #expect(library.text("没有") == "")
  }

  @Test func changedFilesAreUsedAndTheOthersStay() throws {
    let folder = try TemporaryFolder()
    try folder.write("p { color: #123456 }".utf8, to: "html/style.css")
    try folder.write("x".utf8, to: "html/.style.css.swp")
    try folder.write("x".utf8, to: ".git/config")
    let library = try TemplateLibrary(overriddenBy: folder.path)
    #expect(library.text("html/style.css") == "p { color: #123456 }")
    #expect(library.text("html/page.mustache") == (try TemplateLibrary()).text("html/page.mustache"))
    let page = try HTMLPage(Example.datong.composed.html(library))
    #expect(page.elements.first { $0.name == "style" }?.text.contains("p { color: #123456 }") == true)
  }

  @Test func changedSkeletonIsUsed() throws {
    let folder = try TemporaryFolder()
    try folder.write("<h1>{{title}}</h1>".utf8, to: "html/page.mustache")
    let html = try Example.datong.composed.html(TemplateLibrary(overriddenBy: folder.path))
    #expect(html == "<h1>大同市市场监督管理局2024年度单位决算公开</h1>")
  }

  private func error(_ folder: String) -> String? {
    #expect(throws: TemplateFolderError.self) { try TemplateLibrary(overriddenBy: folder) }?.message
  }

  @Test func unknownFileIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("x".utf8, to: "html/stil.css")
    let names = TemplateLibrary.names.joined(separator: "、")
    #expect(error(folder.path) == "\(folder.path)/html/stil.css: 错误: 没有名为“html/stil.css”的模板，应是下列之一：\(names)。")
  }

  @Test func missingFolderIsRefused() throws {
    let folder = try TemporaryFolder()
    #expect(error(folder.path + "/x") == "\(folder.path)/x: 错误: 没有这个模板目录，应是放着模板文件的目录。")
    try folder.write("x".utf8, to: "x")
    #expect(error(folder.path + "/x") == "\(folder.path)/x: 错误: 没有这个模板目录，应是放着模板文件的目录。")
  }

  @Test func otherEncodingIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write([0xCC, 0xE2], to: "html/style.css")
    #expect(error(folder.path) == "\(folder.path)/html/style.css: 错误: 不是 UTF-8 文本，模板应是 UTF-8 编码。")
  }

  @Test func brokenTemplateIsReportedAtItsPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("<p>\n  {{#rows}}甲\n".utf8, to: "markdown/table.mustache")
    let library = try TemplateLibrary(overriddenBy: folder.path)
    let error = #expect(throws: TemplateSyntaxError.self) { try MarkdownRenderer(library) }
    #expect(error?.line == 2 && error?.column == 3)
    #expect(
      error?.description
        == "模板「markdown/table.mustache」第 2 行第 3 列：区段「rows」在此处打开，到模板末尾仍未收口。应有收口标签「/rows」。"
        + "请在区段末尾补上它，或删去此处的打开标签。")
    #expect(throws: Never.self) { try HTMLRenderer(library) }
  }

  @Test func endlessTemplatesAreReported() throws {
    let folder = try TemporaryFolder()
    try folder.write("{{> page}}".utf8, to: "html/page.mustache")
    let library = try TemplateLibrary(overriddenBy: folder.path)
    let disclosure = try ComposedDisclosure.empty
    #expect(throws: TemplateRenderError.self) { try disclosure.html(library) }
  }
}
