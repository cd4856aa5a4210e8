public import Diagnostics
public import Renderers

extension OptionDefinition {
  /// Whether there is speech.
  public static let narrate = OptionDefinition(
    "narrate", .flag,
    help:
      "Have the text spoken, sentence by sentence, with the sound tied to the text. Needs espeak-ng and lame."
  )
  /// The voices.
  public static let voice = OptionDefinition(
    "voice", .text(placeholder: "voices"), fallback: "one for each language",
    help: """
      The voice: a name of 'espeak-ng --voices', or languages with names, as in \
      'en=en-gb-scotland,fr=fr-be'.
      """)
  /// A program that speaks.
  public static let voiceCommand = OptionDefinition(
    "voice-command", .text(placeholder: "command"), fallback: "espeak-ng",
    help: """
      A command that reads text and writes WAV, run once for each sentence by the shell; \
      COFORMAT_LANGUAGE, COFORMAT_VOICE and COFORMAT_RATE are set for it.
      """)
  /// How fast speech is.
  public static let speechRate = OptionDefinition(
    "rate", .integer(80...450), fallback: "170", help: "Words a minute.")
  /// How many recordings are made at a time.
  public static let jobs = OptionDefinition(
    "jobs", letter: "j", .integer(1...64), fallback: "the number of processors",
    help: "How many recordings are made at the same time.")
  /// What makes MP3.
  public static let encoder = OptionDefinition(
    "encoder", .choice(NarrationOptions.Encoder.allCases.map(\.rawValue)), fallback: "auto",
    help: "The program that makes MP3; auto takes lame, or else ffmpeg.")
  /// How many bits a second recordings have.
  public static let bitRate = OptionDefinition(
    "bit-rate", .choice(["32", "40", "48", "56", "64", "80", "96", "112", "128"]), fallback: "48",
    help: "Thousands of bits a second of recordings, the same throughout.")
  /// Where recordings are kept.
  public static let narrationCache = OptionDefinition(
    "narration-cache", .text(placeholder: "folder"),
    fallback: "coformat/narration in the user's cache folder",
    help: """
      Where finished recordings are kept, so that work that was broken off goes on, and another format \
      of the same report has them at once; none keeps nothing. What is there may be removed at any time.
      """)
  /// How many sound files there are.
  public static let audioFiles = OptionDefinition(
    "files", .choice(AudioOptions.Files.allCases.map(\.rawValue)), fallback: "one",
    help:
      "Whether there is one file with its chapters marked, or one for each: report-1.mp3, report-2.mp3 (report-01.mp3 where there are ten or more)."
  )
}

extension NarrationOptions {
  /// The options of speech, as words.
  public static let table = OptionTable([
    .voice, .voiceCommand, .speechRate, .jobs, .encoder, .bitRate, .narrationCache,
  ])

  /// The options values ask for.
  ///
  /// - Throws: `ConversionFailure` when the voices are not as they are written.
  public init(_ values: OptionValues) throws(ConversionFailure) {
    self.init(
      voices: try values["voice"].map { text throws(ConversionFailure) in try Self.voices(text) } ?? [:],
      voiceCommand: values["voice-command"], rate: values.integer("rate") ?? 170,
      jobs: values.integer("jobs"),
      encoder: values.choice("encoder") ?? .automatic, bitRate: values.integer("bit-rate") ?? 48,
      cache: values["narration-cache"].map { $0 == "none" ? .none : .folder($0) } ?? .usual)
  }

  private static func voices(_ text: String) throws(ConversionFailure) -> [String: String] {
    var voices: [String: String] = [:]
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = sides.last, !name.isEmpty, !name.hasPrefix("-"), sides.count == 1 || !sides[0].isEmpty
      else {
        throw ConversionFailure(.badVoice(text))
      }
      voices[sides.count == 2 ? sides[0].lowercased() : ""] = String(name)
    }
    return voices
  }
}

extension AudioOptions {
  /// The options of sound files, as words.
  public static let table = OptionTable(
    [.audioFiles] + MetadataOptions.definitions + NarrationOptions.table.definitions)

  init(_ values: OptionValues) { self.init(files: values.choice("files") ?? .one) }
}
