import BrailleLayout
import TestSupport
import Testing

@testable import Renderers

/// BRF and Unicode braille files: the bytes of pages.
@Suite struct BRFWriterTests {
  /// Two pages of 10 by 3: text and a corner number, then nothing but a blank row.
  static let pages: BraillePages = {
    var corner = Row([0x01, 0x00, 0x03])
    corner.corner = [0x3C, 0x01]
    return BraillePages(
      width: 10, height: 3,
      pages: [Page(number: 1, rows: [corner, Row([0x3F])]), Page(number: 2, rows: [Row(kind: .blank)])])
  }()

  @Test func everyPageHasAllItsLinesAndEndsInAFormFeed() {
    let text = String(decoding: BRFWriter(lineEnding: .lf).bytes(Self.pages), as: UTF8.self)
    #expect(text == "A B     #A\n=\n\n\u{0C}\n\n\n\u{0C}")
  }

  @Test func linesEndAsAsked() {
    let bytes = BRFWriter(lineEnding: .crlf).bytes(Self.pages)
    #expect(String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { $0 == "\r" }.count == 6)
    #expect(bytes.last == 0x0C)
  }

  @Test func noPagesMakeNoBytes() {
    #expect(BRFWriter(lineEnding: .lf).bytes(BraillePages(width: 10, height: 3)).isEmpty)
  }

  @Test func unicodeBrailleHasTheSameStructure() {
    let text = String(decoding: UnicodeBrailleWriter(lineEnding: .lf).bytes(Self.pages), as: UTF8.self)
    #expect(text == "⠁⠀⠃⠀⠀⠀⠀⠀⠼⠁\n⠿\n\n\u{0C}\n\n\n\u{0C}")
  }

  @Test func unicodeBrailleHoldsEightDots() {
    #expect(String(decoding: UnicodeBrailleWriter.utf8(0xFF), as: UTF8.self) == "\u{28FF}")
    #expect(String(decoding: UnicodeBrailleWriter.utf8(0x40), as: UTF8.self) == "\u{2840}")
  }

  @Test func everyCellHasACharacterOfItsOwn() {
    #expect(BRFWriter.alphabet.count == 64)
    #expect(Set(BRFWriter.alphabet).count == 64)
    #expect(BRFWriter.alphabet[0] == UInt8(ascii: " "))
  }

  @Test(.enabled(if: SharedData.isPresent)) func alphabetIsTheOneInUse() throws {
    var compared = 0
    for line in try SharedData.text("braille/nabcc_map.tsv").split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 3, let scalar = fields[0].unicodeScalars.first else { continue }
      let character = fields[3] == "SPACE" ? UInt8(ascii: " ") : fields[3].utf8.first
      #expect(BRFWriter.alphabet[Int(scalar.value - 0x2800)] == character)
      compared += 1
    }
    #expect(compared == 64)
  }
}
