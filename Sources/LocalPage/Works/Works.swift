import Dispatch
import Formats
import FoundationEssentials
import Synchronization
import System

/// All pieces of work of a run (全部的事), each in a process of its own: what one file does to its reader happens to no other, what is no
/// longer wanted can be ended at any moment, and the memory it took is given back.
final class Works: Sendable {
  /// What a piece of work may hold.
  enum Limit {
    static let works = 400
    static let fileBytes = 256 << 20
    static let workBytes = 4 << 30
    static let workFiles = 20_000
    /// For how long a piece of work may run, in seconds.
    static let seconds = 6 * 3600
  }

  private struct Table {
    var works: [String: Work] = [:]
    var waiting: [String] = []
    var running = 0
    var parts = 0
  }

  private let root: String
  private let program: String
  private let mostAtOnce: Int
  private let table = Mutex(Table())

  /// Works below a folder, done by a program.
  init(in root: String, program: String) {
    self.root = root
    self.program = program
    mostAtOnce = max(1, ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Whether any is in hand.
  var isBusy: Bool { table.withLock { $0.running > 0 || !$0.waiting.isEmpty } }

  /// A new one, in a folder that may hold files already; throws where there are too many.
  func begin(in offered: String? = nil) throws(Refusal) -> String {
    let id = Admission.word()
    let folder = WorkFolder("\(root)/\(id)")
    guard table.withLock({ $0.works.count < Limit.works }) else {
      throw Refusal(429, "同时开着的事太多。请关掉不用的页面再试。")
    }
    if let offered {
      guard offered.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }), !offered.isEmpty,
        Folder.move("\(root)/\(RunningPage.offers)/\(offered)", to: folder.path)
      else { throw .notHere }
    }
    guard folder.make() else { throw Refusal(507, "不能建立临时目录。请检查磁盘空间，或以环境变量 TMPDIR 指定别处。") }
    table.withLock { $0.works[id] = Work(folder) }
    return id
  }

  /// One by its number; throws where there is none.
  func work(_ id: String) throws(Refusal) -> Work {
    let work = table.withLock { table in
      table.works[id]?.lastSeen = .now
      return table.works[id]
    }
    guard let work, !work.isLeft else { throw .notHere }
    return work
  }

  /// Where a file of so many bytes for one is to be received; throws where it takes no more.
  func part(of id: String, bytes: Int) throws(Refusal) -> String {
    let work = try work(id)
    guard !work.isInHand else { throw Refusal(409, "正在做，不能再交文件。请等它做完，或先取消。") }
    guard bytes <= Limit.fileBytes else { throw Refusal(413, "文件超过 \(Limit.fileBytes >> 20) MB，没有收。请拆开再试。") }
    guard work.bytes + bytes <= Limit.workBytes, work.files < Limit.workFiles else {
      throw Refusal(413, "文件太多，一次最多 \(Limit.workFiles) 个、共 \(Limit.workBytes >> 30) GB。请分几次做。")
    }
    let number = table.withLock { table in
      table.parts += 1
      return table.parts
    }
    return "\(work.folder.path)/part-\(number)"
  }

