/// A picture (图片) as the one page of a PDF, so that what draws PDF pages draws it: PNG and JPEG, whose data PDF takes as they
/// are (ISO 32000-1, 7.4.8 and 7.4.4.4).
package enum PictureAsPDF {
  /// Why a picture is not taken.
  package enum Failure: Error, Sendable, Equatable {
    /// It is damaged, or cut off.
    case damaged
    /// It is of a kind that is not taken, as a clause: `隔行存储的 PNG`.
    case kind(String)
  }

  /// The PDF of a PNG; throws for one that is interlaced.
  package static func png(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
    guard bytes.count > 33 else { throw .damaged }
    var place = 8
    var header: ArraySlice<UInt8> = []
    var palette: ArraySlice<UInt8> = []
    var data: [UInt8] = []
    var across = 0
    while place + 12 <= bytes.count {
      let length = number(bytes, place, 4)
      guard length <= bytes.count - place - 12 else { throw .damaged }
      let content = bytes[place + 8..<place + 8 + length]
      switch String(decoding: bytes[place + 4..<place + 8], as: UTF8.self) {
      case "IHDR": header = content
      case "PLTE": palette = content
      case "IDAT": data += content
      // Dots a metre, in most pictures.
      case "pHYs" where length == 9 && content.last == 1: across = number(bytes, place + 8, 4) * 254 / 10_000
      default: break
      }
      place += length + 12
    }
    guard header.count == 13, !data.isEmpty else { throw .damaged }
    let fields = Array(header)
    let (width, height) = (number(fields, 0, 4), number(fields, 4, 4))
    let (bits, colours, interlaced) = (Int(fields[8]), fields[9], fields[12] != 0)
    guard (1...30_000).contains(width), (1...30_000).contains(height) else { throw .damaged }
    guard !interlaced else { throw .kind("隔行存储的 PNG") }
    let space: String
    let samples: Int
    switch colours {
    case 0: (space, samples) = ("/DeviceGray", 1)
    case 2: (space, samples) = ("/DeviceRGB", 3)
    case 3:
      guard !palette.isEmpty, palette.count % 3 == 0, palette.count <= 768 else { throw .damaged }
      (space, samples) = ("[/Indexed /DeviceRGB \(palette.count / 3 - 1) <\(hexadecimal(palette))>]", 1)
    case 4, 6:
      guard bits == 8 else { throw .kind("十六位的透明 PNG") }
      let own = colours == 4 ? 1 : 3
      let dots = try opaque(data, width: width, height: height, samples: own)
      return page(
        dots, width, height, across, "/ColorSpace \(own == 1 ? "/DeviceGray" : "/DeviceRGB") /BitsPerComponent 8")
    default: throw .damaged
    }
    return page(
      data, width, height, across,
      "/ColorSpace \(space) /BitsPerComponent \(bits) /Filter /FlateDecode /DecodeParms "
        + "<< /Predictor 15 /Colors \(samples) /BitsPerComponent \(bits) /Columns \(width) >>")
  }

  /// The PDF of a JPEG; throws for one in four colours.
  package static func jpeg(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
    var place = 2
    var across = 0
    while place + 9 < bytes.count {
      guard bytes[place] == 0xFF else { throw .damaged }
      let mark = bytes[place + 1]
      if mark == 0xFF || mark == 0x01 || (0xD0...0xD8).contains(mark) {
        place += mark == 0xFF ? 1 : 2
        continue
      }
      let length = number(bytes, place + 2, 2)
      if mark == 0xE0, length >= 16, place + 14 <= bytes.count {
        // Dots an inch, or a centimetre.
        let density = number(bytes, place + 12, 2)
        across = bytes[place + 11] == 1 ? density : bytes[place + 11] == 2 ? density * 254 / 100 : 0
      }
      if (0xC0...0xCF).contains(mark), ![0xC4, 0xC8, 0xCC].contains(mark) {
        let (height, width) = (number(bytes, place + 5, 2), number(bytes, place + 7, 2))
        guard width > 0, height > 0, bytes.count - place > 9 else { throw .damaged }
        let space: String
        switch bytes[place + 9] {
        case 1: space = "/DeviceGray"
        case 3: space = "/DeviceRGB"
        default: throw .kind("四色（CMYK）的 JPEG")
        }
        return page(bytes, width, height, across, "/ColorSpace \(space) /BitsPerComponent 8 /Filter /DCTDecode")
      }
      place += length + 2
    }
    throw .damaged
  }

  /// A page as large as the picture on paper: where it does not say how many of its dots are an inch, it is as wide as A4.
  private static func page(_ data: [UInt8], _ width: Int, _ height: Int, _ across: Int, _ image: String) -> [UInt8] {
    let guessed = min(width, height) * 100 / 827
    let resolution = (72...1200).contains(across) ? across : max(72, guessed)
    let (right, top) = (max(1, width * 72 / resolution), max(1, height * 72 / resolution))
    var file = Array("%PDF-1.4\n".utf8)
    var offsets: [Int] = []
    func begin(_ text: String) {
      offsets.append(file.count)
      file += Array("\(offsets.count) 0 obj\n\(text)".utf8)
    }
    begin("<< /Type /Catalog /Pages 2 0 R >>\nendobj\n")
    begin("<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n")
    begin(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(right) \(top)] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>\nendobj\n"
    )
    let drawing = "\(right) 0 0 \(top) 0 0 cm /P Do"
    begin("<< /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream\nendobj\n")
    begin(
      "<< /Type /XObject /Subtype /Image /Width \(width) /Height \(height) \(image) /Length \(data.count) >>\nstream\n")
    file += data
    file += Array("\nendstream\nendobj\n".utf8)
    let table = file.count
    file += Array("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets {
      let digits = String(offset)
      file += Array((String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits + " 00000 n \n").utf8)
    }
    file += Array("trailer\n<< /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n".utf8)
    return file
  }

  /// The dots of a picture whose last sample is how opaque each is, on white paper (PNG, 9: filters).
  private static func opaque(_ data: [UInt8], width: Int, height: Int, samples: Int) throws(Failure) -> [UInt8] {
    let step = samples + 1
    let row = width * step
    let count = (row + 1) * height
    // Room for one byte more, so that the end of the stream is seen.
    guard count <= 200 << 20, var rows = ZlibStream.unpacked(data, limit: count + 1), rows.count == count else {
      throw .damaged
    }
    var dots: [UInt8] = []
    dots.reserveCapacity(width * height * samples)
    for y in 0..<height {
      let start = y * (row + 1)
      let filter = rows[start]
      guard filter <= 4 else { throw .damaged }
      for x in 0..<row {
        let left = x >= step ? Int(rows[start + 1 + x - step]) : 0
        let above = y > 0 ? Int(rows[start - row + x]) : 0
        let corner = x >= step && y > 0 ? Int(rows[start - row + x - step]) : 0
        let guess: Int
        switch filter {
        case 1: guess = left
        case 2: guess = above
        case 3: guess = (left + above) / 2
        case 4:
          let whole = left + above - corner
          let (a, b, c) = (abs(whole - left), abs(whole - above), abs(whole - corner))
          guess = a <= b && a <= c ? left : b <= c ? above : corner
        default: guess = 0
        }
        rows[start + 1 + x] &+= UInt8(truncatingIfNeeded: guess)
      }
      for x in 0..<width {
        let dot = start + 1 + x * step
        let opacity = Int(rows[dot + samples])
        for sample in 0..<samples {
          dots.append(UInt8((Int(rows[dot + sample]) * opacity + 255 * (255 - opacity)) / 255))
        }
      }
    }
    return dots
  }

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// A number of some bytes, the greatest first; all of them must be there.
  private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
    bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }
}
