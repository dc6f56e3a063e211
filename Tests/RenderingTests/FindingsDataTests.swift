import Accounts
import Checks
import Formats
import Foundation
import Tables
import Testing

@testable import Rendering

@Suite struct FindingsDataTests {
  private let place = SourceLocation(file: "豁免.csv", line: 2)

  private func wrong() throws -> CheckRun {
    try FindingsSample.run(
      FindingsSample.tables().altering(["01.31.1": "5,051.50", "05.208.2": "768.76"], placedIn: "决算.html"),
      named: "决算.html",
      waivers: [
        Waiver(rule: "05-row", address: nil, reason: "=已核实", place: place),
        Waiver(rule: "08-1", address: "08.合计.1", reason: "已核实", place: place),
      ])
  }

  private func json(_ run: CheckRun) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(FindingsJSON.bytes(of: run))) as? [String: Any])
  }

  @Test func jsonHasTheVerdictTheCountsAndEveryFinding() throws {
    let run = try wrong()
    let json = try json(run)
    guard case .report(let report, _) = run.inputs[0].outcome else { return }
    #expect(json["version"] as? Int == 1)
    #expect(json["verdict"] as? String == "inconsistent")
    #expect(json["source"] as? String == "决算.html")
    let counts = try #require(json["counts"] as? [String: Int])
    #expect(
      Set(counts.keys) == [
        "checked", "equal", "withinRounding", "notApplicable", "notChecked", "violated", "errors", "warnings", "notes",
        "waived",
      ])
    #expect(counts["errors"] == report.count(.error))
    #expect(counts["waived"] == 1)
    #expect((json["joint"] as? [String: Any])?["state"] as? String == "consistent")
    #expect((json["residuals"] as? [Any])?.count == report.residuals.count)
    #expect((json["notChecked"] as? [Any])?.count == counts["notChecked"])
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.count == report.findings.count)
    for finding in findings {
      let addresses = try #require(finding["addresses"] as? [String])
      #expect((finding["places"] as? [Any])?.count == addresses.count)
      #expect((finding["printed"] as? [String])?.count == addresses.count)
      #expect((finding["labels"] as? [String])?.count == addresses.count)
    }
    let balance = try #require(findings.first { $0["rule"] as? String == "01-5" })
    #expect(balance["severity"] as? String == "error")
    #expect(balance["residual"] as? String == "22.14")
    #expect(balance["allowed"] as? String == "0.00")
    #expect(balance["expected"] as? String == "5029.36")
    #expect(balance["place"] is NSNull)
    let places = try #require(balance["places"] as? [[String: Any]])
    #expect(places[0]["file"] as? String == "决算.html")
    #expect(places[0]["line"] as? Int == 31)
    #expect(places[0]["cell"] is NSNull)
    let waived = try #require(json["waived"] as? [[String: Any]])
    #expect(waived.first?["reason"] as? String == "=已核实")
    #expect((json["unusedWaivers"] as? [[String: Any]])?.first?["rule"] as? String == "08-1")
  }

  @Test func jsonOfDerivedTablesHasNoPlaces() throws {
    let json = try json(FindingsSample.run(FindingsSample.tables().altering(["01.31.1": "1"])))
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect((findings[0]["places"] as? [Any])?.allSatisfy { $0 is NSNull } == true)
  }

  @Test func jsonOfSeveralInputsHasAReportEach() throws {
    let tables = try FindingsSample.tables()
    let run = CheckRun(inputs: [
      CheckedInput(name: "甲", outcome: .report(try FindingsSample.report(tables), tables)),
      CheckedInput(name: "乙", outcome: .unusable([Problem(at: SourceLocation(file: "乙", line: 3), "读不懂。")])),
    ])
    let inputs = try #require(try json(run)["inputs"] as? [[String: Any]])
    #expect(inputs.map { $0["source"] as? String } == ["甲", "乙"])
    #expect(inputs.map { $0["verdict"] as? String } == ["consistent", "unusable"])
    #expect((inputs[1]["problems"] as? [[String: Any]])?.first?["message"] as? String == "读不懂。")
  }

  @Test func theSameRunGivesTheSameBytes() throws {
    #expect(try FindingsJSON.bytes(of: wrong()) == FindingsJSON.bytes(of: wrong()))
    #expect(try FindingsCSV.bytes(of: wrong()) == FindingsCSV.bytes(of: wrong()))
  }

  @Test func csvHasARowAFinding() throws {
    let run = try wrong()
    guard case .report(let report, _) = run.inputs[0].outcome else { return }
    let bytes = FindingsCSV.bytes(of: run)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let (records, problems) = CSVDocument.parse(bytes)
    #expect(problems.isEmpty)
    // Behind the findings come whose they are and by what was checked.
    let (basis, found) = (records.filter { $0.fields[1] == "依据" }, records.filter { $0.fields[1] != "依据" })
    #expect(found.count == 1 + report.findings.count + report.waived.count)
    #expect(records == found + basis)
    #expect(basis.map { $0.fields[3] } == ["单位", "年度", "规则", "规则编号"])
    #expect(basis.prefix(2).map { $0.fields[4] } == ["大同市市场监督管理局", "2024"])
    #expect(basis.last?.fields[4].hasPrefix("01-1、01-2、") == true)
    #expect(records.allSatisfy { $0.fields.count == records[0].fields.count })
    let balance = try #require(records.first { $0.fields[2] == "01-5" })
    #expect(balance.fields[1] == "错误")
    #expect(balance.fields[3] == "决算.html:31")
    #expect(balance.fields[5] == "01.31.1 收入总计 5,051.50；01.62.2 支出总计 5029.36")
    #expect(Array(balance.fields[6...8]) == ["5029.36", "22.14", "0.00"])
    // No reason may become a formula.
    #expect(found.last?.fields.last == "'=已核实")
  }
}
