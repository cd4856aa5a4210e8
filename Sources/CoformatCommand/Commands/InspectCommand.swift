import ArgumentParser
import Coformat

/// `coformat inspect`.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Shows the document tree that a report is read as.",
    usage: "coformat inspect [<options>] <file>",
    discussion: """
      A line is a node: its kind, what it carries, its text, and the place in the source as \
      line:column-line:column. Braille is made from this tree and nothing else.

      Examples:
        coformat inspect report.md
        coformat inspect --json -o report.json report.html
        coformat inspect --to pandoc-json report.docx | pandoc -f json -t latex
      """)

  @Argument(
    help: "The report, in any format that is read (see coformat formats); - is the standard input.",
    completion: .file(extensions: Registry.standard.readers.flatMap(\.extensions)))
  var file: String?

  @Option(.inspectForm) var to: String?
  @Flag(.json) var json = false
  @Option(.pandoc) var pandoc: String?
  @OptionGroup(title: "Reading") var source: SourceOptions
  @OptionGroup(title: "Writing") var output: InspectOutputOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func run() throws {
    guard let file else { throw UsageError.noReport(for: "inspect") }
    if json, let to, to != "json" {
      throw UsageError(
        "--json asks for one form of the tree, and --to \(to) for another", hint: "leave out --json")
    }
    var given: [String: String] = [:]
    given["to"] = to ?? (json ? "json" : nil)
    given["pandoc"] = pandoc
    let options = InspectOptions(try InspectOptions.table.checked(given))
    var messages = try messages.resolved()
    // The tree itself is what was asked for; a line about it would only be in the way.
    if messages.volume == .normal { messages.summary = .never }
    try Batch(
      inputs: [Input(argument: file)], from: source.from, reading: source.reading,
      rendering: .inspect(options),
      output: OutputChoice(argument: output.output ?? "-"), messages: messages
    ).run()
  }
}
