import Documents
import FoundationEssentials
import LocalPage
import Reading
import System

extension Command {
  /// `juesuan serve [--open] [--port N]`: the page on this machine, for people who use no shell.
  static let serve = Command(
    "serve", "打开本机的网页：拖放文件就能核对、做公开、管公开季",
    options: opens, port, idle, job,
    discussion: [
      "网页只在本机（127.0.0.1 和 ::1）可以打开，不连网，文件不离开这台机器；打开它要用这里写出的链接，别的网站和别的用户打不开。",
      "三扇门：核对（任何公开文件、账、目录），做公开（填报的工作簿或公开表，到整套公开文件），公开季（一个目录的各单位）。",
      "交来的文件放在临时目录里（只有你能看），关掉网页或结束后删除；上次没有正常结束留下的，这次启动时删除。",
      "没有人用一段时间以后自己结束；按 Ctrl-C 立即结束。",
    ],
    examples: ["juesuan serve --open", "juesuan serve --port 8024 --idle 60"],
    run: { try $0.serve($1) })

  /// `juesuan open FILE`: shows a file on the page, which is started where it does not run.
  static let open = Command(
    "open", "在本机的网页里打开一个文件，如双击那样",
    operands: Operands(0...1, Parameter("文件", .files), "至多一个文件或目录"),
    options: port, idle,
    discussion: [
      "网页已经开着时用它，没有时启动（见 juesuan serve）。账在“做公开”里打开，别的在“核对”里。给的是副本，原文件不改动。"
    ],
    examples: ["juesuan open 填报.xlsx"],
    run: { try $0.open($1) })
}

private let opens = Option.flag("--open", help: "用浏览器打开")

private let port = Option(["--port"], of: Parameter("端口"), help: "端口，1024 至 65535；不给时用一个空着的") {
  typed throws(UsageError) -> UInt16 in
  guard let word = typed.last?.value else { return 0 }
  guard let port = UInt16(word), port >= 1024 else { throw UsageError("--port 的“\(word)”不是 1024 至 65535 的整数。") }
  return port
}

private let idle = Option(["--idle"], of: Parameter("分钟"), help: "没有人用多久以后自己结束；默认 30") {
  typed throws(UsageError) -> Int in
  guard let word = typed.last?.value else { return 30 }
  guard let minutes = Int(word), (1...100_000).contains(minutes) else {
    throw UsageError("--idle 的“\(word)”不是 1 以上的整数。")
  }
  return minutes
}

private let job = Option.value("--job", of: Parameter("目录", .folders), help: "做网页交来的一件事；由网页自己调用")

extension Arguments {
  fileprivate func serve(_ terminal: Terminal) throws -> ExitStatus {
    if let folder = self[job] { return try work(in: WorkFolder(folder)) }
    let server = try pageServer()
    try announce(server, server.running.link(), terminal)
    if self[opens] { terminal.showInBrowser(server.running.link()) }
    server.run()
    terminal.note("很久没有人用，已经结束；要用请再运行一次。")
    return .success
  }

  fileprivate func open(_ terminal: Terminal) throws -> ExitStatus {
    if let running = UserState.own.flatMap({ RunningPage(file: $0 + "/page") }) {
      terminal.showInBrowser(running.link(showing: try offer(to: running), isLedger: isLedger))
      return .success
    }
    let server = try pageServer()
    let link = server.running.link(showing: try offer(to: server.running), isLedger: isLedger)
    try announce(server, server.running.link(), terminal)
    terminal.showInBrowser(link)
    server.run()
    return .success
  }

  /// Whether the file is one to publish from.
  private var isLedger: Bool { operands.first.map { PublishedReader.looksLikeLedger($0) } ?? false }

  /// Gives a copy of the file to the page; the number it has there, nil where none was named.
  private func offer(to page: RunningPage) throws -> String? {
    guard let path = operands.first else { return nil }
    do {
      if let offer = try page.offer(path) { return offer }
    } catch {
      throw OutputError(message: "\(path): 错误: \(error.message)")
    }
    throw OutputError(message: "\(path): 错误: 打不开，或太大。应是可以读的文件或目录。")
  }

  private func pageServer() throws -> PageServer {
    guard let program = ownProgram else { throw OutputError(message: "juesuan: 错误: 找不到自己的程序文件，不能启动网页。") }
    var settings = PageServer.Settings(
      program: program, version: Tool.juesuan.fullVersion, parent: FileManager.default.temporaryDirectory.path)
    settings.port = self[port]
    settings.idleSeconds = self[idle] * 60
    settings.runFile = UserState.own.flatMap { Folder.makePrivate($0) ? $0 + "/page" : nil }
    do { return try PageServer(settings, library: TemplateLibrary()) } catch let error as PageServer.StartError {
      throw OutputError(message: "juesuan: 错误: \(error.message)")
    }
  }

  private func announce(_ server: PageServer, _ link: String, _ terminal: Terminal) throws {
    try terminal.print(link)
    terminal.note("用浏览器打开上面的链接。按 Ctrl-C 结束；\(self[idle]) 分钟没有人用也会结束。")
  }

  /// Does a piece of work that was handed in on the page, where its files are.
  private func work(in folder: WorkFolder) throws -> ExitStatus {
    guard let run = JobRun(in: folder, tool: Tool.juesuan.fullVersion, describe: describe), folder.enter() else {
      throw UsageError("--job 由网页自己调用，这个目录里没有要做的事。", command: "serve")
    }
    try run.run()
    return .success
  }
}
