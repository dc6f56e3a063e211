import Accounts
import Checks
import Formats
package import Seasons

/// A notice to one unit (整改通知) as a Word file: what, where, which value, on what basis and until when; what became of the findings
/// of the round before.
package struct SeasonNotice {
  private let season: Season
  private let name: String
  private let unit: SeasonUnit?
  private let publication: Timeliness
  private let approved: CalendarDay?

  /// Of a unit that has delivered something.
  package init(to unit: SeasonUnit, in season: Season) {
    (self.season, self.unit, name) = (season, unit, unit.name)
    (publication, approved) = (unit.publication, unit.dayApproved)
  }

  /// Of a unit that has delivered nothing.
  package init(to missing: SeasonUnit.Entry, in season: Season) {
    self.season = season
    unit = nil
    name = missing.name
    approved = missing.approved
    publication = Timeliness(missingOn: season.date, approved: missing.approved)
  }

  /// The folder of all notices.
  package static let folderName = "通知"

  /// The notices that are needed, each with the path of its file, and the unit it is of: of one that is missing its name.
  package static func all(in season: Season) -> [(path: String, unit: String, notice: SeasonNotice)] {
    let all =
      season.units.map { ($0.id, $0.name, SeasonNotice(to: $0, in: season)) }
      + season.missing.map { ($0.name, $0.name, SeasonNotice(to: $0, in: season)) }
    let counts = Dictionary(all.map { ($0.1, 1) }, uniquingKeysWith: +)
    return all.filter(\.2.isNeeded).map { unit, name, notice in
      // A unit of which there are several has one for each.
      let file = plainName(of: counts[name] == 1 ? name : "\(name) \(unit)")
      return ("\(folderName)/\(file).docx", unit, notice)
    }
  }

  /// Whether there is something to tell the unit: nothing is sent to one of which no more than notes were found.
  package var isNeeded: Bool {
    guard let unit else { return true }
    return unit.verdict == .unusable || publication.kind == .late || unit.counts.errors + unit.counts.warnings > 0
      || unit.since.map { !$0.mended.isEmpty || !$0.unknown.isEmpty } ?? false
  }

  /// The file; the same season gives the same bytes.
  package var bytes: [UInt8] {
    var document = WordOutput(
      sections: [
        WordSectionOutput(
          blocks, page: WordPage(left: 22, right: 22),
          footer: [
            WordParagraphOutput(
              [
                WordRunOutput("第 "), WordRunOutput(.pageNumber), WordRunOutput(" 页，共 "), WordRunOutput(.pageCount),
                WordRunOutput(" 页"),
              ], style: .remark, alignment: .center)
          ])
      ])
    document.properties.title = "\(Self.title)　\(name)"
    document.properties.creator = season.tool
    return DOCXWriter.bytes(of: document)
  }

  private static let title = "关于部门决算公开核对情况的通知"

  private var blocks: [WordBlockOutput] {
    var blocks = [
      paragraph(Self.title, .title), paragraph("第 \(season.round) 轮", .subtitle), paragraph("\(name)：", .plain),
    ]
    blocks.append(paragraph(opening, .body))
    if let unit {
      if unit.verdict == .unusable {
        blocks.append(paragraph("你单位的公开文件（\(unit.source)）读不懂，没有核对：", .body))
        blocks += unit.problems.map { paragraph($0, .body) }
      } else {
        blocks += findings(of: unit)
      }
      blocks += answers(of: unit)
    }
    blocks.append(paragraph(closing, .body))
    for line in ["（单位盖章）", Self.words(of: season.date)] {
      blocks.append(.paragraph(WordParagraphOutput(line, style: .plain, alignment: .right)))
    }
    return blocks
  }

  private var opening: String {
    let approval = approved.map { "你单位决算已于 \($0) 批复，应在批复后 \(Timeliness.limit) 日内向社会公开（预算法第十四条）。" } ?? ""
    switch publication {
    case .missing: return approval + "到目前没有收到你单位的公开文件。"
    case .overdue(let days): return approval + "到目前没有收到你单位的公开文件，已过期 \(days) 日。"
    case .late(let days): return approval + "你单位在批复后第 \(days) 日公开，超过了期限。"
    case .inTime, .delivered: break
    }
    guard let unit, unit.verdict != .unusable else { return approval }
    let year = unit.year.map { "\($0) 年度" } ?? ""
    return "经核对你单位\(year)决算公开，发现错误 \(unit.counts.errors) 处、警告 \(unit.counts.warnings) 处、提示 \(unit.counts.notes) 处，"
      + "另有 \(unit.counts.notChecked) 项没有能够核对。"
  }

  /// A day as official texts write it, or the room for one.
  private static func words(of day: CalendarDay?) -> String {
    day.map { "\($0.year)年\($0.month)月\($0.day)日" } ?? "　　　　年　　月　　日"
  }

  private var closing: String {
    let until = "（办理期限：\(Self.words(of: season.replyBy))前）"
    guard let unit else { return "请尽快公开，并把公开的网址和文件报来。\(until)" }
    if unit.findings.isEmpty && unit.verdict != .unusable { return "没有需要更正的，请留存。" }
    return "请逐项核实：确有错误的，更正后重新公开并报来；认为没有错误的，请写明理由。\(until)"
  }

  private func findings(of unit: SeasonUnit) -> [WordBlockOutput] {
    guard !unit.findings.isEmpty else { return [] }
    var blocks = [heading("需要核实的")]
    for (index, one) in unit.findings.enumerated() {
      let new = unit.since == nil ? "" : "（\(unit.standingWord(of: one))）"
      blocks.append(paragraph("\(index + 1)．\(one.severity.word)\(new)　\(one.message)", .heading(2)))
      let rows = [
        ("位置", one.place), ("印出的数", one.figureWords), ("应为", one.expected ?? ""), ("相差", one.difference ?? ""),
        ("怎么办", one.advice), ("依据", "规则 \(one.rule)" + (one.basis.isEmpty ? "" : "：\(one.basis)")),
      ].filter { !$0.1.isEmpty }
      blocks.append(table(rows + [("你单位的答复", "")], [26, 140], heads: false))
    }
    return blocks
  }

  /// What became of the findings of the round before.
  private func answers(of unit: SeasonUnit) -> [WordBlockOutput] {
    guard let since = unit.since else { return [] }
    let gone = since.mended.map { ($0.message, "已改正") } + since.unknown.map { ($0.message, "这次没有能够核对") }
    let waived = unit.waived.filter { since.standing.contains($0.id) }.map { ($0.message, "已接受：\($0.reason ?? "")") }
    let standing = unit.findings.filter { since.standing.contains($0.id) }.map { ($0.message, "仍在") }
    let all = standing + gone + waived
    guard !all.isEmpty else { return [] }
    return [
      heading("第 \(since.round) 轮指出的，现在的情况"), table([("上一轮指出的", "现在的情况")] + all, [120, 46], heads: true),
    ]
  }

  private func paragraph(_ text: String, _ style: WordParagraphOutput.Style) -> WordBlockOutput {
    .paragraph(WordParagraphOutput(text, style: style))
  }

  private func heading(_ text: String) -> WordBlockOutput { paragraph(text, .heading(1)) }

  private func table(_ rows: [(String, String)], _ widths: [Double], heads: Bool) -> WordBlockOutput {
    .table(
      WordTableOutput(
        columnWidths: widths, headerRows: heads ? 1 : 0,
        rows: rows.enumerated().map { index, row in
          let isHead = heads && index == 0
          return WordRowOutput(
            [
              WordCellOutput(
                row.0, isBold: isHead || !heads, fill: isHead || !heads ? CellColor(0xF2F2F2) : nil),
              WordCellOutput(row.1, isBold: isHead, fill: isHead ? CellColor(0xF2F2F2) : nil),
            ], breaksAcrossPages: true, height: row.1.isEmpty ? 14 : nil)
        }))
  }
}
