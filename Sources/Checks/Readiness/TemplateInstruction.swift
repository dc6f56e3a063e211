import Accounts
import Tables

extension StructureCheck {
  /// D16: a sentence of the template that was meant for whoever fills it in.
  static let templateInstruction = StructureCheck(.templateInstruction) { rule, input in
    guard let lines = input.text?.lines else { return [] }
    return lines.compactMap { line -> Finding? in
      guard let range = input.words.instructions.first(in: line.folded) else { return nil }
      return rule.finding("\(line.quoted(range, around: 14))是模板的填写要求", place: line.place)
    }
  }
}
