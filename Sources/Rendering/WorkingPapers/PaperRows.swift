import Accounts
import Checks
import Formats
import Tables

/// The rows of a working paper's tables.
struct PaperRows {
  /// The most lines of figures that stand in one cell: a longer list has its rows in the table of figures alone, since no
  /// program shows a row that is higher than a page.
  private static let lines = 16

  private let run: CheckRun
  private let numbered: [WorkingPaper.Numbered]
  private let titles: [String: String]

  private let medium: WorkingPaper.Medium

  init(
    _ run: CheckRun, findings: [WorkingPaper.Numbered], titles: [String: String], medium: WorkingPaper.Medium
  ) {
    self.run = run
    self.medium = medium
    numbered = findings
    self.titles = titles
  }

  static let operandsName = "涉及的数"

  /// The table with the names of the inputs in front where there are several.
  private func table(
    _ name: String, isAlwaysThere: Bool = false, _ columns: [PaperTable.Column],
    _ rows: [(source: String, row: PaperTable.Row)]
  ) -> PaperTable {
    let table = PaperTable(name, isAlwaysThere: isAlwaysThere, columns, rows.map(\.row))
    return run.inputs.count > 1 ? table.naming(rows.map(\.source)) : table
  }

  /// Something of every report, with the name of its input.
  private func all<Element>(
    _ elements: (CheckReport, TableSet) -> [Element]
  ) -> [(source: String, element: Element)] {
    run.inputs.flatMap { input -> [(source: String, element: Element)] in
      guard case .report(let report, let tables) = input.outcome else { return [] }
      return elements(report, tables).map { (input.name, $0) }
    }
  }

  // MARK: Findings

  func findings(saysNew: Bool) -> PaperTable {
    var columns: [PaperTable.Column] = [
      .init("序号", 6, .center), .init("级别", 7, .center), .init("规则", 9, .center), .init("规则内容", 17), .init("发现", 24),
      .init("位置", 15), .init("印出", 11, .figure), .init("应为", 11, .figure), .init("相差", 12, .figure),
      .init(Self.operandsName, 30), .init("怎样得出，怎么办", 20), .init("症状", 8, .center), .init("核实情况", 13, .blank),
      .init("处理意见", 13, .blank), .init("核实人", 8, .blank), .init("编号", 13),
    ]
    if saysNew { columns.append(.init("与上次比", 8, .center)) }
    let rows = numbered.map { one -> (source: String, row: PaperTable.Row) in
      let finding = one.finding
      let count = finding.symptoms.count
      let symptoms = count == 0 ? "" : count == 1 ? "\(one.number)-1" : "\(one.number)-1 至 \(one.number)-\(count)"
      let gap = [finding.gap, finding.allowed.map { "（至多 \($0)）" }].compactMap(\.self).joined(separator: "\n")
      var row = PaperTable.Row(
        [
          one.number, finding.severity.word, finding.rule, titles[finding.rule] ?? "", finding.message,
          one.whereabouts, finding.operands.first?.shown ?? "", finding.expected ?? "", gap, figures(of: finding),
          one.howItFollows, symptoms, "", "", "", one.id,
        ] + (saysNew ? [one.isNew == true ? "新出现" : "仍在"] : []), key: one.key)
      row.fills[1] = finding.severity.fill
      // A link in a cell of several lines would make them one.
      switch medium {
      case .workbook: if !finding.operands.isEmpty { row.links[0] = one.key + "-1" }
      case .document: row.links[0] = one.key
      }
      if count > 0 { row.links[11] = "s\(one.number)-1" }
      return (one.input, row)
    }
    let name = "发现"
    guard medium == .document else { return table(name, isAlwaysThere: true, columns, rows) }
    // What is left out here stands below, at each finding.
    let all = PaperTable(name, isAlwaysThere: true, columns, rows.map(\.row))
    let some = all.keeping([0, 1, 2, 4, 5, 6, 7, 8, 11, 12, 13, 14] + (saysNew ? [16] : []))
    return run.inputs.count > 1 ? some.naming(rows.map(\.source)) : some
  }

