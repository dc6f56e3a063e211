import Accounts
import Checks
import Foundation
import Tables
import TestSupport
import Testing

@testable import Rendering

@Suite struct FindingsSARIFTests {
  private func log(_ run: CheckRun) throws -> [String: Any] {
    let bytes = FindingsSARIF.bytes(of: run, toolVersion: "1.2.3")
    return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  private func sample() throws -> CheckRun {
    let tables = try FindingsSample.tables().altering(
      ["01.31.1": "5,051.50", "05.208.2": "768.76"], placedIn: "公开/决算 2024.html")
    let place = SourceLocation(file: "豁免.csv", line: 2)
    let waived = try FindingsSample.run(
      tables, named: "公开/决算 2024.html",
      waivers: [Waiver(rule: "01-3", address: "01.31.1", reason: "已核实", place: place)])
    let derived = try FindingsSample.tables().without(.t09).altering(["06.30217.1": "9.99"])
    let file = CheckedFile("/账/甲/支出.csv", Array("abc".utf8))
    return CheckRun(
      inputs: waived.inputs + [
        CheckedInput(
          name: "/账/甲", outcome: .report(try FindingsSample.report(derived), derived), files: [file],
          form: FormUsed(try Standard.form, isOfLedger: true)),
        CheckedInput(
          name: "乙", outcome: .unusable([Problem(at: SourceLocation(file: "乙/支出.csv", line: 3), "读不懂。")]),
          files: [file]),
      ],
      record: CheckRecord(
        tool: "juesuan 1.2.3 (abc)", rules: try RuleCatalogue.standard().rules,
        files: [CheckedFile("上年.html", [], for: .prior)]))
  }

  @Test func everyObjectHasTheMembersItMustAndMayHave() throws {
    var violations: [String] = []
    SARIFShape.check(try log(sample()), as: "log", at: "$", &violations)
    #expect(violations == [])
  }

  @Test func theValidatorSeesWhatIsWrong() throws {
    var log = try log(sample())
    log["$schema"] = nil
    log["extra"] = 1
    log["version"] = "2.0"
    var violations: [String] = []
    SARIFShape.check(log, as: "log", at: "$", &violations)
    #expect(violations.count == 3)
  }

  @Test func resultsNameTheirRuleLevelAndPlace() throws {
    let run = try #require((try log(sample())["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(driver["version"] as? String == "1.2.3")
    #expect(driver["fullName"] as? String == "juesuan 1.2.3 (abc)")
    // SHA-256 of abc (FIPS 180-4, appendix B.1) and of nothing; a file of two inputs stands once.
    let artifacts = try #require(run["artifacts"] as? [[String: Any]])
    #expect(
      artifacts.map { ($0["hashes"] as? [String: String])?["sha-256"]?.prefix(16) } == [
        "ba7816bf8f01cfea", "e3b0c44298fc1c14",
      ])
    #expect(artifacts.map { $0["length"] as? Int } == [3, 0])
    let inputs = try #require((run["properties"] as? [String: Any])?["inputs"] as? [[String: Any]])
    #expect(inputs.map { $0["unit"] as? String } == ["大同市市场监督管理局", "大同市市场监督管理局", nil])
    #expect((inputs[1]["rules"] as? [[String: Any]])?.contains { $0["rule"] as? String == "06-1" } == true)
    #expect(rules.count == (try RuleCatalogue.standard().rules.count))
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
    let balance = try #require(results.first { $0["ruleId"] as? String == "01-5" })
    let location = try #require((balance["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    #expect(
      (physical["artifactLocation"] as? [String: Any])?["uri"] as? String
        == "%E5%85%AC%E5%BC%80/%E5%86%B3%E7%AE%97%202024.html")
    #expect((physical["region"] as? [String: Any])?["startLine"] as? Int == 31)
    let logical = try #require(location["logicalLocations"] as? [[String: Any]])
    #expect(logical.map { $0["fullyQualifiedName"] as? String } == ["01.31.1", "01.62.2"])
    #expect(balance["suppressions"] == nil)
    let waived = try #require(results.first { $0["ruleId"] as? String == "01-3" })
    let suppression = try #require((waived["suppressions"] as? [[String: Any]])?.first)
    #expect(suppression["kind"] as? String == "external")
    #expect(suppression["justification"] as? String == "已核实")
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
  }

  @Test(arguments: [
    ("决算.html", "%E5%86%B3%E7%AE%97.html"), ("a b/c#d?e%.csv", "a%20b/c%23d%3Fe%25.csv"), ("/x/y", "file:///x/y"),
    ("c:x", "c%3Ax"), ("a-b_c.~d", "a-b_c.~d"),
  ])
  func pathsArePercentEncoded(_ path: String, _ uri: String) {
    #expect(FindingsSARIF.uriReference(ofPath: path) == uri)
  }
}

