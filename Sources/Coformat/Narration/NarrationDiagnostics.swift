import Diagnostics

extension Diagnostic {
  static func noVoice(_ language: String, standIn: String) -> Diagnostic {
    Diagnostic(
      "NAR-003", .warning,
      "espeak-ng has no voice for '\(language)': the voice '\(standIn)' reads it, and badly",
      hint: "name a voice with --voice \(language)=NAME, or a program that has one with --voice-command")
  }

  static func voiceIsSilent(_ text: String, _ language: String) -> Diagnostic {
    Diagnostic(
      "NAR-004", .warning, "the voice for '\(language)' is silent where it should say \(quoted(text))",
      hint: "listen to it, and name another voice with --voice")
  }

  static func cacheNotUsed(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "NAR-005", .warning, "recordings are not kept, because '\(path)' cannot be made: \(reason)",
      hint: "name a folder with --narration-cache, or none")
  }

  static func noVoiceProgram() -> Diagnostic {
    Diagnostic(
      "NAR-006", .error, "espeak-ng, which speaks the text, is not installed",
      hint:
        "install it (Debian and Ubuntu: apt install espeak-ng; macOS: brew install espeak-ng), or name a program with --voice-command"
    )
  }

  static func noEncoder(_ encoder: NarrationOptions.Encoder) -> Diagnostic {
    let name =
      encoder == .automatic
      ? "neither lame nor ffmpeg, one of which makes MP3, is" : "\(encoder.rawValue) is not"
    let package = encoder == .ffmpeg ? "ffmpeg" : "lame"
    return Diagnostic(
      "NAR-007", .error, "\(name) installed",
      hint: "install it (Debian and Ubuntu: apt install \(package); macOS: brew install \(package))")
  }

  static func voiceFailed(_ name: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "NAR-008", .error, "'\(name)' did not speak: \(reason)",
      hint: "try it by hand: it reads text on its standard input and writes WAV to its standard output")
  }

  static func voiceNotHeard(_ name: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "NAR-009", .error, "what '\(name)' wrote cannot be used: \(reason)",
      hint: "it must write a WAV file, and nothing else, to its standard output")
  }

  static func encoderFailed(_ name: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "NAR-010", .error, "'\(name)' made no MP3: \(reason)",
      hint: "choose the other encoder with --encoder")
  }

  static func nothingToSay() -> Diagnostic {
    Diagnostic(
      "NAR-011", .error, "the document has no text to say",
      hint: "look with 'coformat inspect' at what was read")
  }

  static func badVoice(_ text: String) -> Diagnostic {
    Diagnostic(
      "NAR-012", .error, "'\(text)' is not a value of --voice",
      hint: "give the name of a voice, or languages with voices as in 'en=en-gb-scotland,fr=fr-be'")
  }
}
