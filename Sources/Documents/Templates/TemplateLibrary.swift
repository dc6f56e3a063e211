package import Mustache
import System

/// The page skeletons and styles: those in the binary, each replaced by the file of the same name in a folder of the
/// user's.
package struct TemplateLibrary: Sendable {
  /// The largest template read, in bytes.
  private static let largestSize = 16 << 20

  private let texts: [String: String]
  /// The paths of those that are files of a place of the user's, by their names.
  private let paths: [String: String]

  /// A file of a place of the user's that is no form.
  package struct PlaceFile: Sendable {
    /// Its name as if it were built in: `places/`*place*`/words.json`.
    package let name: String
    /// Its path, as the user would write it.
    package let path: String
    package let text: String

    package init(name: String, path: String, text: String) {
      self.name = name
      self.path = path
      self.text = text
    }
  }

  /// The built-in templates, with the files of a place of the user's, overridden by the files of a folder.
  ///
  /// Throws ``TemplateFolderError`` when the folder is missing or holds a file that is no template of this tool, since
  /// a misspelt one would silently change nothing.
  package init(
    overriddenBy folder: String? = nil, with place: [PlaceFile] = []
  ) throws(TemplateFolderError) {
    var texts = embeddedFiles
    for file in place { texts[file.name] = file.text }
    paths = Dictionary(place.map { ($0.name, $0.path) }, uniquingKeysWith: { $1 })
    if let folder {
      guard let paths = Folder.pathsBelow(folder) else {
        throw TemplateFolderError("\(folder): 错误: 没有这个模板目录，应是放着模板文件的目录。")
      }
      for path in paths where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
        let file = folder + "/" + path
        guard let kind = FileNode(file)?.kind, kind != .folder else { continue }
        guard embeddedFiles[path] != nil else {
          throw TemplateFolderError(
            "\(file): 错误: 没有名为“\(path)”的模板，应是下列之一：\(embeddedFiles.keys.sorted().joined(separator: "、"))。")
        }
        guard kind == .file else {
          throw TemplateFolderError("\(file): 错误: 是管道、设备或套接字，没有打开，模板应是文件。请换成文件，或移出这个目录。")
        }
        guard let bytes = try? readBytes(of: file, atMost: Self.largestSize) else {
          throw TemplateFolderError("\(file): 错误: 不能读取，或超过 \(Self.largestSize >> 20) MB，模板应是可以读取的文本。")
        }
        guard let text = String(validating: bytes, as: UTF8.self)
        else { throw TemplateFolderError("\(file): 错误: 不是 UTF-8 文本，模板应是 UTF-8 编码。") }
        texts[path] = text
      }
    }
    self.texts = texts
  }

  /// The names of all templates, in order.
  package static var names: [String] { embeddedFiles.keys.sorted() }

  /// A text as it stands; empty when there is none of that name.
  package func text(_ name: String) -> String { texts[name] ?? "" }

  /// The path of a text in messages: that of the user's file, or the name of a built-in one.
  func file(of name: String) -> String { paths[name] ?? name }

  /// The templates below a folder, parsed, by their names without the folder and the ending.
  ///
  /// Throws the first syntax error, at its line and column.
  package func templates(in folder: String) throws(TemplateSyntaxError) -> [String: Template] {
    var templates: [String: Template] = [:]
    for (name, text) in texts.sorted(by: { $0.key < $1.key })
    where name.hasPrefix(folder + "/") && name.hasSuffix(".mustache") {
      let short = String(name.dropFirst(folder.utf8.count + 1).dropLast(".mustache".utf8.count))
      templates[short] = try Template(text, named: file(of: name))
    }
    return templates
  }
}

/// A folder of templates that cannot be used.
package struct TemplateFolderError: Error, Sendable {
  /// What is wrong with it, in Chinese.
  package let message: String

  init(_ message: String) { self.message = message }
}
