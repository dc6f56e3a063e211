/// One of the ten standard tables, by its number in the national form: 公开01 to 公开10; or what else has figures with
/// addresses: the text, and the tables that only some places publish.
package enum TableID: String, Sendable, CaseIterable, Codable, Comparable {
  case t01 = "01"
  case t02 = "02"
  case t03 = "03"
  case t04 = "04"
  case t05 = "05"
  case t06 = "06"
  case t07 = "07"
  case t08 = "08"
  case t09 = "09"
  case t10 = "10"
  /// No table but the text beside the tables, whose numbers have addresses too: `文.收入总计.1`.
  case prose = "文"

  // The tables that only some places publish (有的地方才有的表), by what they are about; `Reading/Data/supplementary-tables.json`
  // says what their rows and columns are.
  case projects = "项目支出"
  case generalProjects = "一般项目支出"
  case generalProjectsByNature = "一般项目经济"
  case fundBasics = "基金基本支出"
  case projectBalances = "项目收支"
  case generalBalances = "一般收支"
  case details = "支出明细"
  case basicDetails = "基本支出明细"
  case projectDetails = "项目支出明细"
  case fiscalDetails = "财拨明细"
  case generalDetails = "一般明细"
  case generalBasicDetails = "一般基本明细"
  case generalProjectDetails = "一般项目明细"
  case meetings = "会议培训"
  case operations = "机构运行"
  case procurement = "政府采购"
  case purchasedServices = "购买服务"
  case stateAssets = "国有资产"

  /// The ten tables.
  package static let allCases: [TableID] = [.t01, .t02, .t03, .t04, .t05, .t06, .t07, .t08, .t09, .t10]

  /// The tables that only some places publish.
  package static let supplementary: [TableID] = [
    .projects, .generalProjects, .generalProjectsByNature, .fundBasics, .projectBalances, .generalBalances, .details,
    .basicDetails, .projectDetails, .fiscalDetails, .generalDetails, .generalBasicDetails, .generalProjectDetails,
    .meetings, .operations, .procurement, .purchasedServices, .stateAssets,
  ]

  /// Whether only some places publish the table.
  package var isSupplementary: Bool { ordinal > TableID.prose.ordinal }

  /// How many places there are.
  package static let ordinals = 29

  /// The place of the table among the ten, the text behind them, and behind it the tables that only some places publish.
  package var ordinal: Int {
    switch self {
    case .t01: 0
    case .t02: 1
    case .t03: 2
    case .t04: 3
    case .t05: 4
    case .t06: 5
    case .t07: 6
    case .t08: 7
    case .t09: 8
    case .t10: 9
    case .prose: 10
    case .projects: 11
    case .generalProjects: 12
    case .generalProjectsByNature: 13
    case .fundBasics: 14
    case .projectBalances: 15
    case .generalBalances: 16
    case .details: 17
    case .basicDetails: 18
    case .projectDetails: 19
    case .fiscalDetails: 20
    case .generalDetails: 21
    case .generalBasicDetails: 22
    case .generalProjectDetails: 23
    case .meetings: 24
    case .operations: 25
    case .procurement: 26
    case .purchasedServices: 27
    case .stateAssets: 28
    }
  }

  package static func < (left: TableID, right: TableID) -> Bool { left.rawValue < right.rawValue }
}
