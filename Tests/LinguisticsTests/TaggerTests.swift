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
