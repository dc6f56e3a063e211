import Testing

@testable import juesuan

/// Help says what there is, and there is what help says.
@Suite struct HelpTests {
  /// The long options in a text.
  static func options(_ text: String) -> Set<String> {
    Set(text.matches(of: /--[a-z]+(-[a-z]+)*/).map { String($0.output.0) })
  }

  /// How wide a text is at most in a terminal: Latin letters take one column, and nothing more than two.
  static func width(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
  }

  private func text(_ command: Command) -> String { HelpText(on: command, of: .juesuan).text }

  @Test(arguments: Tool.juesuan.commands.map(\.name))
  func everyOptionIsExplainedAndEveryExplainedOptionExists(name: String) throws {
    let command = try Tool.juesuan.command(named: name)
    let text = text(command)
    let declared = Set(command.options.flatMap(\.names))
    #expect(
      Self.options(text).subtracting(["--version"]) == declared.filter { $0.hasPrefix("--") })
    for option in command.options {
      #expect(text.contains("\n  \(option.synopsis)"))
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("  \(option.synopsis)") })
      #expect(line.hasSuffix(option.synopsis) || line.contains(option.summary.prefix(8)))
    }
    #expect(text.hasPrefix("juesuan \(name)："))
    #expect(text.contains("用法：juesuan \(name)"))
    #expect(text.contains("例：\n  "))
  }

  /// Whether an option takes a value is as it is declared, for each of its names.
  @Test(arguments: Tool.juesuan.commands.map(\.name))
  func everyOptionIsRead(name: String) throws {
    let command = try Tool.juesuan.command(named: name)
    let values = [
      "--only": "html", "--year": "2024", "--format": "text", "--jobs": "2", "--port": "8024", "--idle": "5",
    ]
    for option in command.options {
      let value = values[option.name] ?? "值"
      for typed in option.names {
        guard option.parameter != nil else {
          #expect(throws: Never.self) { try Arguments([typed], for: command) }
          #expect(throws: UsageError.self) { try Arguments([typed + "=值"], for: command) }
          continue
        }
        #expect(throws: UsageError.self) { try Arguments([typed], for: command) }
        #expect(throws: Never.self) { try option.check([Typed(name: typed, value: value)]) }
        for words in [[typed, value], ["\(typed)=\(value)"]] {
          #expect(try Arguments(words, for: command).operands.isEmpty)
        }
      }
    }
  }

  @Test func noNameIsUsedTwice() {
    for command in Tool.juesuan.commands {
      let names = command.options.flatMap(\.names)
      #expect(Set(names).count == names.count, "\(command.name)")
    }
    let names = Tool.juesuan.commands.map(\.name) + Tool.juesuan.shortcuts.flatMap(\.names)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: ["national", "shanghai"])
  func helpNamesTheForms(name: String) { #expect(text(.build).contains(name)) }

  @Test func shortOptionsAreTheirLongOnes() throws {
    #expect(text(.build).contains("-o, --output") && text(.convert).contains("-o, --output"))
    #expect(text(.schema).contains("-q, --quiet") && text(.schema).contains("-h, --help"))
    #expect(try Arguments(["-q"], for: .schema)[.quiet])
    #expect(try Arguments(["-h"], for: .schema)[.help])
  }

  @Test func overviewListsEveryCommand() {
    let text = HelpText(on: .juesuan).text
    for command in Tool.juesuan.commands { #expect(text.contains("\n  \(command.synopsis) ")) }
    #expect(Self.options(text) == ["--help", "--version"])
    for status in ["\n  0  ", "\n  1  ", "\n  2  "] { #expect(text.contains(status)) }
  }

  /// Lines fit a terminal of 80 columns, and begin with no closing mark and end with no opening one.
  @Test func linesAreWellBroken() {
    for text in [HelpText(on: .juesuan).text] + Tool.juesuan.commands.map(text) {
      for line in text.split(separator: "\n") {
        #expect(Self.width(line) <= 80 || line.hasPrefix("  source") || line.hasPrefix("  juesuan"), "\(line)")
        #expect(!"，。、；：？！）”》".contains(line.drop { $0 == " " }.first ?? " "), "\(line)")
        #expect(!"（“《".contains(line.last ?? " ") && line.last != " ", "\(line)")
      }
    }
  }

  @Test func examplesAreUnderstood() throws {
    for command in Tool.juesuan.commands {
      #expect(!command.examples.isEmpty)
      for example in command.examples {
        // What another program does with the result is not ours to understand.
        let line = try #require(example.firstMatch(of: /juesuan ([^|>)]+)/)?.output.1, "\(example)")
        let request = try Tool.juesuan.request(line.split(separator: " ").map(String.init))
        #expect(request.command.name == command.name || command.name == "help", "\(example)")
      }
    }
  }

  @Test func helpOnBuild() {
    #expect(
      text(.build) == """
        juesuan build：写出决算公开：网页、Word、工作簿、CSV 等。

        用法：juesuan build 账 -o 目录 [选项]

        写出网页 index.html、决算公开.docx、决算公开.xlsx、index.md、data.json 和各表
        的 CSV。

        写之前先核对，有错误级的发现就什么也不写，结束状态是 1；加 --draft 写出草稿。

        选项：
          -o, --output 目录      写到哪里；已有的公开文件没有改过的整个替换，有别的文
                                 件时不写
          --force                替换已有的、不是本软件写的或写出以后改过的文件；读入
                                 的文件从不替换
          --draft                写出草稿；每页有“仅供内部审核”，发现标在所涉的数上，
                                 有错误也写
          --pdf                  另写出决算公开.pdf；目录有页码、有书签，要有 Chromium
                                 或 WeasyPrint
          --prior 账或公开文件   上年的账或公开文件；增减由它得出，不用账里的上年决算
          --only 格式,格式       只写这些格式：html、md、csv、json、xlsx、docx，以逗号
                                 隔开
          --no-charts            不画图
          --form 名称|文件.json  表样：national、beijing、guangdong、hubei、
                                 neimenggu、shaanxi、shanghai、sichuan、xinjiang、
                                 yunnan（默认 national），或改过的表样文件
          --place 名称|目录      地方：表样、文字和名词解释都用它的；内置的名称，或放
                                 着 form-2024.json 等文件的目录
          --codes 文件.csv       补充或替换科目表；列为 code,name,fund；可给多次
          --templates 目录       用目录里的同名文件代替内置模板，如 html/style.css

        各命令通用：
          -q, --quiet            不显示进度
          --color, --no-color    消息带或不带颜色；默认只在终端上带
          -h, --help             显示这段说明

        例：
          juesuan build Examples/datong-2024 -o 公开
          juesuan build Examples/datong-2024 --form shanghai -o 公开
          juesuan build Examples/datong-2024 --only html,csv --draft -o 草稿
        """)
  }

  @Test func helpOnRules() {
    #expect(
      text(.rules) == """
        juesuan rules：列出核对的全部规则，和各允许多少舍入差异。

        用法：juesuan rules [选项]

        每条规则有编号、类、级别、内容、公式、条件和依据。

        选项：
          --format 格式        输出格式：text、md、json；默认 text

        各命令通用：
          -q, --quiet          不显示进度
          --color, --no-color  消息带或不带颜色；默认只在终端上带
          -h, --help           显示这段说明

        例：
          juesuan rules --format json
        """)
  }
}

@Suite struct TextLayoutTests {
  @Test func widthCountsColumns() {
    #expect("juesuan".displayWidth == 7)
    #expect("决算".displayWidth == 4)
    #expect("（账）.csv".displayWidth == 10)
    #expect("账".padded(to: 4) == "账  ")
    #expect("决算公开".padded(to: 4) == "决算公开")
  }

  @Test func linesEndBesideWideCharactersAndAtSpaces() {
    #expect("一二三四五".lines(ofWidth: 4) == ["一二", "三四", "五"])
    #expect("ab cd ef".lines(ofWidth: 5) == ["ab cd", "ef"])
    #expect("一 abc 二".lines(ofWidth: 6) == ["一 abc", "二"])
    #expect("abcdefgh".lines(ofWidth: 4) == ["abcdefgh"])
    #expect("".lines(ofWidth: 4) == [""])
  }

  /// 避头尾: the character before a closing mark goes with it.
  @Test func noLineBeginsWithAClosingMark() {
    #expect("一二，三".lines(ofWidth: 4) == ["一", "二，", "三"])
    #expect("一（二）".lines(ofWidth: 4) == ["一", "（二）"])
    #expect("一“二三".lines(ofWidth: 4) == ["一", "“二", "三"])
  }
}
