extension OptionDefinition {
  /// The configuration of a build.
  public static let configuration = OptionDefinition(
    "config", letter: "c", .text(placeholder: "path"), fallback: "coformat.yml, where it is there",
    help: "The file that says what is built. With reports named, what it says of sources does not count.")
  /// Where a build writes to.
  public static let buildOutput = OptionDefinition(
    "output", letter: "o", .text(placeholder: "path"), fallback: "formats",
    help: "The folder to write to.")
  /// What is made of each report.
  public static let buildFormats = OptionDefinition(
    "formats", letter: "f", .text(placeholder: "names"),
    fallback: BuildFormat.usual.map(\.name).joined(separator: ", "),
    help: "The formats to make, with commas between them.")
  /// How many work at once.
  public static let buildJobs = OptionDefinition(
    "jobs", letter: "j", .integer(1...1_024), fallback: "the processors there are",
    help: "How many worker processes make formats at the same time.")
  /// Which part of a build is done.
  public static let shard = OptionDefinition(
    "shard", .text(placeholder: "part/parts"),
    fallback: "what Slurm, Kubernetes, GitLab CI, CircleCI or Buildkite say, else all",
    help: "Do one part of a build that several machines share, such as 3/8; 1/1 does all.")
  /// Whether parts are put together.
  public static let merge = OptionDefinition(
    "merge", .flag, help: "Put the parts together that --shard has made: the page of formats and the reports."
  )
  /// Whether nothing is made.
  public static let dryRun = OptionDefinition(
    "dry-run", .flag, help: "Say what would be made and why, and make nothing.")
  /// Whether files go that earlier runs made and this one does not.
  public static let prune = OptionDefinition(
    "prune", .flag,
    help: "Remove from the output folder what earlier runs made, as formats.json says, and this one does not."
  )
  /// Whether everything is made.
  public static let everything = OptionDefinition(
    "everything", .flag, help: "Make everything again, whether it has changed or not.")
  /// Whether to go on building.
  public static let watch = OptionDefinition(
    "watch", .flag, help: "Build, and build again whenever a file it is made from changes, until interrupted."
  )
  /// Where it is kept what was made.
  public static let buildCache = OptionDefinition(
    "cache", .text(placeholder: "path"), fallback: "coformat/build in the user's cache folder",
    help: "The folder for what is known of earlier builds; 'none' keeps nothing.")
  /// How long a version may take.
  public static let timeLimit = OptionDefinition(
    "time-limit", .integer(1...86_400), fallback: "600",
    help: "How many seconds reading a report or making one format of it may take.")
  /// How much memory a worker may take.
  public static let memoryLimit = OptionDefinition(
    "memory-limit", .integer(128...1_048_576), fallback: "4096",
    help: "How many MiB of memory a worker process may take.")
  /// The report of a run in JSON.
  public static let runJSON = OptionDefinition(
    "json", .text(placeholder: "path"), help: "Write the report of the run to this file, as JSON.")
  /// The report of a run in SARIF.
  public static let runSARIF = OptionDefinition(
    "sarif", .text(placeholder: "path"),
    help: "Write all messages to this file, as SARIF 2.1.0, which code hosts show beside the source.")
  /// The report of a run in JUnit's form.
  public static let runJUnit = OptionDefinition(
    "junit", .text(placeholder: "path"), help: "Write the report of the run to this file, as JUnit XML.")
}

extension BuildRun {
  /// The options of a build, as words.
  public static let table = OptionTable([
    .configuration, .buildOutput, .buildFormats, .buildJobs, .shard, .merge, .dryRun, .everything, .prune,
    .watch,
    .buildCache,
    .timeLimit, .memoryLimit, .runJSON, .runSARIF, .runJUnit,
  ])
}
