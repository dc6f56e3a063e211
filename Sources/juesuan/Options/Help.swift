/// What `--help` says.
enum Help {
  static func text(_ command: Command.Name?) -> String {
    guard let command else { return overview }
    return topic(command) + "\n\n" + common
  }

  private static let overview = """
    juesuan（决算）\(version)：把单位的明细账变成部门决算公开，每个数都由账得出；并核对公开文件里的勾稽关系。

    用法：
      juesuan new 2025 -o 填报.xlsx     写出供填报的工作簿
      juesuan build 账 -o 目录          写出决算公开：网页、Markdown、各表 CSV、data.json
      juesuan preview 账 -o 预览.html   公开前的预览：一个网页，发现标在所涉的数上
      juesuan check 账或公开文件…       核对各表的勾稽关系，列出不符之处
      juesuan diff 前 后                逐数对比两份公开文件
      juesuan explain 账 05.208.2       列出构成一个数的账目
      juesuan convert 账 -o 账.xlsx     把账转成一个工作簿或 JSON 文件
      juesuan rules                     核对哪些勾稽关系，各允许多少舍入差异
      juesuan codes [编码或词]          查科目表
      juesuan schema                    账里有哪些表、哪些列
      juesuan 命令 --help               一个命令的说明和例子
      juesuan --version                 版本

    账是一个工作簿（填报.xlsx），或放着 单位信息.csv、收入.csv、支出.csv 等文件的目录，或一个 JSON 文件；
    - 表示从标准输入读工作簿或 JSON。
    结束状态：0 没有问题；1 有错误级的发现、有不同，或什么也没查到；2 用法不对、账读不懂或写不出。
    """

  private static let common = """
    各命令通用：
      -q, --quiet              不显示进度
      --color, --no-color      消息带或不带颜色（默认只在终端上带）
      -h, --help               显示这段说明
    """

