import BrailleMathematics
import DocumentModel

/// What is said for a formula.
struct SpokenMathematics {
  var words: String
  /// How much of the formula the words are.
  var quality: Quality

  enum Quality {
    /// The author's own words.
    case authored
    /// Words made from the formula.
    case read
    /// The notation itself, which a voice reads as it can.
    case notation
  }

  init(
    _ mathematics: Mathematics, display: Bool, language: Language?, macros: TeXMacros = TeXMacros()
  ) {
    if let words = mathematics.alternative, SpeechText.isSpoken(words) {
      self.init(words: words, quality: .authored)
    } else if language?.primary ?? "en" == "en",
      let expression = Self.expression(mathematics, display: display, macros)
    {
      self.init(words: MathSpeech.english(expression), quality: .read)
    } else if let expression = Self.expression(mathematics, display: display, macros) {
      self.init(words: expression.words.joined(separator: " "), quality: .notation)
    } else {
      self.init(words: Self.plain(mathematics.tex ?? ""), quality: .notation)
    }
  }

  private init(words: String, quality: Quality) {
    self.words = words
    self.quality = quality
  }

  private static func expression(
    _ mathematics: Mathematics, display: Bool, _ macros: TeXMacros
  ) -> MathExpression? {
    if let tex = mathematics.tex,
      let read = try? TeXReader.read(tex, display: display ? .displayed : .inline, macros: macros)
    {
      return read
    }
    return mathematics.mathML.flatMap { try? MathMLReader.read($0) }
  }

  /// TeX without the marks a voice would spell out.
  private static func plain(_ tex: String) -> String {
    String(tex.map { "\\{}$&".contains($0) ? " " : $0 }).split(separator: " ").joined(separator: " ")
  }
}
