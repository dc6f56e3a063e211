import Accounts
import Checks
import Tables

// The options that several commands take. An option of one command stands in that command's file.

extension Option where Value == Bool {
  /// Every command's `--quiet`.
  static var quiet: Option { .flag("-q", "--quiet", help: "不显示进度") }

  /// Every command's `--help`.
  static var help: Option { .flag("-h", "--help", help: "显示这段说明") }

  /// Lets a file be replaced that the tool did not write.
  static var force: Option {
    .flag("--force", help: "替换已有的、不是本软件写的或写出以后改过的文件；读入的文件从不替换")
  }

  /// Takes all operands for one publication.
  static var together: Option {
    .flag("--together", help: "给出的几个文件合起来是一份公开，如文字和表分在两个文件里")
  }

  /// Leaves the charts out.
  static var noCharts: Option { .flag("--no-charts", help: "不画图") }
}

extension Option where Value == Bool? {
  /// Every command's `--color` and `--no-color`, of which the last counts; nil when neither was typed.
  static var color: Option {
    Option(["--color", "--no-color"], help: "消息带或不带颜色；默认只在终端上带") { typed in
      typed.last.map { $0.name == "--color" }
    }
  }
}

extension Option where Value == String? {
  /// A file for a result that otherwise goes to standard output, of one of these kinds; or a folder, where a name does not
  /// end as a file's.
  static func output(_ types: [FileType], orFolder: Bool = false) -> Option {
    Option(
      ["-o", "--output"],
      of: Parameter(orFolder ? "文件|目录" : "文件", orFolder ? .filesOrFolders : .files, isOutput: true),
      help: "写到哪里；不给时写到标准输出；格式由扩展名决定：\(types.map { "." + $0.endings[0] }.joined(separator: "、"))"
    ) { typed throws(UsageError) in
      guard let last = typed.last?.value else { return nil }
      try FileType.check(last, isOneOf: types)
      return last
    }
  }

  /// The names of the built-in forms, the national one first.
  private static var builtInForms: String {
    ([Form.ancestor] + Form.builtInNames.filter { $0 != Form.ancestor }).joined(separator: "、")
  }

  /// The form to print a ledger in, or to read a publication in: the name of a built-in one, or the path of a JSON file.
  static var form: Option {
    .value(
      "--form", of: Parameter("名称|文件.json", .files) { Form.builtInNames },
      help: "表样：\(builtInForms)（默认 national），或改过的表样文件")
  }

  /// ``form`` where a publication is read, whose form is recognised when none is given.
  static var formOfPublication: Option {
    form.saying("表样：\(builtInForms)，或改过的表样文件；不给时，账用全国格式，公开文件自行认出是哪种内置表样")
  }

  /// The program that recognises letters on pictures.
  static var recogniser: Option {
    .value(
      "--ocr", of: Parameter("程序", .files),
      help:
        "识别扫描页和图片的程序，不给时用 PATH 里的 tesseract；none（或 无）不识别。别的程序照 tesseract 的参数调用：第一个参数是一个多页的 TIFF，每页是剪出的一块字，写到标准输出的是同样的 TSV"
    )
  }

  /// When the finance department approved the final accounts.
  static var approved: Option {
    .value("--approved", of: Parameter("日期"), help: "财政部门批复决算的日期，如 2025-09-01；公开文件里没有写时由此给出，核对是否在 20 日内公开")
  }

  /// When the disclosure was published.
  static var published: Option {
    .value("--published", of: Parameter("日期"), help: "公开的日期，如 2025-09-12；公开文件里没有写时由此给出")
  }

  /// The place whose tables and wording are taken: a built-in one by its name, or a folder of one's own.
  static var place: Option {
    .value(
      "--place", of: Parameter("名称|目录", .folders) { Form.builtInNames },
      help: "地方：表样、文字和名词解释都用它的；内置的名称，或放着 form-2024.json 等文件的目录")
  }

  /// Last year's ledger or publication.
  static var prior: Option { .value("--prior", of: Parameter("账或公开文件", .files), help: "上年的账或公开文件") }

  /// A folder whose files stand for the built-in templates of the same names.
  static var templates: Option {
    .value("--templates", of: Parameter("目录", .folders), help: "用目录里的同名文件代替内置模板，如 html/style.css")
  }

  /// A file of findings that were looked at and accepted.
  static var waivers: Option {
    .value(
      "--waivers", of: Parameter("文件.csv|文件.xlsx", .files),
      help: "豁免已看过的发现；列为 规则,地址,理由，理由必填，地址留空为该规则的全部发现")
  }
}

extension Option where Value == [String] {
  /// Files that add to the code book or replace entries of it.
  static var codes: Option {
    .values("--codes", of: Parameter("文件.csv", .files), help: "补充或替换科目表；列为 code,name,fund")
  }

  /// The ids of the rules whose condition the user knows to hold.
  static var assume: Option {
    Option(
      ["--assume"],
      of: Parameter("规则,规则") { ((try? RuleCatalogue.standard().rules) ?? []).filter(\.isAssumable).map(\.id) },
      help: "条件由你说明成立的规则，也核对；哪些规则有这样的条件见 juesuan rules", repeats: true
    ) { typed in typed.flatMap { $0.value.split(separator: ",").map { $0.trimmed } } }
  }
}

extension Option where Value: Choice {
  /// The format of a result.
  static func format(_ standard: Value) -> Option {
    .choice("--format", of: "格式", help: "输出格式", default: standard)
  }
}

extension Option where Value: OutputFormat {
  /// The format of a result that may be written to a file, whose name says it too.
  static func format(ofOutput standard: Value) -> Option {
    .choice("--format", of: "格式", help: "输出格式，不给时看 -o 的扩展名", default: standard)
  }
}