  private static func topic(_ command: Command.Name) -> String {
    switch command {
    case .new:
      """
      juesuan new 年度 -o 填报.xlsx：写出供填报的工作簿：每张表一张工作表，标题有批注说明，科目和选项可以下拉选择，
      “校验”表随填随算。填好后就是账，build、check 等命令都直接读它。

        -o, --output 文件        写到哪里
        --from 账                上年的账：带出单位信息、各科目、文字、年初结转和结余、上年决算数
        --form、--codes          同 build

      例：juesuan new 2025 -o 填报.xlsx
          juesuan new 2025 --from Examples/datong-2024 -o 填报.xlsx
      """
    case .build:
      """
      juesuan build 账 -o 目录：写出决算公开。

        -o, --output 目录        写到哪里；已有的公开文件整个替换，目录里有别的文件时不写
        --draft                  写出草稿：每页有“仅供内部审核”，发现标在所涉的数上；有错误也写
        --pdf                    另写出决算公开.pdf，目录有页码、有书签；要有 Chromium 或 WeasyPrint
        --prior 账或公开文件     上年的账或公开文件：增减由它得出，不用账里的上年决算
        --no-charts              不画图
        --only html,csv          只写这些格式：html、md、csv、json、xlsx，以逗号隔开
        --form 名称|文件.json    表样：national（全国格式，默认）、shanghai（上海格式），或改过的表样文件
        --codes 文件.csv         补充或替换科目表，列为 code,name,fund；可以给多次
        --templates 目录         用目录里的同名文件代替内置模板，如 html/style.css

      例：juesuan build Examples/datong-2024 -o 公开
          juesuan build Examples/datong-2024 --form shanghai -o 公开
      """
    case .preview:
      """
      juesuan preview 账或公开文件 -o 预览.html：公开前的预览，一个网页文件，不连网，给审核的人看。

      每页有“仅供内部审核”；发现按级别和表列出，标在所涉的数上；点任何一个数，看它的勾稽关系、上年数和账上的来源；
      后面附已豁免的发现、与上年的比较、全部勾稽关系、各数的账目来源，和可以打印签字的复核单。

        -o, --output 文件        写到哪里；- 为标准输出
        --open                   写好后用浏览器打开
        --watch                  账、上年、豁免、科目、表样或模板一有改动就重写，打开的页面随着更新；Ctrl-C 结束
        --prior 账或公开文件     上年的账或公开文件：列出各数的增减，没有写明原因的在前
        --waivers、--assume      同 check
        --no-charts、--templates、--form、--codes  同 build

      例：juesuan preview Examples/datong-2024 -o 预览.html --open
          juesuan preview 填报.xlsx -o 预览.html --prior 上年公开 --watch
      """
    case .check:
      """
      juesuan check 账或公开文件…：核对各表的勾稽关系，列出每处不符：在哪里、印的是什么、应是多少、怎么办。

      公开文件可以是网页、工作簿、Markdown、以制表符分列的文本、data.json、各表 CSV 的目录，或整个公开目录。

        --format 格式            text、json、sarif、csv、md 或 html，默认 text
        -o, --output 文件        写到哪里；不给时写到标准输出
        --strict                 有警告也算不通过
        --notes                  舍入可以解释的差异也逐条列出
        --waivers 文件.csv       豁免已看过的发现，列为 规则,地址,理由；理由必填，地址留空为该规则的全部发现
        --prior 账或公开文件     上年的账或公开文件：核对年初数、增减与上年公布的数是否衔接
        --assume X16,X18         条件由你说明成立的规则，也核对；哪些规则有这样的条件见 juesuan rules
        --form、--codes          同 build；公开文件不给 --form 时自行认出是哪种内置表样

      给多个时逐个核对，一个读不懂不影响其余，最后一行是总计。-q 在没有发现时不显示结论。
      结束状态：0 通过；1 有错误（加 --strict 时，有警告）；2 有的读不懂。取其中最坏的。

      例：juesuan check Examples/datong-2024 --notes
          juesuan check 账 --waivers 豁免.csv --format html -o 核对.html
      """
    case .diff:
      """
      juesuan diff 前 后：逐数对比两份公开文件，列出变动的数，和只有一方有的数。

        --format 格式            text、json 或 csv，默认 text
        -o, --output 文件        写到哪里；不给时写到标准输出
        --form、--codes          同 build

      结束状态：0 没有不同；1 有不同；2 读不懂。

      例：juesuan diff 初稿 定稿
      """
    case .explain:
      """
      juesuan explain 账 地址…：列出构成一个数的账目，各在何处，合计多少。

        地址是 表.行.栏：01、04、10 的行是行次，02、03、05、07、08 的行是科目编码或“合计”，
        06 的行是经济科目编码、人员经费合计或公用经费合计，09 的行是 1；栏是栏次（06、10 总是 1）。
        --form、--codes          同 build

      例：juesuan explain Examples/datong-2024 05.208.2 01.60.2
      """
    case .convert:
      """
      juesuan convert 账：把账转成 JSON 或工作簿，金额以元计，读回来完全一样。

        -o, --output 文件        写到哪里，以 .xlsx 结尾的写成工作簿，其余写成 JSON；不给时写到标准输出
        --codes                  同 build，工作簿里供选择的科目

      例：juesuan convert Examples/datong-2024 -o 账.json
          juesuan convert Examples/datong-2024 -o 账.xlsx
      """
    case .rules:
      """
      juesuan rules：核对的全部规则：编号、类、级别、内容、公式、条件、依据，和每类允许的舍入差异。

        --format text|md|json    输出格式，默认 text

      例：juesuan rules --format json
      """
    case .codes:
      """
      juesuan codes [编码或词…]：查科目表；数字按编码开头查，文字按名称查。

        --year 年度              哪一年度的科目表，默认 2024
        --codes 文件.csv         连同补充的科目表一起查
        --format text|csv        输出格式，默认 text

      例：juesuan codes 20138　　juesuan codes 住房
      """
    case .schema:
      """
      juesuan schema：账里有哪些表、哪些列，各填什么。

        --format text|json       输出格式，默认 text；json 是这份定义本身

      例：juesuan schema --format json
      """
    }
  }
}
