package import Accounts

extension Ledger {
  /// The ledger of a unit that has none of what it is asked for and says so, its zeros left blank in the tables.
  package var sayingNone: Ledger {
    var ledger = self
    let place = SourceLocation(file: "test")
    ledger.unit.printsZeros = false
    for item in ThreePublicItem.allCases where !threePublic.contains(where: { $0.item == item }) {
      var fields = RowFields([.item: .text(item.rawValue)], place: place)
      fields.set(.finalBudget, Amount.zero)
      fields.set(.actual, Amount.zero)
      if item == .vehicleOperation { fields.set(.vehicles, count: 0) }
      ledger.threePublic += ThreePublicRow(fields).map { [$0] } ?? []
    }
    for item in schema.sheet(.other)?.items ?? [] where !other.contains(where: { $0.item.rawValue == item.id }) {
      // A single unit's 机关运行经费 is derived.
      if item.asked?.scope == .department, unit.scope == .unit { continue }
      let none: FieldValue = item.type == .amount ? .amount(.zero) : .count(0)
      ledger.other += OtherRow(RowFields([.item: .text(item.id), .value: none], place: place)).map { [$0] } ?? []
    }
    for section in schema.sheet(.texts)?.asksFor ?? [] where !texts.contains(where: { $0.section == section }) {
      let fields = RowFields([.section: .text(section), .content: .text("无。")], place: place)
      ledger.texts += TextRow(fields).map { [$0] } ?? []
    }
    return ledger
  }
}
