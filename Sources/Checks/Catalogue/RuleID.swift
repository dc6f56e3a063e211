import Formats

/// The ids of the rules that code applies, as it names them. Identities (勾稽关系) are data alone, and none of these.
///
/// Every one of them has an entry in the catalogue (`Data/rules`), which says what it is called, how bad it is and what
/// to do; the reader of the catalogue refuses one that lacks an entry, and an entry that has none of them.
package enum RuleID: String, Hashable, Sendable, CaseIterable {
  // Tables and codes (结构).
  case missingTable = "D01"
  case duplicateTable = "D02"
  case emptyTableWithoutNote = "D03"
  case differingUnit = "D04"
  case differingYear = "D05"
  case differingCurrency = "D06"
  case brokenLineNumbers = "D07"
  case unreadPart = "D08"
  case differingFiles = "D30"
  case unknownCode = "C01"
  case nameNotMatchingCode = "C02"
  case childWithoutParent = "C03"
  case duplicateCode = "C04"
  case capitalConstructionInBasicExpenditure = "06-5"
  case codeOfAnotherFund = "C05"
  case codeWithoutExpenditure = "C06"
  case codeWithoutIncome = "C07"
  case expenditureWithoutMoney = "C08"
  case contradictingTotal = "D25"
  case titleWithoutTable = "D26"
  case tableOrder = "D27"
  case exactAmountBehind = "D28"
  case differingCopy = "D29"

  // The text beside the tables (可读性).
  case missingPart = "D09"
  case missingSection = "D10"
  case emptySection = "D11"
  case emptyTableUnstated = "D12"
  case wrongYear = "D13"
  case wrongUnitName = "D14"
  case placeholder = "D15"
  case templateInstruction = "D16"
  case doubledPunctuation = "D17"
  case unclosedBracket = "D18"
  case reasonLeftOut = "D19"
  case personalNumber = "D20"
  case contactDetail = "D21"
  case namedPerson = "D22"
  case draftMark = "D23"
  case categoryNoTableHas = "D24"
  case directionControl = "D32"
  case explanationNotRead = "D31"

  // What sentences state (文字).
  case statedAsPrinted = "N01"
  case statedTwice = "N14"
  case share = "N15"
  case sharesOfWhole = "N06"
  case completion = "N16"
  case rateOfChange = "N17"
  case directionOfChange = "N19"
  case changeFromBudget = "N18"
  case comparison = "N21"
  case countsOfNothing = "N28"
  case partsOfNumber = "N29"
  case listed = "N22"
  case absent = "N25"
  case reasonGiven = "N23"
  case markedValue = "N24"

  // Against last year (与上年比较).
  case consecutiveYears = "Y03"
  case openingBalances = "Y01"
  case statedChanges = "Y02"
  case statedPriorFigures = "Y04"

  // Sizes that are hardly meant (数的大小).
  case largeChange = "S01"
  case unitOfChange = "S02"
  case tinyWhole = "S03"
  case unitOfTable = "S04"
  case computedBalance = "S05"

  // What a ledger has to say (账).
  case missingFromLedger = "L01"
  case textNotPrinted = "L02"

  // All figures taken together (合在一起).
  case joint = "J01"
  case lastPlace = "J02"

  // What explains several findings (诊断).
  case oneFigure = "Q01"
  case shiftedRows = "Q02"
  case missingRow = "Q03"

  // Self-evaluations (绩效自评).
  case rate = "P-E1"
  case fundScore = "P-E2"
  case sumOfWeights = "P-E3"
  case sumOfScores = "P-E4"
  case scoreWithinWeight = "P-E5"
  case weightsOfLevels = "P-E6"
  case missedWithFullScore = "P-E7"
  case pointsLostWithoutReason = "P-E8"
  case overAchievement = "P-E9"
  case gradeOfTotal = "P-E10"
  case costAndExecution = "P-E11"
  case sumOfSources = "P-E12"
  case carriedOver = "P-E13"
  case pointsForNoSurvey = "P-E14"
  case rateAboveWhole = "P-E15"
  case impossibleDate = "P-E16"
  case allSaidDone = "P-E17"
  case statedResults = "P-E18"
  case metWithPointsLost = "P-X1"
  case wordsForFigure = "P-X2"
  case proportionalScore = "P-X3"
  case missingLevel2 = "P-X4"
  case budgetCutToExecution = "P-X5"
  case rateAndScore = "P-X6"
  case favourableDeviation = "P-X8"
  case blankScore = "P-X9"
  case oneTablePerProject = "P-S1"
  case amountsOfAccounts = "P-S2"
  case statedNumber = "P-S3"
  case statedFunds = "P-S4"
  case statedGrades = "P-S5"
  case basicRate = "P-D1"
  case basicSum = "P-D2"
  case basicBound = "P-D3"
  case basicAndTables = "P-D4"
  case fundsAndTables = "P-D5"
  case reportAndBasic = "P-D6"
  case reportAndScores = "P-D7"
  case reportRatio = "P-D8"
  case reportSum = "P-D9"
  case reportDays = "P-D10"
  case basicAndScores = "P-D11"

  /// Whether it is a rule for self-evaluations (绩效自评).
  var isOfEvaluations: Bool { rawValue.begins(with: "P-") }
}
