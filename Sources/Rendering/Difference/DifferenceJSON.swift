import Accounts
package import Checks
import Formats
import Tables

/// The differences between two disclosures as data for other programs.
package enum DifferenceJSON {
  /// The format's version.
  package static let version: Int64 = 1

  /// The JSON of a comparison.
  package static func bytes(of difference: TableDifference, from first: String, to second: String) -> [UInt8] {
    func entries(_ presence: TableDifference.Presence) -> JSONOutput {
      .array(difference.entries.filter { $0.presence == presence }.map(entry))
    }
    let counts = [
      ("compared", difference.compared), ("changed", difference.count(.both)),
      ("onlyInFirst", difference.count(.onlyFirst)), ("onlyInSecond", difference.count(.onlySecond)),
      ("unread", difference.unread),
    ]
    return JSONWriter.utf8(
      of: .object([
        ("version", .integer(version)),
        ("first", .string(first)),
        ("second", .string(second)),
        ("counts", .inline(.object(counts.map { ($0.0, .integer(Int64($0.1))) }))),
        ("changed", entries(.both)),
        ("onlyInFirst", entries(.onlyFirst)),
        ("onlyInSecond", entries(.onlySecond)),
      ]))
  }

  private static func entry(_ entry: TableDifference.Entry) -> JSONOutput {
    .inline(
      .object([
        ("address", .string(entry.address.description)),
        ("label", .string(entry.label)),
        ("first", entry.first.map { .string($0.text) } ?? .null),
        ("second", entry.second.map { .string($0.text) } ?? .null),
        ("difference", entry.difference.map { .string($0) } ?? .null),
        ("firstPlace", FindingsJSON.place(entry.firstPlace)),
        ("secondPlace", FindingsJSON.place(entry.secondPlace)),
      ]))
  }
}
