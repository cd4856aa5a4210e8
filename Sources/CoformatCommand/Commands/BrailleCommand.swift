import ArgumentParser
import Coformat

/// `coformat braille`.
struct BrailleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "braille",
    abstract: "Makes braille of reports.",
    usage: "coformat braille [<options>] <files> ...",
    discussion: """
      Each report is written beside its source under the same name: report.md becomes report.brf. \
      A line on standard error says what was made. What could not be kept is a message with its \
      place in the source.

      Examples:
        coformat braille report.md
            Contracted (grade 2) Unified English Braille, 40 cells by 25 lines,
            laid out as UKAAF advises, to report.brf.
        coformat braille --grade 1 --profile bana report.html
            Uncontracted, laid out as BANA advises.
        coformat braille --to pef -o out/ chapter-1.md chapter-2.md
            Portable Embosser Format, to the folder out.
        coformat braille --to ebraille --producer "Leeds Transcription" report.md
            For a braille display of any width, to report.ebrl.
        coformat braille -o report.brf - < report.md
            From standard input.
        coformat braille --proof report.md
            And report.proof.html, to check the braille against the print.
        coformat braille --reverse report.brf
            Reads braille back to print, to standard output, for checking.
        coformat braille --fail-on warning report.md
            For a build: ends with code 3 when there is a warning.
      """)

  @Argument(
    help: "The reports, in any format that is read (see coformat formats); - is the standard input.",
    completion: .file(extensions: Registry.standard.readers.flatMap(\.extensions)))
  var files: [String] = []

  @Flag(.reverse) var reverse = false
  @OptionGroup(title: "Braille") var braille: BrailleArguments
  @OptionGroup(title: "Checking and planning") var proofing: ProofingArguments
  @OptionGroup(title: "Easy read") var easyRead: EasyReadFirstArguments
  @OptionGroup(title: "Reading") var source: SourceOptions
  @OptionGroup(title: "Writing") var output: OutputOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func run() throws {
    if files.isEmpty { throw UsageError.noReport(for: "braille") }
    let messages = try messages.resolved()
    let values = try BrailleOptions.table.checked(
      braille.values.merging(proofing.values) { value, _ in value })
    if reverse { return try readBack(values, messages) }
    let easyRead = try easyRead.request()
    let rendering = try UsageError.orUsage { () throws(ConversionFailure) in
      try Rendering.braille(BrailleOptions(values)).ofEasyRead(easyRead)
    }
    try Batch(
      inputs: files.map(Input.init(argument:)), from: source.from, reading: source.reading,
      rendering: rendering, output: OutputChoice(argument: output.output), messages: messages
    ).run()
  }

  /// Reads braille files back to text.
  private func readBack(_ values: OptionValues, _ messages: Messages) throws {
    let options = try UsageError.orUsage { () throws(ConversionFailure) in try BrailleOptions(values) }
    if !options.proofing.companionExtensions.isEmpty {
      throw UsageError(
        "--proof and --concordance are made with braille, and --reverse makes none",
        hint: "leave out --reverse, or the others")
    }
    var messages = messages
    // The text itself is what was asked for; a line about it would only be in the way.
    if messages.volume == .normal, output.output == nil { messages.summary = .never }
    try Batch(
      inputs: files.map(Input.init(argument:)), fileExtension: "txt",
      output: OutputChoice(argument: output.output ?? "-"), messages: messages,
      task: { (input) throws(ConversionFailure) in ReadingBack(input, options: options) }
    ).run()
  }
}

extension OptionDefinition {
  static let reverse = OptionDefinition(
    "reverse", .flag,
    help: """
      Read files of braille (BRF, Unicode braille, PEF) back to plain text, in the code and grade named: \
      line by line, page numbers in place, a form feed after each page. To standard output unless \
      --output says otherwise.
      """)
}

/// What may be chosen about braille, as it is typed.
struct BrailleArguments: ParsableArguments {
  @Option(.grade) var grade: String?
  @Option(.code) var code: String?
  @Option(.tables) var table: String?
  @Option(.languages) var languages: String?
  @Option(.to) var to: String?
  @Option(.profile) var profile: String?
  @Option(.cells) var cells: String?
  @Option(.lines) var lines: String?
  @Option(.lineSpacing) var lineSpacing: String?
  @Option(.frontMatter) var frontMatter: String?
  @Option(.contents) var contents: String?
  @Option(.contentsPages) var contentsPages: String?
  @Option(.maximumPages) var maximumPages: String?
  @Option(.sides) var sides: String?
  @Option(.volumeFiles) var volumeFiles: String?
  @Option(.references) var references: String?
  @Option(.links) var links: String?
  @Option(.notes) var notes: String?
  @Option(.tableForm) var tableForm: String?
  @Option(.lineEnding) var lineEnding: String?
  @Option(.letterCase) var letterCase: String?
  @Option(.formFeeds) var formFeeds: String?
  @Option(.padding) var padding: String?
  @Option(.blank) var blank: String?
  @Option(.producer) var producer: String?

  var values: [String: String?] {
    [
      "grade": grade, "code": code, "table": table, "languages": languages, "to": to, "profile": profile,
      "cells": cells, "lines": lines, "line-spacing": lineSpacing, "links": links, "notes": notes,
      "table-form": tableForm,
      "line-ending": lineEnding, "brf-case": letterCase, "form-feed": formFeeds,
      "padding": padding, "unicode-blank": blank, "producer": producer, "front-matter": frontMatter,
      "contents": contents, "contents-pages": contentsPages, "max-pages": maximumPages, "sides": sides,
      "volume-files": volumeFiles, "references": references,
    ]
  }
}