  func symptoms() -> PaperTable {
    let rows = numbered.flatMap { one in
      one.finding.symptoms.enumerated().map { offset, symptom -> (source: String, row: PaperTable.Row) in
        let number = "\(one.number)-\(offset + 1)"
        var row = PaperTable.Row(
          [
            number, "发现 \(one.number)", symptom.severity.word, symptom.rule, titles[symptom.rule] ?? "",
            symptom.message, symptom.firstPlace?.description ?? one.whereabouts, figures(of: symptom),
            symptom.expected ?? "", symptom.gap ?? "", symptom.allowed ?? "", symptom.adviceSentence,
          ], key: "s" + number)
        row.links[1] = one.key
        row.fills[2] = symptom.severity.fill
        if medium == .workbook, !symptom.operands.isEmpty { row.links[0] = "s\(number)-1" }
        return (one.input, row)
      }
    }
    return table(
      "症状", isAlwaysThere: true,
      [
        .init("序号", 7, .center), .init("由此而来", 9, .center), .init("级别", 7, .center), .init("规则", 9, .center),
        .init("规则内容", 24), .init("说明", 28), .init("位置", 18), .init(Self.operandsName, 42), .init("应为", 13, .figure),
        .init("相差", 13, .figure), .init("至多", 8, .figure), .init("怎么办", 18),
      ], rows)
  }

  /// The figures of a finding in a cell, or where to find them.
  private func figures(of finding: Finding) -> String {
    switch medium {
    case .document: finding.operands.map(\.placedWords).joined(separator: "\n")
    case .workbook where finding.operands.count > Self.lines:
      "\(finding.operands.count) 个数，逐个列在“\(Self.operandsName)”"
    case .workbook: finding.operands.map(\.words).joined(separator: "\n")
    }
  }

  func operands() -> PaperTable {
    func rows(of finding: Finding, _ number: String, key: String, from cause: String) -> [PaperTable.Row] {
      finding.operands.enumerated().map { offset, operand in
        var row = PaperTable.Row(
          [
            number, String(offset + 1), finding.rule, operand.address, operand.label, operand.shown,
            operand.place?.description ?? "", operand.sourceWords,
          ], key: "\(key)-\(offset + 1)")
        row.links[0] = cause
        return row
      }
    }
    var listed: [(source: String, row: PaperTable.Row)] = []
    for one in numbered {
      listed += rows(of: one.finding, one.number, key: one.key, from: one.key).map { (one.input, $0) }
      for (offset, symptom) in one.finding.symptoms.enumerated() {
        let number = "\(one.number)-\(offset + 1)"
        listed += rows(of: symptom, number, key: "s" + number, from: "s" + number).map { (one.input, $0) }
      }
    }
    for (number, (source, waived)) in all({ report, _ in report.waived }).enumerated() {
      let key = "w\(number + 1)"
      listed += rows(of: waived.finding, "豁免 \(number + 1)", key: key, from: key).map { (source, $0) }
    }
    let all = table(
      Self.operandsName,
      [
        .init("发现或症状", 10, .center), .init("序号", 6, .center), .init("规则", 8, .center), .init("地址", 20), .init("项目", 34),
        .init("印出", 16, .figure), .init("位置", 34), .init("账上来源", 40),
      ], listed)
    // Only a ledger has cells behind its figures.
    let hasSources = listed.contains { $0.row.cells.last?.isEmpty == false }
    return hasSources ? all : all.keeping(Array(all.columns.indices.dropLast()))
  }

  func waived() -> PaperTable {
    let rows = all { report, tables in
      report.waived.map { ($0, tables) }
    }.enumerated().map { offset, one -> (source: String, row: PaperTable.Row) in
      let (waived, tables) = one.element
      let finding = waived.finding
      var row = PaperTable.Row(
        [
          String(offset + 1), finding.severity.word, finding.rule, titles[finding.rule] ?? "", finding.message,
          finding.whereabouts(one.source, tables), figures(of: finding), finding.expected ?? "", finding.gap ?? "",
          finding.allowed ?? "", finding.adviceSentence, waived.reason, waived.id,
        ], key: "w\(offset + 1)")
      row.fills[1] = finding.severity.fill
      return (one.source, row)
    }
    return table(
      "已豁免",
      [
        .init("序号", 6, .center), .init("级别", 7, .center), .init("规则", 9, .center), .init("规则内容", 22), .init("发现", 28),
        .init("位置", 18), .init(Self.operandsName, 36), .init("应为", 11, .figure), .init("相差", 10, .figure),
        .init("至多", 8, .figure), .init("怎么办", 18), .init("理由", 30), .init("编号", 14),
      ], rows)
  }

  // MARK: Duties

  /// What has to be published, and whether it was (公开义务对照).
  func duties() -> PaperTable {
    let rows = all { report, _ in report.duties }.map { source, one -> (source: String, row: PaperTable.Row) in
      var row = PaperTable.Row([
        one.rule, one.group, one.title, one.state.word, one.words, one.place?.description ?? "", one.basis, "",
      ])
      if one.state == .notMet { row.fills[3] = Finding.Severity.warning.fill }
      return (source, row)
    }
    return table(
      "公开义务",
      [
        .init("编号", 8, .center), .init("类", 14), .init("公开义务", 38), .init("结果", 10, .center), .init("说明", 36),
        .init("位置", 26), .init("依据", 40), .init("核实情况", 16, .blank),
      ], rows)
  }

