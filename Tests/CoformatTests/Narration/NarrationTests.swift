import Coformat
import Foundation
import TestSupport
import Testing

/// Speech as espeak-ng and lame make it, heard again by mpg123: three programs that are not ours.
/// `Scripts/install-dependencies --tests` installs them; without them these tests fail.
@Suite struct NarrationTests {
  private static let report = """
    ---
    title: The test
    author: A. N. Author
    lang: en-GB
    ---

    # First chapter

    This is a sentence. Here is another one, which is longer![^1] It cost £3.50.

    | Year | Cost |
    | ---- | ---- |
    | 2024 | £5   |

    # Second chapter

    ![A map](map.png)

    <p lang="fr">Bonjour tout le monde. Comment allez-vous ?</p>

    [^1]: A note on it.

    """

  /// Narrates a report and gives what the renderer is given.
  private func narrate(_ report: String, _ options: NarrationOptions) throws -> (
    narration: Narration, log: DiagnosticLog
  ) {
    let heard = Heard()
    let conversion = try convert(
      Source(name: "report.md", bytes: Array(report.utf8)),
      to: Rendering(
        fileExtension: "none", renderer: Listener(heard: heard),
        narration: NarrationRequest(options, for: .daisy)))
    return (try #require(heard.narration), conversion.log)
  }

  @Test func `Every sentence has a clip, in order, without gaps, where it is heard`() throws {
    let (narration, _) = try narrate(Self.report, NarrationOptions(cache: .none))
    #expect(narration.recordings.count == 6)
    #expect(
      narration.utterances.map(\.text) == [
        "The test", "A. N. Author", "First chapter", "This is a sentence.",
        "Here is another one, which is longer!",
        "1", "It cost £3.50.", "Year", "Cost", "2024", "£5", "A note on it.", "Second chapter", "A map",
        "Bonjour tout le monde.", "Comment allez-vous ?",
      ])
    for (index, recording) in narration.recordings.enumerated() {
      let clips = narration.utterances.map(\.clip).filter { $0.recording == index }
      #expect(clips.first?.begin == 0 && clips.last?.end == recording.milliseconds)
      for (clip, next) in zip(clips, clips.dropFirst()) { #expect(clip.end == next.begin) }
      let samples = try MP3Decoder.samples(recording.bytes)
      #expect(samples.count == recording.samples, "the decoder plays as long as the recording says")
      for clip in clips {
        let begin = clip.begin * 22_050 / 1_000
        let end = min(clip.end * 22_050 / 1_000, samples.count)
        #expect(clip.end > clip.begin && end <= samples.count)
        // Each begins quietly, with speech soon after, and ends in its pause.
        #expect(MP3Decoder.loudness(samples[begin..<min(begin + 110, end)]) < 1_500)
        #expect(MP3Decoder.loudness(samples[begin..<min(begin + 3_300, end)]) > 500, "no speech at \(clip)")
        #expect(
          MP3Decoder.loudness(samples[max(begin, end - 3_300)..<end]) < 500, "speech at the end of \(clip)")
      }
    }
  }

  @Test func `The same report gives the same bytes, and kept recordings are taken again`() throws {
    let folder = try TemporaryFolder()
    let options = NarrationOptions(cache: .folder(folder("cache/deep")))
    let first = try narrate(Self.report, options).narration
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder("cache/deep")).sorted()
    #expect(kept.count == 6)
    let second = try narrate(Self.report, options).narration
    #expect(first == second)
    // What is broken is made again.
    for name in kept { try Data("broken".utf8).write(to: URL(filePath: folder("cache/deep/\(name)"))) }
    #expect(try narrate(Self.report, options).narration == first)
  }

  @Test func `A command of the user's speaks, and is told the language`() throws {
    let folder = try TemporaryFolder()
    let speak = #"espeak-ng -v "$COFORMAT_VOICE" --stdin --stdout"#
    let tell = #"echo "$COFORMAT_LANGUAGE $COFORMAT_RATE""#
    let command = "tee -a '\(folder("said"))' | \(speak); \(tell) >> '\(folder("told"))'"
    let options = NarrationOptions(
      voices: ["": "en-us", "fr": "fr-be"], voiceCommand: command, rate: 300, jobs: 1, cache: .none)
    let narration = try narrate(Self.report, options).narration
    #expect(narration.utterances.count == 16)
    let told = Set(try folder.contents("told").split(separator: "\n"))
    #expect(told == ["en-GB 300", "fr 300"])
    #expect(try folder.contents("said").contains("It cost three pounds fifty pence."))
  }

  @Test(arguments: [
    ("exit 3", "NAR-008"), ("echo hello", "NAR-009"), ("no-such-program-anywhere", "NAR-008"),
    ("true", "NAR-009"),
    ("kill -9 $$", "NAR-008"),
  ])
  func `A command that does not speak is an error`(command: String, code: String) throws {
    #expect {
      _ = try narrate(Self.report, NarrationOptions(voiceCommand: command, cache: .none))
    } throws: { error in
      (error as? ConversionFailure)?.diagnostic.code == code
    }
  }

  @Test func `A language without a voice is reported, and a document without text is an error`() throws {
    let strange = "---\nlang: en\n---\n\n<p lang=\"xx\">Some words.</p>\n"
    #expect(
      try narrate(strange, NarrationOptions(cache: .none)).log.diagnostics.contains { $0.code == "NAR-003" })
    #expect {
      _ = try narrate("---\ntitle: x\n---\n\n***\n", NarrationOptions(cache: .none))
    } throws: { error in
      (error as? ConversionFailure)?.diagnostic.code == "NAR-011"
    }
  }
}

/// A renderer that only listens.
private struct Listener: Renderer {
  struct Options: Codable, Hashable, Sendable {}
  let heard: Heard

  func render(_ document: Document, log: inout DiagnosticLog) throws(ConversionFailure) -> Rendition {
    heard.narration = document.narration
    return Rendition(artifacts: [], containment: .folder, summary: "")
  }
}

/// What the listener heard; one thread writes it and then one reads it.
private final class Heard: @unchecked Sendable {
  var narration: Narration?
}

/// mpg123, which decodes without leaving anything out.
enum MP3Decoder {
  struct Failed: Error {}

  static func samples(_ bytes: [UInt8]) throws -> [Int16] {
    let folder = try TemporaryFolder()
    let file = URL(filePath: folder("x.mp3"))
    try Data(bytes).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["mpg123", "-q", "-s", file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0, !data.isEmpty else { throw Failed() }
    return data.withUnsafeBytes { Array($0.bindMemory(to: Int16.self)) }
  }

  /// The loudest there is.
  static func loudness(_ samples: ArraySlice<Int16>) -> Int { samples.map { Int($0.magnitude) }.max() ?? 0 }
}
