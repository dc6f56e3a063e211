import Reading
import Tables
import TestSupport
import Testing

/// Whose accounts they are, where the cover says it over several lines and no table does.
@Suite struct CoverTests {
  private static let table = [
    "收入支出决算总表", "公开01表", "收入\t\t\t支出\t\t", "项目\t行次\t金额\t项目\t行次\t金额", "总计\t31\t5029.36\t总计\t62\t5029.36",
  ]

  @Test(
    arguments: [
      (["大同市市场监督管理局2024年度单位决算公开"], "大同市市场监督管理局"), (["大同市市场监督管理局", "2024年度单位决算公开"], "大同市市场监督管理局"),
      (["大同市", "市场监督管理局", "2024年度单位决算"], "大同市市场监督管理局"), (["大同市市场监督管理局2024年度", "单位决算公开"], "大同市市场监督管理局"),
      (["中共大同市云州区委", "社会工作部2024年度", "部门决算"], "中共大同市云州区委社会工作部"), (["政务公开", "市场监督管理局", "2024年度单位决算"], "市场监督管理局"),
      (["通知公告", "2024年度单位决算公开"], nil),
    ] as [([String], String?)])
  func theCoverNamesTheUnit(cover: [String], unit: String?) throws {
    let read = try published((cover + Self.table).joined(separator: "\n"))
    #expect(read.unitName == unit)
    #expect(read.year == 2024)
  }
}
