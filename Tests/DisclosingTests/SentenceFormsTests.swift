import Accounts
import Checks
import Reading
import Tables
import TestSupport
import Testing

/// The sentences in which places explain their accounts, on the example's figures: a right one is silent, and one with a
/// wrong number is found.
@Suite struct SentenceFormsTests {
  /// A sentence under a heading, and a number of it that is altered.
  struct Form: CustomTestStringConvertible, Sendable {
    let heading: String
    let text: String
    let number: String
    let wrong: String

    init(_ heading: String, _ text: String, _ number: String, _ wrong: String) {
      (self.heading, self.text, self.number, self.wrong) = (heading, text, number, wrong)
    }

    var testDescription: String { "\(text) \(number) → \(wrong)" }
  }

  private static let whole = "一、收入支出决算总体情况说明"
  private static let income = "二、收入决算情况说明"
  private static let expenditure = "三、支出决算情况说明"
  private static let grants = "四、财政拨款收入支出决算总体情况说明"
  private static let general = "五、一般公共预算财政拨款支出决算情况说明"
  private static let basic = "六、一般公共预算财政拨款基本支出决算情况说明"
  private static let threePublic = "九、财政拨款“三公”经费支出决算情况说明"
  private static let running = "（一）机关运行经费支出情况说明"
  private static let purchases = "（二）政府采购支出情况说明"
  private static let assets = "（三）国有资产占有使用情况说明"

