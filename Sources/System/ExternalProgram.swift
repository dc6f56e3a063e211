import FoundationEssentials

/// A program on the machine that is no part of this tool.
///
/// It is started directly, never through a shell, so that no argument can be taken for a command.
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
    /// What it wrote to standard output and standard error.
    package let output: String
  }

  /// The first of the names that is a program in a folder of PATH.
  package init?(named names: [String], path folders: String) {
    for name in names {
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

  /// Runs it to its end, for at most some seconds; nil when it cannot be started. What it writes goes to a file of the
  /// folder.
  package func run(_ arguments: [String], in folder: String, seconds: Int) -> Outcome? {
    let log = folder + "/messages"
    var process = pid_t()
    let words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    guard posix_spawn(&process, path, &actions, nil, words, environ) == 0 else { return nil }

    var status: Int32 = 0
    var isOverTime = false
    var waited = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process || ended < 0 && errno != EINTR { break }
      if waited >= seconds * 100, !isOverTime {
        isOverTime = true
        kill(process, SIGKILL)
      }
      usleep(10_000)
      waited += 1
    }
    // The low seven bits are the signal, the next eight the exit status.
    let exit = status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
    let output = FileManager.default.contents(atPath: log).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return Outcome(status: isOverTime ? nil : exit, isOverTime: isOverTime, output: output)
  }

  /// Starts a program that PATH names and does not wait for it; false when there is none of that name.
  package static func start(_ name: String, _ arguments: [String]) -> Bool {
    var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process = pid_t()
    return posix_spawnp(&process, name, nil, nil, words, environ) == 0
  }
}
