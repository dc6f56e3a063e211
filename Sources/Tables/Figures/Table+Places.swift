package import Accounts

extension Table {
  /// Where its figures stand in what was read, those that were not understood among them, in their order.
  package var places: [SourceLocation] {
    rows.lazy.flatMap(\.cells).compactMap { cell in
      switch cell.content {
      case .figure(let figure): figure.place
      case .unread(_, _, let place): place
      case .label, .number, .empty: nil
      }
    }
  }
}
