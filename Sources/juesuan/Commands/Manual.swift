extension Command {
  /// `juesuan manual`: the manual page.
  static let manual = Command(
    "manual", "写出手册页",
    discussion: ["手册页是 man 程序的格式；存为 man 找得到的 man1/juesuan.1，以后就能用 man juesuan 查看。"],
    examples: ["juesuan manual", "juesuan manual | man -l -"],
    run: { _, terminal in
      try terminal.print(bytes: Array(ManualPage(on: .juesuan).text.utf8))
      return .success
    })
}
