import ArgumentParser
import Coformat

/// `coformat daisy`.
struct DaisyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daisy",
    abstract: "Makes DAISY books of reports.",
    usage: "coformat daisy [<options>] <files> ...",
    discussion: """
      A DAISY book is read in a player or an app for people who cannot read print: by headings, pages, \
      notes and tables. Each report becomes a zip beside its source: report.md becomes \
      report.daisy.zip, a DAISY 3 text book, with the pictures the report shows.

      Examples:
        coformat daisy report.md
            A DAISY 3 book, to report.daisy.zip.
        coformat daisy --to daisy202 report.md
            DAISY 2.02 for older players, to report.daisy202.zip.
        coformat daisy --container folder -o card/report report.md
            As a folder, ready to be copied to a card.
        coformat daisy --narrate report.md
            With speech, sentence by sentence.
        coformat daisy --to dtbook report.md
            DTBook 2005-3 alone, to report.dtbook.xml.
        coformat daisy --publisher "Leeds Council" --identifier urn:isbn:9780000000002 report.md
            With metadata the report does not have.
      """)

  @Argument(
    help: "The reports, in any format that is read (see coformat formats); - is the standard input.",
    completion: .file(extensions: Registry.standard.readers.flatMap(\.extensions)))
  var files: [String] = []

  @OptionGroup(title: "Book") var book: DaisyArguments
  @OptionGroup(title: "Metadata") var metadata: MetadataArguments
  @OptionGroup(title: "Speech") var narration: NarrationArguments
  @OptionGroup(title: "Easy read") var easyRead: EasyReadFirstArguments
  @OptionGroup(title: "Reading") var source: SourceOptions
  @OptionGroup(title: "Writing") var output: OutputOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func run() throws {
    if files.isEmpty { throw UsageError.noReport(for: "daisy") }
    let messages = try messages.resolved()
    let values = try DaisyOptions.table.checked(.given(book.values, metadata.values, narration.values))
    let easyRead = try easyRead.request()
    let rendering = try UsageError.orUsage { () throws(ConversionFailure) in
      try Rendering.daisy(try DaisyOptions(values)).narrated(values, for: .daisy).ofEasyRead(easyRead)
    }
    if book.narrate, book.to == "dtbook" {
      throw UsageError("--narrate makes sound, and DTBook alone holds none", hint: "leave out --to dtbook")
    }
    try Batch(
      inputs: files.map(Input.init(argument:)), from: source.from, reading: source.reading,
      rendering: rendering, output: OutputChoice(argument: output.output), messages: messages
    ).run()
  }
}

/// What may be chosen about a book, as it is typed.
struct DaisyArguments: ParsableArguments {
  @Option(.daisyType) var to: String?
  @Option(.container) var container: String?
  @Option(.bookProducer) var producer: String?
  @Flag(.narrate) var narrate = false

  var values: [String: String?] {
    ["to": to, "container": container, "producer": producer, "narrate": narrate ? "yes" : nil]
  }
}
