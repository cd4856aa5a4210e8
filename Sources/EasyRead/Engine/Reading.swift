import Linguistics

/// A line with what is known of its words. Positions of words are bytes of the line.
struct Reading {
  let line: Line
  let words: [Word]
  /// The same as the analyser has them.
  let tokens: [Token]
  /// How many words a reader counts.
  let wordCount: Int

  struct Word {
    var text: String
    var lower: String
    var lemma: String
    var tag: Tag
    var range: Range<Int>
    /// In a link, a quotation, a title: it stays as it is.
    var isProtected = false
    /// Between quotation marks.
    var isQuoted = false
    /// How many brackets are open around it; the brackets themselves count.
    var depth = 0
    /// Whether no space stands before it.
    var isJoined = false
  }

  init(_ line: Line, _ analyzer: any LanguageAnalyzer, in flat: FlatText) {
    self.line = line
    let (text, map) = line.mapped
    let sentence = analyzer.analyze(text)
    wordCount = sentence.wordCount
    tokens = sentence.tokens
    var words: [Word] = []
    words.reserveCapacity(sentence.tokens.count)
    var depth = 0
    var quotes = 0
    let hasProtection = flat.leaves.contains { $0.isProtected }
    var end = -1
    for token in sentence.tokens {
      let last = token.range.upperBound - 1
      let range = map.position(token.range.lowerBound)..<map.position(last) + 1
      var word = Word(
        text: token.text, lower: token.lowered, lemma: token.lemma, tag: token.tag, range: range)
      // The tagger may have a slash for a comma, which is dropped where a sentence is parted.
      if word.text == "/", word.tag == .comma { word.tag = .colon }
      word.isJoined = token.range.lowerBound == end
      end = token.range.upperBound
      switch token.text {
      case "(", "[", "{": depth += 1
      case "\u{201C}": quotes += 1
      default: break
      }
      word.depth = depth
      word.isQuoted = quotes > 0
      switch token.text {
      case ")", "]", "}": depth = max(0, depth - 1)
      case "\u{201D}": quotes = max(0, quotes - 1)
      case "\"":
        quotes = quotes == 0 ? 1 : 0
        word.isQuoted = true
      case "``": quotes += 1
      case "''": quotes = max(0, quotes - 1)
      default: break
      }
      if hasProtection { word.isProtected = flat.isProtected(line.origins[range.lowerBound]) }
      words.append(word)
    }
    self.words = words
  }

  var count: Int { words.count }
  func tag(_ index: Int) -> Tag { words.indices.contains(index) ? words[index].tag : .xx }
  func lower(_ index: Int) -> String { words.indices.contains(index) ? words[index].lower : "" }
  /// The first byte of a word; 0 outside of the line.
  func firstByte(_ index: Int) -> UInt8 {
    words.indices.contains(index) ? line.bytes[words[index].range.lowerBound] : 0
  }
  /// Whether a word begins with a digit.
  func isDigits(_ index: Int) -> Bool { (0x30...0x39).contains(firstByte(index)) }
  func lemma(_ index: Int) -> String { words.indices.contains(index) ? words[index].lemma : "" }
  func text(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }

  /// The bytes of some words, with what stands between them.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return words[first].range.lowerBound..<words[last].range.upperBound
  }
  /// The text of some words.
  func text(_ range: Range<Int>) -> String { line.text(bytes(range)) }
  /// The part of the line some words make.
  func part(_ range: Range<Int>) -> Line { line[bytes(range)] }

  /// The index after the last word that is no closing mark: where the sentence's own words end.
  var contentEnd: Int {
    var end = count
    while end > 0, words[end - 1].tag == .period || words[end - 1].tag == .closeQuote { end -= 1 }
    return end
  }

  /// Whether a word stands outside brackets and quotations.
  func isOpen(_ index: Int) -> Bool { words[index].depth == 0 && !words[index].isQuoted }

  /// The first word that is no mark.
  var first: Int { words.firstIndex { !$0.tag.isPunctuation } ?? 0 }

  /// What the sentence ends in.
  var ending: String {
    words.last { $0.tag == .period }?.text ?? ""
  }

  /// Whether the first letter is a capital.
  func isCapitalised(_ index: Int) -> Bool {
    (0x41...0x5A).contains(firstByte(index))
      || (firstByte(index) >= 0x80 && text(index).first?.isUppercase == true)
  }
}

extension Line {
  /// For bytes of the text without objects, where they are in the line.
  struct OffsetMap {
    /// Where an object of three bytes was taken out, in the text, ascending.
    fileprivate var cuts: [Int] = []

    func position(_ offset: Int) -> Int {
      guard !cuts.isEmpty else { return offset }
      var shift = 0
      for cut in cuts where cut <= offset { shift += 3 }
      return offset + shift
    }
  }

  /// The text without objects, and where its bytes are.
  var mapped: (text: String, map: OffsetMap) {
    var map = OffsetMap()
    guard bytes.contains(0xEF) else { return (text, map) }
    var kept: [UInt8] = []
    var position = 0
    while position < count {
      if isObject(at: position) {
        map.cuts.append(kept.count)
        position += 3
      } else {
        kept.append(bytes[position])
        position += 1
      }
    }
    return (String(decoding: kept, as: UTF8.self), map)
  }
}
