import Foundation
import TestSupport
import Testing

/// `check --jsonl`: a path a line in, an object a line out, as one process among many is run.
@Suite struct CheckLinesTests {
  private static let datong = "Examples/datong-2024/disclosure/index.html"
  private static let yunxi = "Examples/yunxi-2024/disclosure"

  private func objects(_ run: Run) throws -> [NSDictionary] {
    try run.text.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? NSDictionary)
    }
  }

  /// Each line says what `--format json` says of its path alone; what cannot be read is a line too, and stops nothing.
  @Test func aLineIsWhatACheckOfItsPathAloneWrites() throws {
    let folder = try TemporaryFolder()
    let broken = try folder.write("%PDF-1.7 残缺", to: "残.pdf")
    let paths = [Self.datong, folder.path + "/没有.docx", broken, Self.yunxi]
    let run = try Run("check", "--jsonl", input: Array((paths.joined(separator: "\r\n") + "\n\n").utf8))
    #expect(run.status == 0 && !run.errors.contains("错误"))
    let lines = try objects(run)
    #expect(lines.count == paths.count)
    for (path, line) in zip(paths, lines) {
      let alone = try Run("check", path, "--format", "json")
      #expect(line == (try #require(JSONSerialization.jsonObject(with: Data(alone.output)) as? NSDictionary)))
    }
    #expect(lines.map { $0["verdict"] as? String } == ["consistent", "unusable", "unusable", "consistent"])
    #expect((lines[1]["problems"] as? [Any])?.count == 1)
  }

  /// What is given beside the paths is named in each line, as it is in a report of one.
  @Test func whatIsGivenBesideIsNamed() throws {
    let folder = try TemporaryFolder()
    let waivers = try folder.write("规则,地址,理由\nD07,,已核实\n", to: "豁免.csv")
    let run = try Run("check", "--jsonl", "--waivers", waivers, input: Array("\(Self.datong)\n".utf8))
    let line = try #require(try objects(run).first)
    let files = (line["otherFiles"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
    #expect(files == [waivers] && (line["waived"] as? [Any])?.count == 1)
  }

  /// However the paths are dealt out, the lines are the same.
  @Test func linesDoNotDependOnOneAnother() throws {
    let together = try Run("check", "--jsonl", input: Array("\(Self.datong)\n\(Self.yunxi)\n".utf8))
    let first = try Run("check", "--jsonl", input: Array("\(Self.datong)\n".utf8))
    let second = try Run("check", "--jsonl", input: Array("\(Self.yunxi)\n".utf8))
    #expect(together.output == first.output + second.output)
  }

  @Test func filesOfOnePublicationStandOnOneLine() throws {
    let tables = "Examples/datong-2024/disclosure/决算公开.xlsx"
    let run = try Run("check", "--jsonl", input: Array("\(Self.datong)\t\(tables)\n".utf8))
    let line = try #require(try objects(run).first)
    #expect((line["files"] as? [Any])?.count == 2)
    #expect(line["source"] as? String == "\(Self.datong)、\(tables)")
  }

  @Test(arguments: [[datong], ["-o", "核对.json"], ["--together"], ["--since", "上次.json"]])
  func whatDoesNotGoWithLinesIsRefused(arguments: [String]) throws {
    let run = try Run(list: ["check", "--jsonl"] + arguments)
    #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("--jsonl"))
  }

  @Test func nothingInIsNothingOut() throws {
    let run = try Run("check", "--jsonl")
    #expect(run.status == 0 && run.output.isEmpty)
    #expect(try Run("check").errors.contains("至少一个账或公开文件"))
  }
}
