import Accounts
import Documents
import Formats
import FoundationEssentials
import Reading
import Rendering
import System

/// What reading a ledger's workbook costs: cell by cell, and as a ledger, beside openpyxl in its read-only mode.
///
/// Times are those of the processor, which on a machine with nothing else to do are those of the clock.
struct WorkbookSpeed {
  /// Rows of expenditure.
  let rows: Int
  /// Bytes of the file.
  let bytes: Int
  /// Cells of all sheets.
  let cells: Int
  /// Reading every cell.
  let raw: Cost
  /// Reading it as a ledger.
  let ledger: Cost
  /// Seconds openpyxl takes to read every cell; nil where there is no Python with openpyxl.
  let openpyxl: Double?

  /// Seconds, and the peak of memory in KiB.
  struct Cost {
    let seconds: Double
    let kibibytes: Int

    init(_ work: () throws -> Void) rethrows {
      PeakMemory.reset()
      let start = ProcessorTime.seconds
      try work()
      seconds = ProcessorTime.seconds - start
      kibibytes = PeakMemory.kibibytes
    }
  }

  /// Writes a workbook with so many rows of expenditure and reads it; `python` is one that has openpyxl, nil for that
  /// of .ci/run or the first on the path.
  init(rows: Int, python: String? = nil) throws {
    self.rows = rows
    let folder = FileManager.default.temporaryDirectory.path + "/juesuan-bench-workbook"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/账.xlsx"
    // In a process of its own, whose memory does not count.
    guard ChildProcess.run(["/proc/self/exe", Self.writing, String(rows), path])?.status == 0,
      let size = FileManager.default.contents(atPath: path)?.count
    else { throw CocoaError(.fileWriteUnknown) }
    bytes = size
    var cells = 0
    raw = try Cost {
      let workbook = try XLSXWorkbook(Array(try Data(contentsOf: URL(filePath: path))))
      for sheet in workbook.sheets {
        var rows = try workbook.rows(of: sheet)
        while let row = try rows.next() { cells += row.cells.count }
      }
    }
    self.cells = cells
    ledger = try Cost {
      let ledger = try LedgerReader().ledger(at: path)
      guard ledger.expenditure.count == rows else { throw CocoaError(.fileReadCorruptFile) }
    }
    openpyxl = Python.seconds(of: python, toRead: path, output: folder + "/秒")
  }

  /// The command by which this program has itself write the workbook.
  static let writing = "write-workbook"

  /// Writes a ledger's workbook with so many rows of expenditure.
  static func write(_ rows: Int, to path: String) throws {
    let codes = try CodeTables.standard(year: 2024)
    let schema = try LedgerSchema.standard()
    let ledger = try SyntheticLedger.ledger(rows: rows, codes: codes, schema: .standard())
    let bytes = try LedgerWorkbook(schema: schema, codes: codes, library: TemplateLibrary())
      .bytes(of: ledger.rows, title: "测量")
    try WholeFile(path).write(bytes)
  }

  /// The measurements as a table for people.
  static func table(_ results: [WorkbookSpeed]) -> String {
    func megabytes(_ kibibytes: Int) -> String { decimal(Double(kibibytes) / 1024, 0) }
    func perRow(_ seconds: Double, _ rows: Int) -> String { decimal(seconds / Double(max(1, rows)) * 1e6, 1) }
    var table = TextTable([
      "支出行数", "文件KB", "单元格", "逐格 秒", "微秒/行", "峰值MB", "成账 秒", "微秒/行", "峰值MB", "openpyxl 秒", "逐格比它", "成账比它",
    ])
    for result in results {
      func ratio(_ cost: Cost) -> String { result.openpyxl.map { decimal(cost.seconds / $0, 2) } ?? "" }
      table.add([
        "\(result.rows)", "\(result.bytes / 1024)", "\(result.cells)", decimal(result.raw.seconds, 2),
        perRow(result.raw.seconds, result.rows), megabytes(result.raw.kibibytes), decimal(result.ledger.seconds, 2),
        perRow(result.ledger.seconds, result.rows), megabytes(result.ledger.kibibytes),
        result.openpyxl.map { decimal($0, 2) } ?? "没有", ratio(result.raw), ratio(result.ledger),
      ])
    }
    let missing = results.contains { $0.openpyxl == nil } ? "没有找到带 openpyxl 的 Python，没有比较；可以用 --python=文件 指定。\n" : ""
    return table.text + "处理器时间。逐格：读出每个单元格；成账：再按账的格式检查、定型；openpyxl：只读方式逐行读出。\n" + missing
  }
}

/// A Python that has openpyxl.
private enum Python {
  private static let script = """
    import openpyxl, sys, time
    count = 0
    for sheet in openpyxl.load_workbook(sys.argv[1], read_only=True):
        for row in sheet.iter_rows(values_only=True):
            count += len(row)
    open(sys.argv[2], "w").write(str(time.process_time()))
    """

  /// Processor seconds of reading every cell of a workbook, starting Python included; nil when it cannot be done.
  static func seconds(of python: String?, toRead path: String, output: String) -> Double? {
    for python in python.map({ [$0] }) ?? [".build/openpyxl/bin/python", "python3"] {
      try? FileManager.default.removeItem(atPath: output)
      if ChildProcess.run([python, "-c", script, path, output])?.status == 0,
        let data = FileManager.default.contents(atPath: output)
      {
        return Double(String(decoding: data, as: UTF8.self))
      }
    }
    return nil
  }
}
