/// How a run ended, for scripts.
struct ExitStatus: Equatable {
  let rawValue: Int32

  /// Nothing wrong.
  static let success = ExitStatus(rawValue: 0)
  /// Findings of severity error.
  static let findings = ExitStatus(rawValue: 1)
  /// Wrong usage, unreadable input, or output that could not be written.
  static let unusable = ExitStatus(rawValue: 2)
}
