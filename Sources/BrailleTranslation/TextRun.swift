/// A run of print text with one look and one treatment: what translation is given, many at a time.
public struct TextRun: Hashable, Sendable {
  /// The characters, as the document has them.
  public var text: String
  /// How print emphasises it, as far as braille shows that.
  public var emphasis: Emphasis
  /// Which of a code's tables it is translated with.
  public var treatment: Treatment

  /// The character that stands for a run that is braille already, where it matters what is beside it.
  public static let standIn: Unicode.Scalar = "\u{FFFC}"

  /// Makes a run of cells that are not to be translated.
  ///
  /// - Parameters:
  ///   - braille: its origins count its signs from 0.
  ///   - print: what the cells stand for, which the run has for its text: signs are taken to be spread
  ///     over it evenly. Without any, one stand-in a sign is its text.
  public init(braille: BrailleText, print: String = "", emphasis: Emphasis = []) {
    let signs = Int(braille.origins.last ?? -1) + 1
    let length = print.unicodeScalars.count
    text = length > 0 ? print : String(String.UnicodeScalarView(repeatElement(Self.standIn, count: signs)))
    self.emphasis = emphasis
    var braille = braille
    if length > 0 {
      braille.origins = braille.origins.map { Int32(truncatingIfNeeded: Int($0) * length / signs) }
    }
    treatment = .braille(braille)
  }

  /// Whether the run is braille already.
  public var isBraille: Bool {
    if case .braille = treatment { true } else { false }
  }

  /// Makes a run.
  public init(_ text: String, emphasis: Emphasis = [], treatment: Treatment = .text) {
    self.text = text
    self.emphasis = emphasis
    self.treatment = treatment
  }

  /// How a run is translated.
  public enum Treatment: Hashable, Sendable {
    /// In the grade that was asked for.
    case text
    /// Without contractions: foreign words in an English text (RUEB 13), code, addresses on lines
    /// of their own.
    case uncontracted
    /// As these cells, which are braille already: mathematics. Their origins count the characters of
    /// the run; contractions, capitals and emphasis around it come out as around a word.
    case braille(BrailleText)
  }
}

/// How print emphasises text. The classes are those UEB has indicators for (RUEB 9).
public struct Emphasis: OptionSet, Hashable, Sendable {
  /// The typeforms as bits.
  public let rawValue: UInt8
  /// Makes a set out of bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Italic type.
  public static let italic = Emphasis(rawValue: 1)
  /// Bold type.
  public static let bold = Emphasis(rawValue: 2)
  /// Underlined text.
  public static let underline = Emphasis(rawValue: 4)
  /// A script typeface, as for handwriting.
  public static let script = Emphasis(rawValue: 8)
  /// Not print emphasis: words the transcriber adds (RUEB 3.27).
  public static let transcribersNote = Emphasis(rawValue: 16)
}
