import Sentences

/// The analyser of English, British and American.
public struct EnglishAnalyzer: LanguageAnalyzer {
  private let segmenter = SentenceSegmenter(language: "en")
  private let tagger = Tagger()

  /// Makes an analyser. It costs nothing: the data is part of the program.
  public init() {}

  public var language: String { "en" }

  public func sentences(in text: String) -> [Substring] { segmenter.sentences(in: text) }

  public func analyze(_ sentence: String) -> TaggedSentence {
    var sentence = sentence
    let words = sentence.withUTF8 { bytes in
      Tokenizer(bytes).ranges().map { TaggedWord(bytes, $0) }
    }
    return tagged(sentence, words)
  }

  /// Analyses a sentence that has been parted already, as treebanks are.
  ///
  /// - Parameter words: its tokens, none of them empty.
  public func sentence(of words: [String]) -> TaggedSentence {
    var text = words.joined(separator: " ")
    var start = 0
    let ranges = words.map { word in
      defer { start += word.utf8.count + 1 }
      return start..<start + word.utf8.count
    }
    let tagged = text.withUTF8 { bytes in ranges.map { TaggedWord(bytes, $0) } }
    return self.tagged(text, tagged)
  }

  private func tagged(_ sentence: String, _ words: [TaggedWord]) -> TaggedSentence {
    let tokens = zip(words, tagger.tags(of: words)).map { word, tag in
      Token(
        text: word.text, range: word.range, tag: tag,
        lemma: English.lemma(of: word.text, lowered: word.lowered, tag: tag), lowered: word.lowered)
    }
    return TaggedSentence(text: sentence, tokens: tokens)
  }
}
