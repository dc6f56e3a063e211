/// A colour.
package struct CellColor: Sendable, Hashable {
  /// Red, green and blue, such as 0xFFC000.
  package let rgb: UInt32

  /// A colour by its red, green and blue, such as 0xFFC000; anything above is left out.
  package init(_ rgb: UInt32) {
    self.rgb = rgb & 0xFFFFFF
  }

  /// Eight hexadecimal digits, the first two for no transparency.
  var argb: String {
    let digits = String(rgb, radix: 16, uppercase: true)
    return "FF" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }
}
