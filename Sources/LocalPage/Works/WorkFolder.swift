import Formats
import System

/// The folder of a piece of work (一件事的目录), in which only this user can look: what was handed in, what is to be done, how far it is,
/// and what came of it. The page and the process that does the work speak through it.
package struct WorkFolder: Sendable {
  /// Where it is.
  package let path: String

  /// The folder at a path, there or not.
  package init(_ path: String) { self.path = path }

  /// What was handed in as something.
  package func inputs(_ role: Order.Role) -> String { "\(path)/\(role.rawValue)" }
  /// What came of it, to be shown and taken away.
  package var output: String { path + "/out" }
  /// For what is needed for a while.
  var scratch: String { path + "/tmp" }
  var orderFile: String { path + "/order.json" }
  var progressFile: String { path + "/progress" }
  var resultFile: String { path + "/result.json" }

  /// Makes it; false where that cannot be done.
  package func make() -> Bool { Folder.makePrivate(path) && Folder.makePrivate(scratch) }

  /// Makes it the folder of the run to stand among what was handed in; false where that cannot be done.
  package func enter() -> Bool {
    Folder.makePrivate(inputs(.files)) && Folder.makeCurrent(inputs(.files))
  }

  /// What is to be done; nil where it does not say so.
  package var order: Order? { bytes(of: orderFile).flatMap { Order($0) } }

  /// Says what is to be done, and that nothing came of it yet; false where the disk does not take it.
  package func begin(_ order: Order) -> Bool {
    Folder.remove(resultFile)
    Folder.remove(progressFile)
    return write(order.bytes, to: orderFile)
  }

  /// How far the work is, in words; empty where it does not say.
  var progress: String { bytes(of: progressFile).map { String(decoding: $0, as: UTF8.self) } ?? "" }

  /// Says how far it is.
  func tell(_ progress: String) { _ = write(Array(progress.utf8), to: progressFile) }

  /// What came of it, as JSON; nil as long as nothing did.
  var result: [UInt8]? { bytes(of: resultFile) }

  /// Writes what came of it, which is shown once all of it is there.
  func finish(_ result: JSONOutput) throws { try WholeFile(resultFile).write(JSONWriter.utf8(of: result)) }

  /// Writes a file to be shown or taken away.
  func put(_ bytes: [UInt8], as name: String) throws {
    if let slash = name.lastIndex(of: "/") { _ = Folder.make(output + "/" + name[..<slash]) }
    _ = Folder.make(output)
    try WholeFile(output + "/" + name).write(bytes)
  }

  /// A file to be shown or taken away; nil where there is none of that name. The name leads nowhere else.
  package func document(_ name: String) -> [UInt8]? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { return nil }
    let file = output + "/" + name
    // Whatever was handed in, no link leads out of here.
    guard FileNode(file)?.kind == .file, realPath(of: file).hasPrefix(realPath(of: output) + "/") else { return nil }
    return bytes(of: file, atMost: 512 << 20)
  }

  private func bytes(of file: String, atMost limit: Int = 64 << 20) -> [UInt8]? {
    try? readBytes(of: file, atMost: limit)
  }

  /// Small files that are read while they are written: in one step, and without waiting for the disk.
  private func write(_ bytes: [UInt8], to file: String) -> Bool {
    let beside = file + ".new"
    Folder.remove(beside)
    guard let descriptor = newPrivateFile(beside) else { return false }
    defer { closeFile(descriptor) }
    return writeBytes(bytes, to: descriptor) && Folder.move(beside, to: file)
  }
}
