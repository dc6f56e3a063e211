import Accounts

/// 公开10 部门决算公开相关信息统计表: procurement, operating cost of the agency, state assets.
extension Derivation {
  func table10(
    _ form: TableForm, _ sections: [TableForm.Section], basicExpenditure: TableForm?
  ) throws -> Table {
    var rows: [Row] = []
    for section in sections {
      rows.append(Row([Cell(.label(section.title), columns: 3, isRowHeading: true)]))
      for line in section.rows {
        let address = FigureAddress(form.id, String(line.line), 1)
        let figure =
          switch line.item {
          case InformationTotal.procurement.rawValue: try money(address, OtherItem.procurement.map { .other($0) })
          case OtherItem.operatingCostOfAdministrativeUnits.rawValue?:
            try money(address, operatingCost(of: .administrative, basicExpenditure))
          case OtherItem.operatingCostOfCivilServiceManagedUnits.rawValue?:
            try money(address, operatingCost(of: .civilServiceManaged, basicExpenditure))
          case InformationTotal.vehicles.rawValue: try things(address, OtherItem.vehicles.map { .other($0) })
          default:
            if let item = line.item.flatMap({ OtherItem(rawValue: $0) }) {
              if OtherItem.procurement.contains(item) {
                try money(address, [.other(item)])
              } else {
                try things(address, [.other(item)])
              }
            } else {
              throw form.unknownItem(line.item)
            }
          }
        rows.append(
          Row([Cell(.label(line.label), isRowHeading: true), Cell(.number(String(line.line))), Cell(.figure(figure))]))
      }
    }
    return table(form, rows: rows)
  }

  /// 机关运行经费 of the units of one nature.
  ///
  /// For a single unit it is its 公用经费 and derived; for a department it is the sum over its units, which only the
  /// ledger can tell.
  func operatingCost(of nature: UnitNature, _ basicExpenditure: TableForm?) -> [Selection] {
    if unit.scope == .unit, unit.nature == nature, case .economicCodes(let blocks) = basicExpenditure?.body {
      return blocks.basicExpenditure(of: "公用经费")
    }
    return switch nature {
    case .administrative: [.other(.operatingCostOfAdministrativeUnits)]
    case .civilServiceManaged: [.other(.operatingCostOfCivilServiceManagedUnits)]
    case .publicInstitution: []
    }
  }
}
