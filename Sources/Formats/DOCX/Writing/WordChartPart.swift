/// A chart as it is written: the place in the text, the part with the bars, and the workbook behind them.
struct WordChartPart {
  private static let drawingURI = "http://schemas.openxmlformats.org/drawingml/2006/"
  private static var namespaces: KeyValuePairs<String, String?> {
    [
      "xmlns:c": drawingURI + "chart", "xmlns:a": drawingURI + "main", "xmlns:r": XMLNamespace.relationshipsURI,
    ]
  }

  private let chart: WordChartOutput
  private let look: WordStyleLook

  /// A chart whose letters look as those of a style.
  init(_ chart: WordChartOutput, _ look: WordStyleLook) {
    self.chart = chart
    self.look = look
  }

  // MARK: In the text

  /// Writes the paragraph in which the chart stands; `id` calls for its part, `number` tells it from others.
  func writePlace(id: String, number: Int, to xml: inout XMLWriter, ending: ((inout XMLWriter) -> Void)? = nil) {
    // Lengths in drawings are in English metric units.
    func units(_ length: Double) -> String { String(Int((length * 36000).rounded())) }
    xml.element("w:p") { xml in
      xml.element("w:pPr") { xml in
        xml.element("w:pStyle", ["w:val": WordStylePart.id(of: .figure)])
        ending?(&xml)
      }
      xml.element("w:r") { xml in
        xml.element("w:drawing") { xml in
          xml.element(
            "wp:inline",
            [
              "xmlns:wp": Self.drawingURI + "wordprocessingDrawing", "distT": "0", "distB": "0", "distL": "0",
              "distR": "0",
            ]
          ) { xml in
            xml.element("wp:extent", ["cx": units(chart.width), "cy": units(chart.height)])
            xml.element(
              "wp:docPr",
              ["id": String(number), "name": "Chart \(number)", "descr": chart.summary, "title": chart.title])
            xml.element("wp:cNvGraphicFramePr")
            xml.element("a:graphic", ["xmlns:a": Self.drawingURI + "main"]) { xml in
              xml.element("a:graphicData", ["uri": Self.drawingURI + "chart"]) { xml in
                xml.element("c:chart", ["xmlns:c": Self.drawingURI + "chart", "r:id": id])
              }
            }
          }
        }
      }
    }
  }

  // MARK: The workbook behind it

  private static let sheetName = "Sheet1"

  /// The workbook with the figures; nil where a text is too long for one.
  var workbook: [UInt8]? {
    var sheet = SheetOutput(name: Self.sheetName)
    for (row, category) in chart.categories.enumerated() {
      sheet.put(.text(category), at: CellReference(row: row + 2, column: 1))
    }
    for (column, series) in chart.series.enumerated() {
      sheet.put(.text(series.name), at: CellReference(row: 1, column: column + 2))
      for (row, value) in series.values.enumerated() {
        if let value { sheet.put(.number(value), at: CellReference(row: row + 2, column: column + 2)) }
      }
    }
    return try? XLSXWriter.bytes(of: WorkbookOutput(sheets: [sheet]))
  }

  /// Where cells of the workbook are: Sheet1!$B$2:$B$5.
  private func range(column: Int, rows: ClosedRange<Int>) -> String {
    let name = CellReference.columnName(column)
    let first = "\(Self.sheetName)!$\(name)$\(rows.lowerBound)"
    return rows.count == 1 ? first : "\(first):$\(name)$\(rows.upperBound)"
  }

  private var rows: ClosedRange<Int> { 2...max(2, chart.categories.count + 1) }

  // MARK: The bars

