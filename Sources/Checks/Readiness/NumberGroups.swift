import Accounts

/// The groups of digits of a line, as telephone, card and identity numbers are written: `138 0000 0000`, `0000-0000`.
struct NumberGroups {
  /// The line's characters with their blanks, half-width.
  let characters: [Unicode.Scalar]
  /// The groups of digits in order; the X that may end an identity-card number is part of its group.
  let groups: [Range<Int>]

  /// The groups of a line; nil when it has too few digits for any number looked for.
  init?(_ line: ReadableLine) {
    guard line.mayHoldNumber else { return nil }
    let characters = line.text.unicodeScalars.map(\.foldedToHalfWidth)
    var groups: [Range<Int>] = []
    var position = 0
    while position < characters.count {
      guard characters[position].isDigit else {
        position += 1
        continue
      }
      var end = characters[position...].firstIndex { !$0.isDigit } ?? characters.count
      if end - position == 17, end < characters.count, characters[end] == "X" || characters[end] == "x" {
        end += 1
      }
      groups.append(position..<end)
      position = end
    }
    self.characters = characters
    self.groups = groups
  }

  /// The groups from one on as a number, when they have these lengths and one blank or hyphen between them.
  func number(from index: Int, lengths: [Int]) -> Number? {
    guard index + lengths.count <= groups.count else { return nil }
    let chosen = groups[index..<index + lengths.count]
    guard zip(chosen, lengths).allSatisfy({ $0.count == $1 }) else { return nil }
    for (left, right) in zip(chosen, chosen.dropFirst()) {
      guard right.lowerBound == left.upperBound + 1,
        characters[left.upperBound] == " " || characters[left.upperBound] == "-"
      else { return nil }
    }
    return Number(
      digits: chosen.flatMap { characters[$0] },
      range: groups[index].lowerBound..<groups[index + lengths.count - 1].upperBound, groups: lengths.count)
  }

  /// Digits that were written as one number, perhaps in several groups.
  struct Number {
    let digits: [Unicode.Scalar]
    /// The characters of the line that it takes.
    let range: Range<Int>
    /// How many groups it was written in.
    let groups: Int

    /// The number with all but its first three and last two characters hidden.
    var masked: String { NumberGroups.masked(digits) }
  }

  /// A text with all but its first three and last two characters hidden.
  static func masked(_ characters: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    for (index, character) in characters.enumerated() {
      text.append(index < 3 || index >= characters.count - 2 ? character : "*")
    }
    return String(text)
  }

  /// Whether a number stands by itself: no part of an amount, a longer code, or a number already hidden.
  func standsAlone(_ range: Range<Int>) -> Bool {
    let before = character(range.lowerBound - 1)
    let after = character(range.upperBound)
    let isPoint = { (character: Unicode.Scalar) in ".,-/".unicodeScalars.contains(character) }
    if before.isLetter || before.isDigit || before == "*" || before == "_" { return false }
    if after.isLetter || after.isDigit || after == "*" || after == "_" { return false }
    let outerBefore = character(range.lowerBound - 2)
    if isPoint(before), outerBefore.isDigit || outerBefore.isLetter { return false }
    let outerAfter = character(range.upperBound + 1)
    return !(isPoint(after) && (outerAfter.isDigit || outerAfter.isLetter))
  }

  /// A character of the line; NUL outside it.
  func character(_ position: Int) -> Unicode.Scalar {
    characters.indices.contains(position) ? characters[position] : "\0"
  }

  /// Whether one of the words stands before a position, with nothing but blanks, colons and brackets between.
  func follows(_ labels: Phrases, at position: Int) -> Bool {
    let nearby = characters[max(0, position - 24)..<position]
    var words = nearby.filter { !$0.isBlank }
    while let last = words.last, ":()+".unicodeScalars.contains(last) { words.removeLast() }
    return labels.end(words)
  }

  /// Whether an amount's unit stands behind a position.
  func precedes(_ units: Phrases, at position: Int) -> Bool { units.length(in: characters, at: position) != nil }
}

extension ReadableLine {
  /// Whether seven digits stand together somewhere, blanks and hyphens left out of account.
  fileprivate var mayHoldNumber: Bool {
    var digits = 0
    for character in folded {
      if character.isDigit {
        digits += 1
        if digits == 7 { return true }
      } else if character != "-" {
        digits = 0
      }
    }
    return false
  }
}
