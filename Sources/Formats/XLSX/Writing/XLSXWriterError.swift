/// The reason a workbook cannot be written so that spreadsheet programs open it.
package struct XLSXWriterError: Error, Sendable, Equatable {
  /// What an error is about.
  package enum Kind: Sendable, Equatable {
    /// There is no sheet, or none is shown.
    case noVisibleSheet
    /// The name of a sheet is empty, too long or holds a character it must not.
    case invalidSheetName
    /// Two sheets bear one name; upper and lower case are the same.
    case duplicateSheetName
    /// A place beyond the last row or column.
    case placeOutside
    /// A number that is not spelled as one.
    case malformedNumber(String)
    /// A formula whose shown value is a formula.
    case nestedFormula
    /// A text of too many characters, counted as spreadsheet programs do.
    case tooLong(Limited, limit: Int)
    /// A width, height, size or margin that no sheet can have.
    case measureOutside(Double)
    /// A merged range that shares cells with another.
    case overlappingMerge(CellRange)
    /// A list for choosing without values, or with a comma in one.
    case invalidList
    /// A defined name that is empty or holds a space.
    case invalidDefinedName(String)
    /// More different styles than a workbook can have.
    case tooManyStyles(limit: Int)
    /// A part of more bytes than can be written.
    case tooLarge
  }

  /// What there are limits to the length of.
  package enum Limited: Sendable, Equatable {
    /// The text of a cell.
    case text
    /// A formula.
    case formula
    /// The text of a note.
    case note
    /// The values of a list together.
    case list
    /// What is said about a list.
    case prompt
    /// A header or footer.
    case headerFooter

    /// The name in plain Chinese.
    package var name: String {
      switch self {
      case .text: "文字"
      case .formula: "公式"
      case .note: "批注"
      case .list: "下拉选项合计"
      case .prompt: "提示文字"
      case .headerFooter: "页眉或页脚"
      }
    }
  }

  /// The name of the sheet concerned, nil when the workbook as a whole is.
  package let sheet: String?
  /// The cell concerned, nil when none is.
  package let place: CellReference?
  /// What the error is.
  package let kind: Kind

  /// An error of a kind at a place.
  package init(_ kind: Kind, sheet: String? = nil, place: CellReference? = nil) {
    self.kind = kind
    self.sheet = sheet
    self.place = place
  }

  /// Where it is, what was found, what was expected and what to do, in plain Chinese.
  package var message: String {
    let whole = [sheet.map { "工作表“\(Excerpt.of($0))”" }, place?.name].compactMap(\.self).joined(separator: " ")
    return (whole.isEmpty ? "" : whole + "：") + explanation
  }

  private var explanation: String {
    switch kind {
    case .noVisibleSheet: "工作簿中没有可见的工作表，应至少有一张。请添加，或取消隐藏。"
    case .invalidSheetName: "名称不能用，应为 1 至 31 个字符，不含 : \\ / ? * [ ]，开头和结尾不是单引号。请改名。"
    case .duplicateSheetName: "与另一张工作表同名（不分大小写），名称应各不相同。请改名。"
    case .placeOutside: "位置超出工作表，应不超过 XFD1048576。请把内容分到几张工作表。"
    case .malformedNumber(let text): "“\(Excerpt.of(text))”不是数字，应如 1234.56。请改正，或按文字写出。"
    case .nestedFormula: "公式的结果又是公式，应是数值或文字。请改正。"
    case .tooLong(let limited, let limit): "\(limited.name)超过 \(limit) 个字符，应不超过此数。请缩短。"
    case .measureOutside(let measure): "尺寸 \(measure) 不能用：列宽应为 0 至 255，行高 0 至 409，字号 1 至 409。请改正。"
    case .overlappingMerge(let range): "合并区域 \(range.name) 与另一合并区域重叠，应互不重叠。请改正。"
    case .invalidList: "下拉选项为空或含有英文逗号，应至少有一项且不含英文逗号。请改正，或把选项放在单元格中。"
    case .invalidDefinedName(let name): "名称“\(Excerpt.of(name))”不能用，应不为空、不含空格。请改名。"
    case .tooManyStyles(let limit): "单元格样式超过 \(limit) 种，应不超过此数。请减少样式。"
    case .tooLarge: "内容超过 2 GB，应不超过此数。请分成几个文件。"
    }
  }
}
