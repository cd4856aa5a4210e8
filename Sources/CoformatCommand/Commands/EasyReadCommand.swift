import ArgumentParser
import Coformat

/// `coformat easy-read`.
struct EasyReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "easy-read",
    abstract: "Makes drafts in easy read of reports.",
    usage: "coformat easy-read [<options>] <files> ...",
    discussion: """
      Easy read is text for people with learning disabilities: short sentences, one on a line, common \
      words, hard words explained, room for a picture beside each idea. What a program makes is a draft: \
      people have to check it, some of them people who need easy read. What might change the meaning is \
      only suggested. Nothing is left out unless you say so.

      Your decisions are in report.easy-read.yml beside report.md, or under 'easy-read' in its front \
      matter: words to replace, keep or explain, sentences in your own words, pictures, parts to leave \
      out, suggestions you accept.

      Examples:
        coformat easy-read report.md
            To report.easy-read.html.
        coformat easy-read --review report.md
            What was changed and what to decide, to report.easy-read-review.html.
        coformat easy-read --pictures photos --to docx report.md
            With pictures from the folder photos, for Word.
        coformat easy-read --accept all --to text -o - report.md
            With all suggestions that hold, as plain text.
        coformat braille --easy-read report.md
            Braille of easy read; so for every format.
      """)

  @Argument(
    help: "The reports, in any format that is read (see coformat formats); - is the standard input.",
    completion: .file(extensions: Registry.standard.readers.flatMap(\.extensions)))
  var files: [String] = []

  @Flag(.review) var review = false
  @OptionGroup(title: "Easy read") var easyRead: EasyReadArguments
  @OptionGroup(title: "Reading") var source: SourceOptions
  @OptionGroup(title: "Writing") var output: OutputOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func run() throws {
    if files.isEmpty { throw UsageError.noReport(for: "easy-read") }
    let messages = try messages.resolved()
    let values = try EasyReadOutputOptions.table.checked(easyRead.values)
    let rendering = try UsageError.orUsage { () throws(ConversionFailure) in
      try Rendering.easyRead(values)
    }
    let (from, reading) = (source.from, source.reading)
    let output = OutputChoice(argument: output.output)
    let inputs = files.map(Input.init(argument:))
    guard review else {
      return try Batch(
        inputs: inputs, from: from, reading: reading, rendering: rendering, output: output, messages: messages
      ).run()
    }
    try Batch(
      inputs: inputs, fileExtension: EasyReadReviewing.fileExtension, output: output, messages: messages,
      task: { (input) throws(ConversionFailure) in
        let plan = try Plan(input, to: rendering, from: from, reading: reading)
        return EasyReadReviewing(plan, rendering.easyRead ?? EasyReadRequest())
      }
    ).run()
  }
}

/// What may be chosen about easy read, as it is typed.
struct EasyReadArguments: ParsableArguments {
  @Option(.easyReadTo) var to: String?
  @Option(.accept) var accept: String?
  @Option(.digits) var digits: String?
  @Option(.explain) var explain: String?
  @Option(.easyReadPictures) var pictures: String?
  @Option(.authorFile) var authorFile: String?
  @Option(.original) var original: String?
  @Option(.easyReadSize) var size: String?
  @Option(.typeface) var typeface: String?
  @Option(.colours) var colours: String?
  @Option(.paper) var paper: String?
  @Option(.panel) var panel: String?

  var values: [String: String?] {
    [
      "to": to, "accept": accept, "digits": digits, "explain": explain, "pictures": pictures,
      "author-file": authorFile, "original": original, "size": size, "typeface": typeface,
      "colours": colours, "paper": paper, "panel": panel,
    ]
  }
}

/// Easy read before another format, as it is typed.
struct EasyReadFirstArguments: ParsableArguments {
  @Flag(.easyRead) var easyRead = false
  @Option(.accept) var accept: String?
  @Option(.digits) var digits: String?
  @Option(.explain) var explain: String?
  @Option(.easyReadPictureFolder) var pictures: String?
  @Option(.authorFile) var authorFile: String?

  /// The request; nil when easy read is not asked for.
  ///
  /// - Throws: `UsageError` when a value is none, or options of easy read are given without it.
  func request() throws -> EasyReadRequest? {
    let given: [String: String?] = [
      "accept": accept, "digits": digits, "explain": explain, "easy-read-pictures": pictures,
      "author-file": authorFile,
    ]
    let values = try EasyReadRequest.table.checked(given)
    guard easyRead else {
      if let name = given.filter({ $0.value != nil }).keys.min() {
        throw UsageError("--\(name) is about easy read, which is not asked for", hint: "give --easy-read too")
      }
      return nil
    }
    return try UsageError.orUsage { () throws(ConversionFailure) in try EasyReadRequest(values) }
  }
}
