extension Outcome {
  /// The verdict in a word.
  package var verdict: String {
    switch self {
    case .equal: "相符"
    case .withinRounding: "舍入差异"
    case .violated: "不符"
    case .notApplicable: "不适用"
    case .notChecked: "未核对"
    }
  }

  /// Whether the sides were compared.
  package var isChecked: Bool { reason == nil }

  /// Why they were not.
  package var reason: String? {
    switch self {
    case .notApplicable(let reason), .notChecked(let reason): reason
    case .equal, .withinRounding, .violated: nil
    }
  }

  /// By how much they may differ, where they do.
  package var allowed: Int64? {
    switch self {
    case .withinRounding(_, let allowed), .violated(_, let allowed): allowed
    case .equal, .notApplicable, .notChecked: nil
    }
  }
}
