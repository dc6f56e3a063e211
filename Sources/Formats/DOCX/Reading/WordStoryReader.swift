/// The reading of one part with text of a document: the text itself, a header, a footer, or the notes.
///
/// Elements are followed one by one with a list of what is open, so that however deep they stand one inside another,
/// no more is held than what is open.
struct WordStoryReader: ~Copyable {
  /// What an element that is open is to the reader.
  private enum Element {
    case paragraph
    case run
    case text
    case code
    case table
    case row
    case cell
    case textBox
    case note
    case choice
    case other
  }

  /// What is being gathered, from outside in.
  private enum Place {
    case flow
    case paragraph
    case table
    case row
  }

  private struct Paragraph {
    var properties = WordParagraphProperties()
    var styleID: String?
    var bytes: [UInt8] = []
    var isContents = false
    /// Whether the run being read is hidden.
    var isRunHidden = false
  }

  /// A sequence of blocks: that of the part as a whole, of a cell, a text box or a note.
  private struct Flow {
    var story: WordStory
    /// What the properties of the cell say; nil when it is no cell.
    var cell: WordTableBuilder.CellProperties?
    var blocks: [WordBlock] = []
    var paragraph: Paragraph?
    /// A paragraph whose end is deleted or hidden, so that the next goes on in it.
    var carried: Paragraph?
    var fields = WordFields()
    /// What text boxes anchored in it hold; it comes behind the paragraph, or in a cell behind the table.
    var boxes: [WordBlock] = []
    var holdsTables = false
  }

  private var xml: DOCXPart
  private let rootName: String
  private let styles: WordStyles
  private let numbering: WordNumbering
  private let limits: DOCXLimits
  /// The numbers of the notes to be read, of a part with notes.
  private let notes: Set<Int>
  private var contents: WordContents

  private var elements: [Element] = []
  private var places: [Place] = []
  private var flows: [Flow] = []
  private var tables: [WordTableBuilder] = []
  /// For each choice that is open, whether one of its branches was taken.
  private var choices: [Bool] = []
  private var counters: [WordStory: WordCounters] = [:]
  /// The text of the element being read, and whether space at its ends counts.
  private var text: [UInt8] = []
  private var keepsSpace = false

  init(
    _ part: String, root: String, story: WordStory, in archive: ZIPArchive, styles: WordStyles,
    numbering: WordNumbering, limits: DOCXLimits, notes: [Int] = [], contents: consuming WordContents
  ) throws(DOCXError) {
    xml = try DOCXPart(part, in: archive, limits: limits.xml)
    rootName = root
    self.styles = styles
    self.numbering = numbering
    self.limits = limits
    self.notes = Set(notes)
    self.contents = contents
    flows.append(Flow(story: story))
    places.append(.flow)
  }

  /// Reads the part to its end; gives the contents with its blocks added.
  consuming func read() throws(DOCXError) -> WordContents {
    _ = try xml.root(rootName)
    elements.append(.other)
    reading: while true {
      switch try xml.next() {
      case .start:
        if let element = try open() { elements.append(element) }
      case .end: try close()
      case .text: try take()
      case .endOfText: break reading
      }
    }
    contents.blocks += try endFlow().blocks
    return contents
  }

  // MARK: Beginnings

  /// What the element just begun is; nil when it has been passed over to its end.
  private mutating func open() throws(DOCXError) -> Element? {
    switch xml.namespace {
    case .wordprocessing: return try openWord()
    case .markupCompatibility: return try openChoice()
    case .math:
      switch xml.localName {
      case "r": return openRun()
      case "t": return try openText()
      case "den":
        put("/".utf8)
        return .other
      default: return .other
      }
    default:
      switch xml.localName {
      case "pic", "imagedata", "chart", "relIds": contents.pictureCount += 1
      default: break
      }
      return .other
    }
  }

