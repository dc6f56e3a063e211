/// The name of a part that another refers to (ST_Loc): from the folder of that part, or from the whole archive where it begins
/// with a stroke.
enum OFDPath {
  /// The name in the archive; throws where it would lead out of it.
  static func resolved(_ reference: String, from part: String) throws(OFDError) -> String {
    let written = reference.withoutOuterSpace
    var folders: [Substring] = written.hasPrefix("/") ? [] : part.split(separator: "/").dropLast()
    for step in written.split(separator: "/") where step != "." {
      if step == ".." {
        guard folders.popLast() != nil else { throw OFDError(.file(.partOutside(reference)), part: part) }
      } else {
        folders.append(step)
      }
    }
    return folders.joined(separator: "/")
  }
}