/// The part of the SARIF 2.1.0 schema that the tool writes: for every object the members it may have, and of what
/// shape, and those it must have. The standard allows no other members.
enum SARIFShape {
  private struct Shape {
    let members: [String: String]
    let required: Set<String>

    init(_ members: [String: String], required: Set<String> = []) {
      self.members = members
      self.required = required
    }
  }

  private static let shapes: [String: Shape] = [
    "log": Shape(
      ["$schema": "uri", "version": "=2.1.0", "runs": "[run]"], required: ["$schema", "version", "runs"]),
    "run": Shape(
      [
        "tool": "tool", "language": "string", "columnKind": "=utf16CodeUnits|unicodeCodePoints",
        "invocations": "[invocation]", "artifacts": "[artifact]", "results": "[result]",
        "properties": "any",
      ], required: ["tool", "results"]),
    "tool": Shape(["driver": "toolComponent"], required: ["driver"]),
    "toolComponent": Shape(
      ["name": "string", "fullName": "string", "version": "string", "rules": "[reportingDescriptor]"],
      required: ["name"]),
    "artifact": Shape([
      "location": "artifactLocation", "length": "index", "hashes": "any", "properties": "any",
    ]),
    "reportingDescriptor": Shape(
      [
        "id": "string", "shortDescription": "text", "fullDescription": "text",
        "defaultConfiguration": "reportingConfiguration", "properties": "any",
      ], required: ["id"]),
    "reportingConfiguration": Shape(["level": "=none|note|warning|error"]),
    "text": Shape(["text": "string"], required: ["text"]),
    "invocation": Shape(
      ["executionSuccessful": "bool", "toolExecutionNotifications": "[notification]"],
      required: ["executionSuccessful"]),
    "notification": Shape(
      ["level": "=none|note|warning|error", "message": "text", "locations": "[location]"], required: ["message"]),
    "result": Shape(
      [
        "ruleId": "string", "ruleIndex": "index", "level": "=none|note|warning|error", "message": "text",
        "locations": "[location]", "relatedLocations": "[location]", "suppressions": "[suppression]",
      ], required: ["message"]),
    "location": Shape(
      [
        "id": "index", "physicalLocation": "physicalLocation", "logicalLocations": "[logicalLocation]",
        "message": "text",
      ]),
    "physicalLocation": Shape(
      ["artifactLocation": "artifactLocation", "region": "region"], required: ["artifactLocation"]),
    "artifactLocation": Shape(["uri": "uri"]),
    "region": Shape(["startLine": "positive"]),
    "logicalLocation": Shape(["name": "string", "fullyQualifiedName": "string", "kind": "string"]),
    "suppression": Shape(
      ["kind": "=inSource|external", "status": "=accepted|underReview|rejected", "justification": "string"],
      required: ["kind"]),
  ]

  /// Arrays of which the standard says that no element stands twice.
  private static let sets: Set<String> = ["[artifact]", "[reportingDescriptor]", "[logicalLocation]", "[suppression]"]

  static func check(_ value: Any, as name: String, at path: String, _ violations: inout [String]) {
    if name.hasPrefix("[") {
      guard let list = value as? [Any] else { return violations.append("\(path): no array") }
      if sets.contains(name), Set(list.map { "\($0)" }).count != list.count {
        violations.append("\(path): an element stands twice")
      }
      for (index, element) in list.enumerated() {
        check(element, as: String(name.dropFirst().dropLast()), at: "\(path)[\(index)]", &violations)
      }
      return
    }
    guard let shape = shapes[name] else {
      if !isSound(value, as: name) { violations.append("\(path): \(value) is not \(name)") }
      return
    }
    guard let object = value as? [String: Any] else { return violations.append("\(path): no object") }
    for member in shape.required where object[member] == nil { violations.append("\(path): no \(member)") }
    for (member, inner) in object.sorted(by: { $0.key < $1.key }) {
      guard let type = shape.members[member] else {
        violations.append("\(path): \(member) is not allowed")
        continue
      }
      check(inner, as: type, at: "\(path).\(member)", &violations)
    }
  }

  private static func isSound(_ value: Any, as type: String) -> Bool {
    switch type {
    case "any": true
    case "string": value is String
    case "bool": value is Bool
    case "index": (value as? Int).map { $0 >= 0 } ?? false
    case "positive": (value as? Int).map { $0 >= 1 } ?? false
    case "uri":
      (value as? String).map { text in
        !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && URL(string: text) != nil
      } ?? false
    default:
      type.hasPrefix("=") && type.dropFirst().split(separator: "|").contains { $0 == (value as? String) ?? "" }
    }
  }
}
