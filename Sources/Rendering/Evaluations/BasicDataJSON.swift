import Evaluations
import Formats

/// The data table of a whole department as data: every cell by the name that addresses use, exactly as printed.
enum BasicDataJSON {
  static func value(of data: BasicData) -> JSONOutput {
    .object([
      ("year", .integer(Int64(data.year))),
      (
        BasicData.staffing,
        .inline(
          .object(printedMembers([("编制数", data.authorised), ("在职人数", data.inService), ("控制率", data.staffRate)])))
      ),
      (
        "经费控制情况",
        .array(
          data.expenses.map { row in
            .inline(
              .object(
                [("name", .string(row.name)), ("fund", .bool(row.isFund))]
                  + printedMembers(ExpenseColumn.allCases.map { ($0.rawValue, row[$0]) })))
          })
      ),
      (
        "楼堂馆所",
        .array(
          data.buildings.map { .inline(.object(printedMembers(Array(zip(BasicData.buildingCells, $0.cells))))) })
      ),
      ("厉行节约保障措施", .string(data.thrift.text)),
    ])
  }
}
