extension Ledger {
  /// What keeps a ledger whose cells are all well formed from being one ledger: codes nobody can name, rows that lack
  /// what their kind of row needs, combinations that do not exist. In the order of the sheets; linear in the rows.
  package func problems(codes: CodeBook) -> [Problem] {
    let uses = codeUses
    // What given tables tell of the rows has no economic codes, and balances by fund alone.
    return codeProblems(uses, codes) + nameProblems(uses, codes)
      + (given == nil ? expenditureProblems + balanceRowProblems : []) + threePublicProblems
  }

  /// Codes that neither the code book nor the ledger names, and codes to which the ledger gives two names.
  private func codeProblems(_ uses: [CodeUse], _ codes: CodeBook) -> [Problem] {
    struct Key: Hashable {
      let classification: CodeBook.Classification
      let code: String
    }
    var names: [Key: CodeUse] = [:]
    var problems: [Problem] = []
    for use in uses where codes.entry(use.classification, use.code) == nil {
      guard let name = use.name else { continue }
      let key = Key(classification: use.classification, code: use.code)
      guard let first = names[key] else {
        names[key] = use
        continue
      }
      if let firstName = first.name, firstName.foldedForComparison != name.foldedForComparison {
        problems.append(
          Problem(
            at: use.place.at(column: use.column),
            found: "编码 \(use.code) 的名称是\(Problem.quoted(name))，在 \(first.place) 却是\(Problem.quoted(firstName))",
            expected: "同一编码应只有一个名称"))
      }
    }
    var reported: Set<Key> = []
    for use in uses {
      // Every level above the code needs a name too, since each has a row of its own in the tables.
      for length in [3, 5, 7] where length <= use.code.utf8.count {
        let code = String(use.code.prefix(length))
        let key = Key(classification: use.classification, code: code)
        guard codes.entry(use.classification, code) == nil, names[key] == nil, reported.insert(key).inserted else {
          continue
        }
        let whose = code == use.code ? " " : "（\(use.code) 的上级）"
        let withdrawn = codes.withdrawal(of: code).map { entry in
          "；该编码\(entry.untilYear.map { "自 \($0 + 1) 年起" } ?? "")已停用"
            + (entry.replacements.isEmpty ? "" : "，改用 \(entry.replacements.joined(separator: "、"))")
        }
        problems.append(
          Problem(
            at: use.place.at(column: use.column),
            found: "编码 \(code)\(whose)不在 \(codes.year) 年度\(use.classification.rawValue)科目表中\(withdrawn ?? "")",
            expected: "应是科目表中的编码，或在账中给出名称",
            advice: "请核对编码；确有此科目时，在“\(schema.title(.ownCodes))”中填写它的名称，或用 --codes 提供科目表"))
      }
    }
    return problems
  }

  /// Names typed beside codes whose names they are not. What a code was once called passes, and so does what 补充科目
  /// calls a code whose name in the code book nobody confirmed.
  private func nameProblems(_ uses: [CodeUse], _ codes: CodeBook) -> [Problem] {
    var own: [String: String] = [:]
    for row in ownCodes { own[row.classification.rawValue + row.code] = row.name }
    func isRight(_ use: CodeUse, _ name: String, _ entry: CodeBook.Entry) -> Bool {
      if entry.name == name || CodeAndName.isSame(entry.name, name) { return true }
      if let shipped = codes.shippedName(use.classification, use.code), CodeAndName.isSame(shipped, name) {
        return true
      }
      if codes.formerNames(of: use.code).contains(where: { CodeAndName.isSame($0.name, name) }) { return true }
      guard !entry.evidence.isConfirmed, let given = own[use.classification.rawValue + use.code] else { return false }
      return use.isOwn || CodeAndName.isSame(given, name)
    }
    // Rows of one code stand together in most ledgers, and need not be looked up each.
    var passed: [CodeBook.Classification: (code: String, name: String)] = [:]
    return uses.compactMap { use in
      guard let name = use.name, !use.isGiven else { return nil }
      if let last = passed[use.classification], last.code == use.code, last.name == name { return nil }
      guard let entry = codes.entry(use.classification, use.code), !isRight(use, name, entry) else {
        passed[use.classification] = (use.code, name)
        return nil
      }
      return Problem(
        at: use.place.at(column: use.nameColumn), found: "编码 \(use.code) 的名称填的是\(Problem.quoted(name))",
        expected: "科目表里 \(use.code) 是\(Problem.quoted(entry.name))",
        advice: "请核对编码和名称哪个填错了"
          + (entry.evidence.isConfirmed ? "" : "；科目表有误时，在“\(schema.title(.ownCodes))”中填写它的名称"))
    }
  }

