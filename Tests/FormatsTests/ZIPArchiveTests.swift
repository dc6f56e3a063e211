import Formats
import TestSupport
import Testing

@Suite struct ZIPArchiveTests {
  private func error(_ bytes: [UInt8], limits: ZIPLimits = ZIPLimits()) -> ZIPError? {
    do throws(ZIPError) {
      let archive = try ZIPArchive(bytes, limits: limits)
      for entry in archive.entries { _ = try archive.contents(of: entry) }
      return nil
    } catch {
      return error
    }
  }

  /// Written by Python's zipfile: to a pipe, so that sizes stand behind the data, and with zip64 records.
  @Test(arguments: ["streamed.zip", "zip64.zip"])
  func archivesOfOthersAreRead(name: String) throws {
    let archive = try ZIPArchive(Fixture.bytes(name))
    #expect(archive.entries.map(\.name) == ["a/甲.txt", "b.txt"])
    let first = try #require(archive.entry(named: "A/甲.TXT"))
    #expect(try archive.contents(of: first) == Array(String(repeating: "内容", count: 100).utf8))
    let second = try #require(archive.entry(named: "b.txt"))
    #expect(second.method == .stored)
    #expect(try archive.contents(of: second) == Array("stored".utf8))
  }

  @Test func whatIsWrittenIsReadBack() throws {
    var generator = SeededGenerator(seed: 11)
    var writer = ZIPWriter()
    var contents: [[UInt8]] = [[], [0], [UInt8](repeating: 7, count: 200_000)]
    contents.append((0..<100_000).map { _ in UInt8.random(in: 0...255, using: &generator) })
    for (index, bytes) in contents.enumerated() { writer.add("部件/\(index).xml", bytes) }
    let archive = try ZIPArchive(writer.archive)
    #expect(archive.entries.map(\.method) == [.stored, .stored, .deflated, .stored])
    for (entry, bytes) in zip(archive.entries, contents) { #expect(try archive.contents(of: entry) == bytes) }
    for count in [1, 7, 1000] {
      let reader = try archive.reader(of: archive.entries[3])
      var pieces: [UInt8] = []
      while try reader.read(count, into: &pieces) {}
      #expect(pieces == contents[3])
    }
  }

  @Test(arguments: [
    ("../a", ZIPError.Kind.unsafeName), ("a/../../b", .unsafeName), ("/etc/passwd", .unsafeName),
    ("C:\\a", .unsafeName), ("..\\a", .unsafeName), ("a\0b", .unsafeName), ("", .unsafeName), ("./a", .unsafeName),
  ])
  func namesThatLeadOutAreRefused(name: String, kind: ZIPError.Kind) {
    #expect(error(HandMadeArchive(entries: [.init(name, [1])]).bytes)?.kind == kind)
  }

  private static func entry(_ change: (inout HandMadeArchive.Entry) -> Void) -> [UInt8] {
    var entry = HandMadeArchive.Entry("a", Array("content".utf8))
    change(&entry)
    return HandMadeArchive(entries: [entry]).bytes
  }

  @Test(arguments: [
    (entry { $0.checksum = 1 }, ZIPError.Kind.checksumWrong),
    (entry { $0.size = 8 }, .sizeWrong(expected: 8)),
    (entry { $0.size = -1 }, .outsideArchive),
    (entry { $0.packedSize = 0x7FFF_FFFF }, .outsideArchive),
    (entry { $0.packedSize = -8 }, .outsideArchive),
    (entry { $0.offset = 1 }, .outsideArchive),
    (entry { $0.offset = 1_000_000 }, .outsideArchive),
    (entry { $0.offset = -2 }, .outsideArchive),
    (entry { $0.localName = "b" }, .headersDisagree),
    (entry { $0.method = 12 }, .unsupportedMethod(12)),
    (entry { $0.flags = 1 }, .encrypted),
    (entry { $0.method = 8 }, .dataDamaged),
    (entry { $0.name += "/" }, .unsafeName),
    (entry { ($0.method, $0.data, $0.size) = (8, [0x4B, 0x04, 0x00], 0) }, .sizeWrong(expected: 0)),
    (entry { ($0.method, $0.data, $0.size) = (8, [0x4B, 0x04, 0x00], 9) }, .sizeWrong(expected: 9)),
    (entry { ($0.method, $0.data, $0.size) = (8, [0x4B, 0x04], 1) }, .dataDamaged),
    (HandMadeArchive(entries: [.init("a"), .init("A")]).bytes, .duplicateName),
    (HandMadeArchive(entries: [.init("a")], count: 2).bytes, .directoryDamaged),
    (HandMadeArchive(entries: [.init("a")], count: 0).bytes, .directoryDamaged),
    (HandMadeArchive(entries: [.init("a")], directoryOffset: 0).bytes, .directoryDamaged),
    (HandMadeArchive(entries: [.init("a")], directoryOffset: -1).bytes, .directoryDamaged),
    ([], .notArchive),
    (Array("<html>".utf8), .notArchive),
    ([0x50, 0x4B], .endMissing),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], .compoundFile),
  ])
  func liesAreFoundOut(bytes: [UInt8], kind: ZIPError.Kind) throws {
    let found = try #require(error(bytes))
    #expect(found.kind == kind)
    #expect(found.message(of: .workbook).contains("请"))
  }

  /// An entry whose data is a whole further entry, as in bombs that unpack the same bytes many times.
  @Test func overlappingEntriesAreRefused() {
    let inner = HandMadeArchive(entries: [.init("inner", Array("x".utf8))]).bytes
    let header = Array(inner[..<(30 + 5 + 1)])
    var second = HandMadeArchive.Entry("inner", Array("x".utf8))
    second.offset = 30 + 5
    let bytes = HandMadeArchive(entries: [.init("outer", header), second]).bytes
    #expect(error(bytes) == ZIPError(.overlaps("outer"), entry: "inner"))
  }

  @Test func limitsHold() {
    var writer = ZIPWriter()
    writer.add("bomb", [UInt8](repeating: 0, count: 5_000_000))
    let bytes = writer.archive
    #expect(error(bytes)?.kind == .ratioTooHigh(limit: 250))
    #expect(error(bytes, limits: ZIPLimits(bytesOfAnyRatio: 8 << 20)) == nil)
    #expect(
      error(bytes, limits: ZIPLimits(entryBytes: 4_999_999))?.kind == .entryTooLarge(bytes: 5_000_000, limit: 4_999_999)
    )
    #expect(error(bytes, limits: ZIPLimits(totalBytes: 10))?.kind == .totalTooLarge(limit: 10))
    #expect(error(bytes, limits: ZIPLimits(archiveBytes: 10))?.kind == .archiveTooLarge(bytes: bytes.count, limit: 10))
    #expect(error(bytes, limits: ZIPLimits(entries: 0))?.kind == .tooManyEntries(count: 1, limit: 0))
  }

  /// The list says it unpacks to little; the data go on.
  @Test func dataThatGoOnTooLongAreStopped() throws {
    var writer = ZIPWriter()
    writer.add("a", [UInt8](repeating: 0, count: 3_000_000))
    let whole = try ZIPArchive(writer.archive)
    var entry = HandMadeArchive.Entry("a", Array(writer.archive[whole.entries[0].packedBytes]))
    (entry.method, entry.size) = (8, 10)
    let archive = try ZIPArchive(HandMadeArchive(entries: [entry]).bytes)
    var buffer: [UInt8] = []
    #expect(throws: ZIPError(.sizeWrong(expected: 10), entry: "a")) {
      let reader = try archive.reader(of: archive.entries[0])
      while try reader.read(into: &buffer) {}
    }
    #expect(buffer.count <= 11)
  }

  @Test func truncatedAndAlteredArchivesNeverTrap() throws {
    for name in ["streamed.zip", "zip64.zip"] {
      let bytes = try Fixture.bytes(name)
      for count in 0..<bytes.count { #expect(error(Array(bytes[..<count])) != nil) }
      for offset in bytes.indices {
        for value: UInt8 in [0, 0xFF, bytes[offset] ^ 1] {
          var altered = bytes
          altered[offset] = value
          #expect(error(altered)?.message(of: .workbook).isEmpty != true)
        }
      }
    }
  }
}
