import Accounts
import Foundation
import Reading

/// The example ledger of the project.
func datong() throws -> Ledger {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try LedgerReader().ledger(at: root.appending(path: "Examples/datong-2024").path)
}
