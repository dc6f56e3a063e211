import System

/// The command line: reads the arguments, runs what they ask for, and ends with its exit status.
@main struct Main {
  static func main() {
    // A reader such as `head` that closes early is no failure of ours.
    signal(SIGPIPE, SIG_DFL)
    let arguments = Array(CommandLine.arguments.dropFirst())
    let status: ExitStatus
    do throws(UsageError) {
      let command = try Command(arguments)
      status = command.run(Terminal(color: command.options.color, isQuiet: command.options.isQuiet))
    } catch {
      status = Terminal(color: nil, isQuiet: false).report(error)
    }
    exit(status.rawValue)
  }
}
