import Foundation
import Tables
import TestSupport
import Testing

/// A number of the real publication's part 3 with what it states, as an independent transcription has it.
struct NarrativeFact: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  let section: String
  let measure: String
  let printed: String
  let unit: String
  let direction: String?
  let cur: String
  let base: String?

  enum CodingKeys: String, CodingKey { case id, section, measure, printed, unit, direction, cur, base }

  var testDescription: String { id }

  /// All 145.
  static let all: [NarrativeFact] = {
    struct File: Decodable { let facts: [NarrativeFact] }
    return (try? Fixture.value(File.self, "datong-2024-narrative.json"))?.facts ?? []
  }()

  /// The section as the reading data names it.
  var sectionName: String {
    [
      "一": "收支总体", "二": "收入", "三": "支出", "四": "财政拨款收支总体", "五（一）": "一般公共预算支出总体", "五（二）": "一般公共预算支出结构",
      "五（三）": "一般公共预算支出具体", "六": "基本支出", "九（一）": "三公总体", "九（二）": "三公具体", "十（一）": "机关运行经费",
      "十（二）": "政府采购", "十（三）": "国有资产", "十（四）": "预算绩效",
    ][section] ?? section
  }

  /// What the number is about, by the name the catalogue of quantities gives it.
  var quantity: String { Self.name(of: cur) ?? cur }

  var claimMeasure: Measure? {
    [
      "amount": .amount, "count": .amount, "share": .share, "completion": .completion, "change": .change,
      "change_pct": .changeRate,
    ][measure]
  }

  /// What it is compared with: a quantity of this year, or last year's.
  var claimBase: String? {
    guard let base else { return nil }
    if base.contains("prior") { return Claim.lastYear }
    return Self.name(of: base)
  }

  var claimDirection: Direction? { direction.map { ["增加", "增长"].contains($0) ? .more : .less } }

  private static func name(of key: String) -> String? {
    for (prefix, name) in [("gp.", "一般公共预算财政拨款支出/"), ("init.", "年初预算/"), ("econ.", "经济科目/")] {
      let code = key.dropFirst(prefix.count)
      if key.hasPrefix(prefix), Int(code) != nil { return name + code }
    }
    return names[key]
  }

  private static let names = [
    "in.grand": "收入总计", "out.grand": "支出总计", "in.total": "收入合计", "in.fiscal": "财政拨款收入", "exp.total": "支出合计",
    "exp.basic": "基本支出", "exp.project": "项目支出", "fiscal.in.grand": "财政拨款收入总计",
    "fiscal.out.grand": "财政拨款支出总计", "gp.total": "一般公共预算财政拨款支出", "init.total": "年初预算",
    "econ.personnel": "人员经费", "econ.public": "公用经费", "running.total": "机关运行经费",
    "sg.budget.total": "“三公”经费全年预算", "sg.actual.total": "“三公”经费", "sg.actual.abroad": "因公出国（境）费",
    "sg.actual.vehicle_purchase": "公务用车购置费", "sg.actual.vehicle_operation": "公务用车运行维护费",
    "sg.budget.vehicle_operation": "公务用车运行维护费全年预算", "sg.actual.reception": "公务接待费",
    "sg.budget.reception": "公务接待费全年预算", "sg.actual.reception_domestic": "国内接待费",
    "sg.actual.reception_foreign_affairs": "外事接待费", "sg.actual.reception_abroad": "国（境）外接待费",
    "given.abroad_groups": "出国（境）团组", "given.abroad_persons": "出国（境）人次", "given.vehicles_bought": "购置公务用车",
    "given.vehicles_kept": "公务用车保有量", "given.reception_batches": "接待批次", "given.reception_persons": "接待人次",
    "given.reception_domestic_batches": "国内接待批次", "given.reception_domestic_persons": "国内接待人次",
    "given.reception_foreign_affairs_batches": "外事接待批次", "given.reception_foreign_affairs_persons": "外事接待人次",
    "given.reception_abroad_batches": "国（境）外接待批次", "given.reception_abroad_persons": "国（境）外接待人次",
    "proc.total": "政府采购支出总额", "proc.goods": "政府采购货物支出", "proc.works": "政府采购工程支出",
    "proc.services": "政府采购服务支出", "proc.sme": "授予中小企业合同金额", "proc.micro": "授予小微企业合同金额",
    "given.vehicles_total": "车辆合计", "given.vehicles_confidential": "机要通信用车", "given.vehicles_law": "执法执勤用车",
    "given.vehicles_special": "特种专业技术用车", "given.vehicles_other": "其他用车",
    "given.equipment_100": "单价100万元（含）以上设备（不含车辆）", "given.perf_projects": "绩效自评项目个数",
    "given.perf_amount": "绩效自评涉及资金", "given.perf_a": "自评为优的项目", "given.perf_b": "自评为良的项目",
    "given.perf_c": "自评为中的项目", "given.perf_d": "自评为差的项目",
  ]
}
