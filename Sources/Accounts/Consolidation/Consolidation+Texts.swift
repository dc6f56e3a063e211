extension Consolidation {
  /// 文字: what any unit has, and what is asked of every ledger, to be written anew.
  mutating func addTexts() {
    let schema = ledger.schema
    struct Key: Hashable {
      let section: String
      let code: FunctionCode?
    }
    var counts: [Key: Set<Int>] = [:]
    for (unit, ledger) in ledgers.enumerated() {
      for row in ledger.texts { counts[Key(section: row.section, code: row.code), default: []].insert(unit) }
    }
    for section in schema.sheet(.texts)?.asksFor ?? [] {
      counts[Key(section: section, code: nil), default: []] = counts[Key(section: section, code: nil)] ?? []
    }
    let sections = schema.sheet(.texts)?.columns.first { $0.id == .section }?.choices ?? []
    func rank(_ key: Key) -> Int { sections.firstIndex(of: key.section) ?? sections.count }
    for (key, units) in counts.sorted(by: {
      (rank($0.key), $0.key.code?.digits ?? "") < (rank($1.key), $1.key.code?.digits ?? "")
    }) {
      var fields = RowFields(place: SourceLocation(file: ""))
      fields.set(.section, key.section)
      fields.set(.functionCode, key.code?.digits)
      fields.set(.content, Self.toBeWritten)
      if let row = TextRow(fields) { ledger.texts.append(row) }
      textsToWrite.append(
        "\(key.section)\(key.code.map { " \($0.digits)" } ?? "")（\(units.isEmpty ? "各单位都没有写" : "\(units.count) 个单位写了")）"
      )
    }
  }

  /// 绩效: the projects of all units; one whose name another unit has too gets its unit's name behind it. What is said of a
  /// whole unit is not what is to be said of the department.
  mutating func addEvaluations() {
    let schema = ledger.schema
    let owners = Dictionary(
      grouping: ledgers.indices.flatMap { unit in Set(ledgers[unit].evaluationProjects.map(\.name)).map { ($0, unit) }
      },
      by: \.0)
    let whole = "部门整体支出"
    for own in ledgers {
      func renamed(_ project: String) -> String {
        (owners[project]?.count ?? 0) > 1 ? "\(project)（\(own.unit.name)）" : project
      }
      for var row in own.evaluationProjects where row.name != whole {
        row.name = renamed(row.name)
        row.unit = row.unit ?? own.unit.name
        ledger.evaluationProjects.append(row)
      }
      for var row in own.evaluationFunds where row.project != whole {
        row.project = renamed(row.project)
        ledger.evaluationFunds.append(row)
      }
      for var row in own.evaluationIndicators where row.project != whole {
        row.project = renamed(row.project)
        ledger.evaluationIndicators.append(row)
      }
      // The project is known by the same name where its money stands.
      for position in ledger.expenditure.indices {
        guard ledger.expenditure[position].unit == own.unit.name, let project = ledger.expenditure[position].project
        else { continue }
        ledger.expenditure[position].project = renamed(project)
      }
    }
    let shared = owners.filter { $0.value.count > 1 && $0.key != whole }.keys.sorted()
    if !shared.isEmpty {
      notAdded.append(
        "\(schema.title(.evaluationProjects))：\(shared.joined(separator: "、")) 不止一个单位有，分开列，名称后面加了单位；要并成一张自评表的请合并")
    }
    let wholes = ledgers.indices.filter { unit in
      ledgers[unit].evaluationProjects.contains { $0.name == whole } || !ledgers[unit].evaluationBasics.isEmpty
    }
    if !wholes.isEmpty {
      notAdded.append(
        "\(schema.title(.evaluationProjects))：\(names(wholes))有\(whole)的自评表或\(schema.title(.evaluationBasics))，部门的要另做，没有带进来"
      )
    }
  }
}
