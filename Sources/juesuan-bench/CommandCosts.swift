/// What commands cost, each run in turn with the others so that all meet the same machine: processor time and memory.
///
/// The time of the clock would say how busy the machine was, and what is written to disk how busy the disk.
struct CommandCosts {
  private struct Costs {
    let command: String
    var seconds: [Double] = []
    var peakMemory: [Int] = []
    /// How often it ended with another status than 0, as a check does that finds something.
    var others = 0

    var medianSeconds: Double { seconds.sorted()[seconds.count / 2] }
  }

  private var costs: [Costs]

  /// Runs each command so many times, at least once, by the shell; throws the first that cannot be started.
  init(_ commands: [String], times: Int) throws {
    costs = commands.map { Costs(command: $0) }
    for _ in 0..<max(1, times) {
      for index in costs.indices {
        guard let outcome = ChildProcess.run(["/bin/sh", "-c", costs[index].command]) else {
          throw CommandNotRun(command: costs[index].command)
        }
        costs[index].seconds.append(outcome.seconds)
        costs[index].peakMemory.append(outcome.peakMemory)
        if outcome.status != 0 { costs[index].others += 1 }
      }
    }
  }

  /// Medians of all runs, and how many times the first command's time each takes.
  var table: String {
    var table = TextTable(["次", "处理器毫秒", "最快", "倍数", "峰值内存MB", "状态非零", "命令"])
    let first = costs.first?.medianSeconds ?? 0
    for one in costs {
      table.add([
        String(one.seconds.count), decimal(one.medianSeconds * 1e3, 1), decimal((one.seconds.min() ?? 0) * 1e3, 1),
        first > 0 ? decimal(one.medianSeconds / first, 2) : "",
        decimal(Double(one.peakMemory.sorted()[one.peakMemory.count / 2]) / 1024, 1),
        String(one.others), one.command,
      ])
    }
    return table.text
  }
}

/// A command that could not be started.
struct CommandNotRun: Error, CustomStringConvertible {
  let command: String

  var description: String { "没有能运行 \(command)：系统里没有 /bin/sh。" }
}
