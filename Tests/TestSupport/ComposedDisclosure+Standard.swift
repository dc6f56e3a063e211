package import Accounts
package import Disclosing
package import Rendering
package import Tables

extension ComposedDisclosure {
  /// The disclosure of a ledger of 2024, as `juesuan build` composes it.
  package init(_ ledger: Ledger, form: String = "national", prior: TableSet? = nil, hasCharts: Bool = true) throws {
    try self.init(
      ledger, form: Standard.form(form), codes: Standard.codes, checker: Standard.checker(form),
      library: Standard.library, prior: prior, hasCharts: hasCharts)
  }

  /// The files of its package, by their paths.
  package var files: [String: [UInt8]] { get throws { try package(report()).byPath } }
}

extension PackageContents {
  /// The files by their paths.
  package var byPath: [String: [UInt8]] { Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }) }
}

extension TableSet {
  /// The tables by themselves, without the text beside them.
  package var withoutText: TableSet {
    var tables = self
    tables.prose = nil
    return tables
  }
}
