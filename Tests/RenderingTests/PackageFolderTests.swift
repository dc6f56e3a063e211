import Checks
import Disclosing
import Documents
import Foundation
import Rendering
import System
import Tables
import TestSupport
import Testing

/// A package is written whole, in place of nothing or of an older package, and of nothing else.
@Suite struct PackageFolderTests {
  private let folder: TemporaryFolder
  private let package: PackageContents

  init() throws {
    folder = try TemporaryFolder()
    package = try ComposedDisclosure.empty.package()
  }

  /// What the folder holds once the package is written to it.
  private var whole: [String: [UInt8]?] {
    var contents = package.byPath.mapValues { Optional($0) }
    contents.updateValue(nil, forKey: "tables")
    return contents
  }

  private func write(_ name: String, _ contents: PackageContents? = nil) throws(WriteError) {
    try PackageFolder(folder.path + "/" + name).write(contents ?? package)
  }

  private func message(_ name: String, _ contents: PackageContents? = nil) -> String? {
    #expect(throws: WriteError.self) { try write(name, contents) }?.message
  }

  private var entries: [String] { get throws { try folder.entries } }

  @Test func newFolderIsMadeWithItsParents() throws {
    try write("甲/乙/公开")
    #expect(try folder.contents("甲/乙/公开") == whole)
    #expect(try entries == ["甲"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/甲/乙") == ["公开"])
  }

  @Test func slashAtTheEndMakesNoDifference() throws {
    try write("公开//")
    #expect(try folder.contents("公开") == whole)
  }

  @Test func emptyFolderIsFilled() throws {
    try FileManager.default.createDirectory(atPath: folder.path + "/公开", withIntermediateDirectories: true)
    try write("公开")
    #expect(try folder.contents("公开") == whole)
    #expect(try entries == ["公开"])
  }

  @Test func olderPackageIsReplacedWhole() throws {
    for file in ["index.html", "index.md", "data.json", "tables/01-旧表.csv", "tables/11-多出的表.csv"] {
      try folder.write("旧".utf8, to: "公开/\(file)")
    }
    try write("公开")
    #expect(try folder.contents("公开") == whole)
    let pages = try ComposedDisclosure.empty.package([.html])
    try write("公开", pages)
    #expect(try folder.contents("公开") == pages.byPath.mapValues { Optional($0) })
    #expect(try entries == ["公开"])
  }

  @Test(arguments: [
    "账.xlsx", "tables/说明.txt", "tables/收入.csv", "index.html.bak", ".git/config", "data.json/x", "tables/01-甲/x.csv",
  ])
  func folderWithOtherFilesIsLeftAlone(file: String) throws {
    try folder.write("旧".utf8, to: "公开/\(file)")
    if !file.hasPrefix("data") { try folder.write("旧".utf8, to: "公开/data.json") }
    let before = try folder.contents()
    let found = message("公开")
    #expect(found?.hasPrefix("\(folder.path)/公开: 错误: 目录里有不是本软件写的文件（") == true)
    #expect(found?.hasSuffix("），整个目录会被替换，所以没有写。请换一个输出目录，或先移走这些文件。") == true)
    #expect(try folder.contents() == before)
  }

  @Test func foreignFilesAreNamed() throws {
    for file in ["甲.txt", "乙.txt", "丙.txt", "丁.txt"] { try folder.write([], to: "公开/\(file)") }
    #expect(message("公开")?.contains("（丁.txt、丙.txt、乙.txt 等 4 个）") == true)
  }

  @Test func fileIsLeftAlone() throws {
    try folder.write("旧".utf8, to: "公开")
    #expect(message("公开") == "\(folder.path)/公开: 错误: 是一个文件，应是目录或还不存在的路径。请换一个输出目录。")
    #expect(try folder.contents() == ["公开": Array("旧".utf8)])
  }

  @Test func linkIsFollowed() throws {
    try folder.write("旧".utf8, to: "真/index.html")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/链", withDestinationPath: "真")
    try write("链")
    #expect(try folder.contents("真") == whole)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/链") == "真")
    #expect(try entries == ["真", "链"].sorted())
  }

