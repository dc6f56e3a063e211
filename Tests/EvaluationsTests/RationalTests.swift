import Evaluations
import Testing

@Suite struct RationalTests {
  @Test(arguments: [
    ("0.125", 2, "0.13"), ("-0.125", 2, "-0.13"), ("0.124999", 2, "0.12"), ("63.655", 2, "63.66"), ("2.5", 0, "3"),
    ("-2.5", 0, "-3"), ("10", 2, "10.00"), ("0", 2, "0.00"), ("-0.001", 2, "0.00"),
  ])
  func roundsHalfAwayFromZero(text: String, decimals: Int, expected: String) throws {
    #expect(try #require(Rational(decimal: text)).text(decimals: decimals) == expected)
  }

  @Test func thirdsStayExact() throws {
    let third = try Rational(1, over: 3)
    #expect(try third + third + third == .one)
    #expect(try third * Rational(3) == .one)
    #expect(try (third - third) == .zero)
    #expect(try Rational(2, over: -4) == Rational(-1, over: 2))
  }

  @Test func comparingNeverOverflows() throws {
    let large = try Rational(.max, over: .max - 1)
    let larger = try Rational(.max - 1, over: .max - 2)
    #expect(large < larger)
    #expect(Rational(.min) < Rational(.max))
  }

  @Test func whatDoesNotFitThrows() throws {
    #expect(throws: NumberOverflow.self) { try Rational(1, over: 0) }
    #expect(throws: NumberOverflow.self) { try Rational(.max) + Rational(1) }
    #expect(throws: NumberOverflow.self) { try Rational(.max) * Rational(2) }
    #expect(throws: NumberOverflow.self) { try Rational(.min) - Rational(1) }
    #expect(throws: NumberOverflow.self) { try Rational(1) / .zero }
    #expect(throws: NumberOverflow.self) { try Rational(.min).magnitude() }
    #expect(throws: NumberOverflow.self) { try Rational(.max).text(decimals: 2) }
    #expect(Rational(decimal: "99999999999999999999") == nil)
    #expect(Rational(decimal: "0.00000000000000000001") == nil)
  }
}
