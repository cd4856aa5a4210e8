/// What may be chosen about speech.
public struct NarrationOptions: Codable, Hashable, Sendable {
  /// A voice for each language, by its tag in lower case; the one under the empty tag is for the
  /// document's own language.
  public var voices: [String: String]
  /// A command that reads text on its standard input and writes WAV to its standard output, run by the
  /// shell once for each sentence; nil for espeak-ng.
  public var voiceCommand: String?
  /// Words a minute.
  public var rate: Int
  /// How many recordings are made at the same time; nil for as many as there are processors.
  public var jobs: Int?
  /// The program that makes MP3.
  public var encoder: Encoder
  /// The bit rate of recordings, in thousands of bits a second.
  public var bitRate: Int
  /// Where finished recordings are kept, so that work that was broken off goes on from there.
  public var cache: Cache

  /// Programs that make MP3.
  public enum Encoder: String, CaseIterable, Codable, Sendable {
    /// Whichever is there, LAME first.
    case automatic = "auto"
    /// LAME.
    case lame
    /// FFmpeg.
    case ffmpeg
  }

  /// Where recordings are kept.
  public enum Cache: Codable, Hashable, Sendable {
    /// In the user's folder for such files.
    case usual
    /// In this folder.
    case folder(String)
    /// Nowhere.
    case none
  }

  /// Makes options.
  public init(
    voices: [String: String] = [:], voiceCommand: String? = nil, rate: Int = 170, jobs: Int? = nil,
    encoder: Encoder = .automatic, bitRate: Int = 48, cache: Cache = .usual
  ) {
    self.voices = voices
    self.voiceCommand = voiceCommand
    self.rate = rate
    self.jobs = jobs
    self.encoder = encoder
    self.bitRate = bitRate
    self.cache = cache
  }
}
