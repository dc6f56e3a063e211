import Accounts

// What the lines and columns of a form can hold (`item`), table by table, in the words of the form.

/// The income lines of 01.
enum IncomeLine: String, CaseIterable {
  case generalBudget = "一般公共预算财政拨款收入"
  case governmentFund = "政府性基金预算财政拨款收入"
  case stateCapital = "国有资本经营预算财政拨款收入"
  case superiorSubsidy = "上级补助收入"
  case undertaking = "事业收入"
  case operating = "经营收入"
  case affiliateRemittance = "附属单位上缴收入"
  case other = "其他收入"
  case sum = "本年收入合计"
  case surplusUsed = "使用非财政拨款结余"
  case opening = "年初结转和结余"
  case total = "收入总计"
}

/// The expenditure lines of 01 besides the 类.
enum ExpenditureLine: String, CaseIterable {
  case sum = "本年支出合计"
  case surplusDistributed = "结余分配"
  case closing = "年末结转和结余"
  case total = "支出总计"
}

/// The income lines of 04.
enum FiscalIncomeLine: String, CaseIterable {
  case generalBudget = "一般公共预算财政拨款收入"
  case governmentFund = "政府性基金预算财政拨款收入"
  case stateCapital = "国有资本经营预算财政拨款收入"
  case sum = "本年收入合计"
  case opening = "年初财政拨款结转和结余"
  case openingGeneralBudget = "年初一般公共预算财政拨款结转和结余"
  case openingGovernmentFund = "年初政府性基金预算财政拨款结转和结余"
  case openingStateCapital = "年初国有资本经营预算财政拨款结转和结余"
  case total = "收入总计"
}

/// The expenditure lines of 04 besides the 类.
enum FiscalExpenditureLine: String, CaseIterable {
  case sum = "本年支出合计"
  case closing = "年末财政拨款结转和结余"
  case total = "支出总计"
}

/// The columns of 02.
enum IncomeColumn: String, CaseIterable {
  case sum = "本年收入合计"
  case fiscal = "财政拨款收入"
  case superiorSubsidy = "上级补助收入"
  case undertaking = "事业收入"
  case operating = "经营收入"
  case affiliateRemittance = "附属单位上缴收入"
  case other = "其他收入"
}

/// The columns of 03 and 05, and those of 07 and 08 that hold expenditure.
enum ExpenditureColumn: String, CaseIterable {
  case sum = "本年支出合计"
  case basic = "基本支出"
  case project = "项目支出"
  case remittanceToSuperior = "上缴上级支出"
  case operating = "经营支出"
  case subsidyToAffiliate = "对附属单位补助支出"

  /// The kinds of expenditure it holds.
  var kinds: ExpenditureKinds {
    switch self {
    case .sum: .all
    case .basic: .basic
    case .project: .project
    case .remittanceToSuperior: ExpenditureKinds(.remittanceToSuperior)
    case .operating: ExpenditureKinds(.operating)
    case .subsidyToAffiliate: ExpenditureKinds(.subsidyToAffiliate)
    }
  }
}

/// The columns of 07 and 08 that hold no expenditure.
enum FundColumn: String, CaseIterable {
  case opening = "年初结转和结余"
  case income = "本年收入"
  case closing = "年末结转和结余"
}

/// The columns of 09, each once a budget and once a final amount.
enum ThreePublicTotal: String, CaseIterable {
  case all = "“三公”经费合计"
  case abroad = "因公出国（境）费"
  case vehicles = "公务用车购置及运行维护费"
  case vehiclePurchase = "公务用车购置费"
  case vehicleOperation = "公务用车运行维护费"
  case reception = "公务接待费"

  /// What it is the sum of.
  var items: [ThreePublicItem] {
    switch self {
    case .all: [.abroad, .vehiclePurchase, .vehicleOperation, .reception]
    case .abroad: [.abroad]
    case .vehicles: [.vehiclePurchase, .vehicleOperation]
    case .vehiclePurchase: [.vehiclePurchase]
    case .vehicleOperation: [.vehicleOperation]
    case .reception: [.reception]
    }
  }
}

/// The lines of 10 that are sums; the others are items of the ledger's 其他信息.
enum InformationTotal: String, CaseIterable {
  case procurement = "政府采购合计"
  case vehicles = "车辆合计"
}
