/// The reason a workbook cannot be read, and where.
package struct XLSXError: Error, Sendable, Equatable {
  /// What an error is about.
  package enum Kind: Sendable, Equatable {
    /// The file is no archive, or a part of it cannot be unpacked.
    case archive(ZIPError)
    /// A part is not XML as it should be.
    case xml(XMLError)
    /// The archive holds something other than a workbook.
    case notWorkbook
    /// A document of another program, by what people call it.
    case otherDocument(String)
    /// A workbook in the binary format .xlsb.
    case binaryWorkbook
    /// A part that is referred to does not exist.
    case partMissing(String)
    /// A reference that leads out of the archive.
    case partOutside(String)
    /// A reference to a relationship that is not listed.
    case relationshipMissing(String)
    /// A part whose outermost element is not that of its kind.
    case unexpectedRoot(found: String, expected: String)
    /// The workbook has no sheet.
    case noSheets
    /// The workbook has no such sheet, or it holds no cells.
    case noSuchSheet
    /// Two sheets of one name; upper and lower case are the same.
    case duplicateSheet
    /// Something that is not the place of a cell or range, or lies beyond XFD1048576.
    case malformedReference(String)
    /// A row or cell that does not come after the one before.
    case outOfOrder
    /// A cell of a kind that is not known.
    case unknownCellType(String)
    /// A number that is not spelled as one.
    case malformedNumber(String)
    /// A truth value that is neither true nor false.
    case malformedBoolean(String)
    /// A date that is not spelled as one.
    case malformedDate(String)
    /// The number of a shared text that does not exist.
    case noSuchSharedString(String)
    /// The number of a cell style that does not exist.
    case noSuchStyle(String)
    /// A number format whose spelling is too long to be one.
    case formatTooLong(limit: Int)
    /// Too many of something.
    case tooMany(Counted, limit: Int)
  }

  /// What there can be too many of.
  package enum Counted: Sendable, Equatable {
    /// Sheets of any kind.
    case sheets
    /// Rows of a sheet.
    case rows
    /// Columns of a sheet.
    case columns
    /// Cells of a sheet.
    case cells
    /// Texts shared by cells.
    case sharedStrings
    /// Bytes of the texts shared by cells.
    case sharedStringBytes
    /// Bytes of one text.
    case textBytes
    /// Cell styles.
    case styles
    /// Number formats.
    case numberFormats
    /// Defined names.
    case definedNames
    /// Relationships of a part.
    case relationships
    /// Merged ranges of a sheet.
    case mergedRanges
    /// Ranges of hidden columns.
    case hiddenColumns

    /// The name with its measure, in plain Chinese.
    package var name: String {
      switch self {
      case .sheets: "工作表的个数"
      case .rows: "有内容的行数"
      case .columns: "列数"
      case .cells: "单元格的个数"
      case .sharedStrings: "共享文字的条数"
      case .sharedStringBytes: "共享文字的总字节数"
      case .textBytes: "一段文字的字节数"
      case .styles: "单元格样式的个数"
      case .numberFormats: "数字格式的个数"
      case .definedNames: "已定义名称的个数"
      case .relationships: "部件引用的个数"
      case .mergedRanges: "合并区域的个数"
      case .hiddenColumns: "隐藏列的段数"
      }
    }
  }

  /// The part of the archive concerned, nil when the workbook as a whole is.
  package let part: String?
  /// The name of the sheet concerned, nil when none is.
  package let sheet: String?
  /// The cell concerned as people write it, or the row as 第 5 行; nil when neither is known.
  package let place: String?
  /// What the error is.
  package let kind: Kind

  /// An error of a kind at a place.
  package init(_ kind: Kind, part: String? = nil, sheet: String? = nil, place: String? = nil) {
    self.kind = kind
    self.part = part
    self.sheet = sheet
    self.place = place
  }

  /// The same error, of a sheet.
  func of(sheet name: String) -> XLSXError {
    XLSXError(kind, part: part, sheet: name, place: place)
  }

  /// Where it is, what was found, what was expected and what to do, in plain Chinese.
  package var message: String {
    let sheetName = sheet.map { "工作表“\(Excerpt.of($0))”" }
    // The name of a part says nothing to people, so it stands only where there is no better place.
    let partName = sheet == nil ? part.map { "工作簿内部的“\(Excerpt.of($0))”" } : nil
    let whole = [sheetName ?? partName, place].compactMap(\.self).joined(separator: " ")
    return (whole.isEmpty ? "" : whole + "：") + explanation
  }

  private var explanation: String {
    switch kind {
    case .archive(let error): error.message(of: .workbook)
    case .xml(let error): error.message(of: .workbook)
    case .notWorkbook:
      "压缩包中没有工作簿，应是 .xlsx 文件。请在 Excel 或 WPS 中打开，另存为“Excel 工作簿 (.xlsx)”后再试。"
    case .otherDocument(let name): "文件是\(name)，只是改名为 .xlsx，应是工作簿。请检查是否选错了文件。"
    case .binaryWorkbook:
      "文件是二进制工作簿 .xlsb，应是 .xlsx 文件。请在 Excel 中打开，另存为“Excel 工作簿 (.xlsx)”后再试。"
    case .partMissing(let name): OfficeFileProblem.partMissing(name).message(of: .workbook)
    case .partOutside(let target): OfficeFileProblem.partOutside(target).message(of: .workbook)
    case .relationshipMissing(let id):
      "引用编号“\(Excerpt.of(id))”没有登记，应有。文件已损坏，\(Self.remedy)"
    case .unexpectedRoot(let found, let expected):
      OfficeFileProblem.unexpectedRoot(found: found, expected: expected).message(of: .workbook)
    case .noSheets: "工作簿中没有工作表，应至少有一张。请检查是否选错了文件。"
    case .noSuchSheet: "没有这张工作表，或它只是图表，应是有单元格的工作表。请检查名称。"
    case .duplicateSheet: "与另一张工作表同名（不分大小写），名称应各不相同。请给其中一张改名。"
    case .malformedReference(let text):
      "“\(Excerpt.of(text))”不是单元格的位置，应如 B5，且不超过 XFD1048576。文件已损坏，\(Self.remedy)"
    case .outOfOrder: "行或单元格重复，或没有从小到大排列，应依次排列。文件已损坏，\(Self.remedy)"
    case .unknownCellType(let type): "单元格类型是“\(Excerpt.of(type))”，应是 n、s、str、inlineStr、b、e 或 d。\(Self.remedy)"
    case .malformedNumber(let text): "“\(Excerpt.of(text))”不是数字，应如 1234.56 或 1.2E+3。请重新填写此处。"
    case .malformedBoolean(let text): "“\(Excerpt.of(text))”不是真假值，应是 0 或 1。请重新填写此处。"
    case .malformedDate(let text): "“\(Excerpt.of(text))”不是日期，应如 2024-12-31。请重新填写此处。"
    case .noSuchSharedString(let index): "文字编号“\(Excerpt.of(index))”不存在，应是共享文字中的一条。文件已损坏，\(Self.remedy)"
    case .noSuchStyle(let index): "样式编号“\(Excerpt.of(index))”不存在，应是样式表中的一种。文件已损坏，\(Self.remedy)"
    case .formatTooLong(let limit): "一种数字格式超过 \(limit) 字节，应不超过此数。请改用较短的格式。"
    case .tooMany(let counted, let limit): "\(counted.name)超过 \(limit)，应不超过此数。请删去无关的内容，或分成几个文件。"
    }
  }

  private static var remedy: String { OfficeFileKind.workbook.remedy }
}

/// A part of a workbook.
typealias XLSXPart = OfficePart<XLSXError>
/// What a part of a workbook refers to.
typealias XLSXRelationships = OfficeRelationships<XLSXError>

extension XLSXError: OfficeFileError {
  static var namespace: XMLNamespace { .spreadsheet }

  init(_ problem: OfficeFileProblem, part: String?) {
    let kind: Kind =
      switch problem {
      case .archive(let error): .archive(error)
      case .xml(let error): .xml(error)
      case .partMissing(let name): .partMissing(name)
      case .partOutside(let target): .partOutside(target)
      case .unexpectedRoot(let found, let expected): .unexpectedRoot(found: found, expected: expected)
      case .tooManyRelationships(let limit): .tooMany(.relationships, limit: limit)
      }
    self.init(kind, part: part)
  }
}
