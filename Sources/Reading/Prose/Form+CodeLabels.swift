import Tables

extension Form {
  /// The economic codes that the form prints in 06, and their names.
  var economicLabels: [(code: String, label: String)] {
    (tables.first { $0.id == .t06 }?.blocks ?? []).flatMap { $0.rows.map { ($0.code, $0.name) } }
  }

  /// The 类 that the form has a line for in 01, and their names.
  var categoryLabels: [(code: String, label: String)] {
    (tables.first { $0.id == .t01 }?.right ?? []).compactMap { line in
      line.category.map { ($0, withoutNumbering(line.label)) }
    }
  }
}
