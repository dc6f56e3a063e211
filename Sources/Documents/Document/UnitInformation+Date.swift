package import Accounts

extension UnitInformation {
  /// The date of publication as a cover has it: 2026年9月10日; as written where it is no such date. Nil when not given.
  package var printedPublicationDate: String? {
    publicationDate.map { written in
      let parts = written.split(separator: "-").map { Int($0) }
      guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return written }
      return "\(year)年\(month)月\(day)日"
    }
  }
}
