import ArgumentParser
import Coformat

/// `coformat large-print`.
struct LargePrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "large-print",
    abstract: "Makes large print of reports.",
    usage: "coformat large-print [<options>] <files> ...",
    discussion: """
      Each report is written beside its source: report.md becomes report.large-print.html, one file \
      that needs nothing else, for screens and for printing. Nothing in it is smaller than the size \
      asked for. Tables that do not fit on the paper become lists.

      Examples:
        coformat large-print report.md
            HTML of 18 point, as UKAAF advises.
        coformat large-print --size 24 --colours cream report.md
            Larger, and black on cream on screens.
        coformat large-print --to pdf report.md
            A tagged PDF for A4 paper, to report.large-print.pdf (needs WeasyPrint).
        coformat large-print --to pdf --max-pages 60 report.md
            The same in volumes of 60 pages, to report-1.large-print.pdf and so on.
        coformat large-print --to docx report.md
            A Word document with styles, to edit further.
        coformat large-print --profile aph --tables list report.html
            As APH advises, every table as a list.
      """)

  @Argument(
    help: "The reports, in any format that is read (see coformat formats); - is the standard input.",
    completion: .file(extensions: Registry.standard.readers.flatMap(\.extensions)))
  var files: [String] = []

  @OptionGroup(title: "Large print") var largePrint: LargePrintArguments
  @OptionGroup(title: "Easy read") var easyRead: EasyReadFirstArguments
  @OptionGroup(title: "Reading") var source: SourceOptions
  @OptionGroup(title: "Writing") var output: OutputOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func run() throws {
    if files.isEmpty { throw UsageError.noReport(for: "large-print") }
    let messages = try messages.resolved()
    var options = LargePrintOptions(try LargePrintOptions.table.checked(largePrint.values))
    var output = OutputChoice(argument: output.output)
    let easyRead = try easyRead.request()
    let rendering: Rendering
    do {
      rendering = try Rendering.largePrint(options).ofEasyRead(easyRead)
    } catch {
      // There is no WeasyPrint. HTML is better than nothing, under a name of its own.
      options.fileType = .html
      output = output.renamed(to: "large-print.html")
      try batch(.largePrint(options).ofEasyRead(easyRead), output, messages, lacking: error.diagnostic).run(
        lacking: true)
      return
    }
    try batch(rendering, output, messages, lacking: nil).run()
  }

  private func batch(
    _ rendering: Rendering, _ output: OutputChoice, _ messages: Messages, lacking fault: Diagnostic?
  ) throws -> Batch {
    let (from, reading) = (source.from, source.reading)
    return Batch(
      inputs: files.map(Input.init(argument:)), fileExtension: rendering.fileExtension, output: output,
      messages: messages,
      task: { (input) throws(ConversionFailure) in
        let plan = try Plan(input, to: rendering, from: from, reading: reading)
        return fault.map { Instead(plan: plan, fault: $0) } ?? plan
      })
  }
}

/// A conversion to something else than was asked for, which is said.
private struct Instead: PlannedTask {
  var plan: Plan
  var fault: Diagnostic
  var input: Input { plan.input }

  func run(log: inout DiagnosticLog) throws(ConversionFailure) -> Rendition {
    log.report(fault)
    return try plan.run(log: &log)
  }
}

extension Batch {
  /// Converts the inputs to something else than was asked for, and ends as what failed.
  fileprivate func run(lacking: Bool) throws {
    do {
      try run()
    } catch let code as ExitCode where code == ExitStatus.diagnosed.exitCode {
      // What lacks is an error, and counts for more than a remark.
    }
    throw ExitStatus.failed.exitCode
  }
}

/// What may be chosen about large print, as it is typed.
struct LargePrintArguments: ParsableArguments {
  @Option(.largePrintTo) var to: String?
  @Option(.largePrintProfile) var profile: String?
  @Option(.size) var size: String?
  @Option(.typeface) var typeface: String?
  @Option(.leading) var leading: String?
  @Option(.measure) var measure: String?
  @Option(.paper) var paper: String?
  @Option(.colours) var colours: String?
  @Option(.pictures) var pictures: String?
  @Option(.capitals) var capitals: String?
  @Option(.largePrintTables) var tables: String?
  @Option(.largePrintContents) var contents: String?
  @Option(.panel) var panel: String?
  @Option(.largePrintMaximumPages) var maximumPages: String?

  var values: [String: String?] {
    [
      "to": to, "profile": profile, "size": size, "typeface": typeface, "leading": leading,
      "measure": measure, "paper": paper, "colours": colours, "pictures": pictures, "capitals": capitals,
      "tables": tables, "contents": contents, "panel": panel,
      "max-pages": maximumPages,
    ]
  }
}
