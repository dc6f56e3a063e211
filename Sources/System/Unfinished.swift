import Dispatch
import Synchronization

/// What a run has begun and not finished (未完成的): files and folders that are not in their place yet, and the programs it
/// waits for.
///
/// When the run is told to stop by TERM, INT or HUP, they go with it. Signals are the process's, and so is this list.
package enum Unfinished {
  private struct Work {
    var paths: Set<String> = []
    /// The process groups of programs that were started.
    var groups: Set<pid_t> = []
  }

  private static let work = Mutex(Work())

  /// From now on a signal that ends the run removes what is unfinished first. Signals that whoever started the run wants
  /// ignored stay so.
  ///
  /// To be called before any other thread is there: threads inherit what is blocked.
  package static func endsWithSignals() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGTERM, SIGINT, SIGHUP] where !isIgnored(signal) { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let awaited = signals
    DispatchQueue(label: "signals").async {
      var signals = awaited
      var received: Int32 = 0
      while sigwait(&signals, &received) != 0 {}
      end(by: received)
    }
  }

  /// Does a part of what is noted, such as writing one of its files or putting it in its place. A signal waits for the end of
  /// it, and no part is begun once what is unfinished is being removed: what is half removed must not be put in place.
  static func part<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    try work.withLock { _ throws(Failure) in try body() }
  }

  /// Notes a path before anything is made there.
  static func began(_ path: String) { work.withLock { _ = $0.paths.insert(path) } }

  /// The path is finished or gone.
  static func ended(_ path: String) { work.withLock { _ = $0.paths.remove(path) } }

  /// Makes what is to be noted, whose path or number is known only then; nil where it cannot be made.
  static func beginFolder(_ make: () -> String?) -> String? {
    work.withLock { work in
      let path = make()
      if let path { work.paths.insert(path) }
      return path
    }
  }

  /// Starts a program in a process group of its own, and notes it; nil where it cannot be started.
  static func beginGroup(_ start: () -> pid_t?) -> pid_t? {
    work.withLock { work in
      let process = start()
      if let process { work.groups.insert(process) }
      return process
    }
  }

  /// The program has ended; whatever it started and left in its group ends too.
  static func endedGroup(_ process: pid_t) {
    work.withLock { work in
      kill(-process, SIGKILL)
      work.groups.remove(process)
    }
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    return action.isIgnoring
  }

  /// Removes what is unfinished and ends the run as the signal would have. Whoever wants to go on with it waits for that.
  private static func end(by signal: Int32) {
    work.withLock { work in
      // Programs of ours have something unfinished themselves, and end what they started.
      for group in work.groups { kill(-group, SIGTERM) }
      for _ in 0..<50 where work.groups.contains(where: { kill(-$0, 0) == 0 }) { usleep(10_000) }
      for group in work.groups { kill(-group, SIGKILL) }
      var left = work.paths
      // A program that is being killed may still write into its folder.
      for _ in 0..<50 {
        left = left.filter { FileNode($0) != nil && !Folder.remove($0) }
        if left.isEmpty { break }
        usleep(10_000)
      }
      var only = sigset_t()
      sigemptyset(&only)
      sigaddset(&only, signal)
      pthread_sigmask(SIG_UNBLOCK, &only, nil)
      kill(getpid(), signal)
      // It may come a moment later.
      while true { pause() }
    }
  }
}
