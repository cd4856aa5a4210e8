extension Scores.Counts {
  /// Counts one sentence.
  mutating func add(_ sentence: String) {
    let words = sentence.split { $0.isWhitespace }.filter { $0.contains { $0.isLetter || $0.isNumber } }
    guard !words.isEmpty else { return }
    sentences += 1
    self.words += words.count
    if words.count <= 15 { within15 += 1 }
    if words.count <= 12 { within12 += 1 }
  }
}
