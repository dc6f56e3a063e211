import Accounts
import System

/// A program that a format cannot be read without (要用的外部程序).
struct RequiredProgram: Sendable {
  /// The names it goes by.
  let names: [String]
  /// How it is installed, as a clause.
  let installing: String

  /// The program in the folders of a PATH; throws a problem, located at a file that is called a kind of file, that says what
  /// to install.
  func found(
    for file: String, called kind: String, in searchPath: String = ExternalProgram.searchPath
  ) throws(UnusableInput) -> ExternalProgram {
    if let program = ExternalProgram(named: names, path: searchPath) { return program }
    throw UnusableInput([
      Problem(
        at: SourceLocation(file: file), found: "这是\(kind)，而 PATH 里没有读它的程序 \(names[0])", expected: "应已安装",
        advice: "请安装（\(installing)）后再试，或改用同一公开的网页、.xlsx 工作簿或 .docx 文档")
    ])
  }
}
