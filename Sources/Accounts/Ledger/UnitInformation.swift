/// Whose accounts a ledger holds, and of which year: the 单位信息 sheet.
package struct UnitInformation: Hashable, Sendable {
  /// 单位名称.
  package var name: String
  /// 单位代码; nil when not given.
  package var code: String?
  /// 年度.
  package var year: Int
  /// 公开口径.
  package var scope: DisclosureScope
  /// 单位性质.
  package var nature: UnitNature
  /// 主管部门; nil when not given.
  package var supervisor: String?
  /// 所属单位 whose accounts are consolidated here.
  package var subordinates: [String]
  /// 批复日期 as written, when the finance department approved the final accounts; nil when not given.
  package var approvalDate: String?
  /// 公开日期 as written; nil when not given.
  package var publicationDate: String?
  /// 零的印法: whether an amount that is nothing is printed (0.00), or its cell is left blank.
  package var printsZeros: Bool
  /// 数据说明, printed at the head of the disclosure; nil when not given.
  package var dataRemark: String?

  package init(
    name: String, code: String? = nil, year: Int, scope: DisclosureScope, nature: UnitNature,
    supervisor: String? = nil, subordinates: [String] = [], approvalDate: String? = nil,
    publicationDate: String? = nil, printsZeros: Bool = true, dataRemark: String? = nil
  ) {
    self.name = name
    self.code = code
    self.year = year
    self.scope = scope
    self.nature = nature
    self.supervisor = supervisor
    self.subordinates = subordinates
    self.approvalDate = approvalDate
    self.publicationDate = publicationDate
    self.printsZeros = printsZeros
    self.dataRemark = dataRemark
  }

  /// The information in the rows of 单位信息; nil when a required item is missing.
  package init?(_ rows: [RowFields]) {
    func contents(_ item: UnitItem) -> [String] {
      rows.filter { $0.text(.item) == item.rawValue }.compactMap { $0.text(.content) }
    }
    guard let name = contents(.name).first, let year = contents(.year).first.flatMap({ Int($0) }),
      let scope = contents(.scope).first.flatMap({ DisclosureScope(rawValue: $0) }),
      let nature = contents(.nature).first.flatMap({ UnitNature(rawValue: $0) })
    else { return nil }
    self.init(
      name: name, code: contents(.code).first, year: year, scope: scope, nature: nature,
      supervisor: contents(.supervisor).first, subordinates: contents(.subordinate),
      approvalDate: contents(.approvalDate).first, publicationDate: contents(.publicationDate).first,
      printsZeros: contents(.zeros).first != Self.blankZeros, dataRemark: contents(.dataRemark).first)
  }

  /// What 零的印法 says where zeros are not printed.
  private static let blankZeros = "留空"

  /// The information as rows of 单位信息, in the order of the items; the rows come from no file.
  package var rows: [RowFields] {
    var rows = [UnitItem.name.row(name)]
    if let code { rows.append(UnitItem.code.row(code)) }
    rows += [UnitItem.year.row(String(year)), UnitItem.scope.row(scope.rawValue), UnitItem.nature.row(nature.rawValue)]
    if let supervisor { rows.append(UnitItem.supervisor.row(supervisor)) }
    rows += subordinates.map { UnitItem.subordinate.row($0) }
    if let approvalDate { rows.append(UnitItem.approvalDate.row(approvalDate)) }
    if let publicationDate { rows.append(UnitItem.publicationDate.row(publicationDate)) }
    if !printsZeros { rows.append(UnitItem.zeros.row(Self.blankZeros)) }
    if let dataRemark { rows.append(UnitItem.dataRemark.row(dataRemark)) }
    return rows
  }
}
