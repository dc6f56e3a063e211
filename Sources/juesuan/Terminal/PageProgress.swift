import System

/// How far the reading of scanned pages has come (识别进度), on one line of a terminal, which goes when it is done.
enum PageProgress {
  /// What is to be told how many pages are read, of how many: it shows it where a person looks at standard error.
  static func shown(isQuiet: Bool) -> @Sendable (Int, Int) -> Void {
    guard !isQuiet, isatty(STDERR_FILENO) == 1 else { return { _, _ in } }
    return { read, pages in _ = writeBytes(Array(line(read, pages).utf8), to: STDERR_FILENO) }
  }

  /// The line, written over the last one; nothing stands there once all are read.
  static func line(_ read: Int, _ pages: Int) -> String {
    "\r\u{1B}[K" + (read < pages ? "识别扫描页：\(read)/\(pages)" : "")
  }
}
