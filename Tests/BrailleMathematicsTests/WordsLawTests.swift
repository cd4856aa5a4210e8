import BrailleMathematics
import BrailleTranslation
import TestSupport
import Testing

/// Every identifier, number and word of a formula is in its braille, in reading order, whatever the
/// formula is.
@Suite struct WordsLawTests {
  /// Cells that hold nothing but indicators and signs come between; those of a word stand together.
  private func lost(_ expression: MathExpression, grade: String) throws -> [String] {
    let translator = try Translator(code: BrailleCodes.find("ueb"), grade: grade)
    let cells = try MathBrailleWriter(translator: translator).braille(expression).text.cells
    var rest = cells[...]
    var lost: [String] = []
    for word in expression.words {
      let forms = try forms(of: word, with: translator)
      guard
        let found = forms.compactMap({ rest.firstRange(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound })
      else {
        lost.append(word)
        continue
      }
      rest = rest[found.upperBound...]
    }
    return lost
  }

  /// The ways a word may be written: letter by letter, as digits, or contracted.
  private func forms(of word: String, with translator: Translator) throws -> [[UInt8]] {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let cells: [UInt8] = [
      0x01, 0x03, 0x09, 0x19, 0x11, 0x0B, 0x1B, 0x13, 0x0A, 0x1A, 0x05, 0x07, 0x0D, 0x1D, 0x15, 0x0F, 0x1F,
      0x17, 0x0E, 0x1E, 0x25, 0x27, 0x3A, 0x2D, 0x3D, 0x35,
    ]
    func cell(_ letter: Character) -> UInt8? {
      Array(letter.lowercased()).first.flatMap(letters.firstIndex(of:)).map { cells[$0] }
    }
    if word.allSatisfy({ $0.isWholeNumber || ".,".contains($0) }) {
      let digits = word.compactMap {
        $0.wholeNumberValue.map { cells[$0 == 0 ? 9 : $0 - 1] } ?? ($0 == "." ? 0x32 : 0x02)
      }
      return [digits]
    }
    let spelled = word.compactMap(cell)
    let capitals = word.flatMap { letter -> [UInt8] in
      cell(letter).map { letter.isUppercase ? [0x20, $0] : [$0] } ?? []
    }
    let contracted = try translator.translate([TextRun(word)]).text.cells.drop { $0 == 0x30 }
    // The parts of a compound are contracted by themselves.
    let compound = try ["arc", String(word.dropFirst(3))].flatMap {
      try translator.translate([TextRun($0)]).text.cells
    }
    return [word.hasPrefix("arc") ? compound : [], spelled, capitals, Array(contracted)].filter {
      !$0.isEmpty
    }
  }

  @Test(arguments: ["1", "2"]) func generatedFormulas(grade: String) throws {
    var generator = FormulaGenerator(seed: 2026)
    for _ in 0..<400 {
      let expression = generator.expression(depth: 4)
      let lost = try lost(expression, grade: grade)
      #expect(lost.isEmpty, "\(lost) of \(expression)")
    }
  }

  @Test(.enabled(if: SharedData.isPresent)) func formulasOfTheGoldData() throws {
    var checked = 0
    for row in try GoldRow.all() {
      let expression = try MathMLReader.read(row.markup)
      guard expression.words.allSatisfy({ $0.allSatisfy { $0.isASCII && $0 != "-" } }) else { continue }
      checked += 1
      let lost = try lost(expression, grade: "2")
      #expect(lost.isEmpty, "\(lost) of \(row.name)")
    }
    #expect(checked > 150)
  }
}

/// Formulas at random, always the same ones.
struct FormulaGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[next(elements.count)] }

  mutating func expression(depth: Int) -> MathExpression {
    guard depth > 0 else { return leaf() }
    func inner(_ generator: inout Self) -> MathExpression { generator.expression(depth: depth - 1) }
    switch next(11) {
    case 0: return .fraction(inner(&self), over: inner(&self), pick([.line, .bevelled, .none]))
    case 1: return .radical(inner(&self), index: next(2) == 0 ? nil : inner(&self))
    case 2:
      return .scripts(
        inner(&self), .init(after: [.init(.lowered, inner(&self)), .init(.raised, inner(&self))]))
    case 3:
      return .scripts(
        inner(&self), .init(before: [.init(.raised, inner(&self))], after: [.init(.raised, inner(&self))]))
    case 4:
      return .limits(inner(&self), under: inner(&self), over: pick([.sign("¯"), .sign("^"), inner(&self)]))
    case 5:
      return .fenced(
        open: pick(["(", "[", "{", "|", ""]), inner(&self), close: pick([")", "]", "}", "|", ""]))
    case 6: return .table([[inner(&self), inner(&self)], [inner(&self)]], pick([.matrix, .lines]))
    case 7: return .fenced(open: "(", .table([[inner(&self)], [inner(&self)]], .matrix), close: ")")
    case 8: return .enclosed(inner(&self), pick([.box, .circle, .stroke]))
    default:
      return .row([
        leaf(), .sign(pick(["+", "=", "→", ",", ":", "|", "≤", "′", "△"])), inner(&self), .space(ems: 0.3),
      ])
    }
  }

  private mutating func leaf() -> MathExpression {
    switch next(4) {
    case 0: .number(pick(["7", "42", "3.14", "1,000", "0"]), pick([.regular, .regular, .bold]))
    case 1: .identifier(pick(["x", "a", "b", "K", "A"]), pick([.regular, .regular, .bold, .doubleStruck]))
    case 2: .identifier(pick(["sin", "max", "CO", "dx", "ac"]), .regular)
    default: .text(pick(["if", "and", "people", "Table"]))
    }
  }
}
