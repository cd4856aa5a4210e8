import Diagnostics
import DocumentModel
import Speech
import Synchronization

/// Hears how far work has come: how many sentences of how many are done.
public typealias ProgressReport = @Sendable (_ done: Int, _ total: Int) -> Void

/// Has a document spoken.
struct Narrator: Sendable {
  /// Samples a second of every recording: what DAISY players are used to.
  static let rate = 22_050

  private let engine: any SpeechEngine
  private let encoder: MP3Encoder
  private let cache: NarrationCache
  private let jobs: Int

  /// - Throws: `ConversionFailure` when a program that is needed is not there.
  init(_ options: NarrationOptions, language: Language?, log: inout DiagnosticLog) throws(ConversionFailure) {
    if let command = options.voiceCommand {
      engine = CommandVoice(command, options, main: language)
    } else {
      engine = try ESpeak(options, main: language)
    }
    encoder = try MP3Encoder(options)
    cache = NarrationCache(options.cache, log: &log)
    jobs = options.jobs ?? Parallel.processors
  }

  /// The document with its sentences marked and its narration.
  func narrate(
    _ document: Document, for format: Format, progress: @escaping ProgressReport, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Document {
    let script = NarrationScript(document, for: format, log: &log)
    guard script.parts.contains(where: { $0.kind == .text }) else { throw ConversionFailure(.nothingToSay()) }
    let voices = voices(of: script, &log)
    let total = script.parts.reduce(0) { $0 + $1.lines.count }
    let work = Work(parts: script.parts, voices: voices, total: total, progress: progress)
    Parallel.run(script.parts.count, jobs: jobs) { [self] index in
      do throws(ConversionFailure) {
        let made = try recording(of: work.parts[index], work)
        return work.finish(index, .success(made))
      } catch {
        return work.finish(index, .failure(error))
      }
    }
    let made = try work.results()
    for (language, text) in work.silent { log.report(.voiceIsSilent(text, language)) }

    var utterances: [Utterance] = []
    var recordings: [Recording] = []
    for (index, part) in script.parts.enumerated() {
      let number = "\(1_000 + index + 1)".dropFirst()
      recordings.append(
        Recording(
          name: "audio-\(number).mp3", bytes: made[index].bytes, samples: made[index].samples, rate: Self.rate
        ))
      for (line, clip) in zip(part.lines, made[index].clips) {
        utterances.append(
          Utterance(
            id: line.id, kind: line.kind, text: line.text,
            clip: Clip(recording: index, begin: clip.lowerBound, end: clip.upperBound)))
      }
    }
    var result = script.document
    result.narration = Narration(
      utterances: utterances, recordings: recordings, narrators: narrators(voices))
    return result
  }

  /// The voice for each language there are words in; says where there is none.
  private func voices(of script: NarrationScript, _ log: inout DiagnosticLog) -> [Language?: Voice] {
    var voices: [Language?: Voice] = [:]
    for run in script.lines.flatMap(\.speech) where voices[run.language] == nil {
      let voice = engine.voice(for: run.language)
      voices[run.language] = voice
      if voice.isStandIn { log.report(.noVoice(voice.language, standIn: voice.name)) }
    }
    return voices
  }

  private func narrators(_ voices: [Language?: Voice]) -> [String] {
    let program = engine.identity.prefix { $0 != "|" } == "espeak-ng" ? "eSpeak NG" : "Synthetic voice"
    let names = Set(voices.values.map { $0.name.isEmpty ? $0.language : $0.name }).sorted()
    return names.map { "\(program) (\($0))" }
  }

  // MARK: - A recording

  /// A recording, and where its lines are in it.
  struct Made: Sendable {
    var bytes: [UInt8]
    var clips: [Range<Int>]
    var samples: Int

    var milliseconds: Int { samples * 1_000 / Narrator.rate }
  }

  private func recording(of part: NarrationScript.Part, _ work: Work) throws(ConversionFailure) -> Made {
    var key = CacheKey()
    key.add("3|\(engine.identity)|\(encoder.identity)|\(Self.rate)")
    for line in part.lines {
      for run in line.speech {
        key.add(work.voices[run.language]?.name ?? "")
        key.add(work.voices[run.language]?.language ?? "")
        key.add(run.text)
      }
      key.add("\(line.pause)")
    }
    let name = "\(key.name).mp3"
    if let kept = cache.bytes(name).flatMap({ Made(kept: $0, lines: part.lines.count) }) {
      work.advance(part.lines.count)
      return kept
    }
    var sounds: [(sounds: [Sound], pause: Int)] = []
    var interim: [String] = []
    for line in part.lines {
      guard !work.isOver else { break }
      var said: [Sound] = []
      for run in line.speech {
        let voice = work.voices[run.language] ?? engine.voice(for: run.language)
        let sound = try sound(of: run.text, in: voice, &interim).trimmed()
        if sound.samples.isEmpty { work.note(silence: run.text, in: voice.language) }
        said.append(sound)
      }
      sounds.append((said, line.pause))
      work.advance(1)
    }
    let plan = RecordingPlan(sounds, rate: Self.rate)
    let bytes = try encoder.encode(plan.sound)
    guard let frames = MP3Frames(bytes), frames.rate == Self.rate else {
      throw ConversionFailure(
        .encoderFailed(encoder.identity, "what it wrote is not the MP3 that was asked for"))
    }
    let clips = plan.clips(delay: MP3Encoder.delay, milliseconds: frames.milliseconds)
    let made = Made(
      bytes: Array(bytes[frames.start..<frames.end]), clips: clips,
      samples: frames.count * frames.samplesPerFrame)
    if !work.isOver {
      cache.keep(made.kept, as: name)
      for name in interim { cache.forget(name) }
    }
    return made
  }

  /// Says words, or finds them said before work was broken off.
  private func sound(
    of text: String, in voice: Voice, _ interim: inout [String]
  ) throws(ConversionFailure) -> Sound {
    guard engine.isSlow else { return try engine.sound(of: text, in: voice) }
    var key = CacheKey()
    for part in [engine.identity, voice.name, voice.language, text] { key.add(part) }
    let name = "\(key.name).wav"
    interim.append(name)
    if let kept = cache.bytes(name), let sound = try? WAVReader.read(kept) { return sound }
    let sound = try engine.sound(of: text, in: voice)
    cache.keep(sound.wave, as: name)
    return sound
  }
}

extension Narrator.Made {
  /// The recording as it is kept: a line with the ends of the clips before the sound.
  fileprivate var kept: [UInt8] {
    Array("coformat \(samples) \(clips.map { "\($0.upperBound)" }.joined(separator: ","))\n".utf8) + bytes
  }

