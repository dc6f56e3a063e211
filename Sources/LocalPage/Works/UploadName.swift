/// The name under which a file was handed in (交来的文件名), with the folders it lay in: one that leads nowhere but into its own folder.
struct UploadName: Equatable {
  /// Most folders above a file.
  private static let deepest = 16
  /// Most bytes of a name; file systems take no more.
  private static let longest = 240

  /// The path below the folder for its like.
  let path: String

  /// The folders above the file, from the top.
  var folders: [String] { path.split(separator: "/").dropLast().map(String.init) }

  /// Throws what is wrong with a name.
  init(_ typed: String) throws(Refusal) {
    let parts = typed.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= Self.deepest else { throw Refusal(400, "“\(typed)”在太多层目录下面。请把文件移到上面几层再试。") }
    for part in parts {
      // A name of dots leads elsewhere; a hidden file is none that people hand in; `-` stands for the standard input.
      guard !part.isEmpty, !part.hasPrefix("."), part != "-", part.utf8.count <= Self.longest,
        !part.utf8.contains(0x5C), part.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
      else { throw Refusal(400, "文件名“\(typed)”不能用。请改一个名称再试：不太长，不以 . 开头，没有 \\ 和控制字符。") }
    }
    path = typed
  }
}
