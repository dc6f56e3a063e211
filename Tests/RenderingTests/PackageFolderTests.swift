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
    package = try ComposedDisclosure.emptyPackage
  }

  /// What the folder holds once the package is written to it.
  private var whole: [String: [UInt8]?] {
    var contents = package.byPath.mapValues { Optional($0) }
    contents.updateValue(nil, forKey: "tables")
    return contents
  }

  private func write(_ name: String, _ contents: PackageContents? = nil, isForced: Bool = false) throws(WriteError) {
    try PackageFolder(folder.path + "/" + name, isForced: isForced).write(contents ?? package)
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
    try write("公开", Example.yunxi.package)
    #expect(try folder.contents("公开").keys.contains { $0.hasPrefix("evaluations/") })
    try folder.write([], to: "公开/.DS_Store")
    try write("公开")
    #expect(try folder.contents("公开") == whole)
    let pages = try ComposedDisclosure.empty.package([.html])
    try write("公开", pages)
    #expect(try folder.contents("公开") == pages.byPath.mapValues { Optional($0) })
    // Without data.json a package is known by what is remembered of it.
    #expect(message("公开")?.contains("目录里的 index.html 不是本软件写在这里的，或没有写它的记录") == true)
    try PackageFolder(folder.path + "/公开", digests: pages.digests).write(package)
    #expect(try folder.contents("公开") == whole)
    #expect(try entries == ["公开"])
  }

  /// Copied, or committed and checked out elsewhere, a package is known by the digests it brings.
  @Test func copiedPackageIsKnown() throws {
    try write("公开")
    try FileManager.default.copyItem(atPath: folder.path + "/公开", toPath: folder.path + "/复制")
    try FileManager.default.removeItem(atPath: folder.path + "/复制/index.md")
    try write("复制")
    #expect(try folder.contents("复制") == whole)
  }

  /// Each of these is a stranger's, or was changed by somebody, and is named; forced, it is replaced.
  @Test(arguments: [
    ("index.html", "旧", "index.html 写出以后改过"), ("决算公开.xlsx", "旧", "决算公开.xlsx 写出以后改过"),
    ("tables/01-收入支出决算总表.csv", "", "tables/01-收入支出决算总表.csv 写出以后改过"),
    ("tables/01-旧表.csv", "旧", "tables/01-旧表.csv 不是本软件写在这里的"), ("决算公开.pdf", "旧", "决算公开.pdf 不是本软件写在这里的"),
    ("data.json", "旧", "data.json 不是本软件写的"), ("data.json", "{\"format\": \"juesuan-disclosure\"}", "data.json 不是本软件写的"),
  ])
  func strangersAndChangedFilesAreNamed(file: String, text: String, found: String) throws {
    try write("公开")
    try folder.write(text.utf8, to: "公开/\(file)")
    let before = try folder.contents()
    let message = message("公开")
    #expect(message?.hasPrefix("\(folder.path)/公开: 错误: 目录里的 \(found)") == true, "\(message ?? "")")
    #expect(message?.hasSuffix("所以没有写。请换一个输出目录；确认可以替换的，加 --force。") == true)
    #expect(try folder.contents() == before)
    try write("公开", isForced: true)
    #expect(try folder.contents("公开") == whole)
  }

  /// Every byte of `data.json` counts, the digests in it and its own among them.
  @Test func changedDataIsSeenWhereverItIs() throws {
    try write("公开")
    let data = try #require(package.byPath["data.json"])
    var generator = SeededGenerator(seed: 14)
    let digits = (data.count - 300)..<(data.count - 3)
    for place in (0..<20).map({ _ in Int.random(in: data.indices, using: &generator) })
      + (0..<20).map({ _ in Int.random(in: digits, using: &generator) })
    {
      var changed = data
      changed[place] = changed[place] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
      try folder.write(changed, to: "公开/data.json")
      #expect(message("公开") != nil, "\(place)")
    }
  }

  /// A file alone with the name of a package's is somebody's: nobody knows what wrote it.
  @Test(arguments: ["index.html", "决算公开.xlsx", "data.json", "index.md", "tables/01-甲.csv"])
  func foreignFileOfAPackagesNameIsRefused(file: String) throws {
    try folder.write("我的".utf8, to: "公开/\(file)")
    let before = try folder.contents()
    #expect(message("公开")?.contains(file) == true)
    #expect(try folder.contents() == before)
  }

  /// Forced or not, what has no name of a package's is never removed, and a pipe is not read.
  @Test func nothingElseIsEverReplaced() throws {
    try folder.write("我的".utf8, to: "公开/笔记.txt")
    #expect(throws: WriteError.self) { try write("公开", isForced: true) }
    #expect(try folder.contents("公开") == ["笔记.txt": Array("我的".utf8)])
    try folder.makeFolder("管道")
    #expect(mkfifo(folder.path + "/管道/index.html", 0o600) == 0)
    #expect(throws: WriteError.self) { try write("管道", isForced: true) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/管道") == ["index.html"])
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
    try write("真", Example.datong.package)
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
    try folder.write([], to: ".公开.juesuan-2147483647-old/index.html")
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
  /// What a run that was killed has left goes with the next, and what another one is writing stays.
  @Test func leftoversOfInterruptedRunsAreRemoved() throws {
    let folder = try TemporaryFolder()
    for name in [".核对.html.juesuan-2147483647", ".核对.html.juesuan-1", ".别的.html.juesuan-2147483647"] {
      try folder.write("旧".utf8, to: name)
    }
    try WholeFile(folder.path + "/核对.html").write([1])
    #expect(try folder.entries == [".别的.html.juesuan-2147483647", ".核对.html.juesuan-1", "核对.html"].sorted())
  }

  /// A run that was killed between the two steps of putting a folder in another's place has moved the old one aside.
  @Test func whatWasMovedAsideIsPutBack() throws {
    let folder = try TemporaryFolder()
    try folder.write("唯一的一份".utf8, to: ".公开.juesuan-2147483647-old/index.html")
    #expect(throws: WriteError.self) {
      try WholeFolder(folder.path + "/公开").write([(String(repeating: "长", count: 100), [1])])
    }
    #expect(try folder.contents("公开") == ["index.html": Array("唯一的一份".utf8)])
  }

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
