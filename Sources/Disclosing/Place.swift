package import Accounts
import Documents
import Reading
import System
package import Tables

/// A place (地方) whose forms and wording were chosen: one that is built in, a folder of one's own, or a form's file.
package struct Place: Sendable {
  private enum Source {
    /// One of that name, and a built-in form that is at hand.
    case builtIn(String, known: Form?)
    /// The forms of a folder or a file, the earliest first; never empty.
    case own([Form])
  }

  private let source: Source
  /// The wording that a folder of one's own brings.
  let files: [TemplateLibrary.PlaceFile]

  /// The built-in place of a name; throws ``FormError`` when there is none.
  package init(builtIn name: String) throws(FormError) {
    _ = try Form.builtInYear(of: name, for: 2024)
    self.init(source: .builtIn(name, known: nil), files: [])
  }

  /// The form in a file, in the wording of the place it names or is based on; throws all that is wrong with it.
  package init(formAt path: String) throws(UnusableInput) {
    self.init(source: .own([try Self.form(at: path, others: [])]), files: [])
  }

  /// The built-in place of a name, or the one in a folder: `form-2024.json` and the like, and where they are there
  /// `words.json`, `glossary.json` and `narrative/`.
  ///
  /// Throws all that is wrong with the folder's files.
  package init(_ name: String) throws {
    if Form.builtInNames.contains(name) {
      try self.init(builtIn: name)
    } else if InputFile.kind(of: name) == .folder {
      let folder = try PlaceFolder(name)
      self.init(source: .own(folder.forms), files: folder.files)
    } else {
      throw UnusableInput([
        Problem(
          at: SourceLocation(file: InputFile.displayName(of: name)), found: "没有这个地方，也没有这个目录",
          expected: "应是下列之一：\(Form.builtInNames.joined(separator: "、"))，或放着 form-年度.json 的目录")
      ])
    }
  }

  private init(source: Source, files: [TemplateLibrary.PlaceFile]) {
    self.source = source
    self.files = files
  }

  /// Whether its forms ship with the tool.
  var isBuiltIn: Bool { builtInName != nil }

  /// The name of a place whose forms ship with the tool; nil for one of the user's.
  var builtInName: String? { if case .builtIn(let name, _) = source { name } else { nil } }

  /// The form for a fiscal year: that year's, else the latest before it, else the earliest after; `known` are those of it that
  /// were read before.
  package func form(for year: Int, knowing known: [Form] = []) throws -> Form {
    let chosen = self.year(for: year)
    switch source {
    case .builtIn(let name, let atHand):
      return try Form.builtIn(name, year: chosen, knowing: known + (atHand.map { [$0] } ?? []))
    case .own(let forms): return forms.first { $0.year == chosen } ?? forms[0]
    }
  }

  /// The year of that form.
  func year(for year: Int) -> Int { years.last { $0 <= year } ?? years.first ?? year }

  /// The years it has forms for, the earliest first.
  var years: [Int] {
    switch source {
    case .builtIn(let name, _): Form.builtInYears(of: name)
    case .own(let forms): forms.map(\.year)
    }
  }

  /// The built-in places, the national one first, whose form is at hand.
  package static func builtIn(with national: Form) -> [Place] {
    var places = [Place(source: .builtIn(Form.ancestor, known: national), files: [])]
    for name in Form.builtInNames where name != Form.ancestor {
      places.append(Place(source: .builtIn(name, known: national), files: []))
    }
    return places
  }

  /// The form in a file of at most 1 MB; a longer one is none.
  static func form(at path: String, others: [Form]) throws(UnusableInput) -> Form {
    let text = try InputFile.text(of: path, atMost: 1 << 20)
    return try Form(json: String(decoding: text, as: UTF8.self), named: path, others: others)
  }
}

/// The files of a place of the user's, read and looked through.
private struct PlaceFolder {
  private(set) var forms: [Form] = []
  private(set) var files: [TemplateLibrary.PlaceFile] = []
  private var problems: [Problem] = []

  init(_ path: String) throws {
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    let names = try Self.names(in: folder)
    for name in names.sorted(by: { (Form.formYear(of: $0) ?? 0) < (Form.formYear(of: $1) ?? 0) }) {
      if let year = Form.formYear(of: name) { addForm(folder + "/" + name, year) }
    }
    guard let id = forms.first?.id else {
      if problems.isEmpty {
        problems.append(
          Problem(
            at: SourceLocation(file: InputFile.displayName(of: folder)), found: "目录里没有表样",
            expected: "应有 form-2024.json 那样的文件"))
      }
      throw UnusableInput(problems)
    }
    for name in names where Form.formYear(of: name) == nil {
      let file = folder + "/" + name
      switch name {
      case "words.json":
        add("places/\(id)/\(name)", file) { text throws(UnusableInput) in
          _ = try NarrativeWords(json: text, named: file)
        }
      case "glossary.json":
        add("places/\(id)/\(name)", file) { text throws(UnusableInput) in _ = try Glossary(json: text, named: file) }
      case "README.md": break
      case "narrative" where InputFile.kind(of: file) == .folder:
        for template in try Self.names(in: file) {
          if template.hasSuffix(".mustache") {
            add("places/\(id)/narrative/\(template)", file + "/" + template) { _ in }
          } else {
            unknown(file + "/" + template, "narrative 里应是以 .mustache 结尾的模板")
          }
        }
      default: unknown(file, "应是 form-年度.json、words.json、glossary.json 或目录 narrative")
      }
    }
    guard problems.isEmpty else { throw UnusableInput(problems) }
  }

  /// The names in a folder, in order; hidden ones and a program's lock files are left out.
  private static func names(in folder: String) throws(UnusableInput) -> [String] {
    guard let names = Folder.names(in: folder) else {
      throw UnusableInput([
        Problem(at: SourceLocation(file: InputFile.displayName(of: folder)), found: "不能打开目录", expected: "应是可以读取的目录")
      ])
    }
    return names.filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }
  }

  private mutating func unknown(_ file: String, _ expected: String) {
    problems.append(
      Problem(
        at: SourceLocation(file: InputFile.displayName(of: file)), found: "地方的目录里没有这样的文件", expected: expected,
        advice: "请改名或移走"))
  }

  private mutating func addForm(_ path: String, _ year: Int) {
    do throws(UnusableInput) {
      try InputFile.requireFile(path)
      let form = try Place.form(at: path, others: forms)
      let place = SourceLocation(file: InputFile.displayName(of: path))
      if form.year != year {
        problems.append(
          Problem(at: place, found: "year 是 \(form.year)", expected: "应与文件名中的年度 \(year) 相同"))
      }
      if let first = forms.first, first.id != form.id {
        problems.append(
          Problem(at: place, found: "id 是“\(form.id)”", expected: "应与同一地方其他年度的表样相同，是“\(first.id)”"))
      }
      forms.append(form)
    } catch {
      problems += error.problems
    }
  }

  private mutating func add(
    _ name: String, _ path: String, check: (_ text: String) throws(UnusableInput) -> Void
  ) {
    do throws(UnusableInput) {
      try InputFile.requireFile(path)
      let text = String(decoding: try InputFile.text(of: path, atMost: 1 << 20), as: UTF8.self)
      try check(text)
      files.append(TemplateLibrary.PlaceFile(name: name, path: path, text: text))
    } catch {
      problems += error.problems
    }
  }
}
