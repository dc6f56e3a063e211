package import FoundationEssentials

/// Files that are not the project's own and lie in a folder `shared` beside the checkout, or beside a folder above it:
/// published documents (公开文件) with their transcriptions, and the public specification of Mustache.
///
/// Tests that need them are skipped where they are not.
package enum SharedFiles {
  /// A file or folder in `shared`; nil where it is not.
  package static func url(_ path: String) -> URL? {
    var ancestor = Checkout.folder
    while ancestor.pathComponents.count > 1 {
      ancestor = ancestor.deletingLastPathComponent()
      let candidate = ancestor.appending(path: "shared/" + path)
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
    }
    return nil
  }

  /// Why a test that needs a file or folder does not run.
  package static func absence(of path: String) -> String { "项目旁没有 shared/\(path)，这一项不运行。" }
}
