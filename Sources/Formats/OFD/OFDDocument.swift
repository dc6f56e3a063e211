/// A document in fixed layout as offices publish it (版式文件, .ofd; GB/T 33190): the texts of its pages where they stand.
///
/// What is stamped or noted on a page, what is attached and what is signed stands apart in the archive: it is told of and
/// not read.
package struct OFDDocument: Sendable {
  /// The pages in their order, those of several documents in one file one behind another.
  package let pages: [OFDPage]
  /// Whether anything in it is signed (电子签章); whether the signature holds is not judged.
  package let isSigned: Bool
  /// Whether files are attached.
  package let hasAttachments: Bool
  /// Whether anything is stamped or noted on its pages beside their content (注释).
  package let hasAnnotations: Bool

  private let archive: ZIPArchive

  /// The bytes of the picture that a page without text shows (扫描页); nil where it shows none that can be found. `number` counts
  /// from 0.
  package func picture(ofPage number: Int) -> [UInt8]? {
    guard pages.indices.contains(number), let part = pages[number].picturePart, let entry = archive.entry(named: part)
    else { return nil }
    return try? archive.contents(of: entry)
  }

  /// Reads a document from the bytes of its file; time and memory grow with its size.
  package init(_ bytes: [UInt8], limits: OFDLimits = OFDLimits()) throws(OFDError) {
    let archive: ZIPArchive
    do {
      archive = try ZIPArchive(bytes, limits: limits.archive)
    } catch {
      throw OFDError(.file(.archive(error)))
    }
    let entry = try OFDEntry(archive, limits)
    guard !entry.roots.isEmpty else { throw OFDError(.notDocument) }
    var pages: [OFDPage] = []
    var hasAttachments = false
    var hasAnnotations = false
    for root in entry.roots {
      let tree = try OFDPageTree(root, archive, limits)
      hasAttachments = hasAttachments || tree.hasAttachments
      hasAnnotations = hasAnnotations || tree.hasAnnotations
      var templates: [String: OFDPage] = [:]
      var resources: OFDResources?
      for part in tree.pages {
        guard pages.count < limits.pages else { throw OFDError(.tooMany(.pages, limit: limits.pages)) }
        var (page, onIt) = try OFDPageReader.page(part, archive, limits)
        for id in onIt {
          guard let part = tree.templates[id] else { continue }
          if templates[id] == nil { templates[id] = try OFDPageReader.page(part, archive, limits).page }
          if let template = templates[id] { page.add(template) }
        }
        if page.texts.isEmpty, let picture = page.largestPicture {
          if resources == nil {
            var all = OFDResources()
            for name in tree.resources { try all.add(name, archive, limits) }
            resources = all
          }
          page.picturePart = resources?.parts[picture]
        }
        pages.append(page)
      }
    }
    self.pages = pages
    self.archive = archive
    isSigned = entry.isSigned
    self.hasAttachments = hasAttachments
    self.hasAnnotations = hasAnnotations
  }
}

/// A page of a document in fixed layout.
package struct OFDPage: Sendable, Equatable {
  /// Its texts in the order of the file, which need not be that in which they are read.
  package fileprivate(set) var texts: [OFDText] = []
  /// Its level and upright lines, as those between the cells of tables.
  package private(set) var lines: [OFDLine] = []
  /// Whether a picture stands on it, which may show what is no text.
  package private(set) var hasPictures = false
  /// The pictures on it, as far as the page says which they are.
  private var pictures: [OFDPictureObject] = []
  /// The part of the archive that holds its largest picture, as a page that was scanned has one; nil where it has text or none.
  fileprivate(set) var picturePart: String?
  /// Whether a text is on it that is not shown.
  package var hasHiddenText = false

  package init() {}

  mutating func add(_ text: OFDText) { texts.append(text) }

  mutating func add(_ lines: [OFDLine]) { self.lines += lines }

  /// Adds a picture; nil where it is not known which.
  mutating func add(_ picture: OFDPictureObject?) {
    hasPictures = true
    if let picture, pictures.count < Self.mostPictures { pictures.append(picture) }
  }

  /// Most pictures of a page that are looked at.
  private static let mostPictures = 64

  /// The resource of the largest of its pictures.
  fileprivate var largestPicture: String? { pictures.max { $0.area < $1.area }?.resource }

  /// Adds what stands on every page of a kind.
  fileprivate mutating func add(_ template: OFDPage) {
    texts += template.texts
    lines += template.lines
    hasPictures = hasPictures || template.hasPictures
    pictures += template.pictures
    hasHiddenText = hasHiddenText || template.hasHiddenText
  }
}

/// A text without a gap in it, and its box; in thousandths of a point from the upper left corner of the page.
package struct OFDText: Sendable, Equatable {
  package let text: String
  package let left: Int
  package let top: Int
  package let right: Int
  package let bottom: Int
  /// The height of its letters.
  package let em: Int
}

/// What the list of documents in a file (OFD.xml) says.
private struct OFDEntry {
  /// The parts that the documents begin with.
  var roots: [String] = []
  var isSigned = false

  init(_ archive: ZIPArchive, _ limits: OFDLimits) throws(OFDError) {
    let name = "OFD.xml"
    var part = try OFDPart(name, in: archive, limits: limits.xml)
    while true {
      switch try part.next() {
      case .start where part.isNamed("DocRoot"):
        roots.append(try OFDPath.resolved(part.elementText(), from: name))
        guard roots.count <= limits.documents else { throw OFDError(.tooMany(.documents, limit: limits.documents)) }
      case .start where part.isNamed("Signatures"): isSigned = true
      case .endOfText: return
      case .start, .end, .text: continue
      }
    }
  }
}

/// The pages of one of the documents, and what stands on all of a kind.
private struct OFDPageTree {
  var pages: [String] = []
  /// By their ids.
  var templates: [String: String] = [:]
  /// The lists of what pages show besides text.
  var resources: [String] = []
  var hasAttachments = false
  var hasAnnotations = false

  init(_ name: String, _ archive: ZIPArchive, _ limits: OFDLimits) throws(OFDError) {
    var part = try OFDPart(name, in: archive, limits: limits.xml)
    while true {
      switch try part.next() {
      case .start where part.isNamed("Page"):
        guard let place = try part.attribute("BaseLoc") else { continue }
        pages.append(try OFDPath.resolved(place, from: name))
        guard pages.count <= limits.pages else { throw OFDError(.tooMany(.pages, limit: limits.pages)) }
      case .start where part.isNamed("TemplatePage"):
        guard let id = try part.attribute("ID"), let place = try part.attribute("BaseLoc") else { continue }
        templates[id] = try OFDPath.resolved(place, from: name)
        guard templates.count <= limits.pages else { throw OFDError(.tooMany(.pages, limit: limits.pages)) }
      case .start where part.isNamed("PublicRes") || part.isNamed("DocumentRes"):
        guard resources.count < limits.documents else { continue }
        resources.append(try OFDPath.resolved(part.elementText(), from: name))
      case .start where part.isNamed("Attachments"): hasAttachments = true
      case .start where part.isNamed("Annotations"): hasAnnotations = true
      case .endOfText: return
      case .start, .end, .text: continue
      }
    }
  }
}
