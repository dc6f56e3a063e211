import Testing

@testable import Reading

/// Words with a letter recognised wrongly are taken for the one they are nearest to, and for none where two are.
@Suite struct NearWordsTests {
  private static let words = NearWords(["财政拨款收入", "年初结转和结余", "年末结转和结余", "一、一般公共预算财政拨款收入", "合计"])

  @Test(arguments: [
    ("财政拨款收人", "财政拨款收入"), ("一、一般公其预算财政拨款收入", "一、一般公共预算财政拨款收入"), ("财政拨款", "财政拨款"),
    // A stroke that is too long, and neither beginning nor end of the year.
    ("年未结转和结余", "年末结转和结余"), ("年功结转和结余", "年功结转和结余"), ("年初结转和结余", "年初结转和结余"),
    // Too short, and with a digit.
    ("台计", "台计"), ("财政拨款收1", "财政拨款收1"), ("2024财政拨款收人", "2024财政拨款收人"),
  ])
  func theOneNearestWordIsTaken(_ read: String, _ word: String) {
    #expect(Self.words.nearest(to: read) == word)
  }

  @Test func whatMakesAnotherWordOfOneIsNoMistakeOfAnEngine() {
    // Last year's is not this year's, and the beginning not the end.
    let words = NearWords(["本年收入合计", "年末结转和结余", "人员经费合计", "人员经费小计"], meanings: ["人员经费合计": "甲", "人员经费小计": "甲"])
    for text in ["上年收入合计", "年初结转和结余", "公员经费合计"] { #expect(words.nearest(to: text) == text) }
    // Which of two words with one meaning it was makes no difference.
    #expect(["人员经费合计", "人员经费小计"].contains(words.nearest(to: "人员经费训计")))
    #expect(NearWords(["人员经费合计", "人员经费小计"]).nearest(to: "人员经费训计") == "人员经费训计")
  }

  @Test func aLineOfSeveralKeepsItsLength() {
    #expect(Self.words.nearest(to: "财政拨款收", isPart: false) == "财政拨款收入")
    #expect(Self.words.nearest(to: "财政拨款收", isPart: true) == "财政拨款收")
    #expect(Self.words.nearest(to: "财政拔款收入", isPart: true) == "财政拨款收入")
  }

  @Test func theWordsOfFormsAndCodesAreKnown() {
    #expect(NearWords.standard.nearest(to: "机关事业单位基本养老保险缴费支岀") == "机关事业单位基本养老保险缴费支出")
    #expect(NearWords.standard.nearest(to: "财政拨款收人支出决算总表") == "财政拨款收入支出决算总表")
  }

  @Test func wordsThatNoTextHasAreWhatWasPrinted() {
    #expect(MisreadWords.standard.restored("因公出国〈境)费文出64.50万元") == "因公出国(境)费支出64.50万元")
    #expect(MisreadWords(["甲 乙", "丙"]).restored("甲丙") == "乙丙")
  }
}
