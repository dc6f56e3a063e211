import Accounts
import Reading
import Rendering
import Tables

extension Command {
  /// `juesuan build LEDGER -o DIR`: writes the disclosure package.
  func build(_ terminal: Terminal) throws -> ExitStatus {
    let path = try operands(1...1, "一个账（目录或 JSON 文件）")[0]
    guard let output = options.output else {
      throw UsageError("没有输出目录，应以 -o 给出，如 -o 决算公开。", command: "build")
    }
    let inputs = try inputs(path, terminal)
    let tables = try TableSet(deriving: inputs.ledger, form: inputs.form, codes: inputs.codes)
    let contents = try PackageContents(
      document: Document(disclosing: inputs.ledger, tables: tables), tables: tables, form: inputs.form,
      library: TemplateLibrary(overriddenBy: options.templates), formats: options.formats)
    try PackageFolder(output).write(contents)
    terminal.note("已写出 \(output)：\(tables.tables.count) 张表，\(contents.files.count) 个文件。")
    return .success
  }
}
