/// The spelling of widths, heights and sizes.
enum Measure {
  /// A number of at most four decimals without zeros behind the last, the same on every machine.
  static func text(_ measure: Double) -> String {
    let units = Int64((measure * 10_000).rounded())
    let spelling = DecimalSpelling("\(units)E-4")
    return spelling?.plainText ?? "0"
  }
}
