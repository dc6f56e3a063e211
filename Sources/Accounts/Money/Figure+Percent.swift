extension Figure {
  /// A percentage in words: `1.34%`.
  package init(percent count: Int64, decimals: Int) {
    self.init(
      content: .number(count: count, decimals: decimals), unit: .percent,
      text: decimalText(count, decimals: decimals) + "%")
  }
}
