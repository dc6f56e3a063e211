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
  /// 公开日期 as written; nil when not given.
  package var publicationDate: String?
  /// 数据说明, printed at the head of the disclosure; nil when not given.
  package var dataRemark: String?

  package init(
    name: String, code: String? = nil, year: Int, scope: DisclosureScope, nature: UnitNature,
    supervisor: String? = nil, subordinates: [String] = [], publicationDate: String? = nil, dataRemark: String? = nil
  ) {
    self.name = name
    self.code = code
    self.year = year
    self.scope = scope
    self.nature = nature
    self.supervisor = supervisor
    self.subordinates = subordinates
    self.publicationDate = publicationDate
    self.dataRemark = dataRemark
  }

  /// The information as items and contents, in the order of the schema.
  package var items: [(name: String, content: String)] {
    var items: [(String, String)] = [("单位名称", name)]
    if let code { items.append(("单位代码", code)) }
    items += [("年度", String(year)), ("公开口径", scope.rawValue), ("单位性质", nature.rawValue)]
    if let supervisor { items.append(("主管部门", supervisor)) }
    items += subordinates.map { ("所属单位", $0) }
    if let publicationDate { items.append(("公开日期", publicationDate)) }
    if let dataRemark { items.append(("数据说明", dataRemark)) }
    return items
  }
}
