/// The reason a file cannot be read as a ZIP archive, or an entry of it cannot be unpacked.
package struct ZIPError: Error, Sendable, Equatable {
  /// What an error is about.
  package enum Kind: Sendable, Equatable {
    /// The file does not begin as an archive does.
    case notArchive
    /// The file is an OLE compound file: an .xls workbook, or one encrypted with a password.
    case compoundFile
    /// The file has too many bytes.
    case archiveTooLarge(bytes: Int, limit: Int)
    /// The record that ends every archive is missing.
    case endMissing
    /// The archive is spread over several files.
    case severalDisks
    /// The list of entries does not lie where the end record says, or is not as long.
    case directoryDamaged
    /// The list names too many entries.
    case tooManyEntries(count: Int, limit: Int)
    /// A name that leads out of the archive, or is empty, or holds a control character.
    case unsafeName
    /// A name that another entry bears as well; upper and lower case are the same.
    case duplicateName
    /// The entry is encrypted.
    case encrypted
    /// The entry is packed in a way other than stored and deflated.
    case unsupportedMethod(Int)
    /// The entry lies, wholly or in part, outside the room there is for entries.
    case outsideArchive
    /// The entry's own header and the list of entries do not agree.
    case headersDisagree
    /// The entry shares bytes with another.
    case overlaps(String)
    /// The entry unpacks to too many bytes.
    case entryTooLarge(bytes: Int, limit: Int)
    /// All entries together unpack to too many bytes.
    case totalTooLarge(limit: Int)
    /// The entry unpacks to too many bytes for each byte it takes.
    case ratioTooHigh(limit: Int)
    /// The packed bytes are not DEFLATE data.
    case dataDamaged
    /// The entry unpacks to another number of bytes than the list says.
    case sizeWrong(expected: Int)
    /// The unpacked bytes are not those that were packed.
    case checksumWrong
  }

  /// The name of the entry concerned, nil when the archive as a whole is.
  package let entry: String?
  /// What the error is.
  package let kind: Kind

  /// An error of a kind, of an entry or of the whole archive.
  package init(_ kind: Kind, entry: String? = nil) {
    self.entry = entry
    self.kind = kind
  }

  /// What was found, what was expected of a file of a kind and what to do, in plain Chinese.
  package func message(of file: OfficeFileKind) -> String {
    (entry.map { "压缩包中的“\(Excerpt.of($0))”：" } ?? "") + explanation(of: file)
  }

  private func explanation(of file: OfficeFileKind) -> String {
    switch kind {
    case .notArchive:
      "文件不是 \(file.suffix) \(file.name)（开头不是 ZIP 压缩包的标记 PK），应是 \(file.suffix) 文件。"
        + "请在 \(file.programs) 中打开，另存为“\(file.savedAs)”后再试。"
    case .compoundFile:
      "文件是旧的 \(file.formerSuffix) \(file.name)，或是加了打开密码的\(file.name)，应是没有打开密码的 \(file.suffix) 文件。"
        + "请在 \(file.programs) 中打开，去掉密码，另存为“\(file.savedAs)”后再试。"
    case .archiveTooLarge(let bytes, let limit):
      "文件有 \(bytes) 字节，应不超过 \(limit) 字节。请删去无关的内容，或分成几个文件。"
    case .endMissing:
      "文件末尾没有 ZIP 压缩包的结束记录，应有。文件可能没有传完或被截断，请找回完整的文件。"
    case .severalDisks:
      "文件是分卷压缩包的一卷，应是一个完整的文件。请另存为普通的 \(file.suffix) 文件后再试。"
    case .directoryDamaged:
      "压缩包的目录与结束记录对不上，目录应完整、紧接在结束记录之前。文件已损坏，\(file.remedy)"
    case .tooManyEntries(let count, let limit):
      "压缩包中列有 \(count) 个文件，应不超过 \(limit) 个。请检查文件来源，\(file.remedy)"
    case .unsafeName:
      "名称指向压缩包之外、为空或含有控制字符，应是压缩包内的普通路径。文件可能有恶意，请检查文件来源；没有读取。"
    case .duplicateName:
      "同一名称出现了两次（不分大小写），应只出现一次。文件已损坏或有恶意，\(file.remedy)"
    case .encrypted:
      "内容已加密，应未加密。请去掉密码后重新保存。"
    case .unsupportedMethod(let method):
      "压缩方式是 \(method) 号，应是 0（不压缩）或 8（DEFLATE）。\(file.remedy)"
    case .outsideArchive:
      "目录所说的位置或大小超出了文件，应在文件之内。文件已损坏或被截断，请找回完整的文件。"
    case .headersDisagree:
      "目录与内容前的说明不一致，两处应相同。文件已损坏或有恶意，\(file.remedy)"
    case .overlaps(let other):
      "与“\(Excerpt.of(other))”占用同一段字节，各文件应互不重叠。文件可能有恶意，请检查文件来源；没有读取。"
    case .entryTooLarge(let bytes, let limit):
      "解压后有 \(bytes) 字节，应不超过 \(limit) 字节。请删去无关的内容，或分成几个文件。"
    case .totalTooLarge(let limit):
      "压缩包解压后共超过 \(limit) 字节，应不超过此数。请删去无关的内容，或分成几个文件。"
    case .ratioTooHigh(let limit):
      "解压后是压缩时的 \(limit) 倍以上，应不超过此数；可能是压缩炸弹。请检查文件来源，\(file.remedy)"
    case .dataDamaged:
      "压缩的内容无法解压，应是完整的 DEFLATE 数据。文件已损坏，请找回完整的文件。"
    case .sizeWrong(let expected):
      "解压出的字节数与目录不符，应是 \(expected) 字节。文件已损坏或有恶意，请找回完整的文件。"
    case .checksumWrong:
      "解压出的内容与校验码（CRC-32）不符，应相符。文件已损坏，请找回完整的文件。"
    }
  }
}
