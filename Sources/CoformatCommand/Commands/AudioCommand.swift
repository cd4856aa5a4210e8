import ArgumentParser
import Coformat

/// `coformat audio`.
struct AudioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audio",
    abstract: "Reads reports out, to MP3 with chapters.",
    usage: "coformat audio [<options>] <files> ...",
    discussion: """
      Speech is made by espeak-ng, or by any command you name, and MP3 by lame or ffmpeg: programs of \
      their own, which must be installed. Each language of the report has its own voice. Work that was \
      broken off goes on where it was.

      Examples:
        coformat audio report.md
            To report.mp3, a chapter for each heading.
        coformat audio --files chapters -o out/ report.md
            A file for each chapter.
        coformat audio --voice en=en-gb-scotland --rate 200 report.md
        coformat audio --voice-command 'piper -m en.onnx -f -' report.md
            With a voice of your own: text in, WAV out.
      """)

  @Argument(
    help: "The reports, in any format that is read (see coformat formats); - is the standard input.",
    completion: .file(extensions: Registry.standard.readers.flatMap(\.extensions)))
  var files: [String] = []

  @OptionGroup(title: "Sound files") var audio: AudioArguments
  @OptionGroup(title: "Metadata") var metadata: MetadataArguments
  @OptionGroup(title: "Speech") var narration: NarrationArguments
  @OptionGroup(title: "Easy read") var easyRead: EasyReadFirstArguments
  @OptionGroup(title: "Reading") var source: SourceOptions
  @OptionGroup(title: "Writing") var output: OutputOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func run() throws {
    if files.isEmpty { throw UsageError.noReport(for: "audio") }
    let messages = try messages.resolved()
    let values = try AudioOptions.table.checked(.given(audio.values, metadata.values, narration.values))
    let easyRead = try easyRead.request()
    let rendering = try UsageError.orUsage { () throws(ConversionFailure) in
      try Rendering.audio(values).ofEasyRead(easyRead)
    }
    try Batch(
      inputs: files.map(Input.init(argument:)), from: source.from, reading: source.reading,
      rendering: rendering, output: OutputChoice(argument: output.output), messages: messages
    ).run()
  }
}

/// What may be chosen about sound files, as it is typed.
struct AudioArguments: ParsableArguments {
  @Option(.audioFiles) var files: String?

  var values: [String: String?] { ["files": files] }
}
