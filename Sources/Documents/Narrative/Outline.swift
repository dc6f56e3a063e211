import Tables

/// What a rendered outline consists of, from top to bottom.
///
/// A template writes `% ` before the title of a part (`%? ` before that of one that may be missing), `# ` before that of a section, `## ` before that of a subsection,
/// `[[名 参数]]` where something else is to stand (the tables, a chart, the glossary), and paragraphs between blank lines.
package enum OutlineElement: Sendable {
  /// A part; where it is optional it is left out when nothing stands in it, and so are its sections.
  case part(String, isOptional: Bool)
  case section([Run])
  case subsection([Run])
  case paragraph([Run])
  /// Something that is no text, by its name, and its argument (empty where there is none).
  case directive(String, argument: String)
}

enum Outline {
  /// Reads a rendered template; marks are resolved only after headings and directives are told apart.
  static func elements(of text: String, _ register: RunRegister) -> [OutlineElement] {
    var elements: [OutlineElement] = []
    var paragraph = ""
    func end() {
      for piece in paragraph.split(separator: "\u{E002}") {
        let runs = register.resolve(String(piece)).withoutAwaitedSentences
        if !runs.isEmpty { elements.append(.paragraph(runs)) }
      }
      paragraph = ""
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = line.trimmedSpaces
      if line.isEmpty {
        end()
      } else if line.hasPrefix("[["), line.hasSuffix("]]") {
        end()
        let words = line.dropFirst(2).dropLast(2).split(separator: " ", maxSplits: 1)
        elements.append(
          .directive(words.first.map(String.init) ?? "", argument: words.count > 1 ? String(words[1]) : ""))
      } else if let title = line.title(after: "##") {
        end()
        elements.append(.subsection(register.resolve(title)))
      } else if let title = line.title(after: "#") {
        end()
        elements.append(.section(register.resolve(title)))
      } else if let title = line.title(after: "%") ?? line.title(after: "%?") {
        end()
        elements.append(.part(register.resolve(title).text, isOptional: line.hasPrefix("%?")))
      } else {
        paragraph += line
      }
    }
    end()
    return elements
  }
}

extension Substring {
  fileprivate var trimmedSpaces: Substring {
    var text = self[...]
    while let first = text.unicodeScalars.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.unicodeScalars.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }

  fileprivate func title(after mark: String) -> String? {
    guard hasPrefix(mark + " ") else { return nil }
    return String(dropFirst(mark.count + 1).trimmedSpaces)
  }
}
