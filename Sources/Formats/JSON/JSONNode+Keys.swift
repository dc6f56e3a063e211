extension JSONNode {
  /// The members of an object whose keys are none of those known, each as an error at its key that names the nearest
  /// known one; none for a value that is no object.
  ///
  /// A misspelt key would else be passed over in silence, and what it says be lost.
  package func keys(only known: [String]) -> [JSONFieldError] {
    (members ?? []).filter { !known.contains($0.key) }.map { member in
      let nearest = member.key.nearest(among: known).map { "应是“\($0)”" }
      return JSONFieldError(
        line: member.line, column: member.column,
        expected: "写的是“\(String(member.key.prefix(40)))”，没有这一项，"
          + (nearest ?? "可以有的是：\(known.joined(separator: "、"))"))
    }
  }
}
