import RandomDisclosures
import Tables
import TestSupport

extension RandomDisclosure {
  /// The tables of a made-up disclosure that is in order, in the national form.
  static func tables(_ seed: UInt64, _ making: Making, items: Int = 60) throws -> TableSet {
    try RandomDisclosure(seed: seed, making, form: Standard.form, codes: Standard.codes, items: items).tables
  }
}
