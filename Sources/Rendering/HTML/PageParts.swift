import Formats
import FoundationEssentials

/// What stands in a page besides its document: styles, scripts, and data for the scripts.
///
/// The page's own style and script come first; a preview adds its own behind them.
package struct PageParts: Sendable {
  /// CSS, each in an element of its own.
  package var styles: [String]
  /// JavaScript, each in an element of its own behind everything else.
  package var scripts: [String]
  /// Data that scripts read and no browser runs.
  package var data: [Data]

  /// Whether a script may show the page itself in a frame, by which it sees that the file was written anew.
  package var framesItself: Bool

  package init(styles: [String] = [], scripts: [String] = [], data: [Data] = [], framesItself: Bool = false) {
    self.styles = styles
    self.scripts = scripts
    self.data = data
    self.framesItself = framesItself
  }

  /// A block of data: `<script type="…" id="…">`.
  package struct Data: Sendable {
    /// By which a script finds it.
    package let id: String
    /// Its media type, which must not be one of JavaScript.
    package let type: String
    /// The name of the file that it is; nil when it is none.
    package let file: String?
    /// What stands in the element, in which nothing can end it.
    let text: String

    /// JSON, its less-than signs written as escapes, which only strings can hold.
    package init(json utf8: [UInt8], id: String) {
      self.id = id
      type = "application/json"
      file = nil
      text = String(decoding: utf8.flatMap { $0 == 0x3C ? Array(#"\u003c"#.utf8) : [$0] }, as: UTF8.self)
    }

    /// A file in base64.
    package init(file: String, bytes: [UInt8], type: String, id: String) {
      self.id = id
      self.type = type
      self.file = file
      text = FoundationEssentials.Data(bytes).base64EncodedString()
    }
  }

  /// These parts behind others.
  func behind(_ first: PageParts) -> PageParts {
    PageParts(
      styles: first.styles + styles, scripts: first.scripts + scripts, data: first.data + data,
      framesItself: first.framesItself || framesItself)
  }

  /// The styles and scripts with the line ends that browsers make of any other: only so is the hash that of the text
  /// they see.
  func withPlainLineEnds() -> PageParts {
    func plain(_ text: String) -> String {
      text.utf8.contains(0x0D) ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
    }
    return PageParts(styles: styles.map(plain), scripts: scripts.map(plain), data: data, framesItself: framesItself)
  }

  /// The Content-Security-Policy under which a browser uses these styles and runs these scripts and nothing else: it
  /// names the hash of each, and lets nothing be fetched or sent.
  ///
  /// Should a text ever get into the page as markup, it still could not run.
  var policy: String {
    func hashes(_ texts: [String]) -> String {
      texts.isEmpty
        ? "'none'"
        : texts.map { text in
          let hash = SHA256(of: Array(text.utf8)).bytes
          return "'sha256-\(FoundationEssentials.Data(hash).base64EncodedString())'"
        }
        .joined(separator: " ")
    }
    let policy = [
      "default-src 'none'", "style-src \(hashes(styles))", "script-src \(hashes(scripts))", "img-src data:",
      "base-uri 'none'", "form-action 'none'",
    ]
    return (policy + (framesItself ? ["frame-src 'self' file:"] : [])).joined(separator: "; ")
  }
}