  private mutating func openWord() throws(DOCXError) -> Element? {
    switch xml.localName {
    case "p": return openParagraph()
    case "pPr":
      guard elements.last == .paragraph else { return try skip() }
      try readParagraphProperties()
      return nil
    case "r": return openRun()
    case "rPr":
      guard elements.last == .run else { return try skip() }
      try readRunProperties()
      return nil
    case "t": return try openText()
    case "instrText": return .code
    case "tbl": return try openTable()
    case "tr": return openRow()
    case "tc": return try openCell()
    case "trPr":
      guard elements.last == .row else { return try skip() }
      try readRowProperties()
      return nil
    case "tcPr":
      guard elements.last == .cell else { return try skip() }
      try readCellProperties()
      return nil
    case "txbxContent": return try openTextBox()
    case "footnote", "endnote": return try openNote()
    case "sectPr":
      contents.sections.append(try WordSection(&xml))
      return nil
    case "ins", "moveTo":
      contents.hasTrackedChanges = true
      return .other
    case "del", "moveFrom":
      contents.hasTrackedChanges = true
      return try skip()
    case "object":
      contents.hasEmbeddedObjects = true
      return try skip()
    // How something is set, what was so before a change, and how a word is pronounced.
    case "tblPr", "tblGrid", "tblPrEx", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "ffData", "rt", "rubyPr":
      return try skip()
    default:
      try openMark()
      return .other
    }
  }

  /// Takes in an element that stands for something itself.
  private mutating func openMark() throws(DOCXError) {
    switch xml.localName {
    case "tab", "ptab": put("\t".utf8)
    case "cr": put("\n".utf8)
    case "br":
      // The others begin a page or a column.
      let type = try xml.value("type")
      if type == nil || type == "textWrapping" { put("\n".utf8) }
    case "noBreakHyphen": put("-".utf8)
    case "sym":
      let character = WordSymbol.character(try xml.value("char") ?? "", font: try xml.value("font") ?? "")
      if let character { put(String(character).utf8) }
    case "fldChar":
      let type = try xml.value("fldCharType")
      mark(field: type ?? "")
    case "footnoteReference":
      if isPrinted, let id = try xml.number("id") { contents.footnotes.append(id) }
    case "endnoteReference":
      if isPrinted, let id = try xml.number("id") { contents.endnotes.append(id) }
    case "commentReference": contents.hasComments = true
    case "control": contents.hasEmbeddedObjects = true
    case "altChunk", "subDoc": contents.hasImportedFiles = true
    default: break
    }
  }

  private mutating func skip() throws(DOCXError) -> Element? {
    try xml.skipElement()
    return nil
  }

  // MARK: Choices

  /// What newer programs wrote for themselves, under the prefixes all of them use, and older ones have a way round for.
  private static let understoodPrefixes: Set<Substring> = [
    "w14", "w15", "w16", "w16cex", "w16cid", "w16du", "w16sdtdh", "w16sdtfl", "w16se", "wp14", "wp15", "wpc", "wpg",
    "wpi", "wps", "a14", "v", "o", "w10", "cx", "cx1", "aink", "am3d",
  ]

  /// Of a choice between newer and older programs, the first branch that is understood is followed and no other.
  private mutating func openChoice() throws(DOCXError) -> Element? {
    switch xml.localName {
    case "AlternateContent":
      choices.append(false)
      return .choice
    case "Choice", "Fallback":
      guard elements.last == .choice, choices.last == false else { return try skip() }
      if xml.isNamed("Choice") {
        let required = try xml.attribute("Requires") ?? ""
        let isUnderstood = required.split(separator: " ").allSatisfy { Self.understoodPrefixes.contains($0) }
        guard isUnderstood else { return try skip() }
      }
      choices[choices.count - 1] = true
      return .other
    default: return .other
    }
  }

  // MARK: Paragraphs

  private mutating func openParagraph() -> Element {
    guard places.last == .flow else { return .other }
    let flow = flows.count - 1
    var paragraph = Paragraph()
    paragraph.styleID = styles.defaultParagraphStyle
    paragraph.isContents = flows[flow].fields.isContents
    if let carried = flows[flow].carried {
      flows[flow].carried = nil
      paragraph.bytes = carried.bytes
    }
    flows[flow].paragraph = paragraph
    places.append(.paragraph)
    return .paragraph
  }

