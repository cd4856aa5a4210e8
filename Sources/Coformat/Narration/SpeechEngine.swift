import Diagnostics
import DocumentModel
import Speech

/// A program that turns words into sound.
protocol SpeechEngine: Sendable {
  /// What decides how it sounds: the program, its version, its options. Recordings made by engines of
  /// the same identity are the same.
  var identity: String { get }
  /// Whether saying a sentence takes so long that each is kept until its recording is made.
  var isSlow: Bool { get }
  /// The voice for a language.
  func voice(for language: Language?) -> Voice
  /// Says words.
  func sound(of text: String, in voice: Voice) throws(ConversionFailure) -> Sound
}

/// A voice of an engine.
struct Voice: Hashable, Sendable {
  /// What the engine calls it.
  var name: String
  /// The language it was asked to speak.
  var language: String
  /// Whether it is a voice of another language, for want of one.
  var isStandIn = false
}

/// eSpeak NG, run once for each sentence: that gives the length of each without guessing.
struct ESpeak: SpeechEngine {
  private let program: String
  private let rate: Int
  private let chosen: [String: String]
  private let main: Language?
  /// The tags espeak-ng has voices for, in lower case.
  private let tags: Set<String>
  let identity: String
  let isSlow = false

  init(_ options: NarrationOptions, main: Language?) throws(ConversionFailure) {
    guard let program = ChildProcess.find("espeak-ng") else { throw ConversionFailure(.noVoiceProgram()) }
    self.program = program
    self.main = main
    rate = options.rate
    chosen = options.voices
    let version = try Self.answer(program, ["--version"])
    let listed = try Self.answer(program, ["--voices"])
    tags = Set(
      listed.split(separator: "\n").dropFirst().compactMap { line in
        line.split(separator: " ", omittingEmptySubsequences: true).dropFirst().first?.lowercased()
      })
    identity = "espeak-ng|\(version.split(separator: " ").prefix(4).joined(separator: " "))|\(rate)"
  }

  private static func answer(_ program: String, _ arguments: [String]) throws(ConversionFailure) -> String {
    do {
      let outcome = try ChildProcess(program: program, arguments: arguments, seconds: 30).run()
      return String(decoding: outcome.output, as: UTF8.self)
    } catch {
      throw ConversionFailure(.voiceFailed("espeak-ng", error.reason))
    }
  }

  func voice(for language: Language?) -> Voice {
    let tag = (language ?? main)?.tag.lowercased().replacing("_", with: "-") ?? "en"
    if let name = VoiceChoice.name(for: tag, main: main, in: chosen) {
      return Voice(name: name, language: tag)
    }
    if let name = name(for: tag) { return Voice(name: name, language: tag) }
    let fallback = main.flatMap { name(for: $0.tag.lowercased()) } ?? "en"
    return Voice(name: fallback, language: tag, isStandIn: true)
  }

  /// The voice of a tag: its own, that of the tag without its last parts, that of a name espeak-ng has
  /// for the language.
  private func name(for tag: String) -> String? {
    var parts = tag.split(separator: "-").map(String.init)
    if let name = Self.otherNames[tag] ?? Self.otherNames[parts[0]], tags.contains(name) { return name }
    while !parts.isEmpty {
      let name = parts.joined(separator: "-")
      if tags.contains(name) { return name }
      parts.removeLast()
    }
    return tags.first { $0.hasPrefix("\(tag.prefix { $0 != "-" })-") }
  }

  private static let otherNames = [
    "zh-hk": "yue", "zh-mo": "yue", "zh": "cmn", "no": "nb", "en": "en-gb", "fr": "fr-fr", "iw": "he",
    "in": "id",
    "pes": "fa", "prs": "fa", "arb": "ar",
  ]

  func sound(of text: String, in voice: Voice) throws(ConversionFailure) -> Sound {
    let child = ChildProcess(
      program: program, arguments: ["-v", voice.name, "-s", "\(rate)", "-b", "1", "--stdin", "--stdout"])
    return try VoiceRun(name: "espeak-ng -v \(voice.name)", child: child).sound(of: text)
  }
}

/// A command the user names.
struct CommandVoice: SpeechEngine {
  private let command: String
  private let options: NarrationOptions
  private let main: Language?
  let isSlow = true

  init(_ command: String, _ options: NarrationOptions, main: Language?) {
    self.command = command
    self.options = options
    self.main = main
  }

  var identity: String { "command|\(command)|\(options.rate)" }

  func voice(for language: Language?) -> Voice {
    let tag = (language ?? main)?.tag ?? "en"
    return Voice(
      name: VoiceChoice.name(for: tag.lowercased(), main: main, in: options.voices) ?? "", language: tag)
  }

  func sound(of text: String, in voice: Voice) throws(ConversionFailure) -> Sound {
    let child = ChildProcess(
      program: "/bin/sh", arguments: ["-c", command],
      environment: [
        "COFORMAT_LANGUAGE": voice.language, "COFORMAT_VOICE": voice.name, "COFORMAT_RATE": "\(options.rate)",
      ])
    return try VoiceRun(name: command, child: child).sound(of: text)
  }
}

/// Which voice the user chose for a language.
enum VoiceChoice {
  static func name(for tag: String, main: Language?, in chosen: [String: String]) -> String? {
    if let name = chosen[tag] ?? chosen[String(tag.prefix { $0 != "-" })] { return name }
    let isMain = main.map { $0.primary == tag.prefix { $0 != "-" } } ?? true
    return isMain ? chosen[""] : nil
  }
}

/// A run of a program that speaks, and the reading of what it gives.
private struct VoiceRun {
  var name: String
  var child: ChildProcess

  func sound(of text: String) throws(ConversionFailure) -> Sound {
    let outcome: ChildProcess.Outcome
    do {
      outcome = try child.run(input: Array((text + "\n").utf8))
    } catch {
      throw ConversionFailure(.voiceFailed(name, error.reason))
    }
    switch outcome.end {
    case .code(0): break
    case .code(let code):
      throw ConversionFailure(.voiceFailed(name, "it ended with code \(code)\(Self.said(outcome.errors))"))
    case .signal(let signal): throw ConversionFailure(.voiceFailed(name, "it was ended by signal \(signal)"))
    case .timedOut:
      throw ConversionFailure(.voiceFailed(name, "it took more than \(child.seconds) seconds for a sentence"))
    case .tooMuchOutput: throw ConversionFailure(.voiceFailed(name, "it wrote more than a sentence can be"))
    }
    do {
      return try WAVReader.read(outcome.output)
    } catch {
      throw ConversionFailure(.voiceNotHeard(name, Self.reason(error) + Self.said(outcome.errors)))
    }
  }

  private static func said(_ errors: String) -> String {
    guard let line = errors.split(separator: "\n").last, !line.isEmpty else { return "" }
    return ", saying \(quoted(line, limit: 120))"
  }

  private static func reason(_ fault: WAVReader.Fault) -> String {
    switch fault {
    case .notWAV: "what it wrote is not WAV"
    case .noChunk(let name): "its WAV has no chunk '\(name)'"
    case .unreadable(let reason): "its WAV cannot be read: \(reason)"
    }
  }
}
