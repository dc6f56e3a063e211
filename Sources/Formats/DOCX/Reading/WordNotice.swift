/// Something in a document that is passed over, or that a reader should know of.
package enum WordNotice: Sendable, Hashable {
  /// Programs in the document, which are never run.
  case macros
  /// Changes that were tracked and neither accepted nor rejected; all are read as accepted.
  case trackedChanges
  /// Text that is hidden and not printed, with a beginning of it; it is not read.
  case hiddenText(String)
  /// Comments of readers, which are not read.
  case comments
  /// Files, workbooks for example, or controls embedded in the document, which are not opened.
  case embeddedObjects
  /// Another file that the document takes in where it stands, which is not opened.
  case importedFiles
  /// Pictures, charts and diagrams, whose text is not read.
  case pictures(count: Int)

  /// What was found and what is done with it, in plain Chinese.
  package var message: String {
    switch self {
    case .macros: "文档中有宏，没有运行，也没有读取。"
    case .trackedChanges: "文档中有尚未接受的修订，按全部接受后的样子读取，请核对。"
    case .hiddenText(let text): "文档中有不打印的隐藏文字“\(Excerpt.of(text))”，没有读取，请核对。"
    case .comments: "文档中有批注，没有读取。"
    case .embeddedObjects: "文档中有嵌入的文件或控件，没有打开。"
    case .importedFiles: "文档中插入了别的文件，没有打开，请在 Word 或 WPS 中打开后另存。"
    case .pictures(let count): "文档中有 \(count) 处图片或图表，其中的文字没有读取。"
    }
  }
}
