import ArgumentParser
import Coformat

/// What may be chosen about speech, as it is typed.
struct NarrationArguments: ParsableArguments {
  @Option(.voice) var voice: String?
  @Option(.voiceCommand) var voiceCommand: String?
  @Option(.speechRate) var rate: String?
  @Option(.jobs) var jobs: String?
  @Option(.encoder) var encoder: String?
  @Option(.bitRate) var bitRate: String?
  @Option(.narrationCache) var cache: String?

  var values: [String: String?] {
    [
      "voice": voice, "voice-command": voiceCommand, "rate": rate, "jobs": jobs, "encoder": encoder,
      "bit-rate": bitRate, "narration-cache": cache,
    ]
  }
}
