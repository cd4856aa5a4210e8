import Coformat

/// A build as a person sees it: progress on the terminal, messages, a line at the end, reports in files.
struct BuildSession {
  var run: BuildRun
  var values: OptionValues
  var messages: Messages

  /// Builds once.
  func build(log: DiagnosticLog) throws -> ExitStatus {
    var log = log
    var run = run
    run.progress = { progress in
      Progress.show("\(progress.done) of \(progress.total) reports; \(Printable.text(progress.source))")
    }
    run.isStopped = { Interruptions.received != nil }
    Interruptions.noteInstead()
    let began = Process.seconds()
    let result: BuildResult
    do {
      defer { Progress.clear() }
      result = try run.run(log: &log)
    }
    defer { result.clean() }
    return try finish(result, log, seconds: Process.seconds() - began)
  }

  /// Puts the parts of a build together.
  func merge(log: DiagnosticLog) throws -> ExitStatus {
    var log = log
    let began = Process.seconds()
    let result = try BuildResult.merge(run.configuration, prune: run.prune, log: &log)
    defer { result.clean() }
    return try finish(result, log, seconds: Process.seconds() - began)
  }

  /// Builds again whenever a source or the configuration changes. A configuration with a fault is
  /// reported, and nothing is built until it has none.
  ///
  /// - Parameter reload: the build as the configuration's file says now.
  mutating func watch(
    configuration: String, log: DiagnosticLog, reload: (inout DiagnosticLog) throws -> BuildRun
  ) throws -> ExitStatus {
    var watcher = BuildWatch(run, configuration: configuration)
    var status = try build(log: log)
    watcher.noteWhatWasFound()
    while Interruptions.received == nil {
      Process.sleep(milliseconds: 300)
      guard watcher.hasChanged() else { continue }
      watcher = BuildWatch(run, configuration: configuration)
      var log = DiagnosticLog(source: configuration)
      do {
        run = try reload(&log)
        watcher = BuildWatch(run, configuration: configuration)
        status = try build(log: log)
      } catch let failure as ConversionFailure {
        Self.report(failure, log)
        status = .failed
      } catch let error as UsageError {
        Console.standardError.write(Printable.text("coformat: \(error.message)") + "\n")
        status = .failed
      }
      watcher.noteWhatWasFound()
    }
    return status
  }

  /// Says why a build could not be carried out.
  static func report(_ failure: ConversionFailure, _ log: DiagnosticLog) {
    var log = log
    log.report(failure.diagnostic)
    Console.standardError.write(DiagnosticText(least: .warning, perCode: nil).text(log))
  }

  private func finish(_ result: BuildResult, _ log: DiagnosticLog, seconds: Double) throws -> ExitStatus {
    let status = status(of: result, log)
    let text = DiagnosticText(
      colour: Console.standardError.hasColour ? .terminal : .none,
      least: messages.volume == .quiet ? .error : messages.volume == .verbose ? .note : .warning,
      perCode: messages.volume == .verbose ? nil : 3)
    Console.standardError.write(text.text(log))
    try result.forEachLog { Console.standardError.write(text.text($0)) }
    if let path = values["json"] { try result.writeJSON(to: path) }
    if let path = values["junit"] { try result.writeJUnit(to: path, failOn: messages.failOn) }
    if let path = values["sarif"] { try result.writeSARIF(to: path, exitCode: Int(status.rawValue)) }
    if messages.volume != .quiet { Console.standardError.write(summary(of: result, seconds) + "\n") }
    if let signal = Interruptions.received { Interruptions.endNow(signal) }
    return status
  }

  private func status(of result: BuildResult, _ log: DiagnosticLog) -> ExitStatus {
    if result.counts.failed > 0 || result.isInterrupted { return .failed }
    let highest = [result.counts.highest, log.highest].compactMap(\.self).max()
    guard let failOn = messages.failOn, let highest else { return .done }
    return highest >= failOn ? .diagnosed : .done
  }

  /// `3 reports: 21 made, 3 unchanged in formats/; 2 warnings; 4.1 s`.
  private func summary(of result: BuildResult, _ seconds: Double) -> String {
    let counts = result.counts
    var parts: [String] = []
    if counts.made > 0 { parts.append("\(counts.made) made") }
    if counts.kept > 0 { parts.append("\(counts.kept) unchanged") }
    if counts.failed > 0 { parts.append("\(counts.failed) failed") }
    if counts.absent > 0 { parts.append("\(counts.absent) not in the language of the report") }
    if result.removed > 0 { parts.append("\(result.removed) of earlier builds removed") }
    if counts.left > 0 { parts.append("\(counts.left) not reached") }
    var line = "\(counts.reports) report\(counts.reports == 1 ? "" : "s"): "
    line += (parts.isEmpty ? "nothing to make" : parts.joined(separator: ", ")) + ", in \(result.output)"
    let said = Severity.allCases.reversed().compactMap { severity -> String? in
      guard let count = counts.diagnostics[severity], count > 0 else { return nil }
      return "\(count) \(severity)\(count == 1 ? "" : "s")"
    }
    if !said.isEmpty { line += "; \(said.joined(separator: ", "))" }
    if result.isInterrupted { line += "; interrupted" }
    return Printable.text(line + "; \(Int(seconds * 10 + 0.5) / 10).\(Int(seconds * 10 + 0.5) % 10) s")
  }
}
