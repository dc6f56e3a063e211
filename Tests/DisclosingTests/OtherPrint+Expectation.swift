import Accounts
import Checks
import Disclosing
import Reading
import Tables
import TestSupport
import Testing

extension OtherPrint {
  /// What the example publishes, with the exact amounts behind its figures.
  static let example = Once {
    OtherPrint(try Standard.reader.disclosure(at: Checkout.path("Examples/yunxi-2024/disclosure/index.html")))
  }

  /// What the other example publishes, all of whose codes are in the code tables.
  static let datong = Once {
    OtherPrint(try Standard.reader.disclosure(at: Checkout.path("Examples/datong-2024/disclosure/index.html")))
  }

  /// Reads the print in the form that fits best, and expects every figure printed, no other, and no error or warning that
  /// concerns figures.
  ///
  /// `besides` are rules that are right to find something. Gives what was read and found.
  @discardableResult
  func expectRead(
    _ comment: Comment? = nil, besides: Set<String> = [], as file: (name: String, bytes: [UInt8])? = nil
  ) throws -> (tables: TableSet, report: CheckReport) {
    let (tables, report) = try reading(as: file)
    var read: [FigureAddress: String] = [:]
    let printed = printed
    for figure in (tables.tables + tables.supplementary).flatMap(\.figures) where !figure.figure.text.isEmpty {
      // What stands in two tables has an address in each.
      if !figure.address.table.isSupplementary || printed[figure.address] != nil {
        read[figure.address] = figure.figure.text
      }
    }
    let differing = Set(printed.keys).union(read.keys).filter { printed[$0] != read[$0] }
    #expect(
      differing.sorted { $0.description < $1.description }.prefix(8)
        .map { "\($0): \(printed[$0] ?? "") → \(read[$0] ?? "")" } == [], comment)
    let unread = tables.unread.filter { $0.reach != .words }
    #expect(unread.prefix(4).map { "\($0.table?.rawValue ?? "") \($0.text) \($0.reason)" } == [], comment)
    let found = report.findings.filter {
      $0.severity != .note && !["D09", "D10", "D31"].contains($0.rule) && !besides.contains($0.rule)
    }
    #expect(found.prefix(4).map { "\($0.rule) \($0.message)" } == [], comment)
    return (tables, report)
  }

  /// What is read of the print, or of another file made of it, in the form that fits best, and found in it.
  func reading(as file: (name: String, bytes: [UInt8])? = nil) throws -> (tables: TableSet, report: CheckReport) {
    let (name, bytes) = file ?? ("公开.html", Array(page.utf8))
    let folder = try TemporaryFolder([name: bytes])
    var disclosures = Disclosures(Choices()) { _ in }
    let disclosure = try disclosures.disclosure(at: folder.path + "/" + name)
    return (disclosure.tables, try disclosures.report(on: disclosure))
  }
}
