import System

/// Other programs, and this one once more.
enum ChildProcess {
  /// What a program came to.
  struct Outcome {
    /// As `waitpid` tells it: 0 where it ended well.
    let status: Int32
    /// The time that it and what it ran had of the processors.
    let seconds: Double
    /// The most memory that it, or one of what it ran, had at once, in KiB.
    let peakMemory: Int
  }

  /// Runs a program, what it says going nowhere; nil when it cannot be started.
  static func run(_ arguments: [String]) -> Outcome? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream: Int32 in [1, 2] { posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0) }
    var texts: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    texts.append(nil)
    defer { for text in texts { free(text) } }
    var process = pid_t()
    guard posix_spawnp(&process, arguments[0], &actions, nil, texts, environ) == 0 else { return nil }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(process, &status, 0, &usage) == process else { return nil }
    return Outcome(
      status: status, seconds: usage.ru_utime.seconds + usage.ru_stime.seconds, peakMemory: Int(usage.ru_maxrss))
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}
