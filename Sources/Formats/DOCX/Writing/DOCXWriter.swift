/// The writing of documents (.docx), always the same for the same document.
package enum DOCXWriter {
  /// The file of a document; its memory is several times that of the file.
  ///
  /// Characters that XML does not allow become U+FFFD. A link to a bookmark that is not there is plain text.
  package static func bytes(of document: WordOutput) -> [UInt8] {
    var archive = ZIPWriter()
    for part in WordParts(document).all { archive.add(part.name, part.utf8) }
    return archive.archive
  }
}
