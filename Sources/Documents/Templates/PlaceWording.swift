import Mustache

/// The wording of a place: its templates, words and glossary, and where it has none, those of the places it is based on.
struct PlaceWording {
  /// The folders of the places, the nearest first.
  private let folders: [String]
  private let library: TemplateLibrary

  init(_ places: [String], in library: TemplateLibrary) {
    folders = places.map { "places/\($0)" }
    self.library = library
  }

  func words() throws -> NarrativeWords {
    let name = nearest("words.json")
    return try NarrativeWords(json: library.text(name), named: library.file(of: name))
  }

  /// The terms of the place, each in place of that of the same name of the places it is based on.
  func glossary() throws -> Glossary {
    func read(_ name: String) throws -> Glossary {
      try Glossary(json: library.text(name), named: library.file(of: name))
    }
    let names = folders.map { "\($0)/glossary.json" }.filter { !library.text($0).isEmpty }
    // Where no place has one, reading the last one's says so.
    guard let farthest = names.last else { return try read(nearest("glossary.json")) }
    return try names.dropLast().reversed().reduce(read(farthest)) { $0.replacing(with: try read($1)) }
  }

  /// The templates by their names; one of a nearer place takes the place of one of the same name.
  func templates() throws(TemplateSyntaxError) -> [String: Template] {
    var templates: [String: Template] = [:]
    for folder in folders.reversed() {
      templates.merge(try library.templates(in: folder + "/narrative")) { $1 }
    }
    return templates
  }

  /// The name of a file in the nearest place that has it.
  private func nearest(_ file: String) -> String {
    folders.map { "\($0)/\(file)" }.first { !library.text($0).isEmpty } ?? "\(folders.last ?? "")/\(file)"
  }
}
