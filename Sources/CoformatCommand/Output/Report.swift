import Coformat

/// Tells people, and programs that ask for it, what became of the inputs.
struct Report {
  private let messages: Messages
  private let text: DiagnosticText
  private var logs: [DiagnosticLog] = []
  private var jsonLines = ""
  private(set) var status = ExitStatus.done

  init(_ messages: Messages) {
    self.messages = messages
    let least: Severity =
      switch messages.volume {
      case .quiet: .error
      case .normal: messages.failOn == .note ? .note : .warning
      case .verbose: .note
      }
    text = DiagnosticText(
      colour: Console.standardError.hasColour ? .terminal : .none, least: least,
      perCode: messages.volume == .verbose ? nil : 10)
  }

  /// Whether standard error is for people. Without a file it is where JSON and SARIF go, alone.
  private var speaks: Bool { messages.form == .text || messages.file != nil }

  /// Tells what became of an input.
  mutating func add(_ outcome: Outcome) {
    logs.append(outcome.log)
    status = max(status, self.status(of: outcome))
    if messages.form == .json {
      let result = DiagnosticJSONLines.result(
        source: outcome.input.name, output: outcome.made.flatMap { _ in outcome.destination?.name },
        companions: outcome.made?.companions ?? [], summary: outcome.made?.summary,
        embossing: outcome.made?.embossing, readability: outcome.made?.readability, log: outcome.log)
      write(jsonLines: DiagnosticJSONLines.text(outcome.log) + result)
    }
    guard speaks else { return }
    Console.standardError.write(text.text(outcome.log))
    if messages.volume != .quiet, messages.summary == .always, let made = outcome.made {
      Console.standardError.write(summary(of: outcome, made) + "\n")
    }
  }

  /// Tells why nothing could be begun.
  mutating func add(_ failure: ConversionFailure) {
    var log = DiagnosticLog()
    log.report(failure.diagnostic)
    logs.append(log)
    status = max(status, .failed)
    if messages.form == .json { write(jsonLines: DiagnosticJSONLines.text(log)) }
    if speaks { Console.standardError.write(text.text(log)) }
  }

  private mutating func write(jsonLines lines: String) {
    if messages.file == nil { Console.standardError.write(lines) } else { jsonLines += lines }
  }

  /// Writes what is written once all is done.
  mutating func finish(madeFrom inputs: [Input]) {
    if let file = messages.file {
      let bytes = Array(contents.utf8)
      let artifact = Artifact(path: file, mediaType: "text/plain", bytes: bytes)
      do {
        try Destination.path(file).write(
          Rendition(artifacts: [artifact], containment: .file, summary: ""), madeFrom: inputs)
      } catch {
        Console.standardError.write(text.text(error.diagnostic))
        status = max(status, .failed)
      }
    } else if messages.form == .sarif {
      Console.standardError.write(contents)
    }
  }

  /// All that is said, in the form that was asked for.
  private var contents: String {
    switch messages.form {
    case .text:
      logs.map { DiagnosticText(least: .note, perCode: nil).text($0) }.joined()
    case .json: jsonLines
    case .sarif: DiagnosticSARIF.text(logs, exitCode: Int(status.rawValue))
    }
  }

  private func status(of outcome: Outcome) -> ExitStatus {
    if outcome.made == nil { return .failed }
    guard let failOn = messages.failOn, let highest = outcome.log.highest else { return .done }
    return highest >= failOn ? .diagnosed : .done
  }

  /// `report.md: 12 pages of 40 by 25 cells, UEB grade 2, in report.brf; 12 sheets, 1 volume, about 2
  /// minutes at 100 cells a second; 3 warnings, 1 note`. One page needs no plan.
  private func summary(of outcome: Outcome, _ made: Outcome.Made) -> String {
    var line = "\(outcome.input.name): \(made.summary)"
    if case .path(let path)? = outcome.destination {
      line += ", in \(([path] + made.companions).joined(separator: " and "))"
    }
    if let embossing = made.embossing, embossing.pages > 1 { line += "; \(embossing.summary)" }
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = outcome.log.count(severity)
      return count == 0 ? nil : "\(count) \(severity)\(count == 1 ? "" : "s")"
    }
    if !counts.isEmpty { line += "; \(counts.joined(separator: ", "))" }
    if text.least > .note, outcome.log.count(.note) > 0 { line += " (--verbose shows notes)" }
    if messages.volume == .verbose { line += "; \(Int((outcome.seconds * 1000).rounded())) ms" }
    return Printable.text(line)
  }
}