  static let forms: [Form] = [
    // 收支总体.
    Form(whole, "2024年度收、支总计均为5,029.36万元。", "5,029.36", "5,029.63"),
    Form(whole, "2024年度收入、支出总计各5,029.36万元。", "5,029.36", "5,092.36"),
    Form(whole, "本年收支总计5,029.36万元（含结转和结余）。", "5,029.36", "5,029.30"),
    Form(whole, "全年总收入5,029.36万元，总支出5,029.36万元。", "总支出5,029.36", "总支出5,019.36"),
    Form(whole, "收、支总计5,029.36万元，与上年相比，收、支总计各减少68.13万元，下降1.34%。", "1.34%", "1.43%"),
    Form(whole, "收入总计5,029.36万元，其中本年收入合计5,023.02万元，年初结转和结余6.34万元。", "6.34", "6.43"),
    Form(whole, "收入总计5,029.36万元（含年初结转和结余6.34万元），支出总计5,029.36万元。", "支出总计5,029.36", "支出总计5,027.36"),
    Form(whole, "1.总体情况。收入总计5,029.36万元。2.收入情况。本年收入合计5,023.02万元，其中：财政拨款收入5,023.02万元。", "入5,023.02万元。", "入5,032.02万元。"),
    // 收入, 支出.
    Form(income, "本年收入5,023.02万元，其中：一般公共预算财政拨款收入5,023.02万元，占100%；其他收入0万元，占0%。", "收入0万元", "收入0.88万元"),
    Form(income, "本年收入合计5,023.02万元，其中：一般公共预算财政拨款收入5,023.02万元。", "拨款收入5,023.02", "拨款收入5,023.20"),
    Form(expenditure, "本年支出合计5,023.02万元，其中：基本支出2,963.86万元，占59.01%；项目支出2,059.17万元，占40.99%。", "59.01%", "59.10%"),
    Form(expenditure, "总支出5,023.02万元，包括基本支出2,963.86万元和项目支出2,059.17万元。", "2,059.17", "2,059.71"),
    Form(grants, "财政拨款收、支总计均为5,023.02万元。", "5,023.02", "5,032.02"),
    Form(grants, "本年财政拨款支出5,023.02万元，年末财政拨款结转和结余0万元。", "结余0万元", "结余0.5万元"),
    Form(grants, "财政拨款总收入5,023.02万元，比上年减少68.13万元，下降1.34%。", "68.13", "86.13"),
    // 一般公共预算.
    Form(general, "一般公共服务（类）支出3,864.28万元，占76.93%。", "3,864.28", "3,846.28"),
    Form(general, "“一般公共服务”3,864.28万元，占76.93%。", "76.93%", "79.63%"),
    Form(general, "社会保障和就业（类）支出811.45万元，占16.15%。", "811.45", "811.54"),
    Form(general, "卫生健康支出（类）119.79万元，占2.38%。", "119.79", "119.97"),
    Form(general, "医疗卫生与计划生育支出119.79万元，占2.38%。", "119.79", "191.79"),
    Form(general, "文化体育与传媒支出0万元。", "0万元", "0.88万元"),
    Form(general, "一般公共服务支出（类）市场监督管理事务（款）行政运行（项）1,847.89万元。", "1,847.89", "1,847.98"),
    Form(general, "卫生健康支出（类）。年初预算127.54万元，支出决算119.79万元，完成年初预算的93.92%。", "93.92%", "93.29%"),
    Form(general, "住房保障支出（类）。支出决算227.51万元，完成年初预算的100%，决算数等于预算数。", "227.51", "227.15"),
    Form(general, "住房保障支出（类）。支出决算227.51万元，完成年初预算的90.84%，决算数小于预算数。", "小于", "大于"),
    Form(general, "住房保障支出（类）。支出决算227.51万元，完成年初预算的90.84%，决算数低于预算数。", "低于", "等于"),
    Form(general, "住房保障支出（类）。年初预算227.51万元，支出决算227.51万元，决算数等于预算数。", "年初预算227.51", "年初预算250.44"),
    Form(general, "一般公共预算财政拨款支出5,023.02万元，占本年支出合计的100%。", "100%", "98%"),
    // 基本支出.
    Form(basic, "人员经费2,711.37万元，主要包括：基本工资731.94万元、津贴补贴456.43万元。", "731.94", "713.94"),
    Form(basic, "公用经费252.49万元，主要包括办公费、印刷费、差旅费。", "差旅费", "咨询费"),
    Form(basic, "人员经费2,711.37万元，主要包括离休费、退休费、抚恤金支出。", "抚恤金支出", "其他对个人和家庭的补助支出"),
    Form(basic, "公用经费252.49万元，其中手续费0.60万元。", "0.60", "0.88"),
    // 三公.
    Form(threePublic, "“三公”经费支出预算为26.26万元，支出决算为26.26万元，完成预算的100%。", "预算为26.26", "预算为26.62"),
    Form(threePublic, "“三公”经费支出26.26万元，与预算数持平。", "持平", "相比增加1.00万元"),
    Form(threePublic, "公务接待费预算数0.59万元，决算数0.59万元。", "预算数0.59", "预算数0.95"),
    Form(threePublic, "公务用车购置及运行维护费25.67万元，其中：公务用车购置支出0万元，公务用车运行维护支出25.67万元。", "支出25.67", "支出26.57"),
    Form(threePublic, "公务用车购置及运行费25.67万元，占97.75%；公务接待费0.59万元，占2.25%。", "97.75%", "97.57%"),
    Form(
      threePublic,
      "“三公”经费比上年减少9.59万元，其中：因公出国（境）费与上年持平；公务用车购置及运行维护费减少9.48万元；公务接待费减少0.12万元。因为压减。", "9.48", "9.84"),
    Form(threePublic, "公务接待9批次、68人次，其中：接待外宾0批次、0人次。", "外宾0批次", "外宾19批次"),
    Form(threePublic, "公务接待费0.59万元，国内公务接待批次9个，国内公务接待人次68人，国（境）外公务接待批次0个。公务接待9批次。", "批次9个", "批次8个"),
    Form(threePublic, "公务接待费0.59万元，国内公务接待9批次68人次，国（境）外公务接待0批次0人次。公务接待9批次、68人次。", "接待9批次68", "接待9批次86"),
    Form(threePublic, "公务用车保有量14辆，其中：轿车用车5辆、客车用车9辆。", "5辆", "6辆"),
    Form(threePublic, "公务用车保有量14辆，其中：轿车5辆、越野车9辆。", "5辆", "6辆"),
    Form(threePublic, "公务用车保有量14辆，其中：一般公务用车5辆、执法用车8辆、其他用车1辆。", "8辆", "7辆"),
    // 其他.
    Form(running, "机关运行经费支出252.49万元，比上年减少27.13万元，下降9.70%。", "9.70%", "7.90%"),
    Form(purchases, "政府采购支出总额1,242.27万元，其中：货物类支出46.47万元、工程类支出0万元、服务类支出1,195.80万元。", "46.47", "46.74"),
    Form(purchases, "授予中小企业合同金额655.56万元，占政府采购支出总额的52.77%。政府采购支出总额1,242.27万元。", "52.77%", "57.27%"),
    Form(assets, "截至2024年12月31日，本单位车辆17辆，其中执法执勤用车15辆。", "17辆", "16辆"),
    Form(assets, "共有车辆17辆，其中：机要通信用车1辆、特种专业技术用车1辆。", "用车1辆、", "用车2辆、"),
  ]

  /// The errors and warnings of a text beside the example's tables that concern what it states; that a change has no reason
  /// is not at stake.
  private func found(_ form: Form, _ text: String) throws -> [String] {
    var tables = try Example.datong.tables
    tables.prose = try ProseReader(form: Standard.form).prose(of: [form.heading, text], beside: tables)
    return try Standard.checker.check(tables).findings.filter {
      $0.severity != .note && $0.rule.hasPrefix("N") && $0.rule != "N23"
    }.map { "\($0.rule) \($0.message)" }
  }

  @Test(arguments: forms)
  func aRightSentenceIsSilentAndAWrongOneIsFound(form: Form) throws {
    #expect(try found(form, form.text) == [])
    let wrong = form.text.replacing(form.number, with: form.wrong, maxReplacements: 1)
    #expect(wrong != form.text)
    #expect(try !found(form, wrong).isEmpty)
  }
}
