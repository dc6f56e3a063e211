/// What a path leads to, links followed: the same for all paths and links that lead there (同一个文件).
package struct FileNode: Hashable, Sendable {
  /// What there is on a file system.
  package enum Kind: Sendable {
    case file, folder, pipe, socket, device

    init(mode: mode_t) {
      switch mode & S_IFMT {
      case S_IFREG: self = .file
      case S_IFDIR: self = .folder
      case S_IFIFO: self = .pipe
      case S_IFSOCK: self = .socket
      default: self = .device
      }
    }
  }

  /// What it is.
  package let kind: Kind
  /// How many bytes a file has.
  package let size: Int
  /// When it was last changed, in seconds.
  package let modified: Int
  private let device: UInt64
  private let number: UInt64

  /// What a path leads to; nil where it leads to nothing. Nothing is opened, and so nothing waited for.
  package init?(_ path: String) {
    var status = stat()
    guard path.withPath({ stat($0, &status) }) == 0 else { return nil }
    self.init(status)
  }

  /// What an open file is; nil where none is open.
  package init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    kind = Kind(mode: status.st_mode)
    size = Int(status.st_size)
    modified = status.modified.tv_sec
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }

  package static func == (left: FileNode, right: FileNode) -> Bool {
    left.device == right.device && left.number == right.number
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(device)
    hasher.combine(number)
  }
}
