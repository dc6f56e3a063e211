/// How a page is turned to be read (页面的方向): most of its words tell it, since programs give the places on the page that was
/// not turned.
enum PageTurn: Sendable, Equatable {
  /// Its words stand upright.
  case none
  /// Its lines go down the page.
  case downwards
  /// Its lines go up the page.
  case upwards

  init(of words: [PageWord]) {
    var upright = 0
    var turned: [PageWord] = []
    for word in words where word.text.unicodeScalars.count >= 3 {
      if word.bottom - word.top > (word.right - word.left) * 3 / 2 { turned.append(word) } else { upright += 1 }
    }
    guard turned.count > upright else {
      self = .none
      return
    }
    // The words of one line follow each other: they go down the page or up.
    var down = 0
    for (word, next) in zip(turned, turned.dropFirst()) where abs(word.left - next.left) < (word.right - word.left) / 2
    {
      down += next.top > word.top ? 1 : -1
    }
    self = down >= 0 ? .downwards : .upwards
  }

  /// Words as they are read.
  func applied(to words: [PageWord]) -> [PageWord] {
    switch self {
    case .none: words
    case .downwards:
      words.map { word in
        PageWord(
          text: word.text, left: word.top, top: -word.right, right: word.bottom, bottom: -word.left, em: word.em,
          seen: word.seen)
      }
    case .upwards:
      words.map { word in
        PageWord(
          text: word.text, left: -word.bottom, top: word.left, right: -word.top, bottom: word.right, em: word.em,
          seen: word.seen)
      }
    }
  }

  /// Rules as the words beside them are read.
  func applied(to rules: PageRules) -> PageRules {
    /// Places beyond the other edge.
    func mirrored(_ rules: [PageRules.Rule]) -> [PageRules.Rule] {
      rules.map { .init(at: -$0.at, from: $0.from, to: $0.to) }
    }
    /// Stretches from the other end.
    func reversed(_ rules: [PageRules.Rule]) -> [PageRules.Rule] {
      rules.map { .init(at: $0.at, from: -$0.to, to: -$0.from) }
    }
    return switch self {
    case .none: rules
    case .downwards: PageRules(level: mirrored(rules.upright), upright: reversed(rules.level))
    case .upwards: PageRules(level: reversed(rules.upright), upright: mirrored(rules.level))
    }
  }
}
