/// What a number format says about the numbers shown in it.
///
/// A sheet may hold 12345600 and show 1,234.56 under a heading in 万元; whoever reads the number must know.
package struct NumberFormat: Sendable, Hashable {
  /// What numbers in a format stand for.
  package enum Kind: Sendable, Hashable {
    /// A plain number.
    case number
    /// A number shown times 100 with a percent sign: 0.25 for 25%.
    case percent
    /// A count of days, shown as a date or a time.
    case date
    /// Text: digits typed into such a cell are text.
    case text
  }

  /// The format as it is spelled in the file, General when there is none.
  package let code: String
  /// What numbers in it stand for.
  package let kind: Kind
  /// The power of ten by which the number shown is less than the number held: 3 for #,##0, and 4 for 0!.0000, by which
  /// some show 元 as 万元.
  package let shift: Int
  /// How many decimals are shown, nil when the format leaves it open.
  package let decimals: Int?
  /// Whether kind or shift depend on the value, as in [>=10000]0!.0,"万";0; then those of the first section are given.
  package let dependsOnValue: Bool

  /// The format that shows a number as it is.
  package static let general = NumberFormat("General")

  /// What the spelling of a format says.
  package init(_ code: String) {
    var scanner = NumberFormatScanner(code)
    let sections = scanner.sections()
    let first = sections.first
    self.code = code
    kind = first?.kind ?? .number
    shift = first?.shift ?? 0
    decimals = first?.decimals
    dependsOnValue = sections.dropFirst().contains { section in
      section.isNumeric && (section.kind != first?.kind || section.shift != first?.shift)
    }
  }

  /// The format of a number that programs know without its spelling, General when there is none.
  init(builtIn number: Int) {
    self.init(Self.builtInCodes[number] ?? "General")
  }

  private static let builtInCodes: [Int: String] = {
    var codes = [
      1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0;-#,##0", 6: "#,##0;[Red]-#,##0",
      7: "#,##0.00;-#,##0.00", 8: "#,##0.00;[Red]-#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
      13: "# ??/??", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
      32: "h\"时\"mm\"分\"", 33: "h\"时\"mm\"分\"ss\"秒\"", 37: "#,##0;-#,##0", 38: "#,##0;[Red]-#,##0",
      39: "#,##0.00;-#,##0.00", 40: "#,##0.00;[Red]-#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00",
      44: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    ]
    // The rest are dates, spelled as the country of the reader does; 27 to 36 and 50 to 58 are East Asian.
    for number in [14, 15, 16, 17] + Array(27...31) + Array(34...36) + Array(50...58) {
      codes[number] = "yyyy/m/d"
    }
    return codes
  }()
}
