import Accounts
import Foundation
import Rendering
import TestSupport
import Testing

@testable import Reading

/// What a run has read of a file stays what it was, whatever happens to the file meanwhile.
@Suite struct InputFilesTests {
  @Test func aLedgerSavedAnewWhileItIsReadIsNotTakenForSomethingElse() throws {
    let folder = try TemporaryFolder()
    let ledger = try Example.datong.ledger
    try folder.write(LedgerJSON.bytes(of: ledger, schema: .standard()), to: "账.json")
    let path = folder.path + "/账.json"
    let files = InputFiles()
    #expect(PublishedReader.looksLikeLedger(path, among: files))
    try folder.write(Array("<html><p>别的</p></html>".utf8), to: "账.json")
    #expect(try LedgerReader().reading(at: path, from: files).ledger.unit.name == ledger.unit.name)
    #expect(throws: (any Error).self) { try LedgerReader().ledger(at: path) }
  }

  @Test func aFolderIsListedOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write([], to: "收入.csv")
    let files = InputFiles()
    #expect(files.names(in: folder.path) == ["收入.csv"])
    try folder.write([], to: "支出.csv")
    #expect(files.names(in: folder.path) == ["收入.csv"])
    #expect(InputFiles().names(in: folder.path) == ["收入.csv", "支出.csv"].sorted())
    #expect(InputFiles().names(in: folder.path + "/没有") == nil)
  }

  @Test func aFileTooLargeForOneReaderIsStillKeptForAnother() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array(repeating: 0x41, count: 2 << 20), to: "大")
    let files = InputFiles()
    #expect(try files.bytes(of: folder.path + "/大").count == 2 << 20)
    #expect(throws: (any Error).self) { try files.bytes(of: folder.path + "/大", atMost: 1 << 20) }
  }
}
