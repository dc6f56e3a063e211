package import Accounts
import Formats
import Tables

/// What a disclosure has to contain (公开义务), beside what every rule of the catalogue says: an entry of
/// `Data/rules/duties.json`.
package struct Duty: Sendable {
  /// What it is listed under: 各表, “三公”经费.
  package let group: String
  /// The 公开口径 it binds; nil for both.
  package let scope: DisclosureScope?
  /// Whether the basis was read in the regulation itself, and not where others restate it (未核实).
  package let isConfirmed: Bool
  /// The rules whose findings say that it is not met; then it makes none of its own.
  package let saidBy: [String]
  /// Whether it is listed among the duties alone, and no finding when it is not met: nobody is sure that all are bound by it.
  package let isListedOnly: Bool
  let test: Test

  /// How it is told whether it is met.
  enum Test: Sendable {
    /// The tables are there.
    case tables([TableID])
    /// Tables without a number say so.
    case emptyTables([TableID])
    /// The lowest codes of the tables have as many digits.
    case codes([TableID], digits: Int)
    /// A heading or a sentence of the disclosure's beginning has one of the words, and something behind it.
    case opening(Phrases, part: String)
    /// The section is there, and compares and explains.
    case section(String, [Comparison])
    /// A number of things or an amount is stated.
    case particular(Particular)
    /// Each of the quantities has a figure of its own.
    case apart([String])
    /// Each item tells why it changed.
    case itemReasons(section: String, [Item])
    /// Results of self-evaluation are published with it, or a sentence tells of them.
    case evaluations(Phrases, section: String)
    /// The terms that occur are explained.
    case glossary([String])
    /// The names of a table's codes are explained.
    case codeNames(TableID)
    /// The contents agree with the body.
    case contents
    /// What is announced as attached is there.
    case attachments(announced: Phrases, headings: Phrases)
    /// So many days lie at most between approval and publication, which stand behind these words.
    case days(Int, approved: Phrases, published: Phrases)
  }

  /// What a section must be compared with, or tell.
  enum Comparison: String, Sendable {
    case lastYear = "上年"
    case budget = "预算"
    case either = "上年或预算"
    case reason = "原因"
  }

  /// An item that must tell why it changed.
  struct Item: Sendable {
    let name: String
    /// Words that its sentences have one of.
    let words: Phrases
  }

  /// Numbers that a section must state in words.
  struct Particular: Sendable {
    let section: String
    /// The quantity whose being nothing leaves little to state; nil for none.
    let amount: String?
    /// What a sentence says there is none of.
    let subject: Phrases
    /// Words behind which every number of the sentence is of something else.
    let unless: Phrases
    /// Words behind which it is not so any more.
    let restart: Phrases
    let parts: [Part]

    /// One of the numbers.
    struct Part: Sendable {
      let name: String
      /// The quantities one of which a claim must state.
      let quantities: [String]
      /// How it must state it; nil for any way.
      let measure: Measure?
      /// Words behind which the number stands.
      let after: Phrases
      /// What it is counted in.
      let units: Phrases
      /// Words of a heading under which the number stands without its unit.
      let labels: Phrases
    }
  }
}

extension Duty {
  /// What an entry of the catalogue has beyond that of other rules.
  static let keys = ["group", "confirmed", "scope", "saidBy", "listOnly", "test"]

  /// Reads what an entry of the catalogue has beyond that of other rules.
  init(_ node: JSONNode) throws(JSONFieldError) {
    group = try node.field("group").string()
    isConfirmed = try node.field("confirmed").bool()
    scope = try node.optional("scope")?.word(DisclosureScope.self)
    saidBy = try node.optional("saidBy")?.strings() ?? []
    isListedOnly = try node.optional("listOnly")?.bool() ?? false
    test = try Test(node.field("test"))
  }
}

extension Duty.Test {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    guard let members = node.members, let first = members.first, members.count == 1 else {
      throw JSONFieldError(node, "应有且只有一种判断的办法")
    }
    let value = first.value
    switch first.key {
    case "tables": self = .tables(try value.tables())
    case "emptyTables": self = .emptyTables(try value.tables())
    case "codes":
      self = .codes(try value.field("tables").tables(), digits: try value.field("digits").integer(in: 3...7))
    case "opening": self = .opening(try value.phrases("words"), part: try value.field("part").string())
    case "section":
      self = .section(
        try value.field("id").string(),
        try value.field("needs").array().map { need throws(JSONFieldError) in try need.word(Duty.Comparison.self) })
    case "particular": self = .particular(try Duty.Particular(value))
    case "apart": self = .apart(try value.field("quantities").strings())
    case "itemReasons":
      self = .itemReasons(
        section: try value.field("section").string(),
        try value.field("items").array().map { item throws(JSONFieldError) in
          Duty.Item(name: try item.field("name").string(), words: try item.phrases("words"))
        })
    case "evaluations":
      self = .evaluations(try value.phrases("words"), section: try value.field("section").string())
    case "glossary": self = .glossary(try value.field("terms").strings())
    case "codeNames": self = .codeNames(try value.field("table").word(TableID.self))
    case "contents": self = .contents
    case "attachments":
      self = .attachments(announced: try value.phrases("announced"), headings: try value.phrases("headings"))
    case "days":
      self = .days(
        try value.field("within").integer(in: 1...366), approved: try value.phrases("approved"),
        published: try value.phrases("published"))
    default: throw JSONFieldError(value, "的“\(first.key)”不是一种判断的办法")
    }
  }
}

extension Duty.Particular {
  fileprivate init(_ node: JSONNode) throws(JSONFieldError) {
    section = try node.field("section").string()
    amount = try node.optional("amount")?.string()
    subject = try node.phrases("subject")
    unless = try node.phrases("unless")
    restart =
      try node.optional("restart").map { node throws(JSONFieldError) in Phrases(try node.strings()) } ?? Phrases([])
    parts = try node.field("parts").array().map { part throws(JSONFieldError) in
      Part(
        name: try part.field("name").string(), quantities: try part.field("quantities").strings(),
        measure: try part.optional("measure")?.word(Measure.self), after: try part.phrases("after"),
        units: try part.phrases("units"), labels: try part.phrases("labels"))
    }
  }
}

extension JSONNode {
  fileprivate func tables() throws(JSONFieldError) -> [TableID] {
    try array().map { table throws(JSONFieldError) in try table.word(TableID.self) }
  }
}
