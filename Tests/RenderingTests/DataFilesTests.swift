import Accounts
import Disclosing
import Documents
import Formats
import Foundation
import Rendering
import Tables
import TestSupport
import Testing

/// The files for programs: the CSV of each table, and data.json.
@Suite struct DataFilesTests {
  @Test(arguments: ["datong", "own codes", "empty"])
  func everyCSVRecordHasTheWidthOfItsTable(name: String) throws {
    let disclosure =
      switch name {
      case "datong": try Example.datong.composed
      case "own codes": try ComposedDisclosure.datong(with: "甲,乙\"丙\"")
      default: try ComposedDisclosure.empty
      }
    for table in disclosure.tables.tables {
      let bytes = GridCSV.bytes(of: table.printed)
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
      let (records, problems) = CSVDocument.parse(bytes)
      #expect(problems.isEmpty)
      #expect(records.allSatisfy { $0.fields.count == table.width }, "\(table.formCode)")
      #expect(records.first?.fields == table.flatHeader)
      let rows = table.rows.map { $0.texts }.filter { !$0.allSatisfy(\.isEmpty) }
      #expect(records.dropFirst().map { $0.fields.map(CSVWriter.originalText) } == rows)
    }
  }

  @Test func csvOfDatong() throws {
    let files = try Example.datong.files
    let expenditure = try #require(files["tables/05-一般公共预算财政拨款支出决算表.csv"])
    let lines = String(decoding: expenditure.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
    #expect(lines[0] == "项目·科目代码,项目·科目名称,本年支出·小计,本年支出·基本支出,本年支出·项目支出")
    #expect(lines[1] == "合计,,5023.02,2963.86,2059.17")
    #expect(lines.contains("2013801,行政运行,1847.89,1847.89,"))
  }

  /// What `sha256sum` prints of the files of a package stands in its data.json.
  @Test func jsonHasTheDigestsOfTheOtherFiles() throws {
    let package = try Example.datong.composed.package(Example.datong.composed.report(), pdf: Array("%PDF-1.7".utf8))
    let files = package.byPath
    let data = try #require(files["data.json"])
    let json = try #require(try JSONSerialization.jsonObject(with: Data(data)) as? [String: Any])
    let listed = (json["files"] as? [[String: String]] ?? []).map { ($0["path"] ?? "", $0["sha256"] ?? "") }
    #expect(listed.map(\.0) == package.files.map(\.path).filter { $0 != "data.json" })
    let folder = try TemporaryFolder()
    func sum(_ bytes: [UInt8]) throws -> String {
      try folder.write(bytes, to: "文件")
      let sums = Process()
      sums.executableURL = URL(filePath: "/usr/bin/env")
      sums.arguments = ["sha256sum", folder.path + "/文件"]
      let pipe = Pipe()
      sums.standardOutput = pipe
      try sums.run()
      return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).prefix(64).description
    }
    for (path, digest) in listed { #expect(try sum(files[path] ?? []) == digest, "\(path)") }
    // Its own is taken with noughts in its place.
    let own = try #require(json["sha256"] as? String)
    let blank = String(decoding: data, as: UTF8.self).replacing(own, with: String(repeating: "0", count: 64))
    #expect(try sum(Array(blank.utf8)) == own)
  }

  @Test func jsonHasEveryFigureAtItsAddress() throws {
    let disclosure = try Example.datong.composed
    let bytes = DisclosureJSON.bytes(of: disclosure.document, form: disclosure.form)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(json["format"] as? String == "juesuan-disclosure")
    #expect(json["version"] as? Int == 1)
    #expect(json["year"] as? Int == 2024)
    #expect(json["scope"] as? String == "单位")
    #expect(json["unitCode"] is NSNull)
    #expect((json["form"] as? [String: Any])?["unit"] as? String == "万元")
    let tables = try #require(json["tables"] as? [[String: Any]])
    #expect(tables.map { $0["id"] as? String } == ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"])
    let cells = tables.compactMap { $0["rows"] as? [[[String: Any]]] }.flatMap { $0 }.flatMap { $0 }
    let figures = cells.compactMap { cell in (cell["address"] as? String).map { [$0, cell["text"] as? String] } }
    #expect(figures == disclosure.tables.tables.flatMap(\.figures).map { [$0.address.description, $0.figure.text] })
    #expect(figures.contains(["05.208.2", "768.66"]))
    for table in tables {
      let widths = (table["rows"] as? [[[String: Any]]] ?? []).map { row in
        row.reduce(0) { $0 + ($1["columns"] as? Int ?? 1) }
      }
      #expect(Set(widths).count <= 1)
    }
  }

  @Test func sameInputGivesTheSameBytes() throws {
    let first = try Example.datong.package
    let second = try Example.datong.composed.package()
    #expect(first.files.map(\.path) == second.files.map(\.path))
    #expect(first.files.map(\.bytes) == second.files.map(\.bytes))
    #expect(first.files.map(\.path).prefix(3) == ["index.html", "index.md", "data.json"])
    #expect(first.files.count == 15)
  }

  @Test(arguments: PackageContents.Format.allCases)
  func onlyTheFormatAskedForIsWritten(format: PackageContents.Format) throws {
    let paths = try Example.datong.composed.package([format]).files.map(\.path)
    switch format {
    case .html: #expect(paths == ["index.html"])
    case .md: #expect(paths == ["index.md"])
    case .json: #expect(paths == ["data.json"])
    case .xlsx: #expect(paths == ["决算公开.xlsx"])
    case .docx: #expect(paths == ["决算公开.docx"])
    case .csv: #expect(paths.count == 10 && paths.allSatisfy { $0.hasPrefix("tables/") && $0.hasSuffix(".csv") })
    }
  }
}
