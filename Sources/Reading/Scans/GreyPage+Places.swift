import Accounts

extension GreyPage {
  /// Where something that stands on the page since it was made level stood before (纠斜前的位置).
  func placeBeforeTurning(of box: PageBox) -> PageBox {
    guard slant != 0 else { return box }
    let cosine = 1 / (1 + slant * slant).squareRoot()
    let sine = slant * cosine
    let (middleX, middleY) = (Double(width) * 36_000 / Double(resolution), Double(height) * 36_000 / Double(resolution))
    let corners = [(box.left, box.top), (box.right, box.top), (box.left, box.bottom), (box.right, box.bottom)].map {
      (x: Double($0.0) - middleX, y: Double($0.1) - middleY)
    }
    let across = corners.map { $0.x * cosine - $0.y * sine + middleX }
    let down = corners.map { $0.x * sine + $0.y * cosine + middleY }
    return PageBox(
      left: Int(across.min()!.rounded()), top: Int(down.min()!.rounded()), right: Int(across.max()!.rounded()),
      bottom: Int(down.max()!.rounded()))
  }
}
