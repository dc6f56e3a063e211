import Accounts

/// A word as it stands on a page (页面上的词): its text and its box.
///
/// Lengths are whole thousandths of a point, counted from the upper left corner of the page as it is read.
struct PageWord: Sendable, Equatable {
  let text: String
  let left: Int
  let top: Int
  let right: Int
  let bottom: Int
  /// The height of its letters where it is known; nil where its width tells it.
  var em: Int?
  /// Where it is seen on the page, which may lie otherwise than it is read: turned, or aslant.
  let seen: PageBox

  init(text: String, left: Int, top: Int, right: Int, bottom: Int, em: Int? = nil, seen: PageBox? = nil) {
    (self.text, self.left, self.top, self.right, self.bottom, self.em) = (text, left, top, right, bottom, em)
    self.seen = seen ?? PageBox(left: left, top: top, right: right, bottom: bottom)
  }

  /// The middle of its height. Boxes are often higher than the row they stand in, so that their middles tell the lines and
  /// their edges do not.
  var middle: Int { (top + bottom) / 2 }
}

/// The words of one page of a publication (一页上的词), in any order.
///
/// The size of the page is not kept: programs give that of the page before it is turned, and the words after.
struct WordPage: Sendable, Equatable {
  /// The number of the page, counted from 1.
  let number: Int
  var words: [PageWord]
}
