extension String {
  /// The text without the white space and control characters of ASCII at either end.
  var withoutOuterSpace: String {
    guard let first = utf8.firstIndex(where: { $0 > 0x20 }), let last = utf8.lastIndex(where: { $0 > 0x20 }) else {
      return ""
    }
    return String(self[first...last])
  }
}
