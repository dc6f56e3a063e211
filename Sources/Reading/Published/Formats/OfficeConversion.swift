import Accounts
import FoundationEssentials
import System

/// Files of older and other office programs (.doc, .xls, .wps, .et, .ods, .odt, .rtf) made into what is read here, by
/// LibreOffice.
enum OfficeConversion {
  /// What a file is made into.
  enum Target: String {
    case workbook = "xlsx"
    case document = "docx"
  }

  static let program = RequiredProgram(
    names: ["soffice", "libreoffice"], installing: "Debian：apt install libreoffice；或 LibreOffice 的网站")

  /// The longest a conversion may take, in seconds.
  private static let seconds = 120

  /// The bytes of a file made into another.
  ///
  /// It works in a folder of its own with a profile of its own, which are removed however it ends. Throws where the program is
  /// missing, takes too long, or cannot open the file.
  static func converted(_ file: PublicationFile, to target: Target) throws(UnusableInput) -> [UInt8] {
    let kind = file.kind?.name ?? "文本"
    let program = try program.found(for: file.name, called: kind)
    func failed(_ found: String) -> UnusableInput {
      UnusableInput([
        Problem(
          at: SourceLocation(file: file.name), found: "这是\(kind)，\(program.name) 没有读出它（\(found)）",
          expected: "应是没有损坏、没有密码的文件",
          advice: "请在 Office 或 WPS 中打开它，另存为 .\(target.rawValue) 后再试")
      ])
    }
    guard let folder = ScratchFolder("juesuan-office", in: FileManager.default.temporaryDirectory.path) else {
      throw failed("不能建立临时目录")
    }
    defer { folder.remove() }
    let input = folder.path + "/input"
    do {
      try WholeFile(input).write(file.bytes)
    } catch {
      throw failed("临时目录不能写入")
    }
    let outcome = program.run(
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--nolockcheck",
        "--convert-to", target.rawValue, "--outdir", folder.path + "/output", input,
      ], seconds: seconds)
    guard let outcome else { throw failed("不能启动") }
    if outcome.isOverTime { throw failed("超过 \(seconds) 秒") }
    do {
      return try readBytes(of: folder.path + "/output/input." + target.rawValue, atMost: InputFile.largestSize)
    } catch {
      throw failed("没有写出结果")
    }
  }
}
