import ArgumentParser
import Coformat

/// The command as a whole: it only holds the others.
struct CoformatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coformat",
    abstract: "Turns a report into braille and other accessible formats.",
    discussion: """
      Examples:
        coformat build report.md                every format, and a page that offers them, in formats/
        coformat braille report.md              contracted braille, to report.brf
        coformat braille --grade 1 report.md    uncontracted braille
        coformat daisy report.md                a DAISY 3 book, to report.daisy.zip
        coformat epub report.md                 an accessible EPUB, to report.epub
        coformat audio report.md                speech, to report.mp3
        coformat large-print report.md          HTML of 18 point, for screens and paper
        coformat easy-read report.md            a draft in easy read, for people to check
        coformat check report.pef               is it valid?
        coformat inspect report.md              what coformat reads in the report

      Reads Markdown, HTML, Word, OpenDocument, EPUB, DTBook, DAISY, plain text and what pandoc writes as \
      JSON. Nothing is fetched from a network. Every guess, substitution and omission is reported.

      Exit codes: 0 done, 1 something could not be converted, 2 the request makes no sense, \
      3 messages as serious as --fail-on says.
      """,
    version: "coformat \(coformatVersion)",
    subcommands: [
      BuildCommand.self, InitCommand.self, BrailleCommand.self, LargePrintCommand.self, EasyReadCommand.self,
      EPUBCommand.self, DaisyCommand.self, AudioCommand.self,
      CheckCommand.self, InspectCommand.self, FormatsCommand.self, CodesCommand.self,
      WorkerProcessCommand.self,
    ])

  /// What may stand first on the command line, and is shown to people.
  static var names: [String] { names(shown: true) + ["help"] }

  /// What may stand there and is not shown: programs alone start it.
  static var hiddenNames: [String] { names(shown: false) }

  private static func names(shown: Bool) -> [String] {
    var names: [String] = []
    for command in configuration.subcommands where command.configuration.shouldDisplay == shown {
      if let name = command.configuration.commandName { names.append(name) }
    }
    return names
  }
}