  private mutating func readParagraphProperties() throws(DOCXError) {
    let properties = try WordParagraphProperties(&xml)
    if let section = properties.section { contents.sections.append(section) }
    if properties.isMarkDeleted { contents.hasTrackedChanges = true }
    let flow = flows.count - 1
    flows[flow].paragraph?.properties = properties
    if let style = properties.style { flows[flow].paragraph?.styleID = style }
  }

  private mutating func closeParagraph() throws(DOCXError) {
    places.removeLast()
    let flow = flows.count - 1
    guard let paragraph = flows[flow].paragraph else { return }
    flows[flow].paragraph = nil
    flows[flow].fields.endParagraph()
    if paragraph.properties.isMarkDeleted || paragraph.properties.isMarkHidden {
      flows[flow].carried = paragraph
    } else {
      try add(paragraph)
    }
  }

  /// Adds a paragraph whose end was taken away, but that nothing follows.
  private mutating func addCarried() throws(DOCXError) {
    let flow = flows.count - 1
    guard let carried = flows[flow].carried else { return }
    flows[flow].carried = nil
    if carried.bytes.isEmpty { addBoxes() } else { try add(carried) }
  }

  private mutating func add(_ paragraph: Paragraph) throws(DOCXError) {
    let flow = flows.count - 1
    let story = flows[flow].story
    let style = styles[paragraph.styleID]
    let label = label(of: paragraph, style: style, in: story)
    var text = String(decoding: paragraph.bytes, as: UTF8.self)
    if let label { text = label.text + (text.isEmpty ? "" : label.gap + text) }
    try contents.countParagraph(bytes: text.utf8.count)
    let isCell = flows[flow].cell != nil
    let outline = paragraph.properties.outline ?? style.outline
    flows[flow].blocks.append(
      .paragraph(
        WordParagraph(
          text: text, label: label?.text, number: isCell ? nil : contents.nextParagraphNumber(in: story),
          level: outline.flatMap { 0...8 ~= $0 ? $0 + 1 : nil },
          isContents: paragraph.isContents || style.isContents, story: story)))
    addBoxes()
  }

  private mutating func addBoxes() {
    let flow = flows.count - 1
    guard flows[flow].cell == nil, !flows[flow].boxes.isEmpty else { return }
    let boxes = flows[flow].boxes
    flows[flow].boxes = []
    flows[flow].blocks += boxes
  }

  /// The automatic number of a paragraph, by its own properties or those of its style.
  private mutating func label(
    of paragraph: Paragraph, style: WordStyles.Style, in story: WordStory
  ) -> WordCounters.Label? {
    let properties = paragraph.properties
    guard let list = properties.list ?? style.list, list != 0 else { return nil }
    var level = properties.listLevel
    if level == nil, properties.list == nil {
      // A list that styles are numbered by says itself which style stands on which level.
      level =
        numbering.level(ofStyle: paragraph.styleID, inList: list) ?? style.listLevel
        ?? numbering.level(ofStyle: style.listStyle, inList: list)
    }
    return counters[story, default: WordCounters()].next(level: level ?? 0, ofList: list, in: numbering)
  }

  // MARK: Runs and their text

  private mutating func openRun() -> Element {
    let flow = flows.count - 1
    let isHidden = styles[flows[flow].paragraph?.styleID].isHidden ?? false
    flows[flow].paragraph?.isRunHidden = isHidden
    return .run
  }

  private mutating func readRunProperties() throws(DOCXError) {
    let properties = try WordRunProperties(&xml)
    let flow = flows.count - 1
    guard let paragraph = flows[flow].paragraph else { return }
    // What the two styles say cancels out when both hide; what the run itself says counts alone.
    let ofParagraph = styles[paragraph.styleID].isHidden ?? false
    let ofRun = styles[properties.style].isHidden ?? false
    flows[flow].paragraph?.isRunHidden = properties.isHidden ?? (ofParagraph != ofRun)
  }

  private mutating func openText() throws(DOCXError) -> Element {
    text.removeAll(keepingCapacity: true)
    keepsSpace = try xml.attribute("space", in: .xml) == "preserve"
    return .text
  }

