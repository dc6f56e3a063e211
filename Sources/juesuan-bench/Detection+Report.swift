import Formats

extension Detection {
  /// The counts as tables for people.
  var table: String {
    var text = ""
    for group in groups {
      text += "\(group.name)：\(group.disclosures) 份，\(group.figures) 个数，改动 \(group.checks) 次\n"
      var table = TextTable(["改动", "次数"] + Fate.allCases.map(\.rawValue))
      for alteration in Alteration.allCases {
        let fates = group.counts[alteration] ?? [:]
        table.add(
          [alteration.rawValue, "\(fates.values.reduce(0, +))"] + Fate.allCases.map { "\(fates[$0] ?? 0)" })
      }
      text += table.text
      for missed in group.missed { text += "  漏查：\(missed)\n" }
      var byReason: [String: [String]] = [:]
      for (address, entry) in group.neverCaught.sorted(by: { $0.key < $1.key }) {
        byReason[entry.reason, default: []].append(address + (entry.count > 1 ? "×\(entry.count)" : ""))
      }
      for (reason, addresses) in byReason.sorted(by: { $0.key < $1.key }) {
        text += "  从未查出（\(reason)）：\(addresses.joined(separator: " "))\n"
      }
    }
    return text + "共 \(decimal(seconds, 1)) 秒\n"
  }

  /// The counts as JSON.
  var json: String {
    JSONWriter.text(
      of: .array(
        groups.map { group in
          .object([
            ("name", .string(group.name)), ("disclosures", .integer(Int64(group.disclosures))),
            ("figures", .integer(Int64(group.figures))),
            (
              "alterations",
              .array(
                Alteration.allCases.map { alteration in
                  let fates = group.counts[alteration] ?? [:]
                  return .inline(
                    .object(
                      [("alteration", .string(alteration.rawValue))]
                        + Fate.allCases.map { ("\($0)", .integer(Int64(fates[$0] ?? 0))) }))
                })
            ), ("missed", .array(group.missed.map { .string($0) })),
            (
              "neverCaught",
              .array(
                group.neverCaught.sorted { $0.key < $1.key }.map { address, entry in
                  .inline(
                    .object([
                      ("address", .string(address)), ("count", .integer(Int64(entry.count))),
                      ("reason", .string(entry.reason)),
                    ]))
                })
            ),
          ])
        }))
  }
}
