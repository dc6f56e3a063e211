/// The fields (域) open at a place, such as a page number or the table of contents (目录): each has its code first,
/// which is not printed, and then its result.
struct WordFields {
  private struct Field {
    var isCode = true
    var isContents = false
    var code: [UInt8] = []
  }

  private var fields: [Field] = []
  private var codeCount = 0
  private var contentsCount = 0

  /// Whether what stands here is code, or within code.
  var isCode: Bool { codeCount > 0 }
  /// Whether what stands here is in the table of contents.
  var isContents: Bool { contentsCount > 0 }

  mutating func begin() {
    fields.append(Field())
    codeCount += 1
  }

  /// Takes in a piece of the code of the field begun last, of which no more is needed than its name.
  mutating func take(code: [UInt8]) {
    guard let last = fields.indices.last, fields[last].code.count < 32 else { return }
    fields[last].code += code.prefix(32)
  }

  /// Comes to the result of the field begun last.
  mutating func separate() {
    guard let last = fields.indices.last, fields[last].isCode else { return }
    fields[last].isCode = false
    codeCount -= 1
    let name = fields[last].code.drop { $0 == ASCII.space }.prefix { $0 != ASCII.space }
    if name.elementsEqual("TOC".utf8) {
      fields[last].isContents = true
      contentsCount += 1
    }
  }

  mutating func end() {
    guard let field = fields.popLast() else { return }
    if field.isCode { codeCount -= 1 }
    if field.isContents { contentsCount -= 1 }
  }

  /// Takes all that follows a paragraph for text, so that a field that lacks its end takes nothing away.
  mutating func endParagraph() {
    var index = fields.count - 1
    while codeCount > 0, index >= 0 {
      if fields[index].isCode {
        fields[index].isCode = false
        codeCount -= 1
      }
      index -= 1
    }
  }
}
