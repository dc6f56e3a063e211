/// Which function checks which rule: the one list of everything in this target that is no identity, in the order in which
/// it runs.
///
/// A list for each kind of input. The rules of self-evaluations (P) are applied cell by cell in ``CheckedTable``,
/// ``AcrossTables`` and ``OverallChecks``, J01 by ``JointCheck``, J02 by ``LastPlaceFinding``, those of a department's units (U) by ``UnitComparison``, and those of a ledger (L) come as
/// ``LedgerRemark``s.
enum CheckList {
  /// What looks at tables, codes and the text as a whole.
  static let structure: [StructureCheck] = whole + text + [.categoryNoTableHas] + wording

  private static let whole: [StructureCheck] = [
    .missingTable, .duplicateTable, .emptyTableWithoutNote, .differingUnit, .differingYear, .differingCurrency,
    .brokenLineNumbers, .unreadPart, .differingFiles,
    .unknownCode, .nameNotMatchingCode, .childWithoutParent, .duplicateCode, .capitalConstructionInBasicExpenditure,
    .codeOfAnotherFund,
    .codeWithoutExpenditure, .codeWithoutIncome, .expenditureWithoutMoney, .contradictingTotal,
    .titleWithoutTable, .tableOrder, .exactAmountBehind, .differingCopy,
    .missingPart, .missingSection, .emptySection, .emptyTableUnstated, .explanationNotRead,
  ]

  /// What looks at the text of anything published, be it self-evaluations alone.
  static let text: [StructureCheck] = [
    .wrongYear, .wrongUnitName, .placeholder, .templateInstruction, .doubledPunctuation, .unclosedBracket,
    .reasonLeftOut, .personalNumber, .contactDetail, .namedPerson, .draftMark, .directionControl,
  ]

  /// What looks at how the text of anything published is written.
  static let wording: [StructureCheck] = [
    .wordResidue, .chartPlaceholder, .doubledWord, .unchosenWord, .halfWidthComma, .misplacedComma, .missingUnit,
    .mixedOwnName, .countAndList, .repeatedPurpose, .earlyDate, .listedAmounts, .reasonAgainstDirection,
  ]

  /// What looks at what sentences state.
  static let claims: [ClaimCheck] = [
    .statedAsPrinted, .statedTwice, .share, .sharesOfWhole, .completion, .rateOfChange, .directionOfChange,
    .changeFromBudget, .comparison, .countsOfNothing, .partsOfNumber, .listed, .absent, .reasonGiven, .markedValue,
  ]

  /// What looks at whether figures are of a size that can be meant.
  static let sizes: [SizeCheck] = [
    .largeChange, .unitOfChange, .tinyWhole, .unitOfTable, .computedBalance,
  ]

  /// What looks at last year's disclosure beside this year's.
  static let years: [YearCheck] = [
    .consecutiveYears, .openingBalances, .statedChanges, .statedPriorFigures,
  ]
}
