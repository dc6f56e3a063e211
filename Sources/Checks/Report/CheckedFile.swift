package import Formats

/// A file that was read for a check (所核文件), by its name, size and SHA-256.
package struct CheckedFile: Sendable, Hashable {
  /// What it was read for.
  package enum Use: String, Sendable, CaseIterable {
    /// It was checked.
    case checked
    /// It is last year's.
    case prior
    /// It acknowledges findings.
    case waivers
    /// It is the report of an earlier round.
    case earlier
    /// It lists the units that must publish.
    case list
    /// It is a unit's of the department that was checked.
    case unit

    /// The Chinese word.
    package var word: String {
      switch self {
      case .checked: "核对"
      case .prior: "上年"
      case .waivers: "豁免"
      case .earlier: "上次的报告"
      case .list: "应公开清单"
      case .unit: "所属单位"
      }
    }
  }

  package let name: String
  /// In bytes.
  package let size: Int
  package let digest: SHA256
  package let use: Use

  /// A file of some bytes; linear in them.
  package init(_ name: String, _ bytes: [UInt8], for use: Use = .checked) {
    self.name = name
    size = bytes.count
    digest = SHA256(of: bytes)
    self.use = use
  }
}
