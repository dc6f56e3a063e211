import Formats

/// The points to check before signing (复核事项), read from `html/checklist.json`.
struct Checklist: Sendable {
  /// Something to look at.
  struct Item: Sendable {
    /// What must be so.
    let item: String
    /// How it is looked at.
    let how: String
    /// How the ids of the rules begin that look at it too.
    let rules: [String]
  }

  let items: [Item]
  /// Who signs.
  let signatures: [String]

  /// Reads a checklist; throws ``ChecklistError``.
  init(json: String) throws(ChecklistError) {
    do { try self.init(JSONText.parse(json)) } catch {
      throw ChecklistError(
        message: "html/checklist.json: 错误: 复核事项读不出来，应是一个 JSON 对象：items 每项有 item、how 和 rules，signatures 是签字的各方。")
    }
  }

  private init(_ node: JSONNode) throws(JSONFieldError) {
    var items: [Item] = []
    for item in try node.field("items").array() {
      items.append(
        Item(
          item: try item.field("item").string(), how: try item.field("how").string(),
          rules: try item.field("rules").strings()))
    }
    self.items = items
    signatures = try node.field("signatures").strings()
  }
}

/// A checklist that cannot be read.
package struct ChecklistError: Error, Sendable {
  /// What is wrong, in Chinese.
  package let message: String
}
