/// The reason the bytes of a file could not be read as text.
///
/// Lines count from 1; offsets count bytes of the file from 0.
package enum TextEncodingError: Error, Sendable, Equatable {
  /// The file begins with the mark of an encoding that is not read here.
  case unsupportedEncoding(ByteOrderMark)
  /// A zero byte, which no text file holds.
  case nulByte(line: Int, offset: Int)
  /// A byte where no character of the encoding begins; the first byte when a longer sequence is broken.
  case undecodableByte(UInt8, line: Int, offset: Int, encoding: TextEncoding)
  /// The system has no conversion from GB18030, and the file is not UTF-8.
  case conversionUnavailable

  /// The line on which the error stands; nil when it concerns the file as a whole.
  package var line: Int? {
    switch self {
    case .nulByte(let line, _), .undecodableByte(_, let line, _, _): line
    case .unsupportedEncoding, .conversionUnavailable: nil
    }
  }

  /// What was found, what was expected and what to do, in plain Chinese.
  package var message: String {
    switch self {
    case .unsupportedEncoding(let mark):
      let bytes = mark.bytes.map(ASCII.hexadecimal).joined(separator: " ")
      return "文件开头是 \(mark.encodingName) 的标记（\(bytes)），这里只读 UTF-8 和 GB18030 的文本。\(Self.remedy)"
    case .nulByte(let line, let offset):
      return "第 \(line) 行（全文第 \(offset + 1) 个字节）是空字节 0x00，文本里不应有空字节。"
        + "文件可能是没有标记的 UTF-16 文本，也可能根本不是文本。\(Self.remedy)"
    case .undecodableByte(let byte, let line, let offset, let encoding):
      let place = "第 \(line) 行（全文第 \(offset + 1) 个字节）的字节 0x\(ASCII.hexadecimal(byte)) "
      switch encoding {
      case .utf8, .utf8BOM:
        return "\(place)不合 UTF-8；文件其余部分是 UTF-8，这里应是完整的 UTF-8 字符，可能已经损坏。"
          + "请找回未损坏的原文件；如无原文件，\(Self.remedy)"
      case .gb18030:
        return "\(place)不合 GB18030；文件也不是 UTF-8，应是这两种编码之一。\(Self.remedy)"
      }
    case .conversionUnavailable:
      return "文件不是 UTF-8，应按 GB18030 读取，但本系统缺少 GB18030 转换。\(Self.remedy)"
    }
  }

  private static let remedy = "请在原软件中打开，另存为 UTF-8 编码（在 Excel 中选“CSV UTF-8”）后再试。"
}