  private mutating func take() throws(DOCXError) {
    switch elements.last {
    case .text:
      guard text.count + xml.text.count <= limits.textBytes else { throw tooMuchText }
      text += xml.text
    case .code: flows[flows.count - 1].fields.take(code: xml.text)
    default: break
    }
  }

  private mutating func closeText() throws(DOCXError) {
    func isSpace(_ byte: UInt8) -> Bool { byte == ASCII.space || byte == ASCII.lineFeed || byte == ASCII.tab }
    var whole = text[...]
    if !keepsSpace {
      whole = whole.drop(while: isSpace)
      while let last = whole.last, isSpace(last) { whole.removeLast() }
    }
    // A line end in the file is no line end on the page.
    if whole.contains(ASCII.lineFeed) { whole = whole.map { $0 == ASCII.lineFeed ? ASCII.space : $0 }[...] }
    guard (flows[flows.count - 1].paragraph?.bytes.count ?? 0) + whole.count <= limits.textBytes else {
      throw tooMuchText
    }
    put(whole)
  }

  private var tooMuchText: DOCXError { DOCXError(.tooMany(.textBytes, limit: limits.textBytes), part: xml.name) }

  /// Whether what stands here is printed: it is not hidden, and not the code of a field.
  private var isPrinted: Bool {
    let flow = flows.count - 1
    return flows[flow].paragraph?.isRunHidden == false && !flows[flow].fields.isCode
  }

  /// Adds to the text of the paragraph what is printed.
  private mutating func put(_ bytes: some Collection<UInt8>) {
    let flow = flows.count - 1
    if flows[flow].fields.isCode { return }
    if flows[flow].paragraph?.isRunHidden == true {
      contents.tellHidden(bytes)
    } else {
      flows[flow].paragraph?.bytes.append(contentsOf: bytes)
    }
  }

  private mutating func mark(field type: String) {
    let flow = flows.count - 1
    guard flows[flow].paragraph != nil else { return }
    switch type {
    case "begin": flows[flow].fields.begin()
    case "separate":
      flows[flow].fields.separate()
      if flows[flow].fields.isContents { flows[flow].paragraph?.isContents = true }
    case "end":
      flows[flow].fields.end()
      // The end may stand before the first word after the table of contents.
      let isContents = flows[flow].fields.isContents
      if flows[flow].paragraph?.bytes.isEmpty == true { flows[flow].paragraph?.isContents = isContents }
    default: break
    }
  }

  // MARK: Tables

  private mutating func openTable() throws(DOCXError) -> Element {
    guard places.last == .flow else { return .other }
    try addCarried()
    let story = flows[flows.count - 1].story
    tables.append(WordTableBuilder(number: contents.nextTableNumber(in: story), story: story))
    places.append(.table)
    return .table
  }

  private mutating func closeTable() {
    places.removeLast()
    guard let builder = tables.popLast() else { return }
    let flow = flows.count - 1
    if let table = builder.table() {
      flows[flow].blocks.append(.table(table))
      flows[flow].holdsTables = true
    } else {
      contents.returnTableNumber(in: builder.story)
    }
    flows[flow].boxes += builder.boxes
    addBoxes()
  }

  private mutating func openRow() -> Element {
    guard places.last == .table else { return .other }
    tables[tables.count - 1].row = WordTableBuilder.Row()
    places.append(.row)
    return .row
  }

  private mutating func readRowProperties() throws(DOCXError) {
    let table = tables.count - 1
    let properties = xml.depth
    var isDeleted = false
    while try xml.nextChild(ofDepth: properties) {
      switch xml.localName {
      case "tblHeader": tables[table].row?.isHeader = try xml.isOn()
      case "gridBefore":
        let count = max(0, try xml.number() ?? 0)
        try checkColumns(count)
        tables[table].row?.column = count
      case "hidden": tables[table].row?.isHiddenWhenEmpty = try xml.isOn()
      case "del": isDeleted = true
      default: continue
      }
    }
    guard isDeleted else { return }
    contents.hasTrackedChanges = true
    try xml.skipElement()
    tables[table].row = nil
    closeRow()
    elements.removeLast()
  }

