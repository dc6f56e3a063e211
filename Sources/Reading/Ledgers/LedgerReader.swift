package import Accounts
import Formats

/// Reads a ledger: a workbook, a folder of CSV files, or a JSON file.
package struct LedgerReader: Sendable {
  let schema: LedgerSchema

  /// A reader of the schema that ships with the tool.
  package init() throws { self.init(try .standard()) }

  /// A reader of a schema.
  package init(_ schema: LedgerSchema) { self.schema = schema }

  /// A ledger as read, and what a person should know of how it was read.
  package struct Reading: Sendable {
    /// The ledger.
    package let ledger: Ledger
    /// What was read though it is hidden, or passed over, each in one line.
    package let notices: [String]
  }

  /// Reads the ledger at a path, `-` being a workbook or JSON on the standard input.
  ///
  /// Throws ``UnusableInput`` with every problem found, each at its place.
  package func ledger(at path: String) throws(UnusableInput) -> Ledger { try reading(at: path).ledger }

  /// Reads the ledger at a path, as ``ledger(at:)``, with what a person should know of how it was read; `files` are those
  /// of the run.
  package func reading(at path: String, from files: InputFiles = InputFiles()) throws(UnusableInput) -> Reading {
    let raw = try rawLedger(at: path, from: files)
    let place = SourceLocation(file: InputFile.displayName(of: path))
    return Reading(ledger: try assemble(raw, place), notices: raw.notices)
  }

  private func rawLedger(at path: String, from files: InputFiles) throws(UnusableInput) -> RawLedger {
    let file = InputFile.displayName(of: path)
    let place = SourceLocation(file: file)
    if path != "-" {
      switch InputFile.kind(of: path) {
      case .missing:
        throw UnusableInput([
          Problem(
            at: place, found: "没有这个文件或目录", expected: "应是账的工作簿、目录（内有 \(schema.title(.unit)).csv 等）或 JSON 文件",
            advice: "请核对路径")
        ])
      case .folder: return try CSVFolder(path, from: files, schema: schema).ledger()
      case .file, .pipe, .device:
        let expected = "账应是一个 .xlsx 工作簿、放着各 CSV 文件的目录，或一个 JSON 文件"
        if path.lowercased().ends(with: ".csv") {
          throw UnusableInput([Problem(at: place, found: "是单个 CSV 文件", expected: expected, advice: "请改用它所在的目录")])
        }
      }
    }
    let bytes = try files.bytes(of: path)
    if try InputFile.isWorkbook(bytes, of: path, as: .ledger) {
      return try WorkbookLedger(bytes, file: file, schema: schema).ledger()
    }
    if path.lowercased().ends(with: ".xlsx") {
      throw UnusableInput([
        Problem(
          at: place, found: "内容不是 .xlsx 工作簿", expected: "应是 .xlsx 工作簿",
          advice: "请打开它，另存为“Excel 工作簿 (.xlsx)”")
      ])
    }
    return try JSONLedger(try InputFile.decoded(bytes, of: path), file: file, schema: schema).ledger()
  }

  /// Throws where a ledger has rows of what its given tables say: one of the two would be lost.
  private func requireNoRows(besideTables ledger: Ledger) throws(UnusableInput) {
    let places = [ledger.income.first?.place, ledger.expenditure.first?.place, ledger.balances.first?.place]
    let sheets = SheetID.allCases.filter(\.isGivenByTables).map { "“\(schema.title($0))”" }.joined()
    let problems = places.compactMap { $0 }.map { place in
      Problem(
        at: place, found: "账里既有公开表，又有这张表的行", expected: "收支应只从一处来：给定的公开表，或者\(sheets)",
        advice: "请清空这张表，或删去公开表的工作表")
    }
    if !problems.isEmpty { throw UnusableInput(problems) }
  }

  /// Types all rows of all sheets and makes the ledger of them.
  private func assemble(_ raw: RawLedger, _ place: SourceLocation) throws(UnusableInput) -> Ledger {
    var problems = raw.problems
    for required in schema.sheets
    where required.required && !(raw.given != nil && required.id.isGivenByTables)
      && !raw.sheets.contains(where: { $0.id == required.id })
    {
      problems.append(
        Problem(
          at: place, found: "没有“\(required.title)”", expected: "账里应有这一张表",
          advice: "没有数据时也请保留只有标题的表（\(required.columns.map(\.heading).joined(separator: ","))）"))
    }
    var unitInformation: [RowFields] = []
    var unit = MoneyUnit.yuan
    var rows: [SheetID: [RowFields]] = [:]
    // 单位信息 comes first in the schema: it may say in which unit the others give their amounts.
    for sheetSchema in schema.sheets {
      guard let sheet = raw.sheets.first(where: { $0.id == sheetSchema.id }) else { continue }
      var reader = SheetReader(sheetSchema, defaultUnit: unit)
      let read = reader.rows(of: sheet)
      if sheetSchema.id == .unit {
        unitInformation = read
        if let stated = read.first(where: { $0.text(.item) == UnitItem.moneyUnit.rawValue })?.text(.content) {
          unit = MoneyUnit(rawValue: stated) ?? .yuan
        }
        reader.checkItems(of: sheet)
      } else {
        rows[sheetSchema.id] = read
      }
      problems += reader.problemsInOrder
    }
    guard problems.isEmpty, let information = UnitInformation(unitInformation) else { throw UnusableInput(problems) }
    var ledger = Ledger(unit: information, schema: schema)
    func typed<R: LedgerRow>(_ type: R.Type) -> [R] { (rows[R.sheet] ?? []).compactMap(R.init) }
    ledger.income = typed(IncomeRow.self)
    ledger.expenditure = typed(ExpenditureRow.self)
    ledger.balances = typed(BalanceRow.self)
    ledger.budget = typed(BudgetRow.self)
    ledger.threePublic = typed(ThreePublicRow.self)
    ledger.prior = typed(PriorRow.self)
    ledger.other = typed(OtherRow.self)
    ledger.texts = typed(TextRow.self)
    ledger.ownCodes = typed(OwnCodeRow.self)
    ledger.evaluationProjects = typed(EvaluationProjectRow.self)
    ledger.evaluationFunds = typed(EvaluationFundRow.self)
    ledger.evaluationIndicators = typed(EvaluationIndicatorRow.self)
    ledger.evaluationBasics = typed(EvaluationBasicRow.self)
    ledger.given = raw.given
    if raw.given != nil { try requireNoRows(besideTables: ledger) }
    return ledger
  }
}
