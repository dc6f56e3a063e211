import System

/// The program that recognises letters on pictures (文字识别程序), called as `tesseract` is.
package struct Recogniser: Sendable {
  /// Its name, which is looked for in PATH, or its path.
  package let program: String
  /// Is told, while the pages of a file are read, how many of how many are.
  let tell: @Sendable (_ read: Int, _ pages: Int) -> Void
  /// What it has recognised already.
  let known = RecognisedFiles()

  /// The one that is used where none is named: its name.
  package static let standardName = PageReading.program.names[0]

  /// The program of a name or a path; `tell` is told, from any thread, how many pages of a file are read, of how many.
  package init(_ program: String = standardName, tell: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) {
    (self.program, self.tell) = (program, tell)
  }

  /// What is said where it is not in folders of PATH, with what is to be done; nil where it is.
  func missing(in folders: String) -> String? {
    guard ExternalProgram(named: [program], path: folders) == nil else { return nil }
    let installing = program == Self.standardName ? "，请安装（\(PageReading.program.installing)）后再试" : ""
    return "识别文字的程序 \(program) 不在 PATH 里" + installing
  }
}
