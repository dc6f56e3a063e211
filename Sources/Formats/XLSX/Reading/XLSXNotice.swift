/// Something in a workbook that is passed over, or that a reader should know of.
package enum XLSXNotice: Sendable, Hashable {
  /// Programs in the workbook, which are never run.
  case macros
  /// References to other workbooks; only the values last seen are read.
  case externalLinks
  /// Files or controls embedded in the workbook.
  case embeddedObjects
  /// A sheet that has no cells, such as a chart.
  case sheetWithoutCells(name: String)
  /// A sheet that is not shown.
  case hiddenSheet(name: String)

  /// What was found and what is done with it, in plain Chinese.
  package var message: String {
    switch self {
    case .macros: "工作簿中有宏，没有运行，也没有读取。"
    case .externalLinks: "工作簿引用了别的工作簿，没有打开；相关单元格按上次保存的结果读取，请核对。"
    case .embeddedObjects: "工作簿中有嵌入的文件或控件，没有打开。"
    case .sheetWithoutCells(let name): "工作表“\(Excerpt.of(name))”只有图表或对话框，没有单元格，没有读取。"
    case .hiddenSheet(let name): "工作表“\(Excerpt.of(name))”是隐藏的，请核对是否应当读取。"
    }
  }
}
