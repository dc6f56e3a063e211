extension Table {
  /// What the figure at an address is called: its row's words and its column's, as `社会保障和就业支出·基本支出`, and
  /// `收入总计` where the row's words alone would not tell the sides of a table apart. Linear in the cells.
  package func words(at address: FigureAddress) -> String {
    var found = ""
    visitFigures { figure, label, column in
      guard figure.address == address else { return true }
      found = words(label, flatHeader, column: column)
      return false
    }
    return found
  }

  /// Every figure with what it is called, in the order in which they stand. Linear in the cells.
  package var namedFigures: [(figure: TableFigure, name: String)] {
    let headings = flatHeader
    var named: [(TableFigure, String)] = []
    visitFigures { figure, label, column in
      named.append((figure, words(label, headings, column: column)))
      return true
    }
    return named
  }

  /// Goes through the figures, each with the label before it in its row and the last column it covers, as long as
  /// `visit` wants more.
  private func visitFigures(_ visit: (TableFigure, String, Int) -> Bool) {
    for row in rows {
      var label = ""
      var column = 0
      for cell in row.cells {
        switch cell.content {
        case .label(let text): label = text
        case .figure(let figure): if !visit(figure, label, column + cell.columns - 1) { return }
        case .number, .unread, .empty: break
        }
        column += cell.columns
      }
    }
  }

  private func words(_ label: String, _ headings: [String], column: Int) -> String {
    guard column < headings.count else { return label }
    var words = headings[column].split(separator: "·").map(String.init)
    switch id {
    case .t06, .t10: return label
    case .t01, .t04:
      let side = words.first ?? ""
      words.removeAll { ["收入", "支出", "金额", "决算数", "合计"].contains($0) }
      return ([label == "总计" ? side + label : label] + words).filter { !$0.isEmpty }.joined(separator: "·")
    default: return ([label] + words).filter { !$0.isEmpty }.joined(separator: "·")
    }
  }
}
