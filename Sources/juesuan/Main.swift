import System

/// The command line: reads the arguments, runs what they ask for, and ends with its exit status.
@main struct Main {
  static func main() {
    // A reader such as `head` that closes early is no failure of ours.
    signal(SIGPIPE, SIG_DFL)
    exit(Tool.juesuan.run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }
}
