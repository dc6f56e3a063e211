/// The reason a text is not XML as it is read here, and where.
package struct XMLError: Error, Sendable, Equatable {
  /// What an error is about.
  package enum Kind: Error, Sendable, Equatable {
    /// The bytes of the text could not be unpacked.
    case source(ZIPError)
    /// The text ends inside an element or a piece of markup.
    case endsTooEarly
    /// Markup that is not spelled as XML spells it.
    case malformedMarkup(String)
    /// The end of an element other than the one that was begun last.
    case mismatchedEnd(found: String, expected: String)
    /// Something other than space outside the one outermost element.
    case outsideRoot
    /// A document type, which a workbook or a document never has and by which entities could be brought in.
    case documentType
    /// A reference to a character or entity that XML itself does not know.
    case unknownReference(String)
    /// A control character, which XML does not allow.
    case invalidCharacter(UInt8)
    /// Bytes that are not of the encoding of the text.
    case undecodable(encoding: String)
    /// An encoding other than UTF-8 and UTF-16.
    case unsupportedEncoding(String)
    /// An attribute that an element has twice.
    case duplicateAttribute(String)
    /// A namespace prefix that was never declared.
    case unknownPrefix(String)
    /// Too many elements one inside another.
    case tooDeep(limit: Int)
    /// A piece of markup of too many bytes.
    case markupTooLong(limit: Int)
    /// Too many attributes of one element.
    case tooManyAttributes(limit: Int)
    /// Too many namespace prefixes.
    case tooManyNamespaces(limit: Int)
    /// A text of too many bytes.
    case textTooLong(limit: Int)
  }

  /// The offset, counted in bytes of the text as UTF-8 from 0, at or just before which the error stands.
  package let offset: Int
  /// What the error is.
  package let kind: Kind

  /// An error of a kind at an offset.
  package init(offset: Int, kind: Kind) {
    self.offset = offset
    self.kind = kind
  }

  /// What was found, what was expected of a file of a kind and what to do, in plain Chinese.
  package func message(of file: OfficeFileKind) -> String {
    switch kind {
    case .source(let error): error.message(of: file)
    default: "第 \(offset + 1) 字节处：\(explanation(of: file))\(file.remedy)"
    }
  }

  private func explanation(of file: OfficeFileKind) -> String {
    switch kind {
    case .source(let error): error.message(of: file)
    case .endsTooEarly: "内容到此就结束了，应有结束标记。文件可能被截断。"
    case .malformedMarkup(let found): "标记“\(Excerpt.of(found))”不合 XML，应是完整的标记。文件已损坏。"
    case .mismatchedEnd(let found, let expected):
      "结束标记是“\(Excerpt.of(found))”，应是“\(Excerpt.of(expected))”。文件已损坏。"
    case .outsideRoot: "最外层元素之外还有内容，应只有一个最外层元素。文件已损坏。"
    case .documentType: "有文档类型声明 <!DOCTYPE>，\(file.name)中不应有。文件可能有恶意，请检查来源；"
    case .unknownReference(let found):
      "引用“\(Excerpt.of(found))”没有定义，应是 &lt; &gt; &amp; &quot; &apos; 或允许的字符编号。"
    case .invalidCharacter(let byte): "有控制字符 0x\(ASCII.hexadecimal(byte))，XML 中不应有。文件已损坏。"
    case .undecodable(let encoding): "有不合 \(encoding) 的字节，应是完整的 \(encoding) 文本。文件已损坏。"
    case .unsupportedEncoding(let name): "编码是“\(Excerpt.of(name))”，应是 UTF-8 或 UTF-16。"
    case .duplicateAttribute(let name): "属性“\(Excerpt.of(name))”在同一元素中出现两次，应只有一次。文件已损坏。"
    case .unknownPrefix(let prefix): "名称前缀“\(Excerpt.of(prefix))”没有声明，应先声明。文件已损坏。"
    case .tooDeep(let limit): "元素嵌套超过 \(limit) 层，应不超过此数。"
    case .markupTooLong(let limit): "一个标记超过 \(limit) 字节，应不超过此数。"
    case .tooManyAttributes(let limit): "一个元素的属性超过 \(limit) 个，应不超过此数。"
    case .tooManyNamespaces(let limit): "名称前缀超过 \(limit) 个，应不超过此数。"
    case .textTooLong(let limit): "一段文字超过 \(limit) 字节，应不超过此数。"
    }
  }
}
