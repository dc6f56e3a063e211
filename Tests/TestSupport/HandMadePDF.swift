/// A PDF of four pages in two branches, with three named places, written out by hand after ISO 32000-1, 7.5.
package struct HandMadePDF {
  package let bytes: [UInt8]
  /// Where the cross-reference table begins.
  package let table: Int

  /// `map` is what text the glyphs of a font stand for, packed.
  package init(
    pages: [String: Int] = ["part-1": 1, "part-1-1": 1, "part-2": 4], trailer: String = "", map: [UInt8] = []
  ) {
    // Objects 6 to 9 are the pages.
    let places = pages.sorted { $0.key < $1.key }.map { "/\($0.key) [\($0.value + 5) 0 R /XYZ 0 841.9 0]" }
    let objects = [
      "<</Title <FEFF4E00>\n/Creator (a \\(b\\) c)\n/Producer (Skia/PDF m130)\n"
        + "/CreationDate (D:20261121105722+00'00')\n/ModDate (D:20261121105722+00'00')>>",
      "<</Type /Catalog\n/Pages 3 0 R\n/Dests 10 0 R\n/Lang (zh-CN)\n/MarkInfo <</Marked true>>>>",
      "<</Type /Pages\n/Count 4\n/Kids [4 0 R 5 0 R]>>",
      "<</Type /Pages\n/Count 3\n/Kids [6 0 R 7 0 R 8 0 R]\n/Parent 3 0 R>>",
      "<</Type /Pages\n/Count 1\n/Kids [9 0 R]\n/Parent 3 0 R>>",
      "<</Type /Page\n/Parent 4 0 R>>", "<</Type /Page\n/Parent 4 0 R>>", "<</Type /Page\n/Parent 4 0 R>>",
      "<</Type /Page\n/Parent 5 0 R>>",
      "<<\(places.joined(separator: "\n"))>>",
      "<</Type /Font\n/ToUnicode 12 0 R>>",
    ]
    var bytes = Array("%PDF-1.4\n".utf8)
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(bytes.count)
      bytes += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
    }
    offsets.append(bytes.count)
    bytes += Array("12 0 obj\n<</Filter /FlateDecode\n/Length \(map.count)>> stream\n".utf8) + map
    bytes += Array("\nendstream\nendobj\n".utf8)
    table = bytes.count
    var text = "xref\n0 \(objects.count + 2)\n0000000000 65535 f \n"
    for offset in offsets { text += "\(String(10_000_000_000 + offset).dropFirst()) 00000 n \n" }
    text += "trailer\n<</Size \(objects.count + 2)\n/Root 2 0 R\n/Info 1 0 R\(trailer)>>\nstartxref\n\(table)\n%%EOF\n"
    self.bytes = bytes + Array(text.utf8)
  }
}
