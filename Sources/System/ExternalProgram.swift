/// A program on the machine that is no part of this tool.
///
/// It is started directly, never through a shell, so that no argument can be taken for a command, and in a process group of
/// its own, so that all it starts can be ended with it.
package struct ExternalProgram: Sendable {
  /// The name it goes by.
  package let name: String
  /// Where it is.
  package let path: String

  /// How a run ended.
  package struct Outcome: Sendable {
    /// The exit status; nil when it was stopped by a signal or for its time.
    package let status: Int32?
    /// Whether it was stopped because its time was up.
    package let isOverTime: Bool
    /// Whether it was stopped because it was no longer wanted.
    package let isCancelled: Bool
    /// The last of what it wrote to standard output and standard error, at most ``ExternalProgram/outputLimit`` bytes.
    package let output: String
  }

  /// Most bytes kept of what a program writes: its last words say why it failed.
  package static let outputLimit = 64 << 10

  /// The folders of PATH, in which programs are looked for.
  package static var searchPath: String { getenv("PATH").map { PathBytes.text(ofCString: $0) } ?? "" }

  /// The first of the names that is a program in a folder of PATH; a name with a slash is a path.
  package init?(named names: [String], path folders: String) {
    for name in names {
      if name.contains("/"), access(name, X_OK) == 0 {
        (self.name, path) = (name, name)
        return
      }
      for folder in folders.split(separator: ":") where folder.hasPrefix("/") {
        let file = "\(folder)/\(name)"
        if access(file, X_OK) == 0 {
          (self.name, path) = (name, file)
          return
        }
      }
    }
    return nil
  }

  /// Runs it to its end, for at most some seconds of the clock; nil when it cannot be started.
  ///
  /// What it started and left running ends with it, when it ends by itself, when its time is up, and when this run is told
  /// to stop. What it writes to standard output goes into `file` where one is named, `settings` are added to its environment.
  ///
  /// Once `isCancelled` says so it is told to stop, and made to where it does not within seconds.
  package func run(
    _ arguments: [String], seconds: Int, writing file: String? = nil, settings: [String: String] = [:],
    isCancelled: () -> Bool = { false }
  ) -> Outcome? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    let writing = ends[1]
    let started = Unfinished.beginGroup({
      Self.start(path, [path] + arguments, output: writing, file: file, settings: settings)
    })
    close(writing)
    let reading = ends[0]
    defer { close(reading) }
    var output = LastBytes(of: reading)
    guard let process = started else { return nil }

    let clock = SuspendingClock()
    var deadline = clock.now + .seconds(seconds)
    var status: Int32 = 0
    var isOverTime = false
    var isUnwanted = false
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process || ended < 0 && errno != EINTR { break }
      if !isUnwanted, isCancelled() {
        isUnwanted = true
        deadline = min(deadline, clock.now + .seconds(2))
        kill(-process, SIGTERM)
      }
      if !isOverTime, clock.now >= deadline {
        isOverTime = true
        kill(-process, SIGKILL)
      }
      output.take(waiting: 10)
    }
    Unfinished.endedGroup(process)
    output.take(waiting: 0)
    // The low seven bits are the signal, the next eight the exit status.
    let exit = status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
    return Outcome(
      status: isOverTime || isUnwanted ? nil : exit, isOverTime: isOverTime && !isUnwanted, isCancelled: isUnwanted,
      output: output.text)
  }

  /// Starts a program that PATH names and does not wait for it; false when there is none of that name.
  package static func start(_ name: String, _ arguments: [String]) -> Bool {
    start(name, [name] + arguments, output: nil) != nil
  }

  /// Starts a program in a process group of its own, with none of the signals blocked that this run waits for. Its output
  /// goes to an open file, or where this run's goes; its standard output into a file of its own where one is named.
  private static func start(
    _ program: String, _ words: [String], output: Int32?, file: String? = nil, settings: [String: String] = [:]
  ) -> pid_t? {
    let words = words.map { word in word.withPath { strdup($0) } } + [nil]
    defer { for word in words { free(word) } }
    let added = settings.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") }
    defer { for setting in added { free(setting) } }
    var environment = added
    var inherited = environ
    while let setting = inherited.pointee {
      environment.append(setting)
      inherited += 1
    }
    environment.append(nil)
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard posix_spawnattr_init(&attributes) == 0 else { return nil }
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    if let output {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
      if let file {
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      } else {
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
      }
      posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
    }
    var process = pid_t()
    return posix_spawnp(&process, program, &actions, &attributes, words, environment) == 0 ? process : nil
  }
}

/// The last bytes of what comes through a pipe; memory is bounded however much comes.
private struct LastBytes {
  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private var isAtEnd = false

  init(of descriptor: Int32) { self.descriptor = descriptor }

  /// Takes what is there, after waiting for it for at most some milliseconds.
  mutating func take(waiting milliseconds: Int32) {
    guard !isAtEnd else {
      usleep(UInt32(milliseconds) * 1000)
      return
    }
    var awaited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&awaited, 1, milliseconds) > 0 else { return }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    // No more than a pipe holds at once, so that a program that never stops writing is timed all the same.
    for _ in 0..<16 {
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      if count == 0 { isAtEnd = true }
      guard count > 0 else { return }
      bytes += piece[..<count]
      if bytes.count > ExternalProgram.outputLimit { bytes.removeFirst(bytes.count - ExternalProgram.outputLimit) }
    }
  }

  /// What was written last, as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
