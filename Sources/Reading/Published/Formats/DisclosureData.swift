import Accounts
import Formats
import Tables

/// A disclosure as the data file of a package (`data.json`).
///
/// Its addresses are not taken on trust: the rows are read like those of any other publication.
enum DisclosureData {
  /// The value of `format` by which the file is known.
  static let format = "juesuan-disclosure"

  /// Hands the lines and rows of every table on, and returns the self-evaluation tables and what stands beside them; throws
  /// where the data has another shape, and says so where it is a ledger.
  static func read(
    _ utf8: [UInt8], into recogniser: inout TableRecogniser
  ) throws(UnusableInput) -> (evaluations: [JSONNode], basicData: JSONNode?) {
    let file = recogniser.file
    func wrong(_ line: Int, _ found: String, _ expected: String) -> UnusableInput {
      UnusableInput([Problem(at: SourceLocation(file: file, line: line), found: found, expected: expected)])
    }
    let root: JSONNode
    do throws(JSONTextError) {
      root = try JSONText.parse(
        utf8, limits: JSONLimits(depth: 16, stringBytes: 4 * PublicationLimits.characters))
    } catch {
      throw UnusableInput([Problem(at: SourceLocation(file: file), error.message)])
    }
    guard root[key: "format"]?.text == format else {
      let isLedger = PublishedReader.ledgerMark.map { root[key: $0] != nil } ?? false
      throw wrong(
        root.line, isLedger ? "这是账的 JSON" : "这个 JSON 不是决算公开的数据", "format 应是“\(format)”，即软件包中的 data.json")
    }
    guard let version = root[key: "version"], version.spelling == "1" else {
      throw wrong(root[key: "version"]?.line ?? root.line, "version 不是 1", "这个版本的软件只认得 1")
    }
    guard let tables = root[key: "tables"]?.elements else { throw wrong(root.line, "没有 tables 数组", "应有各表") }
    func take(_ node: JSONNode?) throws(UnusableInput) {
      guard let node else { return }
      guard let text = node.text else { throw wrong(node.line, "不是文字", "标题、表号、说明等应是文字") }
      recogniser.take(line: try PublicationLimits.text(text.utf8, in: file, line: node.line), at: node.line)
    }
    try take(root[key: "title"])
    for line in root[key: "text"]?.elements ?? [] { try take(line[key: "text"]) }
    // What stands in another table is read with that.
    let supplementary = (root[key: "supplementary"]?.elements ?? []).filter { table in
      table[key: "id"]?.text.flatMap(TableID.init).map(recogniser.standsAlone) ?? false
    }
    for table in tables + supplementary {
      guard let rows = table[key: "rows"]?.elements else { throw wrong(table.line, "这张表没有 rows 数组", "应有各行") }
      for key in ["title", "formCode", "unitLine", "period", "currency"] { try take(table[key: key]) }
      for header in table[key: "header"]?.elements ?? [] {
        try recogniser.take(row(header[key: "cells"], header.line, file, wrong))
      }
      for node in rows { try recogniser.take(row(node, node.line, file, wrong)) }
      for note in table[key: "notes"]?.elements ?? [] { try take(note) }
    }
    let (evaluations, basicData) = (root[key: "evaluations"]?.elements ?? [], root[key: "基础数据表"])
    for node in evaluations + [basicData].compactMap(\.self) { takeTexts(of: node, into: &recogniser) }
    return (evaluations, basicData)
  }

  /// Hands every text of a self-evaluation table on, as the text beside the tables that it is.
  private static func takeTexts(of node: JSONNode, into recogniser: inout TableRecogniser) {
    for member in node.members ?? [] where !["layout", "computed"].contains(member.key) {
      if let text = member.value.text { recogniser.take(beside: text, at: member.value.line) }
      takeTexts(of: member.value, into: &recogniser)
    }
    for element in node.elements ?? [] { takeTexts(of: element, into: &recogniser) }
  }

  private static func row(
    _ node: JSONNode?, _ line: Int, _ file: String,
    _ wrong: (Int, String, String) -> UnusableInput
  ) throws(UnusableInput) -> GridRow {
    guard let cells = node?.elements else { throw wrong(line, "这一行不是数组", "应是一行各格的数组") }
    var row = GridRow(line: line)
    for cell in cells {
      guard let members = cell.members else { throw wrong(cell.line, "这一格不是对象", "应是 {}、{\"label\"}、{\"text\"} 等") }
      var text = ""
      var columns = 1
      for member in members {
        switch member.key {
        case "label", "number", "text":
          guard let value = member.value.text else { throw wrong(member.line, "“\(member.key)”不是文字", "应是文字") }
          text = value
        case "columns":
          guard let count = member.value.spelling.flatMap({ Int($0) }), (1...PublicationLimits.columns).contains(count)
          else { throw wrong(member.line, "columns 不是格数", "应是 1 至 \(PublicationLimits.columns)") }
          columns = count
        default: break
        }
      }
      try row.append(utf8: text.utf8, columns: columns, in: file, line: cell.line)
    }
    return row
  }
}
