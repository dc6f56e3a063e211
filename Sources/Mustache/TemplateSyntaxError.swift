/// What is wrong in the text of a template, and where.
package struct TemplateSyntaxError: Error, Sendable, Equatable {
  /// A kind of mistake in the text of a template.
  package enum Problem: Sendable, Equatable {
    /// A tag that is opened and never closed.
    case unclosedTag(opening: String, closing: String)

    /// A section that is opened and never closed.
    case unclosedSection(name: String)

    /// A closing tag with no section open.
    case unopenedSection(name: String)

    /// A closing tag that names another section than the innermost open one.
    case wrongClosing(found: String, expected: String, opened: SourcePosition)

    /// A tag without a name.
    case emptyName

    /// A tag whose name holds white space, an opening delimiter or an empty part.
    case malformedName(String)

    /// A delimiter change that does not give exactly two usable delimiters.
    case malformedDelimiters(String)
  }

  /// The name of the template.
  package let template: String

  /// The place of the tag at fault.
  package let position: SourcePosition

  /// What is wrong.
  package let problem: Problem

  /// The line of the tag at fault, from 1.
  package var line: Int { position.line }

  /// The column of the tag at fault in characters, from 1.
  package var column: Int { position.column }

  /// Makes an error from its parts.
  package init(template: String, position: SourcePosition, problem: Problem) {
    self.template = template
    self.position = position
    self.problem = problem
  }

  /// What was found, what was expected and what to do, in Chinese.
  package var message: String {
    switch problem {
    case .unclosedTag(let opening, let closing):
      "标签以「\(excerpt(opening))」打开后没有收口。应有「\(excerpt(closing))」与它配对。请在标签名之后补上「\(excerpt(closing))」。"
    case .unclosedSection(let name):
      "区段「\(excerpt(name))」在此处打开，到模板末尾仍未收口。应有收口标签「/\(excerpt(name))」。请在区段末尾补上它，或删去此处的打开标签。"
    case .unopenedSection(let name):
      "收口标签「/\(excerpt(name))」之前没有打开的区段。应先有「#\(excerpt(name))」或「^\(excerpt(name))」。请补上打开标签，或删去这个收口标签。"
    case .wrongClosing(let found, let expected, let opened):
      "此处收口的是「\(excerpt(found))」，而第 \(opened.line) 行第 \(opened.column) 列打开的区段是「\(excerpt(expected))」。"
        + "应先收口「\(excerpt(expected))」。请把收口名改为「\(excerpt(expected))」，或在此之前补上漏掉的收口标签。"
    case .emptyName:
      "标签里没有名称。应写明要取的数据名或分部名。请补上名称，或删去这个标签。"
    case .malformedName(let name):
      "标签名「\(excerpt(name))」不合规。名称里不应有空白、打开标签的符号或空的层级（如「a..b」）。请改正名称，并检查前面的标签是否漏了收口。"
    case .malformedDelimiters(let found):
      "更换标签符号的标签写作「\(excerpt(found))」。应为「=左符号 右符号=」：正好两个符号，以空格隔开，符号里不含等号，"
        + "每个不超过 \(Delimiters.longest) 字节。请照此改写。"
    }
  }

  // An unclosed tag may run on for a whole file, which no message should repeat.
  private func excerpt(_ text: String) -> String {
    let longest = 40
    let start = text.prefix(longest)
    return start.endIndex == text.endIndex ? text : start + "……"
  }
}

extension TemplateSyntaxError: CustomStringConvertible {
  /// The place and the message, in Chinese.
  package var description: String {
    "模板「\(template)」第 \(line) 行第 \(column) 列：\(message)"
  }
}
