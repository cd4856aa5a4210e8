import ArgumentParser
import Coformat

/// `coformat init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a configuration for 'coformat build'.",
    usage: "coformat init [<folder>]",
    discussion: """
      Looks for reports in the folder and those below it, and writes coformat.yml, which names them and \
      says in comments what else can be chosen. What is there already is not replaced.
      """)

  @Argument(help: "The folder with the reports.", completion: .directory)
  var folder = "."

  func run() throws {
    do throws(ConversionFailure) {
      let written = try ConfigurationDraft(folder: folder).write()
      Console.standardError.write("\(Printable.text(written.summary))\n")
    } catch {
      Console.standardError.write(DiagnosticText(least: .warning, perCode: nil).text(error.diagnostic))
      throw ExitStatus.failed.exitCode
    }
  }
}
