import Foundation
import TestSupport
import Testing

/// Names that are no UTF-8 are opened, written and shown: those of older systems in GBK, and broken ones.
@Suite struct NameTests {
  /// A shell hands the bytes on as they are: `账` is D5CB, 收入 CAD5C8EB, 公开 B9ABBFAA in GBK.
  @Test func argumentsInGBKAreOpenedAndShown() throws {
    let folder = try TemporaryFolder()
    let script = """
      set -e
      ledger="$(printf '\\325\\313')"
      mkdir "$ledger"
      for file in '\(Example.datong.folder)'/*.csv; do
        name=$(basename "$file" | iconv -f UTF-8 -t GB18030)
        cp "$file" "$ledger/$name"
      done
      '\(Run.tool.path)' check "$ledger" -q -o "$ledger.json"
      '\(Run.tool.path)' build "$ledger" -o "$(printf '\\271\\253\\277\\252')"
      '\(Run.tool.path)' build "$ledger" -o "$(printf '\\271\\253\\277\\252')" -q
      '\(Run.tool.path)' explain "$ledger" 05.210.1
      rm "$ledger/$(printf '\\312\\325\\310\\353').csv"
      '\(Run.tool.path)' check "$ledger" || true
      '\(Run.tool.path)' check "$(printf 'no\\351')" || true
      """
    let run = try OtherProgram("sh", [], input: script, in: URL(filePath: folder.path))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("　账/支出.csv:30\n"))
    #expect(run.errors.contains("已写出 公开：10 张表，15 个文件。\n"))
    #expect(run.errors.contains("\n账: 错误: 没有“收入”，"))
    #expect(run.errors.contains("\nno\\xE9: 错误: 没有这个文件"))
  }
}
