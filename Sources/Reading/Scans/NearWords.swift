import Accounts
import Formats
import Tables

/// The words that titles, heads, labels and the names of codes are made of, for texts that were recognised with a letter or two
/// wrong (近似的用语).
///
/// A text is taken for the one word that is nearest to it by letters put in, left out or changed, where that is near enough
/// and no other is as near. Digits are never changed, and what is a word itself stays.
struct NearWords: Sendable {
  /// The words by how many letters they have.
  private let words: [Int: [[UInt32]]]
  private let known: Set<String>
  /// What words mean of which several mean one thing.
  private let meanings: [[UInt32]: String]
  /// Words of fewer letters, which no text is taken for.
  private let short: Set<String>

  /// The built-in words; those of the data that says what tables print.
  static let standard = NearWords(
    ["table-vocabulary.json", "supplementary-tables.json"].flatMap { printed(in: embeddedFiles[$0] ?? "") }
      + Form.builtInNames.flatMap { name in
        Form.builtInYears(of: name).flatMap { printed(in: Form.builtInText(name, year: $0)) }
      } + codeNames, meanings: (try? TableVocabulary.standard())?.partTotals ?? [:])

  init(_ all: [String], meanings: [String: String] = [:]) {
    self.meanings = Dictionary(uniqueKeysWithValues: meanings.map { ($0.key.unicodeScalars.map(\.value), $0.value) })
    let plain = Set(all.map { comparableWords(withoutNumbering($0)) })
    known = plain.filter { $0.unicodeScalars.count >= Self.shortest }
    short = plain.subtracting(known)
    words = Dictionary(grouping: known.sorted().map { $0.unicodeScalars.map(\.value) }) { $0.count }
  }

  private static var codeNames: [String] {
    guard let book = try? CodeTables.standard(year: .max) else { return [] }
    return (book.entries(.function) + book.entries(.economic)).flatMap { entry in
      [entry.name] + book.formerNames(of: entry.code).map(\.name)
    }
  }

  /// The texts between quotation marks in JSON, those of a path by their parts.
  private static func printed(in json: String) -> [String] {
    json.split(separator: "\"").filter { $0.utf8.first.map { $0 >= 0x80 } ?? false }
      .flatMap { $0.split(separator: "/").map(String.init) }
  }

  /// The fewest letters of a word that others are taken for.
  private static let shortest = 3

  /// Whether a text is a word itself, without the numbering it begins with.
  func holds(_ text: String) -> Bool {
    let words = comparableWords(withoutNumbering(text))
    return known.contains(words) || short.contains(words)
  }

  /// The word that a text is nearest to, with the numbering the text begins with; the text itself where it is one, or where
  /// none is near or two are as near. Linear in the words.
  ///
  /// `isPart` says that the text may be one line of several, so that only letters may differ and not how many there are.
  func nearest(to text: String, isPart: Bool = false) -> String {
    let text = Self.withNumbering(text)
    let words = withoutNumbering(text)
    let plain = comparableWords(Self.withoutDoubt(words))
    let letters = plain.unicodeScalars.map(\.value)
    guard (Self.shortest...40).contains(letters.count), !known.contains(plain),
      letters.count(where: { $0 >= 0x3400 }) * 10 >= letters.count * 7,
      !letters.contains(where: { (0x30...0x39).contains($0) || $0 == RecognisedPage.doubt.value })
    else { return text }
    let mostLetters = letters.count < 10 ? 1 : 2
    let most = mostLetters * 2
    var best = (distance: most + 1, word: [UInt32](), isOne: true)
    func areSame(_ one: [UInt32], _ other: [UInt32]) -> Bool { meanings[one].map { $0 == meanings[other] } ?? false }
    let room = isPart ? 0 : mostLetters
    for count in max(Self.shortest, letters.count - room)...letters.count + room {
      for word in self.words[count] ?? [] {
        let distance = Self.distance(letters, word, atMost: best.distance)
        if distance < best.distance {
          best = (distance, word, true)
        } else if distance == best.distance, distance <= most {
          best.isOne = best.isOne && areSame(best.word, word)
        }
      }
    }
    guard best.distance <= most, best.isOne else { return text }
    var found = String.UnicodeScalarView()
    for letter in best.word { if let scalar = Unicode.Scalar(letter) { found.append(scalar) } }
    return String(text.dropLast(words.count)) + String(found)
  }

  /// A text with the mark behind the number it begins with (三、 and 3.), whatever mark it was taken for.
  private static func withNumbering(_ text: String) -> String {
    let scalars = text.unicodeScalars
    for (digits, mark, most) in [("一二三四五六七八九十", "、", 3), ("0123456789", ".", 2)] {
      let number = scalars.prefix { digits.unicodeScalars.contains($0) }
      let rest = scalars.dropFirst(number.count)
      guard (1...most).contains(number.count), let taken = rest.first, let next = rest.dropFirst().first,
        marks.unicodeScalars.contains(taken), next.value >= 0x3400
      else { continue }
      return String(number) + mark + String(rest.dropFirst())
    }
    return text
  }

  /// What the mark behind a number is taken for.
  private static let marks = "、，,.。·丶\\>;；:：'’‘\"”“`~-_|"

  /// A text without what was taken for a number and is doubtful.
  private static func withoutDoubt(_ text: String) -> String {
    guard text.unicodeScalars.contains(RecognisedPage.doubt) else { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard scalar == RecognisedPage.doubt else {
        plain.append(scalar)
        continue
      }
      while let last = plain.last, ("0"..."9").contains(last) || last == "." || last == "-" { plain.removeLast() }
    }
    return String(plain)
  }

  /// Twice how many letters must be put in, left out or changed to make one text of another, look-alikes counting half; more
  /// than a bound where it is more.
  static func distance(_ one: [UInt32], _ other: [UInt32], atMost bound: Int) -> Int {
    guard abs(one.count - other.count) * 2 <= bound else { return bound + 1 }
    var row = (0...other.count).map { $0 * 2 }
    for (index, letter) in one.enumerated() {
      var corner = row[0]
      row[0] = (index + 1) * 2
      var least = row[0]
      for (place, another) in other.enumerated() {
        let changed = corner + (cost(of: letter, for: another))
        corner = row[place + 1]
        row[place + 1] = min(changed, row[place] + 2, row[place + 1] + 2)
        least = min(least, row[place + 1])
      }
      if least > bound { return bound + 1 }
    }
    return min(row[other.count], bound + 1)
  }

  /// What one letter in the place of another counts: nothing where they are the same, half where they differ by the length of
  /// a stroke alone, and more than any word may differ where they are opposites, which no engine takes for each other.
  private static func cost(of letter: UInt32, for other: UInt32) -> Int {
    if letter == other { return 0 }
    guard special.contains(letter), special.contains(other) else { return 2 }
    func isPair(_ letters: [UInt32]) -> Bool { letters.contains(letter) && letters.contains(other) }
    return alike.contains(where: isPair) ? 1 : MisreadWords.standard.opposites.contains(where: isPair) ? opposite : 2
  }

  private static let alike = ["末未", "人入", "己已", "土士", "干千"].map { $0.unicodeScalars.map(\.value) }
  /// Whether another letter differs from a letter by the length of a stroke alone.
  static func isAlike(_ letter: UInt32) -> Bool { alike.contains { $0.contains(letter) } }

  private static let special = Set((alike + MisreadWords.standard.opposites).joined())
  private static let opposite = 8
}
