import Coformat

/// The conversion of several inputs, one after the other: one that cannot be converted does not stop
/// the others.
struct Batch {
  var inputs: [Input]
  /// The extension of what is made, without the full stop.
  var fileExtension: String
  /// The extensions of the files that go beside it.
  var companionExtensions: [String]
  var output: OutputChoice
  var messages: Messages
  /// What is done to each input.
  var task: (Input) throws(ConversionFailure) -> any PlannedTask

  init(
    inputs: [Input], fileExtension: String, companionExtensions: [String] = [], output: OutputChoice,
    messages: Messages,
    task: @escaping (Input) throws(ConversionFailure) -> any PlannedTask
  ) {
    self.inputs = inputs
    self.fileExtension = fileExtension
    self.companionExtensions = companionExtensions
    self.output = output
    self.messages = messages
    self.task = task
  }

  /// A batch of conversions.
  init(
    inputs: [Input], from: String?, reading: ReadingOptions, rendering: Rendering, output: OutputChoice,
    messages: Messages
  ) {
    self.init(
      inputs: inputs, fileExtension: rendering.fileExtension,
      companionExtensions: rendering.companionExtensions, output: output, messages: messages,
      task: { (input) throws(ConversionFailure) in
        try Plan(
          input, to: rendering, from: from, reading: reading,
          progress: { done, total in Progress.advance(done, of: total) })
      })
  }

  /// Converts the inputs and ends with the worst of their statuses.
  ///
  /// - Throws: `UsageError` before anything is read; `ExitCode` at the end.
  func run() throws {
    let plans = try UsageError.orUsage { () throws(ConversionFailure) in try planned() }
    let destinations = try UsageError.orUsage { () throws(ConversionFailure) in
      try output.destinations(
        for: inputs, fileExtension: fileExtension, companionExtensions: companionExtensions)
    }
    try refuseToMixMessages(with: destinations)
    Interruptions.removeTemporaries()
    var report = Report(messages)
    do {
      try output.prepare()
      for (plan, destination) in zip(plans, destinations) { report.add(convert(plan, to: destination)) }
    } catch {
      report.add(error)
    }
    report.finish(madeFrom: inputs)
    if report.status != .done { throw report.status.exitCode }
  }

  private func planned() throws(ConversionFailure) -> [any PlannedTask] {
    var plans: [any PlannedTask] = []
    for input in inputs { plans.append(try task(input)) }
    return plans
  }

  private func convert(_ plan: any PlannedTask, to destination: Destination) -> Outcome {
    Progress.begin(plan.input.name)
    defer { Progress.clear() }
    let began = Process.seconds()
    var log = DiagnosticLog(source: plan.input.name)
    var made: Outcome.Made?
    var place = destination
    do {
      let rendition = try plan.run(log: &log)
      try destination.write(rendition, madeFrom: inputs)
      // Of files for each volume the first is named as the output, the others as made beside it.
      let volumes = destination.numberedFiles(of: rendition)
      if let first = volumes.first { place = .path(first) }
      made = Outcome.Made(
        summary: rendition.summary,
        companions: Array(volumes.dropFirst()) + (try companions(of: destination)),
        embossing: rendition.embossing)
    } catch {
      log.report(error.diagnostic)
    }
    return Outcome(
      input: plan.input, destination: place, made: made, log: log,
      seconds: Process.seconds() - began)
  }

  private func companions(of destination: Destination) throws(ConversionFailure) -> [String] {
    try destination.companions(companionExtensions)
  }

  private func refuseToMixMessages(with destinations: [Destination]) throws {
    guard let file = messages.file else { return }
    let place = OutputChoice.place(file)
    for destination in destinations {
      guard case .path(let path) = destination else { continue }
      let paths = try UsageError.orUsage { () throws(ConversionFailure) in
        [path] + (try companions(of: destination))
      }
      if paths.contains(where: { OutputChoice.place($0) == place }) {
        throw UsageError(
          "'\(file)' is named for both the messages and what is made", hint: "name two files")
      }
    }
    do throws(ConversionFailure) {
      try Destination.path(file).refuseToReplace(inputs, at: file)
    } catch {
      throw UsageError(error.diagnostic.message, hint: "give another name with --diagnostics-file")
    }
  }
}

/// What became of one input.
struct Outcome {
  var input: Input
  /// Where it went; nil when there was nothing to write.
  var destination: Destination?
  /// What was made; nil when nothing was.
  var made: Made?
  var log: DiagnosticLog
  var seconds: Double

  /// What was made of an input.
  struct Made {
    /// In words.
    var summary: String
    /// The paths of the files beside it.
    var companions: [String]
    /// What embossing it takes; nil for what is not embossed.
    var embossing: EmbossingEstimate?
    /// How easy it is to read; nil where that was not asked.
    var readability: ReadabilityScores?
  }
}
