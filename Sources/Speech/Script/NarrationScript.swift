public import Diagnostics
public import DocumentModel

/// What is to be said of a document, worked out before anything is spoken: the document with its
/// sentences marked, and the lines for the voices.
public struct NarrationScript: Sendable {
  /// The document, with a `Span` around each sentence and an `id` on whatever is said.
  public var document: Document
  /// The lines, by the recordings they go into. No part is empty.
  public var parts: [Part]

  /// Lines that become one recording.
  public struct Part: Sendable {
    /// What the recording holds.
    public var kind: Kind
    /// What is said, in order.
    public var lines: [ScriptLine]

    /// What a recording holds.
    public enum Kind: String, Sendable {
      /// The title, or the authors.
      case title
      /// Text of the document.
      case text
      /// Notes first referred to in the text before them.
      case notes
    }
  }

  /// How many lines a recording holds at most: work that is broken off loses no more than one.
  public static let linesPerPart = 200

  /// How many characters of speech a recording takes before another begins: about a quarter of an hour.
  /// Recordings are worked on whole, in memory.
  static let charactersPerPart = 15_000
  /// How many characters of one line are said. A line has one clip, and a clip is in one recording.
  static let longestLine = 10_000

  /// Works out the script.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - format: the format the speech is for; what is not for it is left silent.
  ///   - log: hears of what cannot be said as print has it.
  public init(_ document: Document, for format: Format, log: inout DiagnosticLog) {
    var writer = Scriptwriter(document, format: format)
    self.document = writer.write(document)
    parts = writer.parts
    for diagnostic in writer.diagnostics { log.report(diagnostic) }
  }

  /// Every line, in order.
  public var lines: [ScriptLine] { parts.flatMap(\.lines) }
}

/// What is said in one go.
public struct ScriptLine: Hashable, Sendable {
  /// The id of the node that is said.
  public var id: String
  /// What kind of node it is.
  public var kind: Utterance.Kind
  /// The words in print.
  public var text: String
  /// What the voices say, each run in one language.
  public var speech: [SpokenRun]
  /// The silence after it, in milliseconds.
  public var pause: Int
}

/// Words for one voice.
public struct SpokenRun: Hashable, Sendable {
  /// The words.
  public var text: String
  /// The language of the voice; nil where nothing says.
  public var language: Language?
  /// What the text still needs before a voice has it.
  public var form: Form

  /// What the text of a run is.
  public enum Form: Hashable, Sendable {
    /// As in print.
    case print
    /// Code, whose signs are said and whose words are not.
    case code
    /// Words ready to be said.
    case words
  }

  /// Makes a run.
  public init(_ text: String, language: Language?, form: Form = .print) {
    self.text = text
    self.language = language
    self.form = form
  }

  /// The run as a voice gets it.
  var ready: SpokenRun {
    switch form {
    case .print: SpokenRun(SpeechText.spoken(text, language: language), language: language, form: .words)
    case .code: SpokenRun(SpeechText.spokenCode(text, language: language), language: language, form: .words)
    case .words: self
    }
  }
}

/// Silences, in milliseconds.
enum Pause {
  static let sentence = 300
  static let cell = 350
  static let item = 500
  static let row = 700
  static let paragraph = 700
  static let heading = 1_000
  /// Before a heading and at the end of a recording.
  static let section = 1_300
}