  @Test func placeBelowAFileIsRefused() throws {
    try folder.write("旧".utf8, to: "文件")
    let before = try folder.contents()
    #expect(message("文件/公开")?.contains("错误: 不能建立目录，应是可以写入的位置。") == true)
    #expect(try folder.contents() == before)
  }

  @Test func nameTooLongIsRefused() throws {
    #expect(message(String(repeating: "a", count: 300)) != nil)
    #expect(try entries == [])
  }

  /// The last file of the package has a name no file system takes.
  @Test func failingWriteLeavesTheOldPackage() throws {
    try write("公开")
    let disclosure = try Example.datong.composed
    let last = try #require(disclosure.tables.tables.last)
    let table = Table(
      id: last.id, title: String(repeating: "长", count: 100), formCode: "", unitLine: "", period: "", currency: "",
      isWide: false, header: [], rows: [], notes: [])
    let broken = try PackageContents(
      document: disclosure.document, form: disclosure.form,
      examination: Standard.checker.examination(
        of: TableSet(unitName: "", year: 2024, scope: nil, tables: disclosure.tables.tables.dropLast() + [table])),
      report: disclosure.report(),
      library: Standard.library)
    #expect(message("公开", broken)?.contains("错误: 不能写入（") == true)
    #expect(try folder.contents("公开") == whole)
    #expect(try entries == ["公开"])
    #expect(message("新的", broken) != nil)
    #expect(try entries == ["公开"])
  }

  @Test func leftoversOfInterruptedRunsAreRemoved() throws {
    // No process has the largest number, process 1 always runs.
    try folder.write([], to: ".公开.juesuan-2147483647/index.html")
    try folder.write([], to: ".公开.juesuan-1/index.html")
    try folder.write([], to: ".公开.juesuan-x/index.html")
    try folder.write([], to: ".别的.juesuan-2147483647/index.html")
    try write("公开")
    #expect(try entries == [".公开.juesuan-1", ".公开.juesuan-x", ".别的.juesuan-2147483647", "公开"].sorted())
  }

  @Test func tableTitlesAreSafeFileNames() throws {
    let disclosure = try ComposedDisclosure.empty
    let table = Table(
      id: .t01, title: "../“甲”/\\:*?<>|\"乙", formCode: "", unitLine: "", period: "", currency: "", isWide: false,
      header: [], rows: [], notes: [])
    let contents = try PackageContents(
      document: disclosure.document, form: disclosure.form,
      examination: Standard.checker.examination(
        of: TableSet(unitName: "", year: 2024, scope: nil, tables: [table])),
      report: disclosure.report(),
      library: Standard.library, formats: [.csv])
    #expect(contents.files.map(\.path) == ["tables/01-..甲乙.csv"])
  }
}

@Suite struct WholeFileTests {
  @Test func fileIsMadeAndReplaced() throws {
    let folder = try TemporaryFolder()
    for text in ["旧的内容", "新", ""] {
      try WholeFile(folder.path + "/账.json").write(Array(text.utf8))
      #expect(try folder.contents() == ["账.json": Array(text.utf8)])
    }
  }

  @Test func linkIsFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.write("旧".utf8, to: "真")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/链", withDestinationPath: "真")
    try WholeFile(folder.path + "/链").write([1, 2, 3])
    #expect(try folder.contents("") == ["真": [1, 2, 3], "链": [1, 2, 3]])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/链") == "真")
  }

  @Test func pipeIsWrittenToAndStays() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/管道"
    #expect(mkfifo(path, 0o600) == 0)
    let descriptor = open(path, O_RDONLY | O_NONBLOCK)
    #expect(descriptor >= 0)
    let reader = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try WholeFile(path).write(Array("账".utf8))
    #expect(try reader.read(upToCount: 100) == Data("账".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["管道"])
  }

  @Test func failureLeavesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("旧".utf8, to: "目录/文件")
    let before = try folder.contents()
    for name in ["目录", "目录/文件/账.json", "没有/账.json", String(repeating: "a", count: 300)] {
      #expect(throws: WriteError.self) { try WholeFile(folder.path + "/" + name).write([1]) }
    }
    #expect(try folder.contents() == before)
  }
}
