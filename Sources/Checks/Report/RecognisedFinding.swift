package import Accounts
import Tables

extension Finding {
  /// The finding where figures were recognised on pictures: none that rests on one is an error, since it may as well have been
  /// read wrongly as be printed wrongly. Only the original tells (请核对原件).
  ///
  /// What stands nowhere rests on nothing else in the publication having been taken for it. Nil for a note on the letters of a
  /// text (标点、括号), which are those of whatever recognised them.
  func asking(forOriginalOf recognised: RecognisedFigures) -> Finding? {
    if severity == .note, operands.isEmpty, place?.isRecognised == true { return nil }
    let places = operands.compactMap(\.place) + (place.map { [$0] } ?? [])
    let tables = operands.compactMap {
      $0.address.split(separator: ".").first.flatMap { TableID(rawValue: String($0)) }
    }
    guard
      places.isEmpty || places.contains(where: \.isRecognised) || tables.contains(where: recognised.tables.contains)
    else { return self }
    return Finding(
      rule: rule, severity: max(severity, .warning), message: message, operands: operands, place: place,
      expected: expected, residual: residual, allowed: allowed, advice: Self.originalAdvice + advice, related: related,
      subject: subject, symptoms: symptoms)
  }

  private static let originalAdvice = "其中有从图片上识别出来的，请先核对原件。"
}

extension CheckReport {
  /// The places of what was recognised that findings rest on, each once: what is to be compared with the original.
  package var recognisedPlaces: [SourceLocation] {
    var seen: Set<SourceLocation> = []
    return findings.flatMap { finding in (finding.place.map { [$0] } ?? []) + finding.operands.compactMap(\.place) }
      .filter { $0.isRecognised && $0.box != nil && seen.insert($0).inserted }
  }
}
