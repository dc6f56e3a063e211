import Tables

extension Form {
  /// The economic codes that the form prints in 06, and their names.
  var economicLabels: [(code: String, label: String)] {
    (self[.t06]?.economicCodes ?? []).map { ($0.code, $0.name) }
  }

  /// The 类 that the form has a line for in 01, and their names.
  var categoryLabels: [(code: String, label: String)] {
    (self[.t01]?.expenditureLines ?? []).compactMap { line in
      line.category.map { ($0, withoutNumbering(line.label)) }
    }
  }
}
