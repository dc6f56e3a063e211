/// One of the ten standard tables, by its number in the national form: 公开01 to 公开10.
package enum TableID: String, Sendable, CaseIterable, Codable, Comparable {
  case t01 = "01"
  case t02 = "02"
  case t03 = "03"
  case t04 = "04"
  case t05 = "05"
  case t06 = "06"
  case t07 = "07"
  case t08 = "08"
  case t09 = "09"
  case t10 = "10"
  /// No table but the text beside the tables, whose numbers have addresses too: `文.收入总计.1`.
  case prose = "文"

  /// The ten tables.
  package static let allCases: [TableID] = [.t01, .t02, .t03, .t04, .t05, .t06, .t07, .t08, .t09, .t10]

  package static func < (left: TableID, right: TableID) -> Bool { left.rawValue < right.rawValue }
}
