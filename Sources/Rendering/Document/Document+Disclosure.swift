package import Accounts
package import Checks
package import Tables

extension Document {
  /// The disclosure of a ledger and its tables: 概况 where the ledger has texts for it, then the tables.
  ///
  /// With a review it is a draft.
  package init(disclosing ledger: Ledger, tables: TableSet, review: CheckReport? = nil) {
    let unit = ledger.unit
    var parts: [Part] = []
    func add(_ id: String, _ title: String, _ sections: [(id: String, title: String, blocks: [Block])]) {
      guard !sections.isEmpty else { return }
      let numbered = sections.enumerated().map { index, section in
        Section(id: section.id, title: "\(chineseNumeral(index + 1))、\(section.title)", blocks: section.blocks)
      }
      parts.append(Part(id: id, title: "第\(chineseNumeral(parts.count + 1))部分　\(title)", sections: numbered))
    }
    let overview = [("duties", "单位职责", "\(unit.scope.rawValue)职责"), ("structure", "机构设置", "机构设置情况")]
      .compactMap { id, section, title -> (id: String, title: String, blocks: [Block])? in
        let paragraphs = ledger.texts.filter { $0.section == section }
          .flatMap { $0.text.split(whereSeparator: \.isNewline).map { Block.paragraph(String($0)) } }
        return paragraphs.isEmpty ? nil : (id, title, paragraphs)
      }
    add("overview", "概况", overview)
    add(
      "tables", "\(unit.year)年度\(unit.scope.rawValue)决算表",
      tables.tables.map { ("table-\($0.id.rawValue)", $0.title, [.table($0)]) })
    self.init(
      title: "\(unit.name)\(unit.year)年度\(unit.scope.rawValue)决算公开", unit: unit, parts: parts,
      review: review)
  }
}

/// A number from 1 to 99 as headings are numbered: 一, 十, 十一, 二十三.
package func chineseNumeral(_ number: Int) -> String {
  let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  guard (1...99).contains(number) else { return String(number) }
  let tens = number / 10
  return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[number % 10]
}
