import Linguistics

/// What every edit must leave as it is; an edit that does not is taken back.
enum Conditions {
  /// What a change of words breaks; nil for nothing.
  static func violation(of change: WordChange, in reading: Reading) -> String? {
    guard !change.isDeclared else { return nil }
    let before = Meaning(reading.line.text(change.range))
    let after = Meaning(change.replacement)
    return before.difference(after).map { "\($0) would be lost or added" }
  }

  /// What a split breaks; nil for nothing.
  static func violation(of split: Split, in reading: Reading, _ readings: [Reading?]) -> String? {
    // Every word is still there, but for those the rule drops and says again.
    var before = WordList.words(of: reading.line.words) + split.added
    for part in split.parts + split.dropped.map({ Split.Part(line: Line($0)) }) {
      for word in WordList.words(of: part.line.words) {
        guard let place = before.firstIndex(of: word) else { return "\u{201C}\(word)\u{201D} would be added" }
        before.remove(at: place)
      }
    }
    if let word = before.first { return "\u{201C}\(word)\u{201D} would be lost" }
    for word in split.dropped where Meaning.kind(of: word) != nil {
      return "\u{201C}\(word)\u{201D} carries meaning and would be lost"
    }
    for word in split.added where Meaning.kind(of: word) != nil {
      return "\u{201C}\(word)\u{201D} carries meaning and would be said twice"
    }
    // What has no words is still there, once.
    let objects = reading.line.objectOrigins
    if split.parts.flatMap(\.line.objectOrigins).sorted() != objects.sorted() {
      return "a note or picture would move"
    }
    for part in split.parts {
      if let reason = unbalanced(part.line.text), unbalanced(reading.line.text) == nil { return reason }
    }
    if split.needsSentences {
      for case let part? in readings {
        if part.wordCount < 2 { return "a part has no two words" }
        guard part.hasFiniteVerb(in: 0..<part.count) || part.isImperative else {
          return "\u{201C}\(part.line.words)\u{201D} would have no finite verb"
        }
      }
    }
    return nil
  }

  /// Which mark would stand without its other half; nil for none.
  static func unbalanced(_ text: String) -> String? {
    var depth = 0
    var quotes = 0
    var straight = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "(", "[": depth += 1
      case ")", "]":
        depth -= 1
        if depth < 0 { return "a bracket would be open" }
      case "\u{201C}": quotes += 1
      case "\u{201D}": quotes -= 1
      case "\"": straight += 1
      default: break
      }
    }
    if depth != 0 { return "a bracket would be open" }
    if quotes != 0 || straight % 2 != 0 { return "a quotation mark would be open" }
    return nil
  }
}

extension Line {
  /// Where the objects of the line came from.
  var objectOrigins: [Int32] {
    guard bytes.contains(0xEF) else { return [] }
    var found: [Int32] = []
    var position = 0
    while position < count {
      if isObject(at: position) {
        found.append(origins[position])
        position += 3
      } else {
        position += 1
      }
    }
    return found
  }
}

extension Reading {
  /// Whether the sentence tells somebody to do something: it begins with a verb.
  var isImperative: Bool { tag(first) == .vb || (tag(first) == .vbp && tag(first + 1) != .comma) }
}
