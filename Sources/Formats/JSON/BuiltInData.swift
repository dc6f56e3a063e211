/// A data file that ships with the tool (自带数据) and does not say what it has to.
///
/// Nothing is done with the rest of such a file: whatever depends on it stops here.
package struct DamagedData: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file's path inside its target's `Data`.
  package let file: String
  /// Where in the file, and what was expected, in plain Chinese.
  package let message: String

  /// An error in a file, as its reader says it.
  package init(file: String, message: String) {
    self.file = file
    self.message = message
  }

  /// The file, the place and what was expected, in plain Chinese.
  package var description: String { "软件自带的数据 \(file) 有误：\(message)" }
}

extension JSONText {
  /// Reads one of the data files that ship with a target; throws when it is not there, is no JSON, or lacks what `read`
  /// asks of it.
  package static func builtIn<Value>(
    _ file: String, of files: [String: String], _ read: (JSONNode) throws(JSONFieldError) -> Value
  ) throws(DamagedData) -> Value {
    guard let text = files[file] else { throw DamagedData(file: file, message: "没有这个文件。") }
    do {
      return try read(try parse(text))
    } catch let error as JSONTextError {
      throw DamagedData(file: file, message: error.message)
    } catch let error as JSONFieldError {
      throw DamagedData(file: file, message: error.message)
    } catch {
      throw DamagedData(file: file, message: "\(error)")
    }
  }
}
