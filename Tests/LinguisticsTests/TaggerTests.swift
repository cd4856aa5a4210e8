import Linguistics
import TestSupport
import Testing

/// The tagger against the test sets of the treebanks, with their own tokens.
@Suite(.enabled(if: SharedData.isPresent)) struct TaggerTests {
  @Test(arguments: [
    ("ud-ewt/en_ewt-ud-test.conllu", 0.94), ("ud-gum/en_gum-permissive-ud-test.conllu", 0.955),
  ])
  func `Tags are right as often as is promised`(_ path: String, _ least: Double) throws {
    let analyzer = EnglishAnalyzer()
    var (right, total) = (0, 0)
    for sentence in try Treebank.sentences("easyread/" + path) {
      let tags = analyzer.sentence(of: sentence.map(\.form)).tokens.map(\.tag)
      for (word, tag) in zip(sentence, tags) {
        total += 1
        if word.tag == tag.penn { right += 1 }
      }
    }
    #expect(total > 10_000)
    let share = Double(right) / Double(total)
    #expect(share >= least, "\(path): \(share)")
  }
}

/// Treebanks of Universal Dependencies.
enum Treebank {
  struct Word {
    var form: String
    var lemma: String
    var tag: String
    var head: Int
    var relation: String
  }

  /// The sentences of a CoNLL-U file.
  static func sentences(_ path: String) throws -> [[Word]] {
    var all: [[Word]] = []
    var words: [Word] = []
    for line in try SharedData.text(path).utf8.split(separator: 10, omittingEmptySubsequences: false) {
      if line.isEmpty {
        if !words.isEmpty { all.append(words) }
        words = []
      } else if line.first != 0x23 {
        let cells = line.split(separator: 9, omittingEmptySubsequences: false).map { String(Substring($0)) }
        if cells.count > 7, Int(cells[0]) != nil {
          words.append(
            Word(form: cells[1], lemma: cells[2], tag: cells[4], head: Int(cells[6]) ?? 0, relation: cells[7])
          )
        }
      }
    }
    return all
  }
}
