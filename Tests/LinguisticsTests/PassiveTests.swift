import Linguistics
import TestSupport
import Testing

/// Verbs in the passive.
@Suite struct PassiveTests {
  private func passives(_ text: String) -> [String] {
    let sentence = EnglishAnalyzer().analyze(text)
    return Passives.find(in: sentence).map { passive in
      sentence.tokens[passive.participle].text + (passive.agent.map { " " + sentence.text(of: $0) } ?? "")
    }
  }

  @Test(arguments: [
    ("The plan was agreed by the council in May.", ["agreed by the council"]),
    ("The plan has not yet been agreed.", ["agreed"]),
    ("Forms must be sent by Friday.", ["sent"]),
    ("Was the letter sent?", ["sent"]),
    ("They have agreed the plan.", []),
    ("She is happy and he was running.", []),
    ("He got paid late.", ["paid"]),
  ])
  func `A passive is found with its agent`(_ text: String, _ expected: [String]) {
    #expect(passives(text) == expected)
  }

  /// Against what the treebank marks: a participle with a passive auxiliary.
  @Test(.enabled(if: SharedData.isPresent))
  func `Passives of the treebank are found as often as is promised`() throws {
    let analyzer = EnglishAnalyzer()
    var (right, missed, wrong) = (0, 0, 0)
    for words in try Treebank.sentences("easyread/ud-ewt/en_ewt-ud-test.conllu") {
      let gold = Set(words.filter { $0.relation == "aux:pass" }.map { $0.head - 1 })
      let found = Set(Passives.find(in: analyzer.sentence(of: words.map(\.form))).map(\.participle))
      right += gold.intersection(found).count
      missed += gold.subtracting(found).count
      wrong += found.subtracting(gold).count
    }
    let score = 2 * Double(right) / Double(2 * right + missed + wrong)
    #expect(score >= 0.92, "\(score): \(right) right, \(missed) missed, \(wrong) wrong")
  }
}
