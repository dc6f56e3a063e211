package import Accounts
import Checks
import Formats
package import Reading

/// What a season is run by (公开季的要求): everything the user gave but where the units lie and where the results go.
package struct SeasonPlan: Sendable {
  /// How everything is read and checked.
  package var choices: Choices
  /// The tool and its version: results of another are made anew.
  package var tool: String
  /// Who must publish; nil where no list was given.
  package var list: UnitList?
  /// The folder of last year's; nil where none was given.
  package var prior: String?
  /// The file of waivers; nil where none was given.
  package var waivers: String?
  /// Whether a warning counts as an error does.
  package var isStrict = false
  /// The day as the user gave it; nil where none was given.
  package var date: CalendarDay?
  /// Until when units are to answer; nil where it is left open.
  package var replyBy: CalendarDay?
  /// How many units are in hand at once.
  package var jobs = 1

  package init(_ choices: Choices, tool: String) {
    self.choices = choices
    self.tool = tool
  }

  /// What the results of every unit rest on besides its files, as text.
  func basis() throws(UnusableInput) -> String {
    let files = InputFiles()
    var lines = [
      "juesuan-season \(tool) \(isStrict) \(choices.form ?? "") \(choices.place ?? "") \(choices.engine?.program ?? "")",
      "\(choices.hasCharts) \(choices.assumed.sorted().joined(separator: ","))",
      "\(choices.dates.approved?.description ?? "") \(choices.dates.published?.description ?? "")",
    ]
    for path in choices.files + [waivers].compactMap({ $0 }) {
      for (name, bytes) in try files.all(at: path, besides: "") {
        lines.append("\(name) \(SHA256(of: bytes).hexadecimal)")
      }
    }
    return lines.joined(separator: "\n")
  }
}
