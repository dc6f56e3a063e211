import Foundation
import Mustache
import TestSupport
import Testing

/// The tests of the public Mustache specification, when its files lie in `shared/mustache-spec` beside the checkout.
@Suite("Public specification", .enabled(if: PublicSpecification.folder != nil, PublicSpecification.absence))
struct PublicSpecificationTests {
  @Test("is complete")
  func complete() {
    #expect(PublicSpecification.cases.count == 136)
  }

  @Test("is met", arguments: PublicSpecification.cases)
  func met(specified: PublicSpecification.Case) throws {
    let text = try rendered(specified.template, specified.context, partials: specified.partials)
    #expect(text == specified.expected)
  }
}

enum PublicSpecification {
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let name: String
    let template: String
    let context: MustacheValue
    let partials: [String: String]
    let expected: String

    var testDescription: String { "\(file): \(name)" }
  }

  static let absence = Comment(rawValue: SharedFiles.absence(of: "mustache-spec"))

  static let files = ["comments", "delimiters", "interpolation", "inverted", "partials", "sections"]

  static let folder = SharedFiles.url("mustache-spec")

  /// All cases; a file that cannot be read gives none, and then the count is wrong.
  static let cases: [Case] = {
    guard let folder else { return [] }
    return files.flatMap { file -> [Case] in
      guard let data = try? Data(contentsOf: folder.appending(component: file + ".json")),
        let document = try? JSONDecoder().decode(Document.self, from: data)
      else { return [] }
      return document.tests.map { test in
        Case(
          file: file, name: test.name, template: test.template, context: test.data.value,
          partials: test.partials ?? [:], expected: test.expected)
      }
    }
  }()

  private struct Document: Decodable {
    struct Test: Decodable {
      let name: String
      let data: JSONValue
      let template: String
      let partials: [String: String]?
      let expected: String
    }

    let tests: [Test]
  }

  /// A template value decoded from JSON, with numbers spelled as they are in Swift.
  private struct JSONValue: Decodable {
    let value: MustacheValue

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = .null
      } else if let flag = try? container.decode(Bool.self) {
        value = .bool(flag)
      } else if let number = try? container.decode(Int.self) {
        value = .text("\(number)")
      } else if let number = try? container.decode(Double.self) {
        value = .text("\(number)")
      } else if let text = try? container.decode(String.self) {
        value = .text(text)
      } else if let items = try? container.decode([JSONValue].self) {
        value = .list(items.map(\.value))
      } else {
        value = .object(MustacheObject(try container.decode([String: JSONValue].self).mapValues(\.value)))
      }
    }
  }
}
