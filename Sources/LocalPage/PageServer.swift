package import Documents
import Formats
import Rendering
import System

/// The page on this machine (本机网页), from the moment it listens to its end: when nobody has used it for a while, or a signal comes.
package struct PageServer {
  /// What a run of it is told.
  package struct Settings: Sendable {
    /// The program that does the work, this one.
    package var program: String
    /// Its name and version.
    package var version: String
    /// The port; 0 for any that is free.
    package var port: UInt16 = 0
    /// After how many seconds without anybody it ends.
    package var idleSeconds = 1800
    /// Where temporary folders are made.
    package var parent: String
    /// Where other runs find it; nil where they are not to.
    package var runFile: String?
    package var patience = Exchange.Patience()

    package init(program: String, version: String, parent: String) {
      (self.program, self.version, self.parent) = (program, version, parent)
    }
  }

  /// A page that could not be begun.
  package struct StartError: Error, Sendable {
    /// What is wrong and what to do, in Chinese.
    package let message: String
  }

  private let settings: Settings
  private let listeners: [LoopbackListener]
  private let scratch: ScratchFolder
  private let runFile: RunFile?
  private let routes: Routes
  /// As other runs know it.
  package let running: RunningPage

  /// Begins to listen; throws where that cannot be done, or the page's own files are damaged.
  package init(_ settings: Settings, library: TemplateLibrary) throws(StartError) {
    self.settings = settings
    listeners = try Self.listeners(port: settings.port)
    let port = listeners[0].port
    guard let scratch = ScratchFolder("juesuan-page", in: settings.parent) else {
      throw StartError(message: "不能在 \(settings.parent) 建立临时目录。请检查磁盘空间，或以环境变量 TMPDIR 指定别处。")
    }
    self.scratch = scratch
    let admission = Admission(port: port)
    running = RunningPage(process: getpid(), port: port, token: admission.token, folder: scratch.path)
    let found = running.bytes
    runFile = settings.runFile.flatMap { RunFile($0, found) }
    let facts: JSONOutput = .object([
      ("version", .string(settings.version)),
      ("hasPDF", .bool((try? PDFPrinter(path: ExternalProgram.searchPath)) != nil)),
    ])
    routes = Routes(
      admission: admission, doors: Doors(library, facts: facts),
      works: Works(in: scratch.path, program: settings.program), clock: LastAsked())
  }

  /// Both addresses of this machine, where it has both.
  private static func listeners(port: UInt16) throws(StartError) -> [LoopbackListener] {
    // A port that is free at one address may be taken at the other.
    for _ in 0..<(port == 0 ? 20 : 1) {
      guard let first = LoopbackListener(.v4, port: port) else {
        throw StartError(message: port == 0 ? "不能在本机监听。" : "端口 \(port) 不能用，可能已被占用。请换一个，或不给 --port。")
      }
      if let second = LoopbackListener(.v6, port: first.port) { return [first, second] }
      guard LoopbackListener.hasV6, port == 0 else { return [first] }
      first.close()
    }
    throw StartError(message: "不能在本机监听。")
  }

  /// The cookie of who has come by the first link.
  var cookie: String { "\(routes.admission.cookieName)=\(routes.admission.secret)" }

  /// Serves until nobody has used it for a while, and leaves nothing behind. A signal that ends the run does the same.
  package func run(until isDone: () -> Bool = { false }) {
    var connections = Connections(listeners, routes, patience: settings.patience)
    let limit = Duration.seconds(settings.idleSeconds)
    var looked = ContinuousClock.now
    while !isDone() {
      connections.turn(milliseconds: 500)
      guard looked.duration(to: .now) > .seconds(min(5, max(1, settings.idleSeconds / 2))) else { continue }
      looked = .now
      routes.works.leaveForgotten(before: .now - limit)
      if routes.clock.idle > limit, !routes.works.isBusy, !connections.isBusy { break }
    }
    connections.closeAll()
    routes.works.cancelAll()
    scratch.remove()
    runFile?.remove()
  }
}
