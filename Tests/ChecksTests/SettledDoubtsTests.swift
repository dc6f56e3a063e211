import Accounts
import RandomDisclosures
import TestSupport
import Testing

@testable import Checks
@testable import Tables

/// A doubtful figure of a picture is settled by the sums it stands in, where one of its readings alone fits them to the digit.
@Suite struct SettledDoubtsTests {
  private static let place = Accounts.SourceLocation(file: "公开.pdf", line: 4, within: .scan(3))

  /// Made-up tables in order, and an amount of 03 that stands in sums.
  private static func sound() throws -> (tables: TableSet, figure: TableFigure) {
    let tables = try RandomDisclosure.tables(7, .derived)
    let figure = try #require(
      tables.tables.filter { [.t02, .t03, .t05].contains($0.id) }.flatMap(\.figures).first { figure in
        guard case .number(let count, _) = figure.figure.content else { return false }
        return figure.address.row != "合计" && figure.address.column == 1 && count > 1000
      })
    return (tables, figure)
  }

  /// The tables where figures are doubtful, by what they were read as.
  private static func doubtful(_ tables: TableSet, _ readings: [(FigureAddress, [String])]) -> TableSet {
    let known = Dictionary(uniqueKeysWithValues: readings.map { ($0.0, $0.1) })
    var changed = tables.with(
      tables.tables.map { table in
        table.with(
          table.rows.map { row in
            Row(
              row.cells.map { cell in
                guard case .figure(let figure) = cell.content, let texts = known[figure.address] else { return cell }
                return Cell(.unread(figure.address, text: texts.map { $0 + "⯑" }.joined()), columns: cell.columns)
              }, isTotal: row.isTotal)
          })
      })
    changed.unread = readings.map { address, texts in
      UnreadPart(
        table: address.table, place: place, text: texts.joined(separator: " 或 "), reason: "识别存疑", reach: .figure)
    }
    return changed
  }

  /// Another amount with a digit read otherwise.
  private static func misread(_ text: String) -> String {
    let digits = Array(text)
    return (digits[0] == "8" ? "3" : "8") + String(digits.dropFirst())
  }

  @Test func theReadingThatFitsItsSumsIsTaken() throws {
    let (tables, figure) = try Self.sound()
    let text = figure.figure.text.replacing(",", with: "")
    let doubtful = Self.doubtful(tables, [(figure.address, [Self.misread(text), text])])
    let settled = try Standard.checker.settlingDoubts(of: doubtful)
    #expect(settled.figure(at: figure.address)?.figure.content == figure.figure.content)
    #expect(settled.figure(at: figure.address)?.place == Self.place)
    #expect(settled.settled == [figure.address])
    // What was done is said, and where.
    #expect(settled.unread.map(\.reach) == [.words])
    #expect(settled.unread[0].reason.contains("确定为 \(text)，已采用"))
    // The sums that settled it do not count as checked.
    let results = try Standard.checker.examination(of: settled).engine
    let own = results.cases.filter { one, _ in
      (one.left + one.right).contains { results.index.entries[$0.position].figure.address == figure.address }
    }
    #expect(!own.isEmpty)
    for (_, outcome) in own {
      switch outcome {
      case .notChecked(let reason): #expect(reason.contains("识别存疑"))
      case .notApplicable: break
      default: Issue.record("\(outcome) counts a settled figure")
      }
    }
  }

  @Test func noReadingThatFitsIsNone() throws {
    let (tables, figure) = try Self.sound()
    let text = figure.figure.text.replacing(",", with: "")
    let doubtful = Self.doubtful(tables, [(figure.address, [Self.misread(text)])])
    let left = try Standard.checker.settlingDoubts(of: doubtful)
    #expect(left.settled.isEmpty)
    #expect(left.figure(at: figure.address) == nil)
    #expect(left.unread == doubtful.unread)
  }

  @Test func doubtsDoNotSettleEachOther() throws {
    let (tables, figure) = try Self.sound()
    // All of its row and of its column are doubtful, and with them whatever stands in a sum with it.
    let address = figure.address
    let same = tables.tables.flatMap(\.figures).filter { other in
      guard case .number = other.figure.content else { return false }
      return other.address.table != .t10 && other.address.table != .t09
    }
    let doubtful = Self.doubtful(
      tables, same.map { ($0.address, [$0.figure.text.replacing(",", with: "")]) })
    #expect(same.count { $0.address == address } == 1)
    #expect(try Standard.checker.settlingDoubts(of: doubtful).settled.isEmpty)
  }
}
