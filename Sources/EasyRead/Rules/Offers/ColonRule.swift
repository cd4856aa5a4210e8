/// Parts sentences at a colon or a dash between full clauses.
enum ColonRule {
  static func splits(_ reading: Reading) -> [Split] {
    var splits: [Split] = []
    for index in reading.words.indices.dropFirst(3).dropLast(3) {
      guard [":", "\u{2013}", "\u{2014}", "--"].contains(reading.text(index)), reading.isOpen(index) else {
        continue
      }
      guard !reading.words[index].isJoined || reading.text(index) != "\u{2013}" else { continue }
      let end = reading.contentEnd
      guard reading.clause(at: index + 1, to: end) != nil, reading.hasFiniteVerb(in: 0..<index) else {
        continue
      }
      let left = reading.line[0..<reading.words[index - 1].range.upperBound]
      let right = reading.line[reading.words[index + 1].range.lowerBound..<reading.line.count]
      let objects = reading.line.objects(in: left.count..<reading.line.count - right.count)
      splits.append(
        Split(
          rule: .colon, editClass: .c, range: reading.words[index].range,
          parts: [.init(line: left.asSentence() + objects), .init(line: right.asSentence())],
          evidence: "a clause stands on both sides of \u{201C}\(reading.text(index))\u{201D}"))
    }
    return splits
  }
}
