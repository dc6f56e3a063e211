import Accounts

/// A table of a form beside the same table of the national form.
///
/// Every line, column and code of the national form must be there or be said to be left out; and what a form prints
/// must have the 行次 or 栏次 that the national form gives the same thing, since that is its address.
struct FormComparison {
  /// What is wrong, in the clauses of a ``Problem``.
  private(set) var problems: [(found: String, expected: String, advice: String)] = []

  /// `ours` is nil where the form has no such table.
  init(_ ours: TableForm?, with theirs: TableForm, leavingOut leftOut: Set<LeftOut>) {
    guard let ours else {
      miss("\(theirs.name)《\(theirs.title)》", LeftOut(theirs.id, .table))
      return
    }
    switch (ours.body, theirs.body) {
    case (.twoSided(let one), .twoSided(let other)):
      compare(Self.numbered(one.left, side: "左"), Self.numbered(other.left, side: "左"), ours, leftOut)
      compare(Self.numbered(one.right, side: "右"), Self.numbered(other.right, side: "右"), ours, leftOut)
    case (.sections(let one), .sections(let other)):
      compare(Self.numbered(one.flatMap(\.rows)), Self.numbered(other.flatMap(\.rows)), ours, leftOut)
    case (.functionCodes(let one), .functionCodes(let other)):
      compare(Self.numbered(one.columns), Self.numbered(other.columns), ours, leftOut)
    case (.singleRow(let one), .singleRow(let other)):
      compare(Self.numbered(one), Self.numbered(other), ours, leftOut)
    case (.economicCodes, .economicCodes):
      let codes = Set(ours.economicCodes.map(\.code))
      for line in theirs.economicCodes where !codes.contains(line.code) {
        let isSaid = [line.code, String(line.code.prefix(3))].contains {
          leftOut.contains(LeftOut(theirs.id, .code($0)))
        }
        if !isSaid { miss("\(ours.name)的 \(line.code) \(line.name)", LeftOut(theirs.id, .code(line.code))) }
      }
    case (.twoSided, _), (.sections, _), (.functionCodes, _), (.singleRow, _), (.economicCodes, _): break
    }
  }

  /// Something with an address: what it holds, its 行次 or 栏次, and what it is called in a message.
  private struct Numbered {
    let meaning: String
    let number: Int
    let name: String
    let leftOut: (TableID) -> LeftOut
  }

  /// The lines that hold something.
  private static func numbered(_ lines: [TableForm.Line], side: String = "") -> [Numbered] {
    lines.compactMap { line in
      (line.item ?? line.category).map { meaning in
        Numbered(meaning: side + meaning, number: line.line, name: "行次 \(line.line)“\(line.label)”") {
          LeftOut($0, .line(line.line))
        }
      }
    }
  }

  private static func numbered(_ columns: [TableForm.Column]) -> [Numbered] {
    columns.map { column in
      let meaning = (column.side ?? "") + column.item
      return Numbered(meaning: meaning, number: column.column, name: "栏次 \(column.column)“\(meaning)”") {
        LeftOut($0, .column(column.column))
      }
    }
  }

  private mutating func compare(
    _ ours: [Numbered], _ theirs: [Numbered], _ table: TableForm, _ leftOut: Set<LeftOut>
  ) {
    let numbers = Dictionary(theirs.map { ($0.meaning, $0) }, uniquingKeysWith: { first, _ in first })
    for one in ours {
      if let same = numbers[one.meaning] {
        if same.number != one.number {
          problems.append(
            (
              "\(table.name)的\(one.name)在全国格式中是\(same.name)", "同一项目的行次、栏次应与全国格式相同（不印行次、栏次时也一样）",
              "请改成 \(same.number)"
            ))
        }
      } else if let other = theirs.first(where: { $0.number == one.number }) {
        problems.append(
          ("\(table.name)的\(one.name)用了全国格式中\(other.name)的号", "全国格式没有的项目应另用一个号", "请换一个没有用过的号"))
      }
    }
    let meanings = Set(ours.map(\.meaning))
    for one in theirs where !meanings.contains(one.meaning) && !leftOut.contains(one.leftOut(table.id)) {
      miss("\(table.name)的\(one.name)", one.leftOut(table.id))
    }
  }

  private mutating func miss(_ what: String, _ leftOut: LeftOut) {
    problems.append(
      ("没有全国格式的\(what)", "应有，或在 leavesOut 中说明不印", "请补上，或在 leavesOut 中加上 \"\(leftOut.text)\""))
  }
}
