import Accounts
import Formats
import System

/// A ledger as a folder with a CSV file a sheet, each named after its sheet.
struct CSVFolder {
  private let path: String
  private let files: InputFiles
  private let schema: LedgerSchema

  init(_ path: String, from files: InputFiles, schema: LedgerSchema) {
    self.path = path
    self.files = files
    self.schema = schema
  }

  /// The raw rows of every sheet, and all problems of all files; throws when the folder cannot be opened.
  ///
  /// Files of other kinds and folders are passed over; a CSV file that is none of the sheets is a problem, since its
  /// rows would silently be missing.
  func ledger() throws(UnusableInput) -> RawLedger {
    guard let names = files.names(in: path) else {
      throw UnusableInput([
        Problem(at: SourceLocation(file: InputFile.displayName(of: path)), found: "不能打开目录", expected: "应是可以读取的目录")
      ])
    }
    var ledger = RawLedger()
    for name in names where name.lowercased().ends(with: ".csv") && !name.begins(with: ".") {
      let file = (path.ends(with: "/") ? path : path + "/") + name
      let shown = InputFile.displayName(of: file)
      let title = String(PathBytes.legible(name).dropLast(4)).foldedForComparison
      guard let sheet = schema.sheets.first(where: { $0.title.foldedForComparison == title }) else {
        ledger.problems.append(
          Problem(
            at: SourceLocation(file: shown), found: "文件名不是账里的表",
            expected: "应是下列之一：\(schema.sheets.map { $0.title + ".csv" }.joined(separator: "、"))", advice: "请改名，或移出这个目录")
        )
        continue
      }
      if let first = ledger.sheets.first(where: { $0.id == sheet.id }) {
        ledger.problems.append(
          Problem(
            at: SourceLocation(file: shown), found: "“\(sheet.title)”已有文件 \(first.place.file)", expected: "每张表应只有一个文件",
            advice: "请把其中一个移出这个目录"))
        continue
      }
      do throws(UnusableInput) {
        ledger.sheets.append(try self.sheet(file, sheet.id))
      } catch {
        ledger.sheets.append(.unreadable(sheet.id, SourceLocation(file: shown), error.problems))
      }
    }
    return ledger
  }

  private func sheet(_ path: String, _ id: SheetID) throws(UnusableInput) -> RawSheet {
    try InputFile.requireFile(path)
    let (records, csvProblems) = CSVDocument.parse(try files.text(of: path))
    let file = InputFile.displayName(of: path)
    let place = SourceLocation(file: file)
    guard csvProblems.isEmpty else {
      throw UnusableInput(csvProblems.map { Problem(at: SourceLocation(file: file, line: $0.line), $0.message) })
    }
    guard let header = records.first else {
      throw UnusableInput([Problem(at: place, found: "文件是空的", expected: "第一行应是标题")])
    }
    var problems: [Problem] = []
    let headings = header.fields.map {
      RawSheet.Heading(
        text: $0, place: SourceLocation(file: file, line: header.line, column: RawSheet.columnName($0)))
    }
    let rows = records.dropFirst().compactMap { record -> RawSheet.Row? in
      if record.fields.count != header.fields.count {
        guard !record.fields.allSatisfy(\.trimmed.isEmpty), problems.count < SheetReader.problemLimit else {
          return nil
        }
        problems.append(
          Problem(
            at: SourceLocation(file: file, line: record.line), found: "有 \(record.fields.count) 列",
            expected: "应与标题一样有 \(header.fields.count) 列", advice: "请检查是否少了或多了逗号；含逗号的值要用英文双引号括起来"))
        return nil
      }
      return RawSheet.Row(
        place: SourceLocation(file: file, line: record.line), cells: record.fields.map { RawSheet.Cell(text: $0) })
    }
    return RawSheet(id: id, place: place, headings: headings, rows: rows, problems: problems)
  }
}