  private var expenditureProblems: [Problem] {
    var problems: [Problem] = []
    for row in expenditure {
      if row.kind == .basic, row.fund == .generalBudget, row.economicCode == nil {
        problems.append(
          Problem(
            at: schema.place(of: row, at: .economicCode), found: "没有填写",
            expected: "一般公共预算财政拨款的基本支出应有五位的款级经济科目编码，如 30101", advice: "请补填，否则公开06表无法列出这笔支出"))
      }
      if row.fund.isFiscal, row.kind != .basic, row.kind != .project {
        problems.append(
          Problem(
            at: schema.place(of: row, at: .fund),
            found: "\(row.kind.rawValue)的\(schema.heading(.expenditure, .fund))是\(row.fund.rawValue)",
            expected: "财政拨款只用于基本支出和项目支出，\(row.kind.rawValue)应为其他资金"))
      }
    }
    return problems
  }

  private var balanceRowProblems: [Problem] {
    var problems: [Problem] = []
    var firstOfFund: [Fund: BalanceRow] = [:]
    for row in balances {
      if row.fund == .governmentFund || row.fund == .stateCapital, row.code == nil {
        problems.append(
          Problem(
            at: schema.place(of: row, at: .functionCode), found: "没有填写", expected: "\(row.fund.rawValue)的结转结余应逐个项级科目填写",
            advice: "请按科目分行填写"))
      }
      if let first = firstOfFund[row.fund], (first.code == nil) != (row.code == nil) {
        problems.append(
          Problem(
            at: schema.place(of: row, at: .functionCode),
            found:
              "\(row.fund.rawValue)在 \(first.place) \(first.code == nil ? "没有" : "有")填科目，这一行却\(row.code == nil ? "没有" : "有")填",
            expected: "同一资金应只填一行总数，或者全部逐项填写"))
      }
      if firstOfFund[row.fund] == nil { firstOfFund[row.fund] = row }
      guard row.fund.isFiscal else { continue }
      let onlyOfOther: [(ColumnID, Amount?)] = [
        (.surplusUsed, row.surplusUsed), (.surplusDistributed, row.surplusDistributed),
      ]
      // A zero says that there is none, as those who fill everything in do.
      for (column, amount) in onlyOfOther where amount ?? .zero != .zero {
        let heading = schema.heading(BalanceRow.sheet, column)
        problems.append(
          Problem(
            at: schema.place(of: row, at: column), found: "\(row.fund.rawValue)填了\(heading)",
            expected: "\(heading)只用于其他资金", advice: "财政拨款的这一栏请留空"))
      }
    }
    return problems
  }

  /// 国内接待费 and 国（境）外接待费 break down 公务接待费, 外事接待费 breaks down 国内接待费.
  private var threePublicProblems: [Problem] {
    func row(_ item: ThreePublicItem) -> ThreePublicRow? { threePublic.first { $0.item == item } }
    func name(_ item: ThreePublicItem) -> String { schema.name(of: item.rawValue, in: ThreePublicRow.sheet) }
    let actual = schema.heading(ThreePublicRow.sheet, .actual)
    var problems: [Problem] = []
    let parts = [ThreePublicItem.domesticReception, .receptionAbroad].compactMap { row($0) }.filter { $0.actual != nil }
    if let part = parts.first {
      let sum = parts.reduce(Amount.zero as Amount?) { sum, row in try? row.actual.flatMap { try sum?.adding($0) } }
      let whole = row(.reception)
      if let sum, sum != whole?.actual ?? .zero {
        let stated = whole?.actual.map { " \($0.yuanText) 元" } ?? "没有填写"
        problems.append(
          Problem(
            at: (whole ?? part).place.at(column: actual),
            found: name(.reception) + stated
              + "，\(name(.domesticReception))与\(name(.receptionAbroad))之和 \(sum.yuanText) 元",
            expected: "两者应相等", advice: "请填写或核对\(name(.reception))的\(actual)"))
      }
    }
    if let part = row(.foreignGuestReception), let guests = part.actual,
      guests > row(.domesticReception)?.actual ?? .zero
    {
      let (inner, outer) = (name(.foreignGuestReception), name(.domesticReception))
      problems.append(
        Problem(
          at: part.place.at(column: actual),
          found: "\(inner) \(guests.yuanText) 元大于\(outer) \((row(.domesticReception)?.actual ?? .zero).yuanText) 元",
          expected: "\(inner)是\(outer)的其中项，不应更大", advice: "请填写或核对\(outer)的\(actual)"))
    }
    return problems
  }
}
