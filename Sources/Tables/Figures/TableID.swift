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

  package static func < (left: TableID, right: TableID) -> Bool { left.rawValue < right.rawValue }
}
