import Accounts
import Tables

extension StructureCheck {
  /// D29: another print of the same tables inside a publication with other figures.
  static let differingCopy = StructureCheck(.differingCopy) { rule, input in
    input.tables.copies.flatMap { copy -> [Finding] in
      guard let other = copy.tables else {
        return [rule.finding("\(copy.name)没有读懂，没有与网页核对", place: copy.place, in: .unreadableCopy)]
      }
      let difference = CopyDifference(from: input.tables, to: other)
      return difference.lacking.map { rule.finding("\(copy.name)没有\(input.name(of: $0))", place: copy.place) }
        + difference.differing.map { table, entries in
          rule.finding(
            "\(input.name(of: table))有 \(entries.count) 个数在网页和\(copy.name)中不同",
            operands: entries.flatMap { operands(of: $0) })
        }
    }
  }

  private static func operands(of entry: TableDifference.Entry) -> [Finding.Operand] {
    [
      ("网页", entry.first, entry.firstPlace), ("工作簿", entry.second, entry.secondPlace),
    ].map { name, figure, place in
      Finding.Operand(
        address: entry.address.description, label: "\(entry.label)（\(name)）", printed: figure?.text ?? "", place: place)
    }
  }
}
