import Linguistics

/// A change of a few words of a line.
struct WordChange {
  var rule: RuleID
  var editClass: EditClass
  /// Bytes of the line.
  var range: Range<Int>
  var replacement: String
  var evidence: String
  /// Whether the rule itself says that words which carry meaning change: `numerous` for `many`.
  var isDeclared = false
}

/// A line made into several.
struct Split {
  var rule: RuleID
  var editClass: EditClass
  /// Bytes of the line: what the split is about.
  var range: Range<Int>
  var parts: [Part]
  var evidence: String
  /// Words of the line that stand in no part, in small letters: `and`, `which`.
  var dropped: [String] = []
  /// Words that stand in a part besides: a repeated subject.
  var added: [String] = []
  /// Whether parts must be sentences; points of a list are not.
  var needsSentences = true

  struct Part {
    var line: Line
    var kind: SimplifiedSentence.Line.Kind = .sentence
    /// Whether the next sentence says when this was, so that it is not parted in what may have other times.
    var hasTimeBehind = false
    /// The tokens of the line, once it is done.
    var tokens: [Token] = []
  }
}

extension Line {
  /// The line as a sentence: a capital first, a full stop last.
  func asSentence(ending: String = ".") -> Line {
    var line = trimmed
    while let last = line.bytes.last, last == 0x2C || last == 0x3B || last == 0x20 || last == 0x3A {
      line = line[0..<line.count - 1]
    }
    line.capitalise()
    let (text, _) = line.mapped
    if let last = text.unicodeScalars.last, ending == ":" || !".!?\u{2026}".unicodeScalars.contains(last) {
      // Behind a quotation mark or a bracket that holds a whole sentence a stop is there already.
      let closing = "\u{201D}\"')\u{2019}".unicodeScalars
      let before = text.unicodeScalars.dropLast().last
      if !(closing.contains(last) && before.map { ".!?".unicodeScalars.contains($0) } == true) {
        line.append(ending)
      }
    }
    return line
  }

  /// Puts text after the last word, before objects that follow it.
  mutating func append(_ string: String) {
    var end = count
    while end >= 3, isObject(at: end - 3) { end -= 3 }
    replace(end..<end, with: string)
  }

  /// Makes the first letter a capital.
  mutating func capitalise() {
    var position = 0
    while position < count {
      let byte = bytes[position]
      if (0x61...0x7A).contains(byte) {
        // iPhone keeps its own.
        if position + 1 < count, (0x41...0x5A).contains(bytes[position + 1]) { return }
        setByte(position, byte - 0x20)
        return
      }
      if (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) { return }
      if byte == 0xC3, position + 1 < count, (0xA0...0xBE).contains(bytes[position + 1]) {
        setByte(position + 1, bytes[position + 1] - 0x20)
        return
      }
      if byte >= 0x80, !isObject(at: position), byte != 0xE2, byte & 0xC0 != 0x80 { return }
      position += isObject(at: position) ? 3 : 1
    }
  }
}
