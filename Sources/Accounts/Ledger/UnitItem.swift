/// The items of 单位信息, as the schema's `id` names them, whatever they are called.
package enum UnitItem: String, Sendable, CaseIterable {
  /// 单位名称.
  case name
  /// 单位代码.
  case code
  /// 年度.
  case year
  /// 公开口径.
  case scope
  /// 单位性质.
  case nature
  /// 主管部门.
  case supervisor
  /// 所属单位, a row each.
  case subordinate
  /// 批复日期.
  case approvalDate
  /// 公开日期.
  case publicationDate
  /// 金额单位: in which unit the other sheets give amounts whose heading names none.
  case moneyUnit
  /// 零的印法: 0.00 or 留空.
  case zeros
  /// 数据说明.
  case dataRemark

  /// A row of 单位信息 that says this of the item; it comes from no file.
  package func row(_ content: String) -> RowFields {
    RowFields([.item: .text(rawValue), .content: .text(content)], place: SourceLocation(file: ""))
  }
}
