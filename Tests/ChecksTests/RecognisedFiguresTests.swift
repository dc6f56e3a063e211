import Accounts
import RandomDisclosures
import TestSupport
import Testing

@testable import Checks
@testable import Tables

/// What was recognised on a picture is never the ground for an error: only the original tells.
@Suite struct RecognisedFiguresTests {
  /// Tables in which 收入总计 contradicts the others, with every figure of 01 at a place.
  private static func contradicting(at place: Accounts.SourceLocation) throws -> TableSet {
    let wrong = try #require(Figure(printed: "12345678.90", unit: .money(.wanyuan)))
    let tables = try RandomDisclosure.tables(7, .derived).replacing(wrong, at: FigureAddress(.t01, "31", 1))
    return tables.with(
      tables.tables.map { table in
        guard table.id == .t01 else { return table }
        let rows = table.rows.map { row in
          Row(
            row.cells.map { cell in
              guard case .figure(let figure) = cell.content else { return cell }
              return Cell(
                .figure(TableFigure(figure.address, figure.figure, place: place)), columns: cell.columns,
                isRowHeading: cell.isRowHeading)
            }, isTotal: row.isTotal)
        }
        return Table(
          id: table.id, title: table.title, formCode: table.formCode, unitLine: table.unitLine, period: table.period,
          currency: table.currency, isWide: table.isWide, header: table.header, rows: rows, notes: table.notes)
      })
  }

  @Test func aContradictionOnAPictureIsNoError() throws {
    let printed = Accounts.SourceLocation(file: "公开.pdf", line: 4, within: .page(2))
    let pictured = Accounts.SourceLocation(file: "公开.pdf", line: 4, within: .scan(2))
    let sure = try Standard.checker.check(Self.contradicting(at: printed))
    let unsure = try Standard.checker.check(Self.contradicting(at: pictured))
    #expect(sure.count(.error) > 0)
    #expect(sure.recognised == nil)
    #expect(unsure.count(.error) == 0)
    #expect(unsure.findings.count == sure.findings.count)
    let lowered = unsure.findings.filter { $0.rule == "01-5" }
    #expect(!lowered.isEmpty)
    #expect(lowered.allSatisfy { $0.severity == .warning && $0.advice.hasPrefix("其中有从图片上识别出来的，请先核对原件。") })
    #expect(unsure.findings.flatMap(\.operands).contains { $0.place?.lineWords == "第 2 页第 4 行（识别）" })
  }

  @Test func howManyWereRecognisedIsSaid() throws {
    let tables = try Self.contradicting(at: Accounts.SourceLocation(file: "公开.pdf", line: 4, within: .scan(2)))
    let doubtful = UnreadPart(
      table: .t02, place: Accounts.SourceLocation(file: "公开.pdf", line: 9, within: .scan(3)), text: "18.00",
      reason: "识别存疑",
      reach: .figure)
    let all = TableSet(
      unitName: tables.unitName, year: tables.year, scope: tables.scope, tables: tables.tables, unread: [doubtful])
    let count = try #require(tables[.t01]).figures.count
    #expect(all.recognised == RecognisedFigures(figures: count, doubtful: 1, tables: [.t01, .t02]))
    #expect(
      try Standard.checker.check(all).verdict
        .hasSuffix("识别出 \(count) 个数，另有 1 处识别存疑没有采用；凡是识别出来的，都请核对原件。"))
  }

  @Test func whatRestsOnNoPictureStaysAsItIs() {
    let recognised = RecognisedFigures(figures: 1, doubtful: 0, tables: [.t01])
    func finding(_ address: String, _ place: Accounts.SourceLocation?) -> Finding {
      Finding(
        rule: "x", severity: .error, message: "x",
        operands: [Finding.Operand(address: address, label: "", printed: "1.00", place: place)])
    }
    let page = Accounts.SourceLocation(file: "公开.pdf", line: 4, within: .page(2))
    #expect(finding("02.合计.1", page).asking(forOriginalOf: recognised) == finding("02.合计.1", page))
    #expect(finding("01.1.1", page).asking(forOriginalOf: recognised)?.severity == .warning)
    // What is nowhere may stand on the picture.
    #expect(Finding(rule: "x", severity: .error, message: "x").asking(forOriginalOf: recognised)?.severity == .warning)
  }

  @Test func theLettersOfAPictureAreNobodysMistake() {
    let recognised = RecognisedFigures(figures: 1, doubtful: 0, tables: [.t01])
    func note(_ within: Accounts.SourceLocation.Within) -> Finding {
      Finding(
        rule: "x", severity: .note, message: "标点重复",
        place: Accounts.SourceLocation(file: "公开.pdf", line: 4, within: within))
    }
    #expect(note(.scan(2)).asking(forOriginalOf: recognised) == nil)
    #expect(note(.page(2)).asking(forOriginalOf: recognised) == note(.page(2)))
  }
}
