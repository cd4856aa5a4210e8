import Testing

@testable import BrailleTranslation

/// Texts no one would write, with what must hold of any text.
@Suite struct FuzzTests {
  private static let pools: [[UInt32]] = [
    Array(0x00...0x7F), Array(0xA0...0x24F), Array(0x300...0x36F), Array(0x370...0x5FF),
    Array(0x1E00...0x1FFF),
    Array(0x2000...0x22FF), Array(0x2460...0x28FF), Array(0x3000...0x30FF), Array(0xAC00...0xACFF),
    Array(0xFB00...0xFFFF), Array(0x1F1E6...0x1F6FF), Array(0xE0000...0xE007F),
    [0x200D, 0xFE0F, 0x20, 0x2019, 0x201C, 0x22],
  ]

  @Test(arguments: ["ueb 2", "ueb 1", "bauk 2", "fr 2", "ar 2", "vi 2", "zh 1", "fa 1"])
  func everyTextKeepsTheRules(name: String) throws {
    let parts = name.split(separator: " ").map(String.init)
    let translator = try Translator(code: BrailleCodes.find(parts[0]), grade: parts[1])
    var random = SplitMix(state: 20_261_123)
    for _ in 0..<250 {
      var runs: [TextRun] = []
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...12, using: &random) {
          let pool = Self.pools[Int.random(in: 0..<Self.pools.count, using: &random)]
          if let scalar = Unicode.Scalar(pool[Int.random(in: 0..<pool.count, using: &random)]) {
            text.append(scalar)
          }
          if Bool.random(using: &random) { text.append(contentsOf: "aB 3".unicodeScalars) }
        }
        runs.append(
          TextRun(
            String(text), emphasis: Emphasis(rawValue: UInt8.random(in: 0...31, using: &random)),
            treatment: Bool.random(using: &random) ? .text : .uncontracted))
      }
      let length = runs.reduce(0) { $0 + $1.text.unicodeScalars.count }
      let translation = try translator.translate(runs)
      let braille = translation.text
      #expect(braille.cells.allSatisfy { $0 < 0x40 }, "\(runs)")
      #expect(braille.origins == braille.origins.sorted(), "\(runs)")
      #expect(braille.origins.allSatisfy { (0..<Int32(max(length, 1))).contains($0) }, "\(runs)")
      #expect(translation.substitutions.allSatisfy { $0.offset < length }, "\(runs)")
      #expect(try translator.translate(runs) == translation, "\(runs)")
    }
  }
}

/// A small generator with a seed, so that a failure comes again.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
