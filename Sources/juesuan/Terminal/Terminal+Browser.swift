import System

extension Terminal {
  /// Shows a page, by its path or address, in the user's browser; warns where there is no program for that.
  func showInBrowser(_ page: String) {
    #if os(macOS)
      let program = "open"
    #else
      let program = "xdg-open"
    #endif
    guard ExternalProgram.start(program, [page]) else {
      return warn("juesuan: 提醒: 没有能打开网页的程序（\(program)），请自行打开 \(page)。")
    }
  }
}
