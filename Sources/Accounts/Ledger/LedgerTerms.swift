/// 收入来源: where income comes from; the columns of 公开02 and the lines of 公开01.
package enum IncomeSource: String, Sendable, CaseIterable {
  case generalBudget = "一般公共预算财政拨款"
  case governmentFund = "政府性基金预算财政拨款"
  case stateCapital = "国有资本经营预算财政拨款"
  case superiorSubsidy = "上级补助收入"
  case undertaking = "事业收入"
  case operating = "经营收入"
  case affiliateRemittance = "附属单位上缴收入"
  case other = "其他收入"

  /// The fund that income from this source becomes.
  package var fund: Fund {
    switch self {
    case .generalBudget: .generalBudget
    case .governmentFund: .governmentFund
    case .stateCapital: .stateCapital
    default: .other
    }
  }
}

/// 资金性质: the fund money belongs to. The first three are 财政拨款.
package enum Fund: String, Sendable, CaseIterable {
  case generalBudget = "一般公共预算财政拨款"
  case governmentFund = "政府性基金预算财政拨款"
  case stateCapital = "国有资本经营预算财政拨款"
  case other = "其他资金"

  /// Whether the fund is 财政拨款.
  package var isFiscal: Bool { self != .other }
}

/// 支出性质: the columns of 公开03.
package enum ExpenditureKind: String, Sendable, CaseIterable {
  case basic = "基本支出"
  case project = "项目支出"
  case remittanceToSuperior = "上缴上级支出"
  case operating = "经营支出"
  case subsidyToAffiliate = "对附属单位补助支出"
}

/// 单位性质: decides whether there is a 机关运行经费, and on which line it stands.
package enum UnitNature: String, Sendable, CaseIterable {
  case administrative = "行政单位"
  case civilServiceManaged = "参照公务员法管理事业单位"
  case publicInstitution = "其他事业单位"
}

/// 公开口径: whether the accounts are those of one unit or of a department with its units.
package enum DisclosureScope: String, Sendable, CaseIterable {
  case unit = "单位"
  case department = "部门"
}

/// An item of the 三公经费 sheet, by the name that forms, templates and checks have for it, which is its id in the schema;
/// the last three break down 公务接待费.
package enum ThreePublicItem: String, Sendable, CaseIterable {
  case abroad = "因公出国（境）费"
  case vehiclePurchase = "公务用车购置费"
  case vehicleOperation = "公务用车运行维护费"
  case reception = "公务接待费"
  case domesticReception = "国内接待费"
  case foreignGuestReception = "外事接待费"
  case receptionAbroad = "国（境）外接待费"
}

/// A column of money in the 三公经费 sheet, by the word that a form has for that side of 公开09.
package enum ThreePublicColumn: String, Sendable, CaseIterable {
  case initialBudget = "年初预算数"
  case finalBudget = "全年预算数"
  case actual = "决算数"

  /// The column of the sheet.
  package var id: ColumnID {
    switch self {
    case .initialBudget: .initialBudget
    case .finalBudget: .finalBudget
    case .actual: .actual
    }
  }
}

/// An item of the 其他信息 sheet, by the name that forms, templates and checks have for it, which is its id in the schema.
package enum OtherItem: String, Sendable, CaseIterable {
  case procuredGoods = "政府采购货物支出"
  case procuredWorks = "政府采购工程支出"
  case procuredServices = "政府采购服务支出"
  case contractsToSmallAndMedium = "授予中小企业合同金额"
  case contractsToSmallAndMicro = "授予小微企业合同金额"
  case operatingCostOfAdministrativeUnits = "机关运行经费（行政单位）"
  case operatingCostOfCivilServiceManagedUnits = "机关运行经费（参照公务员法管理事业单位）"
  case leaderVehicles = "副部（省）级及以上领导用车"
  case principalVehicles = "主要负责人用车"
  case confidentialVehicles = "机要通信用车"
  case emergencyVehicles = "应急保障用车"
  case enforcementVehicles = "执法执勤用车"
  case specialVehicles = "特种专业技术用车"
  case retireeVehicles = "离退休干部服务用车"
  case otherVehicles = "其他用车"
  case largeEquipment = "单价100万元（含）以上设备（不含车辆）"

  /// 政府采购: goods, works and services.
  package static let procurement: [OtherItem] = [.procuredGoods, .procuredWorks, .procuredServices]

  /// 车辆 by use.
  package static let vehicles: [OtherItem] = [
    .leaderVehicles, .principalVehicles, .confidentialVehicles, .emergencyVehicles, .enforcementVehicles,
    .specialVehicles, .retireeVehicles, .otherVehicles,
  ]
}
