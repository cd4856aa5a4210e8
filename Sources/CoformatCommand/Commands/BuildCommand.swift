import ArgumentParser
import Coformat

/// `coformat build`.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Makes every format of every report.",
    usage: "coformat build [<options>] [<files or folders> ...]",
    discussion: """
      Makes braille of both grades, large print, easy read, DAISY, DTBook and EPUB of each report, or \
      what coformat.yml says, and a page, index.html, that offers them. What has not changed since the last \
      build is not made again. Each report is worked on in a process of its own, so that one that \
      cannot be converted stops no other.

      Examples:
        coformat build report.docx
            Every usual format of one report, in formats/.
        coformat build
            What coformat.yml says; 'coformat init' writes one.
        coformat build --formats braille-2,epub -o public reports
            Two formats of every report in a folder.
        coformat build --junit results.xml --fail-on warning
            In CI.
        coformat build --shard 3/8
            One part of eight, on one machine of eight; then: coformat build --merge
      """)

  @Argument(
    help: "Reports, folders or patterns; without any, what coformat.yml names.", completion: .file())
  var files: [String] = []

  @OptionGroup(title: "Building") var building: BuildArguments
  @OptionGroup(title: "Messages") var messages: BuildMessageOptions

  func run() throws {
    let values = try BuildRun.table.checked(building.values)
    let messages = try self.messages.resolved()
    var log = DiagnosticLog()
    do {
      let run = try prepared(values, log: &log)
      if building.dryRun { return try dryRun(run, messages, log: log) }
      var session = BuildSession(run: run, values: values, messages: messages)
      let status: ExitStatus
      if building.merge {
        status = try session.merge(log: log)
      } else if building.watch {
        let file = values["config"] ?? BuildConfiguration.fileName
        status = try session.watch(configuration: file, log: log) { try prepared(values, log: &$0) }
      } else {
        status = try session.build(log: log)
      }
      if status != .done { throw status.exitCode }
    } catch let failure as ConversionFailure {
      BuildSession.report(failure, log)
      throw ExitStatus.failed.exitCode
    }
  }

  /// The build as the configuration's file and the options say.
  private func prepared(_ values: OptionValues, log: inout DiagnosticLog) throws -> BuildRun {
    try BuildRun(configuration(values, log: &log), values, command: try Self.worker(values))
  }

  private func configuration(_ values: OptionValues, log: inout DiagnosticLog) throws -> BuildConfiguration {
    var configuration = BuildConfiguration()
    if let path = values["config"] {
      log.source = path
      configuration = try BuildConfiguration.load(path, log: &log)
    } else if BuildConfiguration.isThere {
      log.source = BuildConfiguration.fileName
      configuration = try BuildConfiguration.load(BuildConfiguration.fileName, log: &log)
    } else if files.isEmpty {
      throw UsageError(
        "no report is named, and there is no \(BuildConfiguration.fileName) here",
        hint: "name reports or folders, as in 'coformat build report.md', or write one with 'coformat init'")
    }
    if !files.isEmpty { configuration.name(reports: files) }
    if let output = values["output"] { configuration.write(to: output) }
    if let formats = values["formats"] {
      try UsageError.orUsage { () throws(ConversionFailure) in try configuration.ask(for: formats) }
    }
    return configuration
  }

  /// How this program is started as a worker.
  private static func worker(_ values: OptionValues) throws -> WorkerCommand {
    guard let program = BuildRun.thisProgram else {
      throw UsageError("the system does not say which program this is", hint: "start it by its whole path")
    }
    return WorkerCommand(
      program: program, arguments: ["worker", "--memory-limit", values["memory-limit"] ?? "4096"])
  }

  private func dryRun(_ run: BuildRun, _ messages: Messages, log: DiagnosticLog) throws {
    var log = log
    var text = ""
    var (make, keep) = (0, 0)
    try run.dryRun(log: &log) { source, output, reason in
      if let reason {
        make += 1
        text += "make \(output) from \(source): \(reason)\n"
      } else {
        keep += 1
        if messages.volume == .verbose { text += "keep \(output)\n" }
      }
    }
    if messages.volume != .quiet {
      Console.standardError.write(DiagnosticText(least: .warning, perCode: 10).text(log))
    }
    let old = try run.filesToPrune()
    for path in old { text += "remove \(path): no longer built\n" }
    let end = old.isEmpty ? "" : ", \(old.count) to remove"
    try Console.answer(text + "\(make) to make, \(keep) unchanged\(end)\n")
  }
}

/// What may be chosen about a build, as it is typed.
struct BuildArguments: ParsableArguments {
  @Option(.configuration) var config: String?
  @Option(.buildOutput) var output: String?
  @Option(.buildFormats) var formats: String?
  @Option(.buildJobs) var jobs: String?
  @Option(.shard) var shard: String?
  @Flag(.merge) var merge = false
  @Flag(.dryRun) var dryRun = false
  @Flag(.everything) var everything = false
  @Flag(.prune) var prune = false
  @Flag(.watch) var watch = false
  @Option(.buildCache) var cache: String?
  @Option(.timeLimit) var timeLimit: String?
  @Option(.memoryLimit) var memoryLimit: String?
  @Option(.runJSON) var json: String?
  @Option(.runSARIF) var sarif: String?
  @Option(.runJUnit) var junit: String?

  var values: [String: String?] {
    [
      "config": config, "output": output, "formats": formats, "jobs": jobs, "shard": shard, "cache": cache,
      "time-limit": timeLimit, "memory-limit": memoryLimit, "json": json, "sarif": sarif, "junit": junit,
      "everything": everything ? "true" : nil, "prune": prune ? "true" : nil,
    ]
  }

  func validate() throws {
    let chosen = [(merge, "--merge"), (dryRun, "--dry-run"), (watch, "--watch")].filter(\.0).map(\.1)
    if chosen.count > 1 {
      throw ValidationError("\(chosen.joined(separator: " and ")) do not go together")
    }
  }
}

/// How a build speaks of what it did.
struct BuildMessageOptions: ParsableArguments {
  @Flag(.quiet) var quiet = false
  @Flag(.verbose) var verbose = false
  @Option(.failOn) var failOn: String?

  func resolved() throws -> Messages {
    let values = try OptionTable([.failOn]).checked(["fail-on": failOn])
    if quiet && verbose {
      throw UsageError("--quiet and --verbose contradict each other", hint: "give one of them")
    }
    return Messages(
      volume: quiet ? .quiet : verbose ? .verbose : .normal, form: .text, file: nil,
      failOn: values["fail-on"] == nil ? .error : values.choice("fail-on"))
  }
}

extension BuildRun {
  /// A build with the options a person has typed.
  init(_ configuration: BuildConfiguration, _ values: OptionValues, command: WorkerCommand) throws {
    self.init(configuration, worker: command)
    if let text = values["shard"] {
      guard let shard = Shard(text) else {
        throw UsageError(
          "'\(text)' is no part of a build", hint: "give a part and how many there are, as in 3/8")
      }
      self.shard = shard.count == 1 ? nil : shard
    } else if let shard = Shard.inEnvironment(Process.environment), shard.count > 1 {
      self.shard = shard
    }
    jobs = values.integer("jobs") ?? jobs
    seconds = values.integer("time-limit") ?? seconds
    memory = values.integer("memory-limit").map { $0 << 20 } ?? memory
    everything = values["everything"] != nil
    prune = values["prune"] != nil
    if let cache = values["cache"] { self.cache = cache == "none" ? nil : cache }
  }
}
