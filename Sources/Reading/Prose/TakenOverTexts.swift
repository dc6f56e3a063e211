package import Accounts
package import Formats
package import Tables

/// What of a publication's text the next year's ledger begins with (文字): what seldom changes from year to year.
package struct TakenOverTexts: Sendable {
  /// A section (章节) of the ledger's sheet 文字, and the headings under which publications say the same.
  private struct Section: Sendable {
    let section: String
    let headings: Phrases
  }

  private let sections: [Section]
  /// What a line ends with behind which tables stand, where no heading of theirs parts them from the text before.
  private let ends: Phrases
  /// What a line says that is made of the sheet 单位信息, and so is no text of the ledger's.
  private let composed: Phrases

  /// The built-in headings; throws ``DamagedData`` when the file does not say what it has to.
  package static func standard() throws(DamagedData) -> TakenOverTexts { try read.get() }

  private static let read = Result { () throws(DamagedData) in
    try JSONText.builtIn("ledger-texts.json", of: embeddedFiles) { root throws(JSONFieldError) in
      TakenOverTexts(
        sections: try root.field("texts").array().map { node throws(JSONFieldError) in
          Section(section: try node.field("section").string(), headings: try node.phrases("headings"))
        }, ends: try root.phrases("ends"), composed: try root.phrases("composed"))
    }
  }

  /// The rows of 文字: the paragraphs below the headings of the first part (概况), in their order; the first heading that says a
  /// section's word has it. Linear in the text.
  package func rows(of prose: Prose) -> [RowFields] {
    let opening = prose.lines.filter { $0.part <= 1 && $0.kind != .contents }
    return sections.flatMap { section -> [RowFields] in
      for (index, line) in opening.enumerated() {
        guard case .heading(let level) = line.kind, level > 1, section.headings.occur(in: line.text.foldedScalars)
        else {
          continue
        }
        let body = opening[(index + 1)...].prefix { line in
          if case .heading(let other) = line.kind, other <= level { return false }
          return ends.lengthOfEnd(of: line.text.foldedScalars[...]) == nil
        }
        let paragraphs = body.filter {
          $0.kind != .row && !$0.text.trimmed.isEmpty && !composed.occur(in: $0.text.foldedScalars)
        }
        if !paragraphs.isEmpty { return paragraphs.map { row(section.section, $0) } }
      }
      return []
    }
  }

  private func row(_ section: String, _ line: Prose.Line) -> RowFields {
    var fields = RowFields(place: line.place ?? SourceLocation(file: ""))
    fields.set(.section, section)
    fields.set(.content, line.text.trimmed)
    return fields
  }
}
