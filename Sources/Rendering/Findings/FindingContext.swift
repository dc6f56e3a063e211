import Accounts
import Checks
import Formats
import Mustache
import Tables

extension Finding {
  /// What every template that shows a finding is given of it; `violated` are the rules that findings stand against, `cutouts` what
  /// stands on the pages at some places.
  func context(
    among violated: Set<String>, cutouts: [SourceLocation: PagePicture]
  ) -> [String: MustacheValue] {
    let own = place.flatMap { place in
      operands.contains { $0.place == place } ? nil : cutouts[place].map { $0.context(of: place) }
    }
    return [
      "ownCutout": own ?? .null,
      "severity": .text(severity.rawValue),
      "word": .text(severity.word),
      "sign": .text(severity.sign),
      "rule": .text(rule),
      "message": .text(message),
      "difference": .text(differenceWords),
      "advice": .text(adviceSentence),
      "also": .text(alsoViolated(of: violated).joined(separator: "、")),
      "symptomCount": .text(symptoms.isEmpty ? "" : String(symptoms.count)),
      "symptoms": .list(symptoms.map { .text($0.symptomWords) }),
    ]
  }
}

extension Finding.Operand {
  /// What every template that shows a figure of a finding is given of it; `place` is where the finding stands, `cutouts` what stands
  /// on the pages at some places.
  func context(
    after place: SourceLocation?, cutouts: [SourceLocation: PagePicture]
  ) -> [String: MustacheValue] {
    let cutout = self.place.flatMap { place in cutouts[place].map { $0.context(of: place) } }
    return [
      "cutout": cutout ?? .null,
      "address": .text(address), "shownAddress": .text(shownAddress), "label": .text(label), "printed": .text(shown),
      "place": .text(shortPlace(after: place)),
    ]
  }
}

extension CheckReport {
  /// What templates are given of the waived findings and of what was not checked; `input` is what was checked, as the
  /// user named it.
  func context(_ input: String, _ tables: TableSet) -> [String: MustacheValue] {
    let unchecked = reasonsNotChecked
    return [
      "numbers": .text(numbers?.summary ?? ""),
      "form": .text(form?.summary ?? ""),
      "since": .text(since?.summary ?? ""),
      "hasGone": .bool(since?.lines.isEmpty == false),
      "gone": .list((since?.lines ?? []).map { .text($0) }),
      "hasWaived": .bool(!waived.isEmpty),
      "waivedCount": .text(String(waived.count)),
      "waived": .list(
        waived.map { one in
          .object([
            "word": .text(one.finding.severity.word), "rule": .text(one.finding.rule),
            "where": .text(one.finding.whereabouts(input, tables)), "message": .text(one.finding.message),
            "reason": .text(one.reason),
          ])
        }),
      "hasUnchecked": .bool(!unchecked.isEmpty),
      "uncheckedCount": .text(String(unchecked.reduce(0) { $0 + $1.count })),
      "unchecked": .list(
        unchecked.map { .object(["reason": .text($0.reason), "count": .text(String($0.count))]) }),
    ]
  }
}
