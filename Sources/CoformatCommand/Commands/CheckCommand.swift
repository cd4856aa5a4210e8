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

      With --readability it looks at documents instead, in any format that is read: sentence lengths, the \
      Flesch-Kincaid grade, hard words, passives, and each rule of easy read that is broken, with its \
      place. That is no verdict: it ends with code 0, or as --fail-on says.

      Ends with code 0 when the files are valid and with 1 when one is not.

      Examples:
        coformat check report.pef report.ebrl
        coformat check report.daisy.zip card/book
        coformat check --cells 40 --lines 25 report.brf
        coformat check --readability report.md
        coformat check --diagnostics sarif --diagnostics-file faults.sarif out.ebrl
      """)

  @Argument(
    help: """
      The files: .pef, .brf, .brl, .ebrl, .epub, .zip, .xml, or folders; documents with --readability; - is \
      the standard input.
      """,
    completion: .file(extensions: ["pef", "brf", "brl", "ebrl", "epub", "zip", "xml"]))
  var files: [String] = []

  @OptionGroup(title: "Checking") var checking: CheckArguments
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func run() throws {
    if files.isEmpty {
      throw UsageError("no file is named", hint: "name one, as in 'coformat check report.pef'")
    }
    let messages = try messages.resolved()
    let readability = try checking.readabilityCheck()
    let check = FileCheck(
      try FileCheck.table.checked([
        "cells": checking.cells, "lines": checking.lines, "epubcheck": checking.epubcheck,
      ]))
    let inputs = files.map(Input.init(argument:))
    var report = Report(messages)
    for input in inputs {
      report.add(readability.map { outcome(of: $0, on: input) } ?? outcome(of: check, on: input))
    }
    report.finish(madeFrom: inputs)
    if report.status != .done { throw report.status.exitCode }
  }

  private func outcome(of check: FileCheck, on input: Input) -> Outcome {
    outcome(on: input) { (log) throws(ConversionFailure) in
      let title = try check.run(input, log: &log)
      return log.count(.error) == 0 ? Outcome.Made(summary: FileCheck.verdict(title), companions: []) : nil
    }
  }

  private func outcome(of check: ReadabilityCheck, on input: Input) -> Outcome {
    outcome(on: input) { (log) throws(ConversionFailure) in
      let scores = try check.run(input, log: &log)
      return Outcome.Made(summary: scores.summary, companions: [], readability: scores)
    }
  }

  /// What became of an input: the verdict is nil when something is wrong with it.
  private func outcome(
    on input: Input, _ check: (inout DiagnosticLog) throws(ConversionFailure) -> Outcome.Made?
  ) -> Outcome {
    Progress.begin(input.name)
    defer { Progress.clear() }
    let began = Process.seconds()
    var log = DiagnosticLog(source: input.name)
    var verdict: Outcome.Made?
    do {
      verdict = try check(&log)
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
  @Flag(.readability) var readability = false
  @Option(.sentenceWords) var sentenceWords: String?

  /// The check of documents, when it is asked for.
  func readabilityCheck() throws -> ReadabilityCheck? {
    guard readability else {
      if sentenceWords != nil {
        throw UsageError("--sentence-words is of --readability", hint: "give both, or neither")
      }
      return nil
    }
    guard cells == nil, lines == nil, epubcheck == nil else {
      throw UsageError(
        "--cells, --lines and --epubcheck are about files of braille and EPUBs, --readability about documents",
        hint: "check them one after the other")
    }
    return ReadabilityCheck(try ReadabilityCheck.table.checked(["sentence-words": sentenceWords]))
  }
}
