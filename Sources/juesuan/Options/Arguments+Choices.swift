import Checks
import Disclosing

extension Arguments {
  /// What was chosen for composing and reading disclosures; throws where a rule of `--assume` has no condition that only
  /// the user can know.
  var choices: Choices {
    get throws {
      var choices = Choices()
      choices.form = self[.form]
      choices.place = self[.place]
      choices.codes = self[.codes]
      choices.templates = self[.templates]
      choices.hasCharts = !self[.noCharts]
      choices.assumed = Set(self[.assume])
      guard !choices.assumed.isEmpty else { return choices }
      let assumable = try RuleCatalogue.standard().rules.filter(\.isAssumable).map(\.id)
      for id in self[.assume] where !assumable.contains(id) {
        throw UsageError("--assume 里的“\(id)”不是条件须由你说明的规则，这样的规则有：\(assumable.joined(separator: "、"))。")
      }
      return choices
    }
  }
}
