import Linguistics

/// `was built in 1990 and opened in 1992`: the subject and *was* are said again.
enum SharedAuxiliaryRule {
  static func splits(_ reading: Reading) -> [Split] {
    let end = reading.contentEnd
    guard let clause = reading.beginsWithSubject(to: end),
      ["be", "have"].contains(reading.lemma(clause.verb)),
      reading.tag(clause.verb) != .md, !reading.hasQuantity(clause.subject), clause.subject.count <= 8
    else { return [] }
    let group = reading.verbGroupEnd(clause.verb)
    guard group > clause.verb + 1, reading.tag(group - 1) == .vbn || reading.tag(group - 1) == .vbg else {
      return []
    }
    let wanted = reading.tag(group - 1)
    var splits: [Split] = []
    for joint in reading.words.indices where joint > group && joint < end - 1 {
      guard ["and", "but"].contains(reading.lower(joint)), reading.isOpen(joint) else { continue }
      var verb = joint + 1
      while reading.tag(verb).isAdverb, !Reading.negators.contains(reading.lower(verb)) { verb += 1 }
      guard verb < end, reading.tag(verb) == wanted || (wanted == .vbn && reading.tag(verb) == .vbd) else {
        continue
      }
      if (group..<joint).contains(where: { reading.isSubordinator($0) || reading.tag($0) == .vbn }) {
        continue
      }
      let hasComma = reading.tag(joint - 1) == .comma
      let leftEnd = hasComma ? joint - 1 : joint
      // What stands between be and the participle (been, not) is said again too, but for adverbs.
      let helpers = (clause.verb..<group - 1).filter { !reading.tag($0).isAdverb }.map { reading.text($0) }
      guard !(clause.verb..<group).contains(where: { Reading.negators.contains(reading.lower($0)) }) else {
        continue
      }
      let (subject, words) = reading.subject(clause.subject)
      let helper = helpers.joined(separator: " ")
      let lead = subject + Line(" \(helper) ")
      splits.append(
        Split(
          rule: .verbCoordination, editClass: .c, range: reading.bytes(joint..<verb + 1),
          parts: [
            .init(line: reading.head(to: leftEnd - 1).asSentence()),
            .init(line: (lead + reading.tail(from: joint + 1)).asSentence()),
          ],
          evidence: "\u{201C}\(helper)\u{201D} helps both verbs", dropped: [reading.lower(joint)],
          added: words + helpers.map { $0.lowercased() }))
      break
    }
    return splits
  }
}
