/// Where something stands on a page (纸面上的位置): the smallest upright rectangle around it.
///
/// Lengths are whole thousandths of a point, counted from the upper left corner of the page as it is shown.
package struct PageBox: Hashable, Sendable {
  /// Its edges; 32 bits are enough for a page of 700 metres.
  package let left, top, right, bottom: Int32

  /// The rectangle between edges; what lies beyond all pages is cut off.
  package init(left: Int, top: Int, right: Int, bottom: Int) {
    (self.left, self.top) = (Int32(clamping: left), Int32(clamping: top))
    (self.right, self.bottom) = (Int32(clamping: right), Int32(clamping: bottom))
  }

  package var width: Int { Int(right) - Int(left) }
  package var height: Int { Int(bottom) - Int(top) }

  /// The rectangle around it and another.
  package func joined(with other: PageBox) -> PageBox {
    PageBox(
      left: Int(min(left, other.left)), top: Int(min(top, other.top)), right: Int(max(right, other.right)),
      bottom: Int(max(bottom, other.bottom)))
  }
}
