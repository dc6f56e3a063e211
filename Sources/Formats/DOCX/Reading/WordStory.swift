/// The kinds of text a document is made of.
package enum WordStory: Sendable, Hashable, CaseIterable {
  /// The text itself (正文), with its tables.
  case body
  /// A text box (文本框) in the text itself.
  case textBox
  /// A header of the pages (页眉).
  case header
  /// A footer of the pages (页脚).
  case footer
  /// A footnote (脚注).
  case footnote
  /// An endnote (尾注).
  case endnote

  /// What people call it.
  package var name: String {
    switch self {
    case .body: "正文"
    case .textBox: "文本框"
    case .header: "页眉"
    case .footer: "页脚"
    case .footnote: "脚注"
    case .endnote: "尾注"
    }
  }
}
