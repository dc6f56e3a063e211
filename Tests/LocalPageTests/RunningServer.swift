import Documents
import Foundation
import Synchronization
import System
import TestSupport

@testable import LocalPage

/// A page that runs in the tests, in a folder of its own.
final class RunningServer: Sendable {
  let port: UInt16
  let token: String
  /// The folder of its pieces of work.
  let folder: String
  let cookie: String
  private let parent: TemporaryFolder
  private let isToEnd = Flag()
  private let hasEnded = Flag()

  init(patienceSeconds: Int = 10, idleSeconds: Int = 600) throws {
    parent = try TemporaryFolder()
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "juesuan").path
    var settings = PageServer.Settings(program: program, version: "试", parent: parent.path)
    settings.idleSeconds = idleSeconds
    settings.patience.head = patienceSeconds
    settings.patience.piece = patienceSeconds
    let server = try PageServer(settings, library: TemplateLibrary())
    (port, token, folder) = (server.running.port, server.running.token, server.running.folder)
    cookie = server.cookie
    let (isToEnd, hasEnded) = (isToEnd, hasEnded)
    Thread.detachNewThread {
      server.run { isToEnd.isRaised }
      hasEnded.raise()
    }
  }

  deinit { isToEnd.raise() }

  /// Waits until it has ended by itself.
  func waitForEnd() { for _ in 0..<2000 where !hasEnded.isRaised { usleep(10_000) } }

  /// The paths of all files in its folder.
  var files: [String] {
    get throws {
      try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
          && !isFolder.boolValue
      }
    }
  }

  /// How many pieces of work there are.
  var works: Int { (try? FileManager.default.contentsOfDirectory(atPath: folder))?.count ?? -1 }

  func connection() -> RawConnection { RawConnection(port) }

  /// Sends bytes on a connection of their own and takes all that comes back.
  func answer(to bytes: [UInt8]) -> RawAnswer {
    let connection = connection()
    connection.send(bytes)
    return connection.answer()
  }
}

/// A connection as no browser makes it.
final class RawConnection: Sendable {
  private let descriptor: Int32

  init(_ port: UInt16) { descriptor = loopbackConnection(to: port) ?? -1 }

  deinit { closeFile(descriptor) }

  func send(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count, case .moved(let count) = SocketTraffic.send(bytes, from: sent, to: descriptor) {
      sent += count
    }
  }

  func answer() -> RawAnswer {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case .moved(let count) = SocketTraffic.receive(from: descriptor, into: &buffer) { all += buffer[..<count] }
    return RawAnswer(all: all)
  }
}

/// What came back.
struct RawAnswer {
  let all: [UInt8]

  private var split: Int? { all.firstRange(of: Array("\r\n\r\n".utf8))?.lowerBound }
  var head: String { String(decoding: all[..<(split ?? all.count)], as: UTF8.self) }
  var body: [UInt8] { split.map { Array(all[($0 + 4)...]) } ?? [] }
  /// 0 where nothing came.
  var status: Int { Int(head.dropFirst("HTTP/1.1 ".count).prefix(3)) ?? 0 }
}

/// Something that happens once.
final class Flag: Sendable {
  private let raised = Mutex(false)
  var isRaised: Bool { raised.withLock { $0 } }
  func raise() { raised.withLock { $0 = true } }
}
