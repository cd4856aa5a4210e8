import Diagnostics
import Speech

/// Makes MP3 at a constant bit rate in one channel, without tags, with a program that is not part of
/// coformat.
struct MP3Encoder: Sendable {
  /// What decides the bytes it makes.
  let identity: String
  private let program: String
  private let name: NarrationOptions.Encoder
  private let bitRate: Int

  /// Samples between what goes in and what comes out of any decoder: 576 the encoder adds, and 529 every
  /// decoder does. Without a tag that tells them, decoders leave them in, so clip times count them.
  static let delay = 1_105

  init(_ options: NarrationOptions) throws(ConversionFailure) {
    let names: [NarrationOptions.Encoder] =
      options.encoder == .automatic ? [.lame, .ffmpeg] : [options.encoder]
    var found: (NarrationOptions.Encoder, String)?
    for name in names where found == nil { found = ChildProcess.find(name.rawValue).map { (name, $0) } }
    guard let (name, program) = found else { throw ConversionFailure(.noEncoder(options.encoder)) }
    self.name = name
    self.program = program
    bitRate = options.bitRate
    identity = "\(name.rawValue)|\(bitRate)"
  }

  /// The sound as MP3.
  func encode(_ sound: Sound) throws(ConversionFailure) -> [UInt8] {
    let arguments =
      switch name {
      case .ffmpeg:
        [
          "-hide_banner", "-loglevel", "error", "-f", "s16le", "-ar", "\(sound.rate)", "-ac", "1", "-i",
          "pipe:0",
          "-c:a", "libmp3lame", "-b:a", "\(bitRate)k", "-write_xing", "0", "-id3v2_version", "0",
          "-write_id3v1",
          "0", "-map_metadata", "-1", "-f", "mp3", "pipe:1",
        ]
      case .lame, .automatic:
        [
          "--quiet", "-r", "--bitwidth", "16", "--signed", "--little-endian", "-s",
          Self.thousands(sound.rate),
          "-m", "m", "--cbr", "-b", "\(bitRate)", "--resample", Self.thousands(sound.rate), "-t", "-", "-",
        ]
      }
    let outcome: ChildProcess.Outcome
    do {
      outcome = try ChildProcess(program: program, arguments: arguments, seconds: 3_600).run(
        input: sound.bytes)
    } catch {
      throw ConversionFailure(.encoderFailed(name.rawValue, error.reason))
    }
    guard outcome.end == .code(0) else {
      let line = outcome.errors.split(separator: "\n").last.map { ", saying \(quoted($0, limit: 120))" } ?? ""
      throw ConversionFailure(.encoderFailed(name.rawValue, "it did not end well\(line)"))
    }
    return outcome.output
  }

  /// `22.05` for 22 050.
  private static func thousands(_ rate: Int) -> String {
    let rest = "\(1_000 + rate % 1_000)".dropFirst()
    return "\(rate / 1_000).\(rest)"
  }
}