  /// Puts a received file where its like are; throws where that cannot be done.
  func take(_ part: String, for id: String, as role: Order.Role, _ name: UploadName) throws(Refusal) {
    let work = try work(id)
    let target = work.folder.inputs(role) + "/" + name.path
    let parent = String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)])
    let size = FileNode(part)?.size ?? 0
    guard Folder.make(parent), FileNode(target)?.kind != .folder, Folder.move(part, to: target) else {
      throw Refusal(409, "“\(name.path)”和已经交来的文件重名，没有收。请改名再试。")
    }
    table.withLock { table in
      table.works[id]?.bytes += size
      table.works[id]?.files += 1
    }
  }

  /// Takes away what was handed in as something.
  func clear(_ role: Order.Role, of id: String) throws(Refusal) {
    let work = try work(id)
    guard !work.isInHand else { throw Refusal(409, "正在做，不能换文件。请等它做完，或先取消。") }
    Folder.remove(work.folder.inputs(role))
    if role == .files { table.withLock { $0.works[id]?.bytes = 0 } }
  }

  /// Has it done, at once or after others.
  func start(_ id: String, _ order: Order) throws(Refusal) {
    let work = try work(id)
    guard !work.isInHand else { throw Refusal(409, "已经在做了。") }
    guard work.folder.begin(order) else { throw Refusal(507, "不能写入临时目录。请检查磁盘空间。") }
    table.withLock { table in
      table.works[id]?.state = .waiting
      table.works[id]?.isUnwanted = false
      table.works[id]?.message = ""
      table.waiting.append(id)
    }
    startNext()
  }

  /// Ends what is done for one, or will be.
  func cancel(_ id: String) throws(Refusal) {
    _ = try work(id)
    table.withLock { table in
      table.works[id]?.isUnwanted = true
      if table.works[id]?.state == .waiting {
        table.works[id]?.state = .cancelled
        table.waiting.removeAll { $0 == id }
      }
    }
  }

  /// Nobody will ask for it any more: it goes, with all its files.
  func leave(_ id: String) {
    let folder: WorkFolder? = table.withLock { table in
      guard let work = table.works[id] else { return nil }
      table.waiting.removeAll { $0 == id }
      if work.state == .running {
        table.works[id]?.isUnwanted = true
        table.works[id]?.isLeft = true
        return nil
      }
      table.works[id] = nil
      return work.folder
    }
    if let folder { Folder.remove(folder.path) }
  }

  /// Lets go of those that nobody has asked for since some time.
  func leaveForgotten(before time: ContinuousClock.Instant) {
    let forgotten = table.withLock { $0.works.filter { !$0.value.isInHand && $0.value.lastSeen < time }.map(\.key) }
    for id in forgotten { leave(id) }
  }

  /// Ends all that is done, and waits for it for at most a few seconds.
  func cancelAll() {
    table.withLock { table in
      table.waiting = []
      for id in table.works.keys { table.works[id]?.isUnwanted = true }
    }
    for _ in 0..<300 where isBusy { usleep(10_000) }
  }

  /// Somebody still has these before them.
  func see(_ ids: [String]) {
    table.withLock { table in for id in ids { table.works[id]?.lastSeen = .now } }
  }

  private func startNext() {
    let next: (String, WorkFolder)? = table.withLock { table in
      guard table.running < mostAtOnce, !table.waiting.isEmpty else { return nil }
      let id = table.waiting.removeFirst()
      guard let work = table.works[id] else { return nil }
      table.works[id]?.state = .running
      table.running += 1
      return (id, work.folder)
    }
    guard let (id, folder) = next else { return }
    DispatchQueue.global().async { [self] in
      run(id, folder)
      startNext()
    }
    startNext()
  }

  private func run(_ id: String, _ folder: WorkFolder) {
    let outcome = ExternalProgram(named: [program], path: "")?.run(
      ["serve", "--job", folder.path], seconds: Limit.seconds, settings: ["TMPDIR": folder.scratch],
      isCancelled: { table.withLock { $0.works[id]?.isUnwanted ?? true } })
    let isLeft = table.withLock { table in
      table.running -= 1
      table.works[id]?.lastSeen = .now
      switch outcome {
      case nil: table.works[id]?.fail("不能启动 \(program)。请重新安装 juesuan。")
      case let outcome? where outcome.isCancelled: table.works[id]?.state = .cancelled
      case let outcome? where outcome.isOverTime:
        table.works[id]?.fail("做了 \(Limit.seconds / 3600) 小时还没有做完，已经停下。请分几次做。")
      case let outcome? where outcome.status != 0 || folder.result == nil:
        let words = outcome.output.split(separator: "\n").suffix(3).joined(separator: "\n")
        table.works[id]?.fail(
          "这些文件没有做成，其余的事不受影响。请逐个试，找出是哪一个。" + (words.isEmpty ? "" : "\n最后说：\(words)"))
      default: table.works[id]?.state = .done
      }
      return table.works[id]?.isLeft ?? true
    }
    if isLeft { leave(id) }
  }
}

extension Work {
  /// It could not be done.
  fileprivate mutating func fail(_ message: String) {
    state = .failed
    self.message = message
  }
}
