import Accounts
import Tables

extension StructureCheck {
  /// D29: another print of the same tables inside a publication with other figures.
  static let differingCopy = StructureCheck(.differingCopy) { rule, input in
    input.tables.copies.flatMap { copy -> [Finding] in
      guard let other = copy.tables else {
        return [rule.finding("\(copy.name)没有读懂，没有与网页核对", place: copy.place, in: .unreadableCopy)]
      }
      // What was not read of either is not compared.
      let read = input.tables.tables.filter { other[$0.id] != nil }
      let coverage = Coverage(other)
      let entries = TableDifference(
        from: input.tables.with(read),
        to: other.with(other.tables.filter { table in read.contains { $0.id == table.id } })
      ).entries
      let lacking = input.tables.tables.filter { coverage.lacks($0.id) }
      return lacking.map { rule.finding("\(copy.name)没有\($0.name)", place: copy.place) }
        + read.compactMap { table in
          let differing = entries.filter { $0.address.table == table.id }
          guard !differing.isEmpty else { return nil }
          return rule.finding(
            "\(table.name)有 \(differing.count) 个数在网页和\(copy.name)中不同",
            operands: differing.flatMap { operands(of: $0, copy) })
        }
    }
  }

  private static func operands(of entry: TableDifference.Entry, _ copy: TableCopy) -> [Finding.Operand] {
    [
      ("网页", entry.first, entry.firstPlace), ("工作簿", entry.second, entry.secondPlace),
    ].map { name, figure, place in
      Finding.Operand(
        address: entry.address.description, label: "\(entry.label)（\(name)）", printed: figure?.text ?? "", place: place)
    }
  }
}
