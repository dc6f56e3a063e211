import Accounts
import Tables

extension StructureCheck {
  /// D16: a sentence of the template that was meant for whoever fills it in.
  static let templateInstruction = StructureCheck(
    id: "D16", title: "没有留下模板的填写要求", severity: .warning, basis: "填写要求是给填表人看的，不公开"
  ) { check, input in
    guard let lines = input.text?.lines else { return [] }
    return lines.compactMap { line -> Finding? in
      guard let range = input.words.instructions.first(in: line.folded) else { return nil }
      return check.finding("\(line.quoted(range, around: 14))是模板的填写要求", place: line.place, advice: "请删去这句话")
    }
  }
}
