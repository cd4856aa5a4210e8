import Testing

@testable import BrailleTranslation

@Suite struct LongRunsTests {
  @Test func ordinaryTextGoesInOneCall() {
    let words = Array(repeating: "word", count: 1_000).joined(separator: " ")
    #expect(LongRuns.pieces(of: words.unicodeScalars.map(\.value)) == nil)
    #expect(LongRuns.pieces(of: Array(repeating: 0x61, count: LongRuns.limit)) == nil)
  }

  @Test(arguments: ["<?", "\"'", "a", "a1", "1", "A"]) func piecesAreTheTextAndShort(_ unit: String) throws {
    let text = Array(repeating: unit, count: 3_000).joined().unicodeScalars.map(\.value)
    let pieces = try #require(LongRuns.pieces(of: text))
    #expect(pieces.first?.lowerBound == 0 && pieces.last?.upperBound == text.count)
    #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    #expect(pieces.allSatisfy { !$0.isEmpty && $0.count <= LongRuns.limit })
  }

  @Test func noCutAfterADigitWhereALetterFollows() throws {
    let text = Array(repeating: "1a", count: 2_000).joined().unicodeScalars.map(\.value)
    for piece in try #require(LongRuns.pieces(of: text)).dropFirst() {
      #expect(text[piece.lowerBound - 1] != 0x31)
    }
  }

  @Test func aHundredThousandSignsComeBack() throws {
    for unit in ["<?", "\"'"] {
      let text = Array(repeating: unit, count: 20_000).joined()
      #expect(try Translator.ueb("1").translate([TextRun(text)]).text.cells.count >= 40_000)
    }
  }
}
