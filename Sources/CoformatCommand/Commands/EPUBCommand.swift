import ArgumentParser
import Coformat

/// `coformat epub`.
struct EPUBCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "epub",
    abstract: "Makes accessible EPUBs of reports.",
    usage: "coformat epub [<options>] <files> ...",
    discussion: """
      Each report is written beside its source under the same name: report.md becomes report.epub, an \
      EPUB 3.3 whose text can be set as its reader likes, with contents, print pages, notes, formulas \
      and descriptions, and metadata that says what it offers. What could not be kept is a message \
      with its place in the source.

      Examples:
        coformat epub report.md
            To report.epub.
        coformat epub --language cy --title "Adroddiad" -o out/ adroddiad.html
            With metadata the source lacks, to the folder out.
        coformat epub --css house.css report.md
            With rules of your own after the EPUB's.
        coformat check report.epub
            Is it valid?
        coformat epub --narrate report.md
            With speech, sentence by sentence.
      """)

  @Argument(
    help: "The reports, in any format that is read (see coformat formats); - is the standard input.",
    completion: .file(extensions: Registry.standard.readers.flatMap(\.extensions)))
  var files: [String] = []

  @OptionGroup(title: "EPUB") var epub: EPUBArguments
  @OptionGroup(title: "Metadata") var metadata: MetadataArguments
  @OptionGroup(title: "Speech") var narration: NarrationArguments
  @OptionGroup(title: "Easy read") var easyRead: EasyReadFirstArguments
  @OptionGroup(title: "Reading") var source: SourceOptions
  @OptionGroup(title: "Writing") var output: OutputOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func run() throws {
    if files.isEmpty { throw UsageError.noReport(for: "epub") }
    let messages = try messages.resolved()
    let values = try EPUBOptions.table.checked(.given(epub.values, metadata.values, narration.values))
    let easyRead = try easyRead.request()
    let rendering = try UsageError.orUsage { () throws(ConversionFailure) in
      try Rendering.epub(try EPUBOptions(values)).narrated(values, for: .epub).ofEasyRead(easyRead)
    }
    try Batch(
      inputs: files.map(Input.init(argument:)), from: source.from, reading: source.reading,
      rendering: rendering, output: OutputChoice(argument: output.output), messages: messages
    ).run()
  }
}

/// What may be chosen about an EPUB, as it is typed.
struct EPUBArguments: ParsableArguments {
  @Option(.division) var split: String?
  @Option(.pageNumbers) var pageNumbers: String?
  @Option(.descriptions) var descriptions: String?
  @Option(.styleSheet) var css: String?
  @Option(.certifiedBy) var certifiedBy: String?
  @Flag(.narrate) var narrate = false

  var values: [String: String?] {
    [
      "split": split, "page-numbers": pageNumbers, "descriptions": descriptions, "css": css,
      "certified-by": certifiedBy, "narrate": narrate ? "yes" : nil,
    ]
  }
}
