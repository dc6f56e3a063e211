import System

/// The command line: reads the arguments, runs what they ask for, and ends with its exit status.
@main struct Main {
  static func main() {
    // A reader such as `head` that closes early is no failure of ours.
    signal(SIGPIPE, SIG_DFL)
    Unfinished.endsWithSignals()
    // Swift mends what is no UTF-8 among its own arguments, and no file has the mended name.
    let words = (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { PathBytes.text(ofCString: $0) }
    }
    exit(Tool.juesuan.run(words).rawValue)
  }
}
