package import Tables

extension Table {
  /// What the name of its file begins with: 01-收入支出决算总表.
  package var fileName: String { "\(id.rawValue)-\(Documents.fileName(title))" }
}

/// A title as a file name: quotation marks are left out, since they trouble shells and some file systems.
private func fileName(_ title: String) -> String { String(title.filter { !"“”\"/\\:*?<>|".contains($0) }) }

/// A project's name as a file name. It may be anything: control characters are left out too, and it is cut where no
/// file system takes more.
func fileName(ofProject name: String) -> String {
  let kept = fileName(name).unicodeScalars.filter {
    ![.control, .format].contains($0.properties.generalCategory)
  }
  return String(String.UnicodeScalarView(kept.prefix(50)))
}
