import Foundation
import TestSupport
import Testing

/// The published texts themselves, where they lie beside the checkout: what holds of the texts in the fixtures holds of
/// them, against the transcription that lies with them.
@Suite(.enabled(if: SharedFiles.url("published") != nil, "\(SharedFiles.absence(of: "published"))"))
struct PublishedEvaluationTests {
  private static let transcribed: [EvaluationReaderTests.Source] = {
    guard let texts = SharedFiles.url("published"), let transcription = SharedFiles.url("selfevaluation") else {
      return []
    }
    return EvaluationReaderTests.transcribed(texts, transcription, linesInFrontOfYiyang: 0)
  }()

  private static let datong = SharedFiles.url("published/datong-2024-final-accounts.txt").map { [$0] } ?? []

  private let reader = EvaluationReaderTests()
  private let page = EvaluationPageTests()

  @Test(arguments: transcribed) func tablesAreReadAsTranscribed(source: EvaluationReaderTests.Source) throws {
    try reader.tablesAreReadAsTranscribed(source: source)
    try reader.cellsKnowTheirLines(source: source)
    try reader.findingsAreThoseOfTheTranscription(source: source)
  }

  @Test(arguments: transcribed) func tablesComeBackFromEveryFormat(source: EvaluationReaderTests.Source) throws {
    try page.publishedTablesComeBack(source: source)
    try page.publishedTablesComeBackFromAWorkbook(source: source)
  }

  @Test(arguments: datong) func tablesOfDatongAreThoseOfTheSpecification(text: URL) throws {
    try reader.tablesOfDatongAreFound(text: text)
    try reader.lostRowsOfDatongAreSaidToBeLost(text: text)
    try reader.findingsOfDatongAreThoseOfTheSpecification(text: text)
    try reader.targetsOfDatongHaveTheirForms(text: text)
  }

  @Test(arguments: transcribed.map(\.text) + datong) func textsCutOffAreRead(file: URL) throws {
    try reader.textsCutOffAreRead(file: file)
  }
}
