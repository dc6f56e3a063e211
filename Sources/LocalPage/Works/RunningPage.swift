import Formats
import System

/// Where a page that runs is found by other runs of this user (正在运行的页面): its port, its first word and its folder.
package struct RunningPage: Sendable, Equatable {
  /// The folder, in that of a page, in which other runs offer it files.
  static let offers = "offers"

  /// The number of its process.
  package let process: Int32
  package let port: UInt16
  package let token: String
  /// Its folder, in which only this user can look.
  package let folder: String

  /// What stands in the file of a page that runs; nil where none does.
  package init?(file: String) {
    guard let bytes = try? readBytes(of: file, atMost: 1 << 16) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.count == 4, let process = Int32(lines[0]), let port = UInt16(lines[1]) else { return nil }
    self.init(process: process, port: port, token: lines[2], folder: lines[3])
    guard RunFile.isRunning(process), FileNode(folder)?.kind == .folder, let probe = loopbackConnection(to: port) else {
      return nil
    }
    closeFile(probe)
  }

  init(process: Int32, port: UInt16, token: String, folder: String) {
    (self.process, self.port, self.token, self.folder) = (process, port, token, folder)
  }

  var bytes: [UInt8] { Array("\(process)\n\(port)\n\(token)\n\(folder)\n".utf8) }

  /// The first link; `offer` is what is to be shown, by the number it was given.
  package func link(showing offer: String? = nil, isLedger: Bool = false) -> String {
    "http://127.0.0.1:\(port)/enter?token=\(token)"
      + (offer.map { "&offer=\($0)" + (isLedger ? "&ledger=1" : "") } ?? "")
  }

  /// Offers the page a copy of a file, or of what stands in a folder; its number, or nil where it cannot be copied. Throws where it has
  /// a name that the page does not take.
  package func offer(_ path: String) throws(Refusal) -> String? {
    let id = Admission.word()
    let place = "\(folder)/\(Self.offers)/\(id)"
    let real = realPath(of: path)
    let name = real.split(separator: "/").last.map(String.init) ?? ""
    var files = [(real, name)]
    if FileNode(real)?.kind == .folder {
      files = (Folder.pathsBelow(real, atMost: Works.Limit.workFiles) ?? []).filter { below in
        !below.split(separator: "/").contains { $0.hasPrefix(".") } && FileNode("\(real)/\(below)")?.kind == .file
      }.map { ("\(real)/\($0)", "\(name)/\($0)") }
    }
    guard !files.isEmpty, Folder.makePrivate(place) else { return nil }
    for (source, name) in files {
      let target = "\(place)/\(Order.Role.files.rawValue)/\(try UploadName(name).path)"
      guard Folder.make(String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)])),
        let bytes = try? readBytes(of: source, atMost: Works.Limit.fileBytes),
        let descriptor = newPrivateFile(target)
      else {
        Folder.remove(place)
        return nil
      }
      defer { closeFile(descriptor) }
      guard writeBytes(bytes, to: descriptor) else {
        Folder.remove(place)
        return nil
      }
    }
    return id
  }
}
