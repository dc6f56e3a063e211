/// One pass over the bytes of a CSV text.
///
/// A value is copied only once its end and length are known, so that memory stays within the limits
/// however long a line or field is.
struct CSVScanner {
  private(set) var records: [CSVRecord] = []
  private(set) var problems: [CSVProblem] = []

  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: CSVLimits
  private var offset = 0
  private var line = 1
  private var hasOmittedProblems = false
  /// Values of the record being read; kept from record to record to save growing it anew each time.
  private var values: [String] = []
  /// Bytes of a value that cannot be copied in one piece.
  private var pieces: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: CSVLimits) {
    self.bytes = bytes
    self.limits = limits
    if ByteOrderMark(startOf: bytes) == .utf8 { offset = ByteOrderMark.utf8.bytes.count }
  }

  mutating func scan() {
    while offset < bytes.count, scanRecord() {}
  }

  /// Reads one record with its line end; false when reading cannot or may not go on.
  private mutating func scanRecord() -> Bool {
    let firstLine = line
    var field = 0
    var isEmpty = true
    values.removeAll(keepingCapacity: true)
    repeat {
      field += 1
      let isKept = field <= limits.fields
      if field - 1 == limits.fields { report(.tooManyFields(limit: limits.fields), line: line) }
      let outcome =
        offset < bytes.count && bytes[offset] == ASCII.quote
        ? scanQuotedField(field, isKept: isKept) : scanPlainField(field, isKept: isKept)
      switch outcome {
      case .unclosed: return false
      case .empty: break
      case .filled: isEmpty = false
      }
    } while skipComma()
    skipLineEnd()

    if isEmpty { return true }
    if records.count >= limits.records {
      report(.tooManyRecords(limit: limits.records), line: firstLine)
      return false
    }
    // A copy takes just the room it needs, where the shared buffer may have grown to the widest record.
    records.append(CSVRecord(line: firstLine, fields: Array(values)))
    return true
  }

  private enum FieldOutcome {
    case empty
    case filled
    case unclosed
  }

  private mutating func scanPlainField(_ field: Int, isKept: Bool) -> FieldOutcome {
    let start = offset
    if skipPlainText() { report(.bareQuote(field: field), line: line) }
    return keep(start..<offset, doubledQuotes: 0, tail: offset..<offset, field: field, line: line, isKept: isKept)
  }

  private mutating func scanQuotedField(_ field: Int, isKept: Bool) -> FieldOutcome {
    let firstLine = line
    offset += 1
    let start = offset
    var doubledQuotes = 0
    scanning: while true {
      guard offset < bytes.count else {
        report(.unclosedQuote(field: field), line: firstLine)
        return .unclosed
      }
      let byte = bytes[offset]
      if byte > ASCII.quote {
        offset += 1
      } else if byte == ASCII.quote {
        guard offset + 1 < bytes.count, bytes[offset + 1] == ASCII.quote else { break scanning }
        doubledQuotes += 1
        offset += 2
      } else if byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
        skipLineEnd()
      } else {
        offset += 1
      }
    }
    let quoted = start..<offset
    offset += 1
    let tailStart = offset
    skipPlainText()
    if offset > tailStart { report(.textAfterClosingQuote(field: field), line: line) }
    return keep(
      quoted, doubledQuotes: doubledQuotes, tail: tailStart..<offset, field: field, line: firstLine, isKept: isKept)
  }

  /// Moves to the next comma or line end and tells whether there was a quote on the way.
  @discardableResult
  private mutating func skipPlainText() -> Bool {
    var hasQuote = false
    while offset < bytes.count {
      let byte = bytes[offset]
      // Nearly all bytes lie above the comma and are settled by one comparison.
      if byte <= ASCII.comma {
        if byte == ASCII.comma || byte == ASCII.lineFeed || byte == ASCII.carriageReturn { break }
        if byte == ASCII.quote { hasQuote = true }
      }
      offset += 1
    }
    return hasQuote
  }

  private mutating func skipComma() -> Bool {
    guard offset < bytes.count, bytes[offset] == ASCII.comma else { return false }
    offset += 1
    return true
  }

  private mutating func skipLineEnd() {
    guard offset < bytes.count else { return }
    let isReturn = bytes[offset] == ASCII.carriageReturn
    offset += 1
    if isReturn, offset < bytes.count, bytes[offset] == ASCII.lineFeed { offset += 1 }
    line += 1
  }

  /// Adds a value made of the text between the quotes and what follows them.
  private mutating func keep(
    _ range: Range<Int>, doubledQuotes: Int, tail: Range<Int>, field: Int, line: Int, isKept: Bool
  ) -> FieldOutcome {
    let length = range.count - doubledQuotes + tail.count
    guard length <= limits.fieldBytes else {
      report(.fieldTooLong(field: field, bytes: length, limit: limits.fieldBytes), line: line)
      if isKept { values.append("") }
      return .filled
    }
    if !isKept { return length == 0 ? .empty : .filled }
    if length == 0 {
      values.append("")
      return .empty
    }
    if doubledQuotes == 0, tail.isEmpty {
      values.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self))
      return .filled
    }
    pieces.removeAll(keepingCapacity: true)
    var next = range.lowerBound
    while next < range.upperBound {
      let byte = bytes[next]
      pieces.append(byte)
      next += byte == ASCII.quote ? 2 : 1
    }
    pieces.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[tail]))
    values.append(String(decoding: pieces, as: UTF8.self))
    return .filled
  }

  private mutating func report(_ kind: CSVProblem.Kind, line: Int) {
    if problems.count < limits.problems {
      problems.append(CSVProblem(line: line, kind: kind))
    } else if !hasOmittedProblems {
      hasOmittedProblems = true
      problems.append(CSVProblem(line: line, kind: .furtherProblemsOmitted(limit: limits.problems)))
    }
  }
}
