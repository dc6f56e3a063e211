import Accounts
import Formats
import Tables

/// How much of the transfers inside a department its units' ledgers let be taken away (可抵销的内部往来): what was paired, and at most
/// what is open on both sides besides.
struct KnownTransfers {
  private struct Side: Hashable {
    let transfer: InternalTransfer
    let isIncome: Bool
  }

  private struct Entry {
    let code: String
    let fen: Int64
    let isPaired: Bool
  }

  private var entries: [Side: [Entry]] = [:]

  init(between ledgers: [Ledger]) {
    let transfers = InternalTransfers(between: ledgers)
    func paid(_ rows: [InternalTransfers.Row], _ isPaired: Bool) -> [Entry] {
      rows.map {
        Entry(code: ledgers[$0.unit].expenditure[$0.position].code.digits, fen: $0.amount.fen, isPaired: isPaired)
      }
    }
    func received(_ rows: [InternalTransfers.Row], _ isPaired: Bool) -> [Entry] {
      rows.map { Entry(code: ledgers[$0.unit].income[$0.position].code.digits, fen: $0.amount.fen, isPaired: isPaired) }
    }
    for group in transfers.groups {
      entries[Side(transfer: group.transfer, isIncome: false), default: []] += paid(group.paid, true)
      entries[Side(transfer: group.transfer, isIncome: true), default: []] += received(group.received, true)
    }
    // Of what only one side shows, or one unit alone, nothing can be taken away.
    for open in transfers.open where open.mayBeInside {
      entries[Side(transfer: open.transfer, isIncome: false), default: []] += paid(open.paid, false)
      entries[Side(transfer: open.transfer, isIncome: true), default: []] += received(open.received, false)
    }
  }

  /// What is taken away of a side, of the codes that begin so, in fen: at least and at most.
  func eliminated(_ transfer: InternalTransfer, isIncome: Bool, under code: String) -> ClosedRange<Int128> {
    var (low, high) = (Int128(0), Int128(0))
    for entry in entries[Side(transfer: transfer, isIncome: isIncome)] ?? [] where entry.code.begins(with: code) {
      if entry.isPaired {
        low += Int128(entry.fen)
        high += Int128(entry.fen)
      } else if entry.fen > 0 {
        high += Int128(entry.fen)
      } else {
        low += Int128(entry.fen)
      }
    }
    return low...high
  }
}
