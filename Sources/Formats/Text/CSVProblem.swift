/// Something in a CSV text that is not as it should be.
package struct CSVProblem: Error, Sendable, Equatable {
  /// What a problem is about; fields are counted from 1.
  package enum Kind: Sendable, Equatable {
    /// A quoted field that never ends; nothing from its record on is read.
    case unclosedQuote(field: Int)
    /// Text between a closing quote and the next comma, kept as part of the value.
    case textAfterClosingQuote(field: Int)
    /// A quote inside a field that does not begin with one, kept as part of the value.
    case bareQuote(field: Int)
    /// A field of too many bytes, whose value is given as empty.
    case fieldTooLong(field: Int, bytes: Int, limit: Int)
    /// A record of too many fields; those beyond the limit are dropped.
    case tooManyFields(limit: Int)
    /// Too many records; those beyond the limit are not read.
    case tooManyRecords(limit: Int)
    /// So many problems that the rest, this one included, are not listed.
    case furtherProblemsOmitted(limit: Int)
  }

  /// The line, counted from 1, on which the problem stands; for a field too long the line where it begins.
  package let line: Int
  /// What the problem is.
  package let kind: Kind

  /// A problem of a kind on a line.
  package init(line: Int, kind: Kind) {
    self.line = line
    self.kind = kind
  }

  /// What was found, what was expected and what to do, in plain Chinese.
  package var message: String {
    switch kind {
    case .unclosedQuote(let field):
      "第 \(line) 行第 \(field) 列：英文双引号在此开始，到文件末尾也没有结束，应有一个结束的双引号。"
        + "请补上结束的双引号；此行及以后的内容没有读取。"
    case .textAfterClosingQuote(let field):
      "第 \(line) 行第 \(field) 列：结束的英文双引号后面还有文字，应是逗号或换行。"
        + "请删去多余的文字；值里要有双引号时，请写成两个双引号。"
    case .bareQuote(let field):
      "第 \(line) 行第 \(field) 列：值的中间有英文双引号，而值的开头没有，应将整个值用双引号括起来。"
        + "请把整个值括起来，并把值里的双引号写成两个。"
    case .fieldTooLong(let field, let bytes, let limit):
      "第 \(line) 行第 \(field) 列：值长 \(bytes) 字节，应不超过 \(limit) 字节。"
        + "请检查此处是否漏了双引号或换行，或把内容缩短；这个值没有读取。"
    case .tooManyFields(let limit):
      "第 \(line) 行：列数超过 \(limit) 列，应不超过此数。请检查是否漏了换行，或删去多余的列；多出的列没有读取。"
    case .tooManyRecords(let limit):
      "第 \(line) 行：从这里起超过 \(limit) 条记录，应不超过此数。请把文件分成几个；此行及以后的内容没有读取。"
    case .furtherProblemsOmitted(let limit):
      "第 \(line) 行起还有问题，已列出 \(limit) 个，其余不再列出。请先改正已列出的问题，再重新读取。"
    }
  }
}
