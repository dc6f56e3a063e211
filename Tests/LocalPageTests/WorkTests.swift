import Foundation
import System
import TestSupport
import Testing

@testable import LocalPage

/// Pieces of work, each done by a process of its own.
@Suite struct WorkTests {
  private static let tool = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
    path: "juesuan"
  ).path
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func handIn(_ bytes: [UInt8], as name: String, to works: Works, _ id: String) throws {
    let part = try works.part(of: id, bytes: bytes.count)
    let descriptor = try #require(newPrivateFile(part))
    #expect(writeBytes(bytes, to: descriptor))
    closeFile(descriptor)
    try works.take(part, for: id, as: .files, UploadName(name))
  }

  private func finished(_ works: Works, _ id: String) throws -> Work {
    for _ in 0..<6000 where try works.work(id).isInHand { usleep(10_000) }
    return try works.work(id)
  }

  /// A program that stands in for the tool.
  private func program(_ script: String) throws -> String {
    try folder.write("#!/bin/sh\n" + script, to: "program")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/program")
    return folder.path + "/program"
  }

  @Test func aPublicationIsCheckedAndItsReportsAreThere() throws {
    let works = Works(in: folder.path, program: Self.tool)
    let id = try works.begin()
    let page = try Data(contentsOf: URL(filePath: Example.datong.folder + "/disclosure/index.md"))
    try handIn(Array(page), as: "<b>公开</b>.md", to: works, id)
    try works.start(id, Order(.check))
    let work = try finished(works, id)
    #expect(work.state == .done, "\(work.message)")
    let result = String(decoding: work.folder.result ?? [], as: UTF8.self)
    #expect(result.contains("\"verdict\": \"consistent\""), "\(result)")
    for name in ["核对.html", "核对.json", "工作底稿.xlsx", "工作底稿.docx", "预览.html"] {
      #expect(work.folder.document(name) != nil, "\(name)")
    }
    let report = String(decoding: work.folder.document("核对.html") ?? [], as: UTF8.self)
    #expect(!report.contains("<b>公开") && !report.contains(folder.path))
    works.leave(id)
    #expect(try folder.entries == [])
  }

  /// What cannot be read is told; it is no failure of the page.
  @Test func whatCannotBeReadIsTold() throws {
    let works = Works(in: folder.path, program: Self.tool)
    let id = try works.begin()
    try handIn(Array("%PDF-1.7 ".utf8), as: "坏.pdf", to: works, id)
    try works.start(id, Order(.check))
    let work = try finished(works, id)
    #expect(work.state == .done)
    #expect(String(decoding: work.folder.result ?? [], as: UTF8.self).contains("\"verdict\": \"unusable\""))
  }

  @Test func aCrashIsThatOfOnePieceOfWork() throws {
    let works = Works(in: folder.path, program: try program("echo 坏了 >&2; kill -SEGV $$"))
    let id = try works.begin()
    try works.start(id, Order(.check))
    let work = try finished(works, id)
    #expect(work.state == .failed && work.message.contains("坏了"))
    #expect(try works.work(works.begin()).state == .open)
  }

  @Test func cancelledWorkEndsAndWhatItStartedToo() throws {
    let works = Works(in: folder.path, program: try program("sleep 600 & echo $! > \"$TMPDIR/started\"; wait"))
    let id = try works.begin()
    try works.start(id, Order(.check))
    let started = "\(folder.path)/\(id)/tmp/started"
    for _ in 0..<1000 where (try? String(contentsOfFile: started, encoding: .utf8))?.isEmpty ?? true { usleep(10_000) }
    let process = Int32(try String(contentsOfFile: started, encoding: .utf8).trimmingCharacters(in: .newlines)) ?? 0
    #expect(RunFile.isRunning(process))
    try works.cancel(id)
    #expect(try finished(works, id).state == .cancelled)
    for _ in 0..<200 where RunFile.isRunning(process) { usleep(10_000) }
    #expect(!RunFile.isRunning(process))
  }

  @Test func nothingIsLostWhenManyAreHandedInAtOnce() throws {
    let works = Works(in: folder.path, program: try program("cat \"$3/files/f\" > \"$3/result.json\""))
    let ids = try (0..<50).map { number in
      let id = try works.begin()
      try handIn(Array("\"\(number)\"".utf8), as: "f", to: works, id)
      try works.start(id, Order(.check))
      return id
    }
    for (number, id) in ids.enumerated() {
      let work = try finished(works, id)
      #expect(work.state == .done)
      #expect(work.folder.result.map { String(decoding: $0, as: UTF8.self) } == "\"\(number)\"")
    }
  }

  @Test func anOrderIsReadAsItWasWritten() throws {
    var order = Order(.season)
    order.isTogether = true
    order.hasPDF = true
    order.year = 2024
    (order.date, order.replyBy) = ("2025-09-30", "\"\n<script>")
    #expect(Order(order.bytes) == order)
  }
}
