/// What has been read of a document so far, over all its parts.
struct WordContents {
  /// The blocks of the parts read so far, in order.
  var blocks: [WordBlock] = []
  /// The numbers of the footnotes and endnotes referred to in printed text, in order.
  var footnotes: [Int] = []
  var endnotes: [Int] = []
  /// The sections in order.
  var sections: [WordSection] = []

  var hasTrackedChanges = false
  var hasComments = false
  var hasEmbeddedObjects = false
  var hasImportedFiles = false
  var pictureCount = 0
  /// A beginning of the first hidden text.
  var hiddenText = ""

  private var paragraphNumbers: [WordStory: Int] = [:]
  private var tableNumbers: [WordStory: Int] = [:]
  private var paragraphCount = 0
  private var cellCount = 0
  private var textBytes = 0
  private let limits: DOCXLimits

  init(limits: DOCXLimits) {
    self.limits = limits
  }

  /// Counts a paragraph of some bytes of text.
  mutating func countParagraph(bytes: Int) throws(DOCXError) {
    paragraphCount += 1
    textBytes += bytes
    guard paragraphCount <= limits.paragraphs else { throw DOCXError(.tooMany(.paragraphs, limit: limits.paragraphs)) }
    guard textBytes <= limits.textBytes else { throw DOCXError(.tooMany(.textBytes, limit: limits.textBytes)) }
  }

  mutating func countCell() throws(DOCXError) {
    cellCount += 1
    guard cellCount <= limits.cells else { throw DOCXError(.tooMany(.cells, limit: limits.cells)) }
  }

  mutating func nextParagraphNumber(in story: WordStory) -> Int {
    paragraphNumbers[story, default: 0] += 1
    return paragraphNumbers[story, default: 0]
  }

  mutating func nextTableNumber(in story: WordStory) -> Int {
    tableNumbers[story, default: 0] += 1
    return tableNumbers[story, default: 0]
  }

  /// Gives back the number of a table of which nothing is left, the last there was.
  mutating func returnTableNumber(in story: WordStory) {
    tableNumbers[story, default: 1] -= 1
  }

  mutating func tellHidden(_ text: some Collection<UInt8>) {
    guard hiddenText.isEmpty else { return }
    let beginning = String(decoding: text.prefix(256), as: UTF8.self)
    if !beginning.utf8.allSatisfy({ $0 <= ASCII.space }) { hiddenText = beginning }
  }

  var notices: [WordNotice] {
    var notices: [WordNotice] = []
    if hasTrackedChanges { notices.append(.trackedChanges) }
    if !hiddenText.isEmpty { notices.append(.hiddenText(hiddenText)) }
    if hasComments { notices.append(.comments) }
    if hasEmbeddedObjects { notices.append(.embeddedObjects) }
    if hasImportedFiles { notices.append(.importedFiles) }
    if pictureCount > 0 { notices.append(.pictures(count: pictureCount)) }
    return notices
  }
}
