import Foundation
import Sentences
import TestSupport
import Testing

/// Sentences as annotators found them, in the Universal Dependencies treebanks of English.
@Suite(.enabled(if: SharedData.isPresent)) struct TreebankTests {
  /// How well the segmenter does between the sentences of paragraphs.
  private func score(_ file: String) throws -> (precision: Double, recall: Double, f1: Double) {
    let segmenter = SentenceSegmenter(language: "en")
    var (right, wrong, missed) = (0.0, 0.0, 0.0)
    for paragraph in try paragraphs(file) {
      var gold: Set<Int> = []
      var length = -1
      for sentence in paragraph {
        length += sentence.unicodeScalars.count + 1
        gold.insert(length)
      }
      let text = Array(paragraph.joined(separator: " ").unicodeScalars)
      var found = Set(segmenter.ranges(in: text).map(\.upperBound))
      // The end of the paragraph is no decision.
      gold.remove(text.count)
      found.remove(text.count)
      right += Double(gold.intersection(found).count)
      wrong += Double(found.subtracting(gold).count)
      missed += Double(gold.subtracting(found).count)
    }
    let (precision, recall) = (right / (right + wrong), right / (right + missed))
    return (precision, recall, 2 * precision * recall / (precision + recall))
  }

  private func paragraphs(_ file: String) throws -> [[String]] {
    var paragraphs: [[String]] = [[]]
    for line in try SharedData.text(file).split(separator: "\n") {
      if line.hasPrefix("# newpar") || line.hasPrefix("# newdoc") { paragraphs.append([]) }
      if line.hasPrefix("# text = ") { paragraphs[paragraphs.count - 1].append(String(line.dropFirst(9))) }
    }
    return paragraphs.filter { !$0.isEmpty }
  }

  @Test func `Edited text`() throws {
    let score = try score("easyread/ud-gum/en_gum-permissive-ud-test.conllu")
    #expect(score.precision > 0.97 && score.f1 > 0.95, "\(score)")
  }

  /// Much of this is chat and mail that ends sentences with nothing, which no rule can see.
  @Test func `Unedited text`() throws {
    let score = try score("easyread/ud-ewt/en_ewt-ud-test.conllu")
    #expect(score.precision > 0.98 && score.f1 > 0.8, "\(score)")
  }
}
