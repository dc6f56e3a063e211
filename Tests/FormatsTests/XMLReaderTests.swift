import Formats
import Testing

@Suite struct XMLReaderTests {
  /// All that a text holds, one step a line.
  private func steps(
    _ bytes: [UInt8], limits: XMLLimits = XMLLimits(), chunkBytes: Int = 65_536
  ) throws(XMLError) -> [String] {
    var reader = XMLReader(bytes, limits: limits, chunkBytes: chunkBytes)
    var steps: [String] = []
    var text = ""
    while true {
      let event = try reader.next()
      // Text comes in as many pieces as the bytes do.
      if event != .text, !text.isEmpty {
        steps.append(text)
        text = ""
      }
      switch event {
      case .start:
        let a = try reader.attribute("a")
        let id = try reader.attribute("id", in: .officeRelationships)
        steps.append("<\(reader.localName) \(reader.namespace) \(a ?? "-") \(id ?? "-")")
      case .end: steps.append(">\(reader.depth)")
      case .text: text += String(decoding: reader.text, as: UTF8.self)
      case .endOfText: return steps
      }
    }
  }

  private func error(_ text: String, limits: XMLLimits = XMLLimits()) -> XMLError.Kind? {
    do throws(XMLError) {
      _ = try steps(Array(text.utf8), limits: limits)
      return nil
    } catch {
      return error.kind
    }
  }

  private static let text = """
    <?xml version="1.0" encoding="ENCODING"?>\r
    <!-- 说明 --><x:r xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
    xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships" a='1 &lt; "2" &#x4E2D;&#20013;' r:id="x>y">\
    甲&amp;乙\r\n丙\r丁𠀀<![CDATA[<&]]>\u{9}<x:e /><e a="a\nb"></e ></x:r>
    <?after all?>
    """

  private static let expected = [
    "<r spreadsheet 1 < \"2\" 中中 x>y", "甲&乙\n丙\n丁𠀀<&\t", "<e spreadsheet - -", ">1", "<e none a b -", ">1", ">0",
  ]

  private func withoutSpace(_ steps: [String]) -> [String] {
    steps.filter { !$0.allSatisfy(\.isWhitespace) }
  }

  @Test(arguments: [1, 2, 3, 5, 7, 64, 65_536])
  func piecesDoNotMatter(chunkBytes: Int) throws {
    let utf8 = Array(Self.text.replacing("ENCODING", with: "utf-8").utf8)
    #expect(try withoutSpace(steps(utf8, chunkBytes: chunkBytes)) == Self.expected)
    #expect(try withoutSpace(steps([0xEF, 0xBB, 0xBF] + utf8, chunkBytes: chunkBytes)) == Self.expected)
    let units = Array(Self.text.replacing("ENCODING", with: "UTF-16").utf16)
    let little = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let big = units.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
      #expect(try withoutSpace(steps(bytes, chunkBytes: chunkBytes)) == Self.expected)
    }
  }

  @Test(arguments: [
    ("", XMLError.Kind.endsTooEarly), (" ", .endsTooEarly), ("<a>", .endsTooEarly), ("<a", .endsTooEarly),
    ("<a b='>", .endsTooEarly), ("<a><!-- ", .endsTooEarly), ("<a/><", .endsTooEarly),
    ("<a></b>", .mismatchedEnd(found: "b", expected: "a")), ("<a></aa>", .mismatchedEnd(found: "aa", expected: "a")),
    ("<a/><b/>", .outsideRoot), ("x<a/>", .outsideRoot), ("<a/>x", .outsideRoot), ("</a>", .outsideRoot),
    ("<![CDATA[x]]><a/>", .outsideRoot), ("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", .documentType),
    ("<!ELEMENT a><a/>", .malformedMarkup("<!ELEMENT a><a/>")), ("<a b/>", .malformedMarkup("a b")),
    ("<a b=c/>", .malformedMarkup("a b=c")), ("<a b='1'c='2'/>", .malformedMarkup("a b='1'c='2'")),
    ("<a b='<'/>", .malformedMarkup("a b='<'")), ("<1a/>", .malformedMarkup("1a")), ("< a/>", .malformedMarkup(" a")),
    ("<a/><?xml version='1.0'?>", .malformedMarkup("<?xml")), ("<a>&nbsp;</a>", .unknownReference("&nbsp")),
    ("<a>&#0;</a>", .unknownReference("&#0")), ("<a>&#xD800;</a>", .unknownReference("&#xD800")),
    ("<a>&#99999999999;</a>", .unknownReference("&#99999999999")), ("<a a='&b;'/>", .unknownReference("&b")),
    ("<a a='&'/>", .unknownReference("&")), ("<a>\u{1}</a>", .invalidCharacter(1)),
    ("<a><![CDATA[\u{2}]]></a>", .invalidCharacter(2)), ("<a a='\u{3}'/>", .invalidCharacter(3)),
    ("<a a='1' a='2'/>", .duplicateAttribute("a")), ("<p:a/>", .unknownPrefix("p")),
    ("<?xml version='1.0' encoding='GB2312'?><a/>", .unsupportedEncoding("GB2312")),
  ])
  func malformedTextIsRefused(text: String, kind: XMLError.Kind) {
    #expect(error(text) == kind)
  }

  @Test func bytesOfNoEncodingAreRefused() {
    for bytes: [UInt8] in [[0x3C, 0xFF], [0x3C, 0x61, 0xE4, 0xB8], [0x3C, 0xC0, 0x80]] {
      #expect(throws: XMLError(offset: 0, kind: .undecodable(encoding: "UTF-8"))) { try steps(bytes) }
    }
    let lone: [UInt8] = [0xFF, 0xFE, 0x3C, 0x00, 0x00, 0xDC]
    #expect(throws: XMLError(offset: 0, kind: .undecodable(encoding: "UTF-16"))) { try steps(lone) }
  }

  @Test func limitsHold() {
    func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    #expect(error(many("<a>", 100_000)) == .tooDeep(limit: 64))
    #expect(error("<a " + many(" ", 2_000_000) + "/>") == .markupTooLong(limit: 1 << 20))
    #expect(error("<!--" + many(" ", 2_000_000) + "--><a/>") == .markupTooLong(limit: 1 << 20))
    let attributes = (0..<200).map { "a\($0)=''" }.joined(separator: " ")
    #expect(error("<a \(attributes)/>") == .tooManyAttributes(limit: 128))
    let namespaces = (0..<60).map { "xmlns:a\($0)=''" }.joined(separator: " ")
    #expect(error(many("<a \(namespaces)>", 3)) == .tooManyNamespaces(limit: 128))
  }

  @Test func textOfReferencesComesInPieces() throws {
    let count = 200_000
    var reader = XMLReader(Array("<a>\(String(repeating: "&#20013;", count: count))</a>".utf8))
    var total = 0
    while try reader.next() != .endOfText {
      #expect(reader.text.count <= 2 * XMLReader.pieceBytes)
      if reader.depth == 1 { total += reader.text.count }
    }
    #expect(total == 3 * count)
  }

  @Test func longTextIsRefusedWhereItIsAskedFor() throws {
    var reader = XMLReader(Array("<a>\(String(repeating: "x", count: 2_000_000))</a>".utf8))
    #expect(try reader.nextElement())
    #expect(throws: XMLError.self) { try reader.elementText() }
  }
}
