import Formats

/// What is to be done with the files of a piece of work (要做的事), and how: the choices that the page offers.
package struct Order: Sendable, Equatable {
  /// The things that can be done.
  package enum Kind: String, Sendable, CaseIterable {
    /// 核对: what was handed in, checked.
    case check
    /// 做公开: a ledger, composed and checked, to be looked at.
    case make
    /// The package of a ledger that is in order.
    case package
    /// A workbook to fill in.
    case new
    /// 公开季: a round over the units of a bureau.
    case season
  }

  /// What a file was handed in as (用途), and the folder that it lies in.
  package enum Role: String, Sendable, CaseIterable {
    /// What the work is about.
    case files
    /// Last year's ledger or publication.
    case prior
    /// The list of the units that must publish.
    case list
  }

  package var kind: Kind
  /// Whether all files are one publication.
  package var isTogether = false
  /// Whether a PDF is wanted too.
  package var hasPDF = false
  /// The year of a workbook to fill in.
  package var year: Int?
  /// The day of a season's round, and until when units are to answer, as they were typed; empty where they were not.
  package var (date, replyBy) = ("", "")

  package init(_ kind: Kind) { self.kind = kind }

  /// What the query of a request asks for; throws what is wrong with it.
  init(_ query: [String: String]) throws(Refusal) {
    guard let kind = query["kind"].flatMap({ Kind(rawValue: $0) }) else { throw .malformed }
    self.init(kind)
    isTogether = query["together"] == "1"
    hasPDF = query["pdf"] == "1"
    if let written = query["year"] {
      guard let year = Int(written), (1990...2099).contains(year) else {
        throw Refusal(400, "年度是“\(written)”，应为四位数字，如 2025。")
      }
      self.year = year
    }
    date = query["date"] ?? ""
    replyBy = query["replyBy"] ?? ""
  }

  /// As the file that the work finds it in.
  var bytes: [UInt8] {
    JSONWriter.utf8(
      of: .object([
        ("kind", .string(kind.rawValue)), ("together", .bool(isTogether)), ("pdf", .bool(hasPDF)),
        ("year", year.map { .integer(Int64($0)) } ?? .null), ("date", .string(date)), ("replyBy", .string(replyBy)),
      ]))
  }

  /// Reads that file; nil where it is none.
  init?(_ bytes: [UInt8]) {
    guard let node = try? JSONText.parse(bytes),
      let kind = node[key: "kind"]?.text.flatMap({ Kind(rawValue: $0) })
    else { return nil }
    self.init(kind)
    isTogether = node[key: "together"]?.truth ?? false
    hasPDF = node[key: "pdf"]?.truth ?? false
    year = node[key: "year"]?.spelling.flatMap { Int($0) }
    date = node[key: "date"]?.text ?? ""
    replyBy = node[key: "replyBy"]?.text ?? ""
  }
}