  // MARK: What was not found

  func unchecked() -> PaperTable {
    let rows = all { report, _ in report.notChecked }.map { source, one in
      (source, PaperTable.Row([one.rule, titles[one.rule] ?? "", one.subject, one.reason]))
    }
    return table(
      "未核对", isAlwaysThere: true,
      [.init("规则", 9, .center), .init("规则内容", 46), .init("地址或表", 24), .init("为什么没有核对", 46)], rows)
  }

  /// The numbers of the text that are not understood, and the parts of tables that were not read.
  func unread() -> PaperTable {
    let rows = all { report, tables in
      (report.numbers?.unknown ?? []).map { number in
        ["文字", number.place?.description ?? "", number.text, "不知道是哪个量"]
      } + UnreadRows.rows(of: tables)
    }.map { ($0.source, PaperTable.Row($0.element)) }
    return table(
      "读不懂的数", isAlwaysThere: true,
      [.init("所在", 14, .center), .init("位置", 36), .init("原文", 36), .init("为什么没有读", 40)], rows)
  }

  func residuals() -> PaperTable {
    let rows = all { report, tables in report.printedResiduals(tables) }.map { source, one in
      (source, PaperTable.Row([one.rule, one.address, one.label, one.residual, one.allowed]))
    }
    return table(
      "舍入差异",
      [
        .init("规则", 9, .center), .init("地址", 26), .init("项目", 50), .init("相差", 14, .figure), .init("至多", 14, .figure),
      ], rows)
  }

  func since() -> PaperTable {
    let rows = all { report, _ in
      guard let since = report.since else { return [[String]]() }
      func lines(_ word: String, _ findings: [EarlierFinding]) -> [[String]] {
        findings.map { [word, $0.rule, $0.message, $0.id] }
      }
      let standing = zip(report.findings, report.ids).map { finding, id in
        [since.standing.contains(id) ? "仍在" : "新出现", finding.rule, finding.message, id]
      }
      return lines("已改正", since.mended) + lines("这次没有核对", since.unknown) + standing
    }.map { ($0.source, PaperTable.Row($0.element)) }
    return table(
      "与上次比", [.init("与上次比", 14, .center), .init("规则", 9, .center), .init("说明", 80), .init("编号", 24)], rows)
  }

  // MARK: How it was done

  func unusedWaivers() -> PaperTable {
    PaperTable(
      "没有用上的豁免", [.init("编号", 20), .init("规则", 9, .center), .init("地址", 20), .init("理由", 50), .init("位置", 40)],
      run.unusedWaivers.map {
        PaperTable.Row([$0.id ?? "", $0.rule, $0.address ?? "", $0.reason, $0.place.description])
      })
  }

  func rules() -> PaperTable {
    func count(_ number: Int?) -> String { number.map { String($0) } ?? "—" }
    let rows = run.inputs.flatMap { input in
      CheckBasis(of: input, in: run).rules.map { use -> (source: String, row: PaperTable.Row) in
        let counts = use.counts
        return (
          input.name,
          PaperTable.Row([
            use.rule.id, use.rule.title, use.rule.basis, count(counts?.equal), count(counts?.withinRounding),
            count(counts?.violated), count(counts?.notApplicable), count(counts?.notChecked), String(use.findings),
          ])
        )
      }
    }
    return table(
      "规则",
      [
        .init("规则", 9, .center), .init("内容", 46), .init("依据", 40), .init("相等", 7, .figure), .init("舍入差异", 9, .figure),
        .init("不符", 7, .figure), .init("不适用", 7, .figure), .init("未核对", 7, .figure), .init("发现", 7, .figure),
      ], rows)
  }
}

extension Finding.Operand {
  /// The figure with where it stands, or the cells of the ledger behind it.
  fileprivate var placedWords: String {
    let place = place?.description ?? sourceWords
    let words = [address, label, shown].filter { !$0.isEmpty }.joined(separator: " ")
    return words + (place.isEmpty ? "" : "（\(place)）")
  }
}

extension WorkingPaper.Numbered {
  /// How far the figures differ, what should stand there, and what to do.
  var howItFollows: String {
    let also = also.isEmpty ? "" : "同时不符的有 \(also.joined(separator: "、"))。"
    let difference = finding.differenceWords
    return [difference.isEmpty ? "" : difference + "。", finding.adviceSentence, also].joined()
  }
}