  /// Reads what was kept; nil for what does not hold a recording of so many lines.
  fileprivate init?(kept: [UInt8], lines: Int) {
    guard let end = kept.firstIndex(of: 0x0A) else { return nil }
    let words = String(decoding: kept[..<end], as: UTF8.self).split(separator: " ")
    guard words.count == 3, words[0] == "coformat", let samples = Int(words[1]) else { return nil }
    let ends = words[2].split(separator: ",").compactMap { Int($0) }
    let bytes = Array(kept[(end + 1)...])
    guard ends.count == lines, zip([0] + ends, ends).allSatisfy({ $0 < $1 }), let frames = MP3Frames(bytes),
      frames.count * frames.samplesPerFrame == samples, frames.rate == Narrator.rate,
      (ends.last ?? 0) <= frames.milliseconds
    else { return nil }
    self.init(bytes: bytes, clips: zip([0] + ends, ends).map { $0..<$1 }, samples: samples)
  }
}

/// What the threads that make recordings share.
private final class Work: Sendable {
  let parts: [NarrationScript.Part]
  let voices: [Language?: Voice]
  private let total: Int
  private let progress: ProgressReport
  private let state: Mutex<State>

  private struct State {
    var results: [Result<Narrator.Made, ConversionFailure>?]
    var done = 0
    var isOver = false
    var silent: [String: String] = [:]
  }

  init(
    parts: [NarrationScript.Part], voices: [Language?: Voice], total: Int, progress: @escaping ProgressReport
  ) {
    self.parts = parts
    self.voices = voices
    self.total = total
    self.progress = progress
    state = Mutex(State(results: Array(repeating: nil, count: parts.count)))
  }

  /// Whether a recording could not be made, so that the others are of no use.
  var isOver: Bool { state.withLock { $0.isOver } }

  func advance(_ lines: Int) {
    let done = state.withLock { state in
      state.done += lines
      return state.done
    }
    progress(done, total)
  }

  func note(silence text: String, in language: String) {
    state.withLock { if $0.silent[language] == nil { $0.silent[language] = text } }
  }

  var silent: [(String, String)] {
    state.withLock { $0.silent.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
  }

  func finish(_ index: Int, _ result: Result<Narrator.Made, ConversionFailure>) -> Bool {
    state.withLock { state in
      state.results[index] = result
      if case .failure = result { state.isOver = true }
      return !state.isOver
    }
  }

  func results() throws(ConversionFailure) -> [Narrator.Made] {
    let results = state.withLock { $0.results }
    for case .failure(let failure)? in results { throw failure }
    var made: [Narrator.Made] = []
    for case .success(let one)? in results { made.append(one) }
    return made
  }
}
