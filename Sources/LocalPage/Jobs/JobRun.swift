import Accounts
import Checks
import Disclosing
import Documents
import Formats
import Reading
import Rendering
import System

/// A piece of work as the process that does it sees it (做一件事): what is to be done, where the files are, and who is told how far it is.
///
/// It runs in the folder of what was handed in, so that files are called by the names their owner gave them.
package struct JobRun: Sendable {
  let folder: WorkFolder
  let order: Order
  /// The name and version of this tool, for reports.
  let tool: String
  /// An error of any kind in words.
  let describe: @Sendable (any Error) -> String

  /// The work in a folder; nil where none is ordered there.
  package init?(in folder: WorkFolder, tool: String, describe: @escaping @Sendable (any Error) -> String) {
    guard let order = folder.order else { return nil }
    (self.folder, self.order, self.tool, self.describe) = (folder, order, tool, describe)
  }

  /// Does it, and writes what came of it; throws only where that cannot be written.
  package func run() throws {
    var result: JobResult
    do {
      result =
        switch order.kind {
        case .check: try CheckJob(self).result()
        case .make: try MakeJob(self).result()
        case .package: try PackageJob(self).result()
        case .new: try NewJob(self).result()
        case .season: try SeasonJob(self).result()
        }
    } catch {
      result = JobResult()
      result.problems = Self.lines(of: describe(error))
    }
    try folder.finish(result.json)
  }

  /// How everything is read: as commands do without options.
  func choices(_ tell: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) -> Choices {
    var choices = Choices()
    choices.engine = Recogniser(Recogniser.standardName, tell: tell)
    return choices
  }

  /// What was handed in as something: the only file or folder, or else the folder with all of them; nil where nothing was.
  ///
  /// Files are named by their own names, wherever the run's folder is.
  func path(_ role: Order.Role) -> String? {
    let names = Folder.names(in: folder.inputs(role)) ?? []
    guard let first = names.first else { return nil }
    if role == .files { return names.count == 1 ? first : "." }
    return names.count == 1 ? "../\(role.rawValue)/\(first)" : "../\(role.rawValue)"
  }

  /// The same, or an error where nothing was handed in.
  func files() throws -> String {
    guard let path = path(.files) else { throw JobError("没有交来文件。请先拖放或选择文件。") }
    return path
  }

  /// Says how far the work is.
  func tell(_ progress: String) { folder.tell(progress) }

  /// A message as the page shows it: without what is meant for a terminal.
  static func lines(of message: String) -> [String] {
    message.split(separator: "\n").map { line in
      ["juesuan: 错误: ", "juesuan: 提醒: "].reduce(String(line)) { text, prefix in
        text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
      }
    }
  }
}

/// What a person has to do before work can be done.
struct JobError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
