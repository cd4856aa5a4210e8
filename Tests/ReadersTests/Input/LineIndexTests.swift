import Diagnostics
import Testing

@testable import Readers

@Suite("Lines and columns")
struct LineIndexTests {
  @Test("All three line ends count")
  func lineEnds() {
    let index = LineIndex(Array("a\nb\r\nc\rd\n".utf8))
    #expect(index.lineCount == 5)
    #expect([0, 2, 5, 7, 9].map { index.position(of: $0).line } == [1, 2, 3, 4, 5])
    #expect(index.position(of: 3) == SourcePosition(line: 2, column: 2))
    #expect(index.offset(line: 3, byteColumn: 1) == 5)
    #expect(index.offset(ofLine: 99) == 9)
  }

  @Test("Columns count scalars, in short lines and in long ones")
  func columns() {
    let line = String(repeating: "é漢𝄞a", count: 500)
    let index = LineIndex(Array(("x\n" + line).utf8))
    var offset = 2
    var column = 1
    for scalar in line.unicodeScalars {
      #expect(index.position(of: offset) == SourcePosition(line: 2, column: column))
      offset += String(scalar).utf8.count
      column += 1
    }
    #expect(index.position(of: 1_000_000) == SourcePosition(line: 2, column: 2_001))
  }

  @Test("A text whose length is a whole number of counting blocks")
  func blocks() {
    let index = LineIndex(Array(String(repeating: "é", count: 64).utf8))
    #expect(index.position(of: 128) == SourcePosition(line: 1, column: 65))
    #expect(LineIndex([]).position(of: 0) == SourcePosition(line: 1, column: 1))
  }
}
