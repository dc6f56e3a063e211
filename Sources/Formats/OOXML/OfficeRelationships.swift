/// What a part of a workbook or a document refers to.
struct OfficeRelationships<Failure: OfficeFileError> {
  struct Relationship {
    var id: String
    /// The last part of the type's URI, such as worksheet, which is the same in the two kinds of ISO 29500.
    var type: String
    /// The name of the part meant; nil for something outside the file, which is never opened.
    var part: String?
  }

  private(set) var all: [Relationship] = []
  private var positions: [String: Int] = [:]

  /// Reads the relationships of a part, or with an empty name those of the file as a whole.
  ///
  /// A part without any has no list of them.
  init(of part: String, in archive: ZIPArchive, limits: XMLLimits, most: Int) throws(Failure) {
    let slash = part.utf8.lastIndex(of: ASCII.slash).map { part.utf8.index(after: $0) } ?? part.startIndex
    let folder = String(part[..<slash])
    let list = "\(folder)_rels/\(part[slash...]).rels"
    guard archive.entry(named: list) != nil else { return }
    var xml = try OfficePart<Failure>(list, in: archive, limits: limits)
    let root = try xml.root("Relationships", in: .packageRelationships)
    while try xml.nextChild(ofDepth: root, in: .packageRelationships) {
      guard xml.localName == "Relationship", let id = try xml.attribute("Id"), let type = try xml.attribute("Type"),
        let target = try xml.attribute("Target")
      else { continue }
      guard all.count < most else { throw Failure(.tooManyRelationships(limit: most), part: list) }
      let isOutside = try xml.attribute("TargetMode") == "External"
      positions[id] = all.count
      all.append(
        Relationship(
          id: id, type: String(type.split(separator: "/").last ?? ""),
          part: isOutside ? nil : try Self.resolve(target, from: folder, list: list)))
    }
  }

  subscript(id: String) -> Relationship? {
    positions[id].map { all[$0] }
  }

  func first(ofType type: String) -> Relationship? {
    all.first { $0.type == type }
  }

  /// The name of a part as it is referred to from a folder: as such, or from the root with a slash in front.
  private static func resolve(_ target: String, from folder: String, list: String) throws(Failure) -> String {
    // A place within the part does not matter here.
    let path = target.prefix { $0 != "#" }
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : folder + path).split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        throw Failure(.partOutside(target), part: list)
      }
    }
    return parts.joined(separator: "/")
  }
}
