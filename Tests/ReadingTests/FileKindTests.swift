import Accounts
import Formats
import Foundation
import TestSupport
import Testing

@testable import Reading

/// Files that are no text are called what they are, whatever their names, and it is said what can be done. The marks are
/// those of the formats' own descriptions: ECMA-376, ISO 26300, GB/T 33190, [MS-CFB], ISO 32000, PNG, JFIF, TIFF 6.
struct FileKindTests {
  /// An archive of files.
  private static func archive(_ files: [(String, String)]) -> [UInt8] {
    var writer = ZIPWriter()
    for (name, text) in files { writer.add(name, Array(text.utf8)) }
    return writer.archive
  }

  /// A compound file of 512-byte sectors whose directory lists a stream, its name in UTF-16 (little end first).
  private static func compound(_ stream: String) -> [UInt8] {
    let header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let root = Array("Root Entry".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let name = Array(stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    func padded(_ bytes: [UInt8], _ size: Int) -> [UInt8] { bytes + Array(repeating: 0, count: size - bytes.count) }
    return padded(header, 512) + padded(root, 128) + padded(name, 128) + padded([], 256)
  }

  /// Each with what it is called and a word of what is to be done with it as a publication.
  static let files: [(bytes: [UInt8], name: String, advice: String)] = [
    (archive([("[Content_Types].xml", ""), ("word/document.xml", "")]), "Word 文档（.docx）", "网页 (.html)"),
    (archive([("[Content_Types].xml", ""), ("xl/workbook.bin", "")]), "二进制工作簿（.xlsb）", "Excel 工作簿 (.xlsx)"),
    (archive([("ppt/presentation.xml", "")]), "演示文稿（.pptx）", "网页或工作簿"),
    (archive([("OFD.xml", ""), ("Doc_0/Document.xml", "")]), "OFD 版式文件", "网页或工作簿"),
    (archive([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]), "工作簿（.ods）", "Excel 工作簿 (.xlsx)"),
    (archive([("mimetype", "application/vnd.oasis.opendocument.text")]), "文字文档（.odt）", "网页 (.html)"),
    (archive([("公开.html", "<html>")]), "压缩文件（.zip）", "解压"),
    (compound("WordDocument"), "旧版 Word 或 WPS 文字（.doc、.wps）", "网页 (.html)"),
    (compound("Workbook"), "旧版工作簿（.xls、.et）", "Excel 工作簿 (.xlsx)"),
    (compound("EncryptedPackage"), "加了打开密码的 Office 文件", "取消密码"),
    (Array("%PDF-1.7".utf8), "PDF 文件", "网页或工作簿"),
    (Array("\r\n\r\n%PDF-1.4".utf8), "PDF 文件", "网页或工作簿"),
    (Array("{\\rtf1\\ansi".utf8), "RTF 文档", "网页 (.html)"),
    (Array("GIF89a".utf8), "图片（GIF）", "PNG"),
    (Array("RIFF\u{4}\0\0\0WEBP".utf8), "图片（WebP）", "PNG"),
    ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x01], "压缩文件（.rar）", "解压"),
  ]

  /// Pictures that are read as pages are known by their beginning too.
  @Test(
    arguments: [
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], PicturePages.Kind.png), ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
      ([0x49, 0x49, 0x2A, 0x00], .tiff), ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
    ] as [([UInt8], PicturePages.Kind)])
  func aPictureIsKnown(_ bytes: [UInt8], _ kind: PicturePages.Kind) throws {
    #expect(try FileKinds.standard().kind(of: bytes)?.picture == kind)
    // Nothing on it is recognised unless it is asked for.
    let problems = try publishedProblems(bytes, named: "公开.pdf")
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("公开.pdf: 错误: 这是一张图片（\(kind.rawValue.uppercased())），图片里的字没有读") == true)
    #expect(problems.first?.contains("加 --ocr tesseract 可以识别") == true)
  }

  /// Those that neither Word's and Excel's own formats nor another program read.
  private static let unread = files.indices.filter { index in
    ["演示文稿", "压缩文件", "加了打开密码", "图片"].contains { files[index].name.contains($0) }
  }

  @Test(arguments: unread)
  func aFileIsCalledWhatItIs(index: Int) throws {
    let file = Self.files[index]
    // The name says something else: people rename files.
    let problems = try publishedProblems(file.bytes, named: "公开.xlsx")
    #expect(problems.count == 1)
    let problem = try #require(problems.first)
    #expect(problem.hasPrefix("公开.xlsx: 错误: 这是"))
    #expect(problem.contains(file.name))
    #expect(problem.contains(file.advice))
  }

  @Test(arguments: files.indices)
  func asALedgerItIsToldWhereTheFiguresGo(index: Int) throws {
    let folder = try LedgerFolder()
    try folder.write(Self.files[index].bytes, to: "账.xlsx")
    let messages = try folder.messages("账.xlsx")
    #expect(messages.count == 1)
    let message = try #require(messages.first)
    #expect(message.contains(Self.files[index].name))
    #expect(["Excel 工作簿 (.xlsx)", "juesuan new", "解压"].contains { message.contains($0) })
  }
}
