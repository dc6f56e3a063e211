/// A picture that stands on a page (图像对象), as its page names it.
struct OFDPictureObject: Sendable, Equatable {
  /// The id of the resource that holds it.
  let resource: String
  /// How large it stands on paper, in square millimetres.
  let area: Double
}

/// The pictures that documents hold (资源), by their ids: the names of their parts.
struct OFDResources {
  private(set) var parts: [String: String] = [:]

  /// Adds the pictures that a list of resources names; what is no picture is passed over.
  mutating func add(_ name: String, _ archive: ZIPArchive, _ limits: OFDLimits) throws(OFDError) {
    guard archive.entry(named: name) != nil else { return }
    var part = try OFDPart(name, in: archive, limits: limits.xml)
    var folder = ""
    var id: String?
    while true {
      switch try part.next() {
      case .start where part.isNamed("Res"): folder = try part.attribute("BaseLoc") ?? ""
      case .start where part.isNamed("MultiMedia"):
        id = try part.attribute("Type") == "Image" ? try part.attribute("ID") : nil
      case .start where part.isNamed("MediaFile"):
        let file = try part.elementText()
        guard let own = id, parts.count < limits.pages * 8 else { continue }
        let isWhole = file.hasPrefix("/") || folder.isEmpty
        parts[own] = try OFDPath.resolved(isWhole ? file : folder + "/" + file, from: name)
      case .endOfText: return
      case .start, .end, .text: continue
      }
    }
  }
}
