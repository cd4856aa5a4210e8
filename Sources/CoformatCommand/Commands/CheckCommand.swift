import ArgumentParser
import Coformat

/// `coformat check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks finished files.",
    usage: "coformat check [<options>] <files> ...",
    discussion: """
      Checks PEF against PEF 1.0 with its rules of sizes, eBraille against eBraille 1.0, EPUB against \
      EPUB 3.3 and EPUB Accessibility 1.1 (and by EPUBCheck where it is installed), DTBook and DAISY 3 \
      against ANSI/NISO Z39.86-2005, DAISY 2.02 against its Recommendation, and BRF and Unicode \
      braille for characters, line widths and form feeds, whoever made the files. A DAISY book is a zip \
      or a folder. All that coformat makes has passed the same checks.

      A report (Markdown, HTML, Word and what else is read) is looked through for what will hurt readers \
      of one format or another: missing text alternatives, skipped headings, tables without headings, \
      links that say "click here".

      Ends with code 0 when the files are valid and with 1 when one is not.

      Examples:
        coformat check report.pef report.ebrl
        coformat check report.daisy.zip card/book
        coformat check --cells 40 --lines 25 report.brf
        coformat check --diagnostics sarif --diagnostics-file faults.sarif out.ebrl
      """)

  @Argument(
    help: "The files: .pef, .brf, .brl, .ebrl, .epub, .zip, .xml, or folders; - is the standard input.",
    completion: .file(extensions: ["pef", "brf", "brl", "ebrl", "epub", "zip", "xml"]))
  var files: [String] = []

  @OptionGroup(title: "Checking") var checking: CheckArguments
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func run() throws {
    if files.isEmpty {
      throw UsageError("no file is named", hint: "name one, as in 'coformat check report.pef'")
    }
    let messages = try messages.resolved()
    let check = FileCheck(
      try FileCheck.table.checked([
        "cells": checking.cells, "lines": checking.lines, "epubcheck": checking.epubcheck,
      ]))
    let inputs = files.map(Input.init(argument:))
    var report = Report(messages)
    for input in inputs { report.add(outcome(of: check, on: input)) }
    report.finish(madeFrom: inputs)
    if report.status != .done { throw report.status.exitCode }
  }

  private func outcome(of check: FileCheck, on input: Input) -> Outcome {
    Progress.begin(input.name)
    defer { Progress.clear() }
    let began = Process.seconds()
    var log = DiagnosticLog(source: input.name)
    var verdict: Outcome.Made?
    do {
      let title = try check.run(input, log: &log)
      if log.count(.error) == 0 { verdict = Outcome.Made(summary: "valid \(title)", companions: []) }
    } catch {
      log.report(error.diagnostic)
    }
    return Outcome(
      input: input, destination: nil, made: verdict, log: log, seconds: Process.seconds() - began)
  }
}

/// What may be chosen about a check, as it is typed.
struct CheckArguments: ParsableArguments {
  @Option(.checkedCells) var cells: String?
  @Option(.checkedLines) var lines: String?
  @Option(.epubCheck) var epubcheck: String?
}
