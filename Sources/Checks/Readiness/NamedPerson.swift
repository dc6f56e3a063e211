import Accounts
import Tables

extension StructureCheck {
  /// D22: the name of whoever filled in or signed an attached form; the finding never repeats it.
  static let namedPerson = StructureCheck(.namedPerson) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    let surnames = Set(input.words.surnames.unicodeScalars)
    return lines.flatMap { line -> [Finding] in
      guard line.folded.contains("人") else { return [] }
      return line.namedPersons(input.words, surnames).map { label in
        rule.finding("“\(label)”后面写有姓名", place: line.place)
      }
    }
  }
}

extension ReadableLine {
  /// The labels of the line that a person's name follows.
  fileprivate func namedPersons(_ words: ReadinessWords, _ surnames: Set<Unicode.Scalar>) -> [String] {
    // The blanks of a row of labels part a name from the next label; those inside 填 表 人 part nothing.
    let spaced: [Unicode.Scalar] = text.unicodeScalars.map { scalar in
      scalar == "\t" || !scalar.isBlank ? scalar.foldedToHalfWidth : " "
    }
    let positions = spaced.indices.filter { spaced[$0] != " " && spaced[$0] != "\t" }
    let joined = positions.map { spaced[$0] }
    var found: [String] = []
    var position = 0
    while let label = words.personLabels.first(in: joined, from: position) {
      position = label.upperBound
      let start = positions[label.upperBound - 1] + 1
      if Self.name(in: spaced[start...], words, surnames) {
        found.append(String(String.UnicodeScalarView(joined[label])))
      }
    }
    return found
  }

  /// Whether what follows a label is a person's name: behind a colon or blank, two or three characters, a family name
  /// first.
  private static func name(
    in text: ArraySlice<Unicode.Scalar>, _ words: ReadinessWords, _ surnames: Set<Unicode.Scalar>
  ) -> Bool {
    let isGap = { (character: Unicode.Scalar) in
      character == " " || character == "\t" || character == ":"
    }
    let rest = text.drop(while: isGap)
    guard rest.startIndex > text.startIndex, let first = rest.first, surnames.contains(first) else { return false }
    var name = Array(rest.prefix(while: \.isChinese))
    if name.count == 1 {
      // 张 三
      let given = rest.dropFirst().drop { $0 == " " }.prefix(while: \.isChinese)
      guard given.count <= 2 else { return false }
      name += given
    }
    return 2...3 ~= name.count && !words.notNames.occur(in: name)
  }
}
