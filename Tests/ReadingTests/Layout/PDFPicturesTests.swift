import System
import TestSupport
import Testing

@testable import Reading

/// Which pages of a PDF are pictures, as the programs of poppler tell it, by hand in the form they write.
struct PDFPicturesTests {
  /// An A4 page is 595 by 842 points.
  private let page = 595 * 842

  @Test func picturesAreMeasuredOnTheirPages() {
    // 1653 by 2339 dots, 200 to an inch, are the whole of an A4 page; 332 by 332 at 100 are a seventh of it.
    let listing = """
      page   num  type   width height color comp bpc  enc interp  object ID x-ppi y-ppi size ratio
      --------------------------------------------------------------------------------------------
         2     0 image    1653  2339  gray    1   8  jpeg   no         4  0   200   200  249K 6.6%
         3     1 image     332   332  rgb     3   8  image  no         5  0   100   100  2490B 0.7%
         3     2 smask     332   332  gray    1   8  image  no         5  0   100   100  2490B 0.7%
         4     3 image     332   332  rgb     3   8  image  [inline]     100   100  2490B 0.7%
         9     4 image     332   332  rgb     3   8  image  no         5  0   100   100  2490B 0.7%
      """
    let pictures = PDFPictures(listing: listing, areas: [page, page, page, page])
    #expect(pictures.share[1] == nil)
    #expect((98...100).contains(pictures.share[2] ?? 0))
    #expect(pictures.share[3] == 11)
    #expect(pictures.share[4] == 11)
    #expect(pictures.share[9] == nil)
  }

  @Test(arguments: [
    ("<< /Type /XObject /Subtype /Image /Width 1653 /Height 2339 /BitsPerComponent 8 >>", true),
    ("<</Height 3508/Width 2480/Subtype/Image>>", true),
    ("<< /Subtype /Image /Width 120 /Height 120 >>", false), ("<< /Width 1653 /Height 2339 >>", false),
    ("/Image", false),
    ("", false),
  ])
  func aPictureAsLargeAsAScanIsNoticed(text: String, isScan: Bool) {
    #expect(PDFPictures.holdsScan(Array("%PDF-1.7\n\(text)\nstream".utf8)) == isScan)
  }

  @Test func whiteAllOverIsBlank() {
    func image(_ dots: [UInt8]) -> [UInt8] { Array("P5\n2 2\n255\n".utf8) + dots }
    #expect(PDFPictures.isBlank(image([255, 255, 255, 255])))
    #expect(!PDFPictures.isBlank(image([255, 255, 0, 255])))
  }
}
