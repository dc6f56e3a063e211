/// A case of a rule that is judged apart from its others (同一规则中另行处理的情形), as the checks name it: the catalogue gives
/// each its own severity or advice.
package enum RuleCase: String, Hashable, Sendable, CaseIterable {
  /// D01: a table that many places do not publish.
  case ofSomePlaces = "有的地方不公开"
  /// D31: a workbook, which holds tables alone as a rule.
  case workbookOfTables = "工作簿只有表"
  /// D03: a table with numbers says that it has none.
  case filledThoughSaidEmpty = "有数而说明无数据"
  /// D26: the table stands elsewhere.
  case tableElsewhere = "另有这张表"
  /// D29, D30: the copy could not be read, where others differ.
  case unreadableCopy = "读不懂"
  /// C01: a code that the book knows to be out of use.
  case withdrawn = "已停用"
  /// C02: a name that the book is not sure of, or that the code once had.
  case uncertainName = "名称未经核实或是旧称"
  /// D18: the second half of a pair without the first.
  case closedOnly = "缺前一半"
  /// D21: a mailbox, where the others are telephone numbers.
  case mailbox = "电子邮箱"
  /// N15, N16, N17: a percentage of nothing.
  case ofNothing = "比较的数为零"
  /// G19–G24, G30, G31: what is not said is of something on which nothing was spent.
  case nothingSpent = "没有支出"
  /// What is printed does not say so, and exact amounts may.
  case withinRounding = "舍入可以解释"
  /// P-S1: a project without a table, where the others are tables without a project.
  case withoutTable = "项目没有自评表"
  /// P-S3: fewer tables than projects, of which the others may stand elsewhere.
  case fewerTables = "表少于所述个数"
  /// P-E3: the 分值 of the fund block, where the others are sums.
  case fundWeight = "资金分值"
  /// P-E15: a rate that may be above 100 % where more was done than planned.
  case mayBeMore = "可能超额完成"
  /// T17: a caption in brackets, below which the chart may stand.
  case captionInBrackets = "括号里的图题"
  /// T19: 部门 and 单位, where the others are words of opposite meaning.
  case ofItself = "部门和单位"
  /// P-D9, N29, N30: parts that are less than the whole, which words may list some of only.
  case partsMissing = "所列各项不足总数"
}
