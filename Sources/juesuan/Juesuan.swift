extension Tool {
  /// This tool, with all its commands.
  static let juesuan: Tool = Tool(
    name: "juesuan", title: "决算", version: "0.1.0",
    abstract: "把单位的明细账变成部门决算公开，每个数都由账得出；并核对公开文件里的勾稽关系",
    discussion: [
      "账是一个工作簿（填报.xlsx），或放着 单位信息.csv、收入.csv、支出.csv 等文件的目录，或一个 JSON 文件；- 表示从标准输入读工作簿或 JSON。",
      "结果写到标准输出或 -o 给出的地方，消息写到标准错误。-- 之后的都是参数，即使以 - 开头。",
      "-o 不会写在要读的文件上；已有的文件，是本软件写的、写出以后没有改过才替换，别的要用选项允许。",
    ],
    exitStatuses: [
      (.success, "没有问题"),
      (.findings, "有错误级的发现、有不同，或什么也没查到"),
      (.unusable, "用法不对、账读不懂或写不出"),
    ],
    environment: [
      ("NO_COLOR", "不空时，消息不带颜色"),
      ("TERM", "为 dumb 时，消息不带颜色"),
      ("PATH", "从这里找写 PDF 和打开网页的程序"),
      ("XDG_STATE_HOME", "写出了什么记在它下面的 juesuan/written；不设时在 ~/.local/state"),
    ],
    commands: [
      .serve, .open, .new, .build, .preview, .check, .season, .consolidate, .read, .diff, .explain, .convert, .rules,
      .duties, .places, .codes,
      .schema,
      .completion,
      .manual,
      .help,
      .version,
    ],
    shortcuts: [(["-h", "--help"], .help), (["--version"], .version)])
}
