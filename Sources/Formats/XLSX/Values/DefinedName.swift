/// A name given to a range or formula of a workbook.
package struct DefinedName: Sendable, Equatable {
  /// The name; those of the program itself begin with _xlnm.
  package let name: String
  /// What it stands for, such as '科目'!$A$1:$A$20, without an equals sign.
  package let formula: String
  /// The sheet it is known in, counted from 0; nil for the whole workbook.
  package let sheet: Int?

  /// A name for a formula, known in one sheet or everywhere.
  package init(name: String, formula: String, sheet: Int? = nil) {
    self.name = name
    self.formula = formula
    self.sheet = sheet
  }
}