  /// The bytes of the part; `hasWorkbook` says whether the workbook is its first relationship.
  func utf8(hasWorkbook: Bool) -> [UInt8] {
    var xml = XMLWriter(forbidden: .replaced)
    xml.element("c:chartSpace", Self.namespaces) { xml in
      xml.element("c:roundedCorners", ["val": "0"])
      xml.element("c:chart") { xml in
        writeTitle(to: &xml)
        xml.element("c:autoTitleDeleted", ["val": "0"])
        xml.element("c:plotArea") { xml in
          writeLayout(to: &xml)
          writeBars(to: &xml)
          writeAxes(to: &xml)
        }
        if chart.series.count > 1 {
          xml.element("c:legend") { xml in
            xml.element("c:legendPos", ["val": "b"])
            xml.element("c:overlay", ["val": "0"])
          }
        }
        xml.element("c:plotVisOnly", ["val": "1"])
        xml.element("c:dispBlanksAs", ["val": "gap"])
      }
      xml.element("c:txPr") { xml in
        xml.element("a:bodyPr")
        xml.element("a:p") { xml in
          xml.element("a:pPr") { writeLetters("a:defRPr", size: look.size, to: &$0) }
          xml.element("a:endParaRPr", ["lang": "zh-CN"])
        }
      }
      if hasWorkbook {
        xml.element("c:externalData", ["r:id": "rId1"]) { $0.element("c:autoUpdate", ["val": "0"]) }
      }
    }
    return xml.utf8
  }

  private func writeLetters(_ name: String, size: Double, to xml: inout XMLWriter) {
    let attributes: KeyValuePairs<String, String?> =
      name == "a:rPr"
      ? ["lang": "zh-CN", "sz": String(Int((size * 100).rounded())), "b": "0"]
      : ["sz": String(Int((size * 100).rounded())), "b": "0"]
    xml.element(name, attributes) { xml in
      xml.element("a:latin", ["typeface": look.font.latin])
      xml.element("a:ea", ["typeface": look.font.name])
    }
  }

  private func writeTitle(to xml: inout XMLWriter) {
    xml.element("c:title") { xml in
      xml.element("c:tx") { xml in
        xml.element("c:rich") { xml in
          xml.element("a:bodyPr")
          xml.element("a:p") { xml in
            xml.element("a:pPr") { writeLetters("a:defRPr", size: look.size + 2, to: &$0) }
            xml.element("a:r") { xml in
              writeLetters("a:rPr", size: look.size + 2, to: &xml)
              xml.element("a:t", text: chart.title)
            }
          }
        }
      }
      xml.element("c:overlay", ["val": "0"])
    }
  }

  /// Leaves room at the right, where the figure of the longest bar stands.
  private func writeLayout(to xml: inout XMLWriter) {
    // Parts of the whole in thousandths; the title and what says the colours are as high whatever the chart is.
    func part(_ length: Double, of whole: Double) -> Int { Int((length * 1000 / max(1, whole)).rounded()) }
    func spelling(_ thousandths: Int) -> String {
      let digits = String(max(0, min(999, thousandths)))
      return "0." + String(repeating: "0", count: 3 - digits.count) + digits
    }
    let top = part(12, of: chart.height)
    let bottom = part(chart.series.count > 1 ? 12 : 3, of: chart.height)
    xml.element("c:layout") { xml in
      xml.element("c:manualLayout") { xml in
        xml.element("c:layoutTarget", ["val": "outer"])
        for mode in ["xMode", "yMode"] { xml.element("c:\(mode)", ["val": "edge"]) }
        for (name, value) in [("x", 20), ("y", top), ("w", 860), ("h", 1000 - top - bottom)] {
          xml.element("c:\(name)", ["val": spelling(value)])
        }
      }
    }
  }

  private func writeBars(to xml: inout XMLWriter) {
    xml.element("c:barChart") { xml in
      xml.element("c:barDir", ["val": "bar"])
      xml.element("c:grouping", ["val": "clustered"])
      xml.element("c:varyColors", ["val": "0"])
      for (index, series) in chart.series.enumerated() {
        xml.element("c:ser") { xml in
          xml.element("c:idx", ["val": String(index)])
          xml.element("c:order", ["val": String(index)])
          xml.element("c:tx") { xml in
            Self.write(.text, [series.name], at: range(column: index + 2, rows: 1...1), to: &xml)
          }
          Self.write(series.color, to: &xml)
          xml.element("c:invertIfNegative", ["val": "0"])
          for (bar, color) in series.otherColors.sorted(by: { $0.key < $1.key }) {
            xml.element("c:dPt") { xml in
              xml.element("c:idx", ["val": String(bar)])
              xml.element("c:invertIfNegative", ["val": "0"])
              xml.element("c:bubble3D", ["val": "0"])
              Self.write(color, to: &xml)
            }
          }
          writeLabels(to: &xml)
          xml.element("c:cat") { xml in
            Self.write(.text, chart.categories, at: range(column: 1, rows: rows), to: &xml)
          }
          xml.element("c:val") { xml in
            Self.write(.numbers(chart.numberFormat), series.values, at: range(column: index + 2, rows: rows), to: &xml)
          }
        }
      }
      xml.element("c:gapWidth", ["val": "60"])
      for id in Self.axes { xml.element("c:axId", ["val": id]) }
    }
  }

