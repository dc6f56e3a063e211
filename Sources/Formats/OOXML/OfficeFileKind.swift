/// The kinds of files that are archives of XML parts, by what people and programs call them.
package enum OfficeFileKind: Sendable, Equatable {
  /// A workbook, .xlsx.
  case workbook
  /// A document, .docx.
  case document
  /// A document in fixed layout, .ofd.
  case layout

  /// What people call it.
  package var name: String {
    switch self {
    case .workbook: "工作簿"
    case .document: "文档"
    case .layout: "版式文件"
    }
  }

  /// How its files end.
  package var suffix: String {
    switch self {
    case .workbook: ".xlsx"
    case .document: ".docx"
    case .layout: ".ofd"
    }
  }

  /// How the files ended that came before, and hold something else.
  var formerSuffix: String {
    switch self {
    case .workbook: ".xls"
    case .document: ".doc"
    case .layout: ".pdf"
    }
  }

  /// The programs people open it with.
  var programs: String {
    switch self {
    case .workbook: "Excel 或 WPS"
    case .document: "Word 或 WPS"
    case .layout: "WPS 或 OFD 阅读器"
    }
  }

  /// What the programs call it when it is saved.
  var savedAs: String {
    switch self {
    case .workbook: "Excel 工作簿 (.xlsx)"
    case .document: "Word 文档 (.docx)"
    case .layout: "OFD 版式文件 (.ofd)"
    }
  }

  /// What to do with one that is damaged.
  var remedy: String { "请在 \(programs) 中打开，重新另存为 \(suffix) 文件后再试。" }
}
