import Foundation
import TestSupport
import Testing

/// Imports run only downward, as the table in `Sources/README.md` has it.
@Suite struct ImportTests {
  /// A row of the table.
  private struct Room {
    let name: String
    let mayImport: Set<String>
  }

  /// The rows of the table, from the bottom of the house up.
  private static func map() throws -> [Room] {
    let text = try String(contentsOf: Checkout.folder.appending(path: "Sources/README.md"), encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5, let name = names(in: cells[1]).first else { return nil }
      return Room(name: name, mayImport: Set(names(in: cells[3])))
    }
  }

  /// What stands between backquotes.
  private static func names(in cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }

  /// The targets below `Sources/`: the folders in which there is something, since Git leaves empty ones behind.
  private static func targets() throws -> Set<String> {
    let folder = Checkout.folder.appending(path: "Sources").path
    return Set(
      try FileManager.default.subpathsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".modulemap") }
        .compactMap { $0.split(separator: "/").first.map(String.init) })
  }

  /// The Swift files of a target with the modules that each imports.
  private static func imports(of target: String) throws -> [(file: String, modules: [String])] {
    let folder = Checkout.folder.appending(path: "Sources/\(target)")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }.sorted()
      .map { path in
        let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        let modules = text.split(separator: "\n").compactMap { line -> String? in
          let words = line.split(separator: " ")
          guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
            words[..<index].allSatisfy({ ["package", "public", "internal", "@testable", "@_exported"].contains($0) })
          else { return nil }
          return String(words[index + 1])
        }
        return ("Sources/\(target)/\(path)", modules)
      }
  }

  @Test func everyTargetStandsInTheMapOnce() throws {
    let rooms = try Self.map().map(\.name)
    #expect(Set(rooms) == (try Self.targets()), "The table of Sources/README.md and the folders differ.")
    #expect(Set(rooms).count == rooms.count)
  }

  @Test func theMapItselfRunsDownward() throws {
    var below: Set<String> = []
    for room in try Self.map() {
      #expect(room.mayImport.isSubset(of: below), "\(room.name) may import what does not stand above its row.")
      below.insert(room.name)
    }
  }

  @Test func filesImportOnlyWhatTheMapAllows() throws {
    let targets = try Self.targets()
    for room in try Self.map() {
      for (file, modules) in try Self.imports(of: room.name) {
        let wrong = modules.filter { targets.contains($0) && !room.mayImport.contains($0) }
        #expect(wrong.isEmpty, "\(file) imports \(wrong.joined(separator: ", "))")
      }
    }
  }

  @Test func whatTheMapAllowsIsUsed() throws {
    for room in try Self.map() {
      let used = Set(try Self.imports(of: room.name).flatMap(\.modules))
      let idle = room.mayImport.subtracting(used).sorted()
      #expect(idle.isEmpty, "\(room.name) may import \(idle.joined(separator: ", ")) and does not")
    }
  }

  @Test func onlySystemKnowsThePlatform() throws {
    for target in try Self.targets() {
      for (file, modules) in try Self.imports(of: target) where !file.hasSuffix("System/Platform.swift") {
        let platform = modules.filter { ["Glibc", "Musl", "Darwin"].contains($0) }
        #expect(platform.isEmpty, "\(file) imports \(platform.joined(separator: ", ")); System has it")
      }
    }
  }
}