  private func writeLabels(to xml: inout XMLWriter) {
    xml.element("c:dLbls") { xml in
      xml.element("c:numFmt", ["formatCode": chart.numberFormat, "sourceLinked": "0"])
      xml.element("c:dLblPos", ["val": "outEnd"])
      for (name, value) in [
        ("showLegendKey", "0"), ("showVal", "1"), ("showCatName", "0"), ("showSerName", "0"), ("showPercent", "0"),
        ("showBubbleSize", "0"),
      ] { xml.element("c:\(name)", ["val": value]) }
    }
  }

  private static func write(_ color: CellColor, to xml: inout XMLWriter) {
    xml.element("c:spPr") { xml in
      xml.element("a:solidFill") { $0.element("a:srgbClr", ["val": String(color.argb.dropFirst(2))]) }
    }
  }

  /// What cells of the workbook hold.
  private enum Content {
    case text
    case numbers(String)
  }

  /// Writes where values stand in the workbook, and the values themselves.
  private static func write(_ content: Content, _ values: [String?], at range: String, to xml: inout XMLWriter) {
    let name = if case .text = content { "str" } else { "num" }
    xml.element("c:\(name)Ref") { xml in
      xml.element("c:f", text: range)
      xml.element("c:\(name)Cache") { xml in
        if case .numbers(let format) = content { xml.element("c:formatCode", text: format) }
        xml.element("c:ptCount", ["val": String(values.count)])
        for (index, value) in values.enumerated() {
          guard let value else { continue }
          xml.element("c:pt", ["idx": String(index)]) { $0.element("c:v", text: value) }
        }
      }
    }
  }

  // MARK: Axes

  private static let axes = ["1001", "1002"]

  private func writeAxes(to xml: inout XMLWriter) {
    xml.element("c:catAx") { xml in
      xml.element("c:axId", ["val": Self.axes[0]])
      // The first stands at the top.
      xml.element("c:scaling") { $0.element("c:orientation", ["val": "maxMin"]) }
      xml.element("c:delete", ["val": "0"])
      xml.element("c:axPos", ["val": "l"])
      xml.element("c:majorTickMark", ["val": "none"])
      xml.element("c:minorTickMark", ["val": "none"])
      xml.element("c:tickLblPos", ["val": "low"])
      xml.element("c:crossAx", ["val": Self.axes[1]])
      xml.element("c:crosses", ["val": "autoZero"])
      xml.element("c:lblAlgn", ["val": "ctr"])
      xml.element("c:noMultiLvlLbl", ["val": "1"])
    }
    let hasNegative = chart.series.contains { $0.values.contains { $0?.hasPrefix("-") == true } }
    xml.element("c:valAx") { xml in
      xml.element("c:axId", ["val": Self.axes[1]])
      xml.element("c:scaling") { xml in
        xml.element("c:orientation", ["val": "minMax"])
        // Bars that began elsewhere would not be as long as what they stand for.
        if !hasNegative { xml.element("c:min", ["val": "0"]) }
      }
      // Every bar bears its figure.
      xml.element("c:delete", ["val": "1"])
      xml.element("c:axPos", ["val": "b"])
      xml.element("c:numFmt", ["formatCode": chart.numberFormat, "sourceLinked": "0"])
      xml.element("c:majorTickMark", ["val": "none"])
      xml.element("c:minorTickMark", ["val": "none"])
      xml.element("c:tickLblPos", ["val": "none"])
      xml.element("c:crossAx", ["val": Self.axes[0]])
      xml.element("c:crosses", ["val": "autoZero"])
    }
  }
}