  private mutating func closeRow() {
    places.removeLast()
    tables[tables.count - 1].endRow()
  }

  private mutating func openCell() throws(DOCXError) -> Element {
    guard places.last == .row else { return .other }
    try contents.countCell()
    try openFlow(Flow(story: flows[flows.count - 1].story, cell: WordTableBuilder.CellProperties()))
    return .cell
  }

  private mutating func readCellProperties() throws(DOCXError) {
    var cell = WordTableBuilder.CellProperties()
    var isDeleted = false
    let properties = xml.depth
    while try xml.nextChild(ofDepth: properties) {
      switch xml.localName {
      case "gridSpan": cell.columnSpan = max(1, try xml.number() ?? 1)
      case "vMerge": cell.vertical = try xml.value() == "restart" ? .begins : .goesOn
      case "hMerge": cell.horizontal = try xml.value() == "restart" ? .begins : .goesOn
      case "cellMerge":
        if let merge = try xml.value("vMerge") { cell.vertical = merge == "rest" ? .begins : .goesOn }
      case "cellDel": isDeleted = true
      default: continue
      }
    }
    try checkColumns(cell.columnSpan)
    flows[flows.count - 1].cell = cell
    guard isDeleted else { return }
    contents.hasTrackedChanges = true
    try xml.skipElement()
    flows.removeLast()
    places.removeLast()
    elements.removeLast()
  }

  private mutating func closeCell() throws(DOCXError) {
    let flow = try endFlow()
    let table = tables.count - 1
    guard let cell = flow.cell else { return }
    try checkColumns(tables[table].columnEnd(of: cell))
    var text = ""
    for case .paragraph(let paragraph) in flow.blocks where !paragraph.text.isEmpty {
      text += (text.isEmpty ? "" : "\n") + paragraph.text
    }
    tables[table].boxes += flow.boxes
    if cell.horizontal == .goesOn || tables[table].isContinuation(cell) {
      // Programs show the first of merged cells alone.
      contents.tellHidden(text.utf8)
      tables[table].add(text: "", blocks: [], properties: cell)
    } else {
      tables[table].add(text: text, blocks: flow.holdsTables ? flow.blocks : [], properties: cell)
    }
  }

  private func checkColumns(_ count: Int) throws(DOCXError) {
    guard count <= limits.columns else { throw DOCXError(.tooMany(.columns, limit: limits.columns), part: xml.name) }
  }

  // MARK: Text boxes and notes

  private mutating func openTextBox() throws(DOCXError) -> Element? {
    guard places.last == .paragraph else { return .other }
    guard isPrinted else {
      contents.tellHidden(WordStory.textBox.name.utf8)
      return try skip()
    }
    let story = flows[flows.count - 1].story
    try openFlow(Flow(story: story == .body ? .textBox : story))
    return .textBox
  }

  private mutating func openNote() throws(DOCXError) -> Element? {
    // Lines that part notes from the text are given as notes of other types.
    let type = try xml.value("type") ?? "normal"
    guard places.count == 1, type == "normal", let id = try xml.number("id"), notes.contains(id) else {
      return try skip()
    }
    try openFlow(Flow(story: flows[0].story))
    return .note
  }

  private mutating func openFlow(_ flow: Flow) throws(DOCXError) {
    guard flows.count <= limits.nesting else {
      throw DOCXError(.tooMany(.nesting, limit: limits.nesting), part: xml.name)
    }
    flows.append(flow)
    places.append(.flow)
  }

  private mutating func endFlow() throws(DOCXError) -> Flow {
    try addCarried()
    places.removeLast()
    return flows.removeLast()
  }

  // MARK: Ends

  private mutating func close() throws(DOCXError) {
    switch elements.popLast() {
    case .paragraph: try closeParagraph()
    case .text: try closeText()
    case .table: closeTable()
    case .row: closeRow()
    case .cell: try closeCell()
    case .textBox:
      let box = try endFlow()
      flows[flows.count - 1].boxes += box.blocks
    case .note:
      let note = try endFlow()
      flows[flows.count - 1].blocks += note.blocks
    case .choice: choices.removeLast()
    case .run, .code, .other, nil: break
    }
  }
}
