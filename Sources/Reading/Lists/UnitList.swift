package import Accounts
import Formats
import System

/// The units that must publish (应公开清单), one a row: 单位名称, and where they are known 单位代码, 批复日期, 公开日期, 上级.
package struct UnitList: Sendable {
  /// A unit of the list.
  package struct Unit: Sendable {
    /// 单位名称.
    package let name: String
    /// 单位代码; nil where none is given.
    package let code: String?
    /// 批复日期; nil where none is given.
    package let approved: CalendarDay?
    /// 公开日期; nil where none is given.
    package let published: CalendarDay?
    /// 上级: the department whose tables take this unit in; nil where none is given.
    package let superior: String?
  }

  /// In the order of the list.
  package let units: [Unit]
  private let names: UnitNames

  private static let name = "单位名称"

  /// Reads the list of a CSV file or a workbook; columns are found by their headings, others are passed over.
  ///
  /// Throws ``UnusableInput`` with every wrong row: one without a name, a name that stands twice, what is no day.
  package init(at path: String, from files: InputFiles = InputFiles()) throws(UnusableInput) {
    let rows = try HeadedRows(at: path, from: files)
    let columns = rows.columns
    guard let nameColumn = columns[Self.name] else { throw rows.lacksHeadings([Self.name, "单位代码", "批复日期", "公开日期"]) }
    var problems = rows.problems
    var units: [Unit] = []
    var places: [String: SourceLocation] = [:]
    for (place, cells) in rows.rows where cells.contains(where: { !$0.isEmpty }) {
      func text(_ heading: String) -> String? {
        columns[heading].map { cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
      }
      func day(_ heading: String) -> CalendarDay? {
        guard let text = text(heading) else { return nil }
        let day = CalendarDay(written: text)
        if day == nil {
          problems.append(
            Problem(at: place.at(column: heading), found: "填的是\(Problem.quoted(text))", expected: "应为日期，如 2025-09-01"))
        }
        return day
      }
      let name = cells[nameColumn]
      guard !name.isEmpty else {
        problems.append(Problem(at: place.at(column: Self.name), found: "没有填", expected: "应为单位的全称"))
        continue
      }
      if let first = places[comparableWords(name)] {
        problems.append(
          Problem(at: place.at(column: Self.name), found: "\(Problem.quoted(name))与 \(first) 重复", expected: "每个单位应只有一行")
        )
      }
      places[comparableWords(name)] = place
      units.append(
        Unit(
          name: name, code: text("单位代码"), approved: day("批复日期"), published: day("公开日期"), superior: text("上级")))
    }
    guard problems.isEmpty else { throw UnusableInput(problems) }
    self.units = units
    do {
      names = try UnitNames.standard()
    } catch {
      throw UnusableInput([Problem(at: SourceLocation(file: "单位名称"), "内置的数据损坏：\(error)。")])
    }
  }

  /// Which unit of the list a publication is: by the name it states, else by a folder or file of its path that is called by the
  /// unit's name or code; nil where that is none, or several as likely. Linear in the list.
  package func position(of name: String?, at paths: [String]) -> Int? {
    if let name {
      let words = comparableWords(name)
      if let exact = units.firstIndex(where: { comparableWords($0.name) == words }) { return exact }
      let alike = units.indices.filter { names.areOne(units[$0].name, name) }
      return alike.count == 1 ? alike[0] : nil
    }
    let parts = paths.flatMap { $0.split(separator: "/") }.map { comparableWords(PathBytes.legible(String($0))) }
    let named = units.indices.filter { index in
      let words = comparableWords(units[index].name)
      return parts.contains { part in
        part.holds(words) || units[index].code.map { part == $0 || part.begins(with: $0 + ".") } ?? false
      }
    }
    return named.count == 1 ? named[0] : nil
  }
}
