import Linguistics
import TestSupport
import Testing

/// The model of hard words against the sets of the CWI 2018 shared task, which are only read here.
@Suite(.enabled(if: SharedData.isPresent)) struct HardWordsTests {
  private static let stops: Set<String> = Set(
    """
    the a an of in on to and or for at by with from as is are was were be been it its his her their this that
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  @Test func `Hard words are told from others as often as is promised`() throws {
    let scores = try ["News", "WikiNews", "Wikipedia"].map(macroF1)
    #expect(scores.reduce(0, +) / 3 >= 0.80, "\(scores)")
  }

  private func macroF1(_ genre: String) throws -> Double {
    // Rows: what people said, columns: what the model says.
    var table = [[0, 0], [0, 0]]
    for line in try SharedData.text("easyread/cwi2018/\(genre)_Dev.tsv").utf8.split(separator: 10) {
      let cells = line.split(separator: 9, omittingEmptySubsequences: false)
      let words = String(Substring(cells[4]))
        .split { !($0.isLetter || $0.isNumber || "'’.-".contains($0)) }.map(String.init)
      let content = words.filter { !Self.stops.contains($0.lowercased()) }
      let score = HardWords.score(phrase: content.isEmpty ? words : content)
      table[cells[9].first == 0x31 ? 1 : 0][score > 0 ? 1 : 0] += 1
    }
    func f1(_ label: Int) -> Double {
      let right = Double(table[label][label])
      return 2 * right / (2 * right + Double(table[label][1 - label] + table[1 - label][label]))
    }
    return (f1(0) + f1(1)) / 2
  }
}
