import Accounts
import Checks
import Disclosing
import Reading

extension Arguments {
  /// The files that are read as one publication: all operands with `--together`, else the only one.
  var publication: [String] {
    get throws {
      guard operands.count == 1 || self[.together] else {
        throw UsageError("这里只能给一份公开；几个文件合起来是一份的，请加 --together。")
      }
      return operands
    }
  }

  /// What was chosen for composing and reading disclosures; throws where a rule of `--assume` has no condition that only
  /// the user can know.
  var choices: Choices {
    get throws {
      var choices = Choices()
      choices.form = self[.form]
      choices.place = self[.place]
      choices.codes = self[.codes]
      choices.engine = recogniser
      choices.templates = self[.templates]
      choices.hasCharts = !self[.noCharts]
      choices.dates = DisclosureDates(approved: try day(.approved), published: try day(.published))
      choices.assumed = Set(self[.assume])
      guard !choices.assumed.isEmpty else { return choices }
      let assumable = try RuleCatalogue.standard().rules.filter(\.isAssumable).map(\.id)
      for id in self[.assume] where !assumable.contains(id) {
        throw UsageError("--assume 里的“\(id)”不是条件须由你说明的规则，这样的规则有：\(assumable.joined(separator: "、"))。")
      }
      return choices
    }
  }

  /// The program that recognises letters on pictures: the usual one unless another is named; nil where none is to.
  private var recogniser: Recogniser? {
    let named = self[.recogniser] ?? Recogniser.standardName
    guard !["none", "无"].contains(named) else { return nil }
    return Recogniser(named, tell: PageProgress.shown(isQuiet: self[.quiet]))
  }

  /// The day that an option gives; nil where it was not given, and throws where it is none.
  func day(_ option: Option<String?>) throws(UsageError) -> CalendarDay? {
    guard let written = self[option] else { return nil }
    guard let day = CalendarDay(written: written) else {
      throw UsageError("\(option.name) 的“\(written)”不是日期，应如 2025-09-01。")
    }
    return day
  }
}
